// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/storetarget.h"

#include <QDialog>

#include <memory>
#include <optional>

namespace arbscope {

class FileChooser;
class RecentStores;

/// Asks for a store: its URL or its parts, kept in step; tests it on request without blocking the window.
/// Shown with open(); target() is meaningful after accepted().
class ConnectDialog final : public QDialog
{
    Q_OBJECT
public:
    ConnectDialog(RecentStores &recent, FileChooser &files, QWidget *parent = nullptr);
    ~ConnectDialog() override;

    void setTarget(const StoreTarget &target);
    /// Nothing while the fields hold no valid address.
    [[nodiscard]] std::optional<StoreTarget> target() const;
    /// Says above the fields why the last attempt failed.
    void showError(const RedisError &error);

signals:
    void testFinished(bool reached); ///< its words stand in the dialog

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace arbscope
