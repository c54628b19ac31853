// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/savedconnections.h"
#include "ui/settings/secretstore.h"

#include <QDialog>

#include <memory>
#include <optional>

namespace arbscope {

class FileChooser;
class RecentStores;

/// Asks for a store: its URL or its parts, kept in step, or one of the saved connections, which are kept here too;
/// tests it on request without blocking the window. Shown with open(); target() and savedId() are meaningful after
/// accepted().
class ConnectDialog final : public QDialog
{
    Q_OBJECT
public:
    ConnectDialog(RecentStores &recent, SavedConnections &saved, FileChooser &files, QWidget *parent = nullptr);
    ~ConnectDialog() override;

    void setTarget(const StoreTarget &target);
    /// Nothing while the fields hold no valid address.
    [[nodiscard]] std::optional<StoreTarget> target() const;
    /// The saved connection that the fields show unchanged; empty: none. Its secrets are the caller's to find, where
    /// none were typed.
    [[nodiscard]] QString savedId() const;
    [[nodiscard]] StoreSecrets typedSecrets() const;
    void chooseSaved(const QString &id);
    /// Says above the fields why the last attempt failed.
    void showError(const RedisError &error);

signals:
    void saved(const QString &id, const arbscope::StoreSecrets &secrets); ///< with secrets that were typed
    void testFinished(bool reached); ///< its words stand in the dialog

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace arbscope
