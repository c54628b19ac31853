// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/targettext.h"

#include <QRegularExpression>
#include <QStringList>

namespace arbscope {

namespace {

/// As one word of a shell.
QString quoted(const QString &text)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_@%+=:,./-]+$"));
    return plain.match(text).hasMatch()
        ? text
        : QString(u'\'' + QString(text).replace(u'\'', QStringLiteral("'\\''")) + u'\'');
}

QString endpointText(const RedisEndpoint &endpoint)
{
    const QString host = endpoint.host.contains(u':') ? QString(u'[' + endpoint.host + u']') : endpoint.host;
    return host + u':' + QString::number(endpoint.port);
}

std::optional<RedisEndpoint> endpointOf(const QString &text)
{
    const auto url = RedisUrl::parse(QString(QStringLiteral("redis://") + text.trimmed()));
    const bool onlyHost = url && url->user.isEmpty() && url->password.isEmpty() && url->database == 0;
    return onlyHost ? std::optional(url->endpoints.front()) : std::nullopt;
}

QString mappingText(const AddressMapping &mapping)
{
    return endpointText(mapping.from) + u'=' + endpointText(mapping.to);
}

} // namespace

QString cliCommand(const StoreTarget &target)
{
    const ConnectionOptions &options = target.options;
    QStringList words{QStringLiteral("arbscope-cli"), QStringLiteral("--url"), quoted(target.url.display())};
    const auto add = [&words](const char *option, const QString &value) {
        if (!value.isEmpty())
            words << QString::fromLatin1(option) << quoted(value);
    };
    add("--ssh", options.sshDestination);
    add("--ssh-config", options.sshConfigFile);
    add("--tls-ca", options.caFile);
    add("--tls-cert", options.certificateFile);
    add("--tls-key", options.keyFile);
    for (const AddressMapping &mapping : options.addressMap)
        add("--map", mappingText(mapping));
    if (options.readFromReplicas)
        words << QStringLiteral("--replicas");
    words << QStringLiteral("servers");
    return words.join(u' ');
}

QString endpointsText(const std::vector<RedisEndpoint> &endpoints)
{
    QStringList parts;
    for (const RedisEndpoint &endpoint : endpoints)
        parts.append(endpointText(endpoint));
    return parts.join(u", ");
}

std::optional<std::vector<RedisEndpoint>> endpointsOf(const QString &text, RedisTopology topology)
{
    static const QRegularExpression others(QStringLiteral("[@/?#]"));
    const QString list = text.simplified().remove(u' ');
    if (list.contains(others))
        return std::nullopt;
    const auto url
        = RedisUrl::parse(topology == RedisTopology::Sentinel
                              ? QString(QStringLiteral("redis-sentinel://") + list + QStringLiteral("/master"))
                              : QString(QStringLiteral("redis-cluster://") + list));
    return url ? std::optional(url->endpoints) : std::nullopt;
}

QString addressMapText(const std::vector<AddressMapping> &map)
{
    QStringList parts;
    for (const AddressMapping &mapping : map)
        parts.append(mappingText(mapping));
    return parts.join(u", ");
}

std::optional<std::vector<AddressMapping>> addressMapOf(const QString &text)
{
    std::vector<AddressMapping> map;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        const QStringList sides = part.split(u'=');
        const auto from = endpointOf(sides.front());
        const auto to = endpointOf(sides.back());
        if (sides.size() != 2 || !from || !to)
            return std::nullopt;
        map.push_back({*from, *to});
    }
    return map;
}

} // namespace arbscope
