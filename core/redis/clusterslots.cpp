// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/clusterslots.h"

#include <QHash>

#include <boost/crc.hpp>

#include <algorithm>
#include <utility>

namespace arbscope {

namespace {

using Crc16 = boost::crc_optimal<16, 0x1021, 0, 0, false, false>;

std::unexpected<RedisError> unexpectedMap()
{
    return std::unexpected(RedisError{.code = RedisErrorCode::Protocol,
                                      .detail = QStringLiteral("an answer of another shape than this command's"),
                                      .command = QByteArrayLiteral("CLUSTER SLOTS")});
}

bool isSlot(qint64 number)
{
    return number >= 0 && number < ClusterSlots;
}

bool isPort(qint64 number)
{
    return number > 0 && number <= std::numeric_limits<quint16>::max();
}

/// [host, port, …]; a server that does not know its own name says nothing or "?".
std::optional<RedisEndpoint> endpointIn(const RedisReply &reply, const RedisEndpoint &asked)
{
    const RedisArray *parts = reply.array();
    if (!parts || parts->size() < 2 || !(*parts)[1].integer() || !isPort(*(*parts)[1].integer()))
        return std::nullopt;
    RedisEndpoint result{.host = asked.host, .port = static_cast<quint16>(*(*parts)[1].integer())};
    const QByteArray *host = parts->front().bulk();
    if (!host && !parts->front().isNil())
        return std::nullopt;
    if (host && !host->isEmpty() && *host != "?")
        result.host = QString::fromUtf8(*host);
    return result;
}

/// "5" or "5-60"
std::optional<std::pair<int, int>> rangeIn(const QByteArray &text)
{
    const qsizetype dash = text.indexOf('-');
    bool fromOk = false;
    bool toOk = false;
    const int from = text.first(dash < 0 ? text.size() : dash).toInt(&fromOk);
    const int to = text.mid(dash + 1).toInt(&toOk);
    if (!fromOk || !toOk || !isSlot(from) || !isSlot(to) || from > to)
        return std::nullopt;
    return std::pair(from, to);
}

} // namespace

int slotOf(QByteArrayView key)
{
    if (const qsizetype open = key.indexOf('{'); open >= 0) {
        const qsizetype close = key.indexOf('}', open + 1);
        if (close > open + 1)
            key = key.sliced(open + 1, close - open - 1);
    }
    Crc16 crc;
    crc.process_bytes(key.data(), static_cast<std::size_t>(key.size()));
    return crc.checksum() % ClusterSlots;
}

ShardMap::ShardMap(Shard shard)
    : m_shards{std::move(shard)}
    , m_slots(ClusterSlots, 0)
{ }

Result<ShardMap> ShardMap::fromClusterSlots(const RedisReply &reply, const RedisEndpoint &asked,
                                            const std::vector<AddressMapping> &addresses)
{
    const RedisArray *ranges = reply.array();
    if (!ranges)
        return unexpectedMap();
    ShardMap map;
    for (const RedisReply &item : *ranges) {
        const RedisArray *range = item.array();
        if (!range || range->size() < 3 || !(*range)[0].integer() || !(*range)[1].integer())
            return unexpectedMap();
        const qint64 from = *(*range)[0].integer();
        const qint64 to = *(*range)[1].integer();
        const auto master = endpointIn((*range)[2], asked);
        if (!isSlot(from) || !isSlot(to) || from > to || !master)
            return unexpectedMap();
        const std::size_t shard = map.shardAt(mapped(*master, addresses));
        std::fill(map.m_slots.begin() + from, map.m_slots.begin() + to + 1, static_cast<int>(shard));
        std::vector<RedisEndpoint> &replicas = map.m_shards[shard].replicas;
        replicas.clear(); // the same ones stand with each range
        for (std::size_t i = 3; i < range->size(); ++i) {
            const auto replica = endpointIn((*range)[i], asked);
            if (!replica)
                return unexpectedMap();
            replicas.push_back(mapped(*replica, addresses));
        }
    }
    return map;
}

std::size_t ShardMap::shardAt(const RedisEndpoint &master)
{
    const auto it = std::ranges::find(m_shards, master, &Shard::master);
    const auto index = static_cast<std::size_t>(it - m_shards.begin());
    if (it == m_shards.end())
        m_shards.push_back({.master = master});
    return index;
}

const Shard *ShardMap::shardOf(int slot) const
{
    const int shard = m_slots[static_cast<std::size_t>(slot)];
    return shard < 0 ? nullptr : &m_shards[static_cast<std::size_t>(shard)];
}

bool ShardMap::isServing(const Shard &shard) const
{
    const auto index = static_cast<int>(&shard - m_shards.data());
    return std::ranges::find(m_slots, index) != m_slots.end();
}

void ShardMap::move(int slot, const RedisEndpoint &master)
{
    m_slots[static_cast<std::size_t>(slot)] = static_cast<int>(shardAt(master));
}

std::optional<Redirect> redirectIn(QByteArrayView error, const RedisEndpoint &from,
                                   const std::vector<AddressMapping> &addresses)
{
    const QList<QByteArray> words = error.toByteArray().split(' ');
    if (words.size() != 3 || (words[0] != "MOVED" && words[0] != "ASK"))
        return std::nullopt;
    const qsizetype colon = words[2].lastIndexOf(':'); // an IPv6 address has more of them
    bool slotOk = false;
    bool portOk = false;
    const int slot = words[1].toInt(&slotOk);
    const int port = words[2].mid(colon + 1).toInt(&portOk);
    if (colon < 0 || !slotOk || !isSlot(slot) || !portOk || !isPort(port))
        return std::nullopt;
    RedisEndpoint to{.host = QString::fromUtf8(words[2].first(colon)), .port = static_cast<quint16>(port)};
    if (to.host.isEmpty() || to.host == u"?")
        to.host = from.host;
    return Redirect{.kind = words[0] == "MOVED" ? Redirect::Kind::Moved : Redirect::Kind::Ask,
                    .slot = slot,
                    .to = mapped(to, addresses)};
}

std::optional<OwnSlots> ownSlotsIn(const QByteArray &clusterNodes, const std::vector<AddressMapping> &addresses)
{
    // id host:port@busport,name flags master ping pong epoch link slot…
    constexpr qsizetype addressAt = 1;
    constexpr qsizetype flagsAt = 2;
    constexpr qsizetype slotsAt = 8;
    QHash<QByteArray, RedisEndpoint> servers;
    std::optional<QList<QByteArray>> own;
    for (const QByteArray &line : clusterNodes.split('\n')) {
        const QList<QByteArray> words = line.trimmed().split(' ');
        if (words.size() < slotsAt)
            continue;
        const QByteArray address = words[addressAt].left(words[addressAt].indexOf('@'));
        const qsizetype colon = address.lastIndexOf(':');
        servers.insert(words.front(),
                       {.host = QString::fromUtf8(address.left(colon)), .port = address.mid(colon + 1).toUShort()});
        if (words[flagsAt].split(',').contains("myself"))
            own = words.sliced(slotsAt);
    }
    if (!own)
        return std::nullopt;
    OwnSlots result;
    for (const QByteArray &word : *own) {
        const qsizetype coming = word.indexOf("-<-"); // [93-<-id]
        const qsizetype going = word.indexOf("->-"); // [93->-id]: served here until it has gone
        if (going > 0) {
            const auto server = servers.constFind(word.mid(going + 3).chopped(1));
            if (server != servers.cend() && server->port != 0)
                result.goingTo.push_back(mapped(*server, addresses));
            continue;
        }
        const auto range = rangeIn(coming > 0 ? word.sliced(1, coming - 1) : word);
        for (int slot = range ? range->first : 0; range && slot <= range->second; ++slot)
            (coming > 0 ? result.importing : result.served).set(static_cast<std::size_t>(slot));
    }
    return result;
}

RedisEndpoint mapped(const RedisEndpoint &address, const std::vector<AddressMapping> &addresses)
{
    const auto it = std::ranges::find(addresses, address, &AddressMapping::from);
    return it == addresses.end() ? address : it->to;
}

} // namespace arbscope
