// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/store/storetarget.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <vector>

namespace arbscope {

class Settings;

/// The stores opened last, newest first, and what is remembered of each, kept in the settings under the store's
/// StoreTarget::display(). Passwords stay in this object's memory only.
class RecentStores final : public QObject
{
    Q_OBJECT
public:
    static constexpr int Limit = 10;

    explicit RecentStores(Settings &settings, QObject *parent = nullptr);

    /// Without secrets, each to be opened for reading.
    [[nodiscard]] std::vector<StoreTarget> list() const;
    /// Puts it on top and keeps its password for this run of the program.
    void add(const StoreTarget &target);
    void remove(const QString &store);
    void clear();
    /// The same store with the secrets used for it in this run, if any.
    [[nodiscard]] StoreTarget withSecrets(StoreTarget target) const;

    /// Columns (see columnStateToBytes) of a store's list; empty when none were kept.
    [[nodiscard]] QByteArray columnState(const QString &store) const;
    void setColumnState(const QString &store, const QByteArray &state);

signals:
    void changed();

private:
    struct Secret
    {
        QString store;
        QString password;
        QString keyPassphrase;
    };
    void save(const std::vector<StoreTarget> &stores);

    Settings &m_settings;
    std::vector<Secret> m_secrets;
};

} // namespace arbscope
