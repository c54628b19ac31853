// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/storetarget.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace arbscope {

class Settings;

/// A store opened before: everything but its secrets (password, key passphrase).
struct RecentStore
{
    QString url; ///< RedisUrl::display()
    QString caFile;
    QString certificateFile;
    QString keyFile;
    bool operator==(const RecentStore &) const = default;

    /// What to open; nothing when the URL, which a person may have edited in the file, cannot be parsed.
    [[nodiscard]] std::optional<StoreTarget> target() const;
};

/// The stores opened last, newest first, and what is remembered of each, kept in the settings. Passwords stay in this
/// object's memory only.
class RecentStores final : public QObject
{
    Q_OBJECT
public:
    static constexpr int Limit = 10;

    explicit RecentStores(Settings &settings, QObject *parent = nullptr);

    [[nodiscard]] std::vector<RecentStore> list() const;
    /// Puts it on top and keeps its password for this run of the program.
    void add(const StoreTarget &target);
    void remove(const QString &url);
    void clear();
    /// As RecentStore::target(), with the password used for it in this run, if any.
    [[nodiscard]] std::optional<StoreTarget> target(const RecentStore &store) const;

    /// Columns (see columnStateToBytes) of a store's list; empty when none were kept.
    [[nodiscard]] QByteArray columnState(const QString &url) const;
    void setColumnState(const QString &url, const QByteArray &state);

signals:
    void changed();

private:
    struct Secret
    {
        QString url;
        QString password;
        QString keyPassphrase;
    };
    void save(const std::vector<RecentStore> &stores);

    Settings &m_settings;
    std::vector<Secret> m_secrets;
};

} // namespace arbscope
