// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <expected>
#include <vector>

namespace arbscope {

enum class RedisTopology { Single, Sentinel, Cluster };

struct RedisEndpoint
{
    QString host; ///< name or address, IPv6 without brackets
    quint16 port = 6379;
    bool operator==(const RedisEndpoint &) const = default;
};

/// A parsed store address, contract §6 (redis://, rediss://, unix://, redis-sentinel://, redis-cluster://, their TLS
/// forms).
struct RedisUrl
{
    RedisTopology topology = RedisTopology::Single;
    bool tls = false;
    QString socketPath{}; ///< unix socket; endpoints are empty then, except at the near end of a tunnel: the far end's
    std::vector<RedisEndpoint> endpoints{};
    QString user{};
    QString password{};
    QString masterName{}; ///< sentinel only
    int database = 0;

    /// The parsed URL, or an English sentence with the place of the fault; the sentence never holds the password.
    [[nodiscard]] static std::expected<RedisUrl, QString> parse(const QString &text);
    /// The URL without its password: for titles, lists, logs. parse(display()) gives the same store; that of a tunnel
    /// as it is called at the far end.
    [[nodiscard]] QString display() const;
    [[nodiscard]] bool isLocal() const { return !socketPath.isEmpty(); }
    bool operator==(const RedisUrl &) const = default;
};

} // namespace arbscope
