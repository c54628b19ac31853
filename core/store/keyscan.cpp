// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/keyscan.h"

#include "core/redis/clusterslots.h"
#include "core/redis/wait.h"
#include "core/store/replyshape.h"

#include <QDeadlineTimer>

#include <algorithm>
#include <utility>

namespace arbscope {

namespace {

using namespace std::chrono_literals;

constexpr auto Pause = 100ms; // before the servers are asked again where one is lost

using Slots = std::bitset<ClusterSlots>;

/// A server, and what of a cluster it holds.
struct Holder
{
    RedisNode node;
    OwnSlots own;
    bool isAnswering = true;
};

/// What a server's keys have been scanned of, so that only those that came to it later are still to be found.
struct Scanned
{
    RedisUrl url;
    Slots covered;
};

class Scan
{
public:
    Scan(RedisSession &session, const KeyScan &what,
         const std::function<Result<bool>(std::vector<QByteArray> &&)> &visit, const std::stop_token &stop)
        : m_session(session)
        , m_what(what)
        , m_visit(visit)
        , m_stop(stop)
        , m_deadline(session.options().failoverTimeout)
    { }

    Result<void> run()
    {
        for (;;) {
            auto holders = askHolders();
            if (!holders)
                return std::unexpected(std::move(holders.error()));
            const bool allAnswer = std::ranges::all_of(*holders, &Holder::isAnswering);
            std::erase_if(*holders, [this](const Holder &holder) { return !isToScan(holder); });
            if (holders->empty() && allAnswer)
                return {};
            const auto more = scan(*holders);
            if (!more)
                return std::unexpected(more.error());
            if (!*more)
                return {};
            if (!m_lost)
                continue;
            if (m_deadline.hasExpired())
                return std::unexpected(*m_lost);
            if (const auto paused = pauseFor(Pause, m_stop); !paused)
                return paused;
        }
    }

private:
    struct Cursor
    {
        const Holder *holder = nullptr;
        QByteArray at = QByteArrayLiteral("0");
    };

    /// The servers of now. In a cluster each tells which slots it has, and which ones are just coming to it.
    Result<std::vector<Holder>> askHolders()
    {
        m_lost.reset();
        auto nodes = m_session.masters(m_stop);
        if (!nodes)
            return std::unexpected(std::move(nodes.error()));
        std::vector<Holder> holders;
        for (RedisNode &node : *nodes)
            holders.push_back({.node = std::move(node), .own = {}});
        for (std::size_t from = 0; m_session.isCluster() && from < holders.size();) {
            const std::size_t to = holders.size();
            if (const auto asked = askSlots(holders, from); !asked)
                return std::unexpected(asked.error());
            from = to;
        }
        return holders;
    }

    /// Asks those from `from` on for their slots, and adds the servers that keys are going to: one that serves no slot
    /// yet is no master in the eyes of the others.
    Result<void> askSlots(std::vector<Holder> &holders, std::size_t from)
    {
        const std::size_t to = holders.size();
        for (std::size_t i = from; i < to; ++i) {
            if (const auto sent = m_session.sendTo(holders[i].node, {"CLUSTER", "NODES"}, m_stop); !sent)
                return sent;
        }
        for (std::size_t i = from; i < to; ++i) {
            const auto reply = m_session.receive(m_stop);
            if (!reply && reply.error().code != RedisErrorCode::ScanLost)
                return std::unexpected(reply.error());
            holders[i].isAnswering = reply.has_value();
            if (!reply)
                m_lost = reply.error();
            if (!reply || !reply->bulk()) // refused: moves in the middle of a scan are not seen then
                continue;
            holders[i].own = ownSlotsIn(*reply->bulk(), m_session.options().addressMap).value_or(OwnSlots());
            for (const RedisEndpoint &address : holders[i].own.goingTo) {
                RedisUrl url = holders[i].node.url;
                url.endpoints = {address};
                const auto isThere = [&url](const Holder &holder) { return holder.node.url == url; };
                if (std::ranges::none_of(holders, isThere))
                    holders.push_back({.node = {.url = std::move(url)}, .own = {}});
            }
        }
        return {};
    }

    bool isToScan(const Holder &holder) const
    {
        const auto done = std::ranges::find(m_scanned, holder.node.url, &Scanned::url);
        return holder.isAnswering
            && (done == m_scanned.end() || ((holder.own.served | holder.own.importing) & ~done->covered).any());
    }

    /// Notes what a scan begun with these slots has covered. What is coming to a server in its first scan may have come
    /// behind the scan's back. In a further one it is there: whatever the first scans did not find, because it was on
    /// its way, had come by their end.
    void cover(const Holder &holder)
    {
        const auto done = std::ranges::find(m_scanned, holder.node.url, &Scanned::url);
        if (done == m_scanned.end())
            m_scanned.push_back({.url = holder.node.url, .covered = holder.own.served});
        else
            done->covered |= holder.own.served | holder.own.importing;
    }

    /// False where the visitor has enough.
    Result<bool> scan(const std::vector<Holder> &holders)
    {
        std::vector<Cursor> cursors;
        cursors.reserve(holders.size());
        for (const Holder &holder : holders)
            cursors.push_back({.holder = &holder});
        while (!cursors.empty()) {
            auto keys = next(cursors);
            if (keys && !m_typeIsKnown)
                keys = ofType(std::move(*keys));
            if (!keys)
                return std::unexpected(std::move(keys.error()));
            const auto more = m_visit(std::move(*keys));
            if (!more || !*more)
                return more;
        }
        return true;
    }

    /// A batch of each server; those at their end, and those lost, go out of `cursors`.
    Result<std::vector<QByteArray>> next(std::vector<Cursor> &cursors)
    {
        const auto command = [this](const Cursor &cursor) {
            CommandArgs scan{"SCAN", cursor.at, "MATCH", m_what.pattern, "COUNT", "1000"};
            if (m_typeIsKnown)
                scan.insert(scan.end(), {"TYPE", m_what.type});
            return scan;
        };
        for (const Cursor &cursor : cursors) {
            if (const auto sent = m_session.sendTo(cursor.holder->node, command(cursor), m_stop); !sent)
                return std::unexpected(sent.error());
        }
        std::vector<QByteArray> keys;
        std::vector<Cursor> open;
        std::optional<RedisError> refused; // told when every answer has been taken
        bool isOlder = false; // than Redis 6, whose SCAN knows no TYPE
        for (Cursor &cursor : cursors) {
            auto reply = m_session.receive(m_stop);
            if (!reply && reply.error().code != RedisErrorCode::ScanLost)
                return std::unexpected(std::move(reply.error()));
            if (!reply) {
                m_lost = std::move(reply.error());
                continue;
            }
            auto batch = scanIn(std::move(*reply), command(cursor));
            if (!batch && m_typeIsKnown && batch.error().detail.contains(QStringLiteral("syntax error"))) {
                isOlder = true;
                open.push_back(std::move(cursor));
                continue;
            }
            if (!batch) {
                refused = std::move(batch.error());
                continue;
            }
            m_deadline.setRemainingTime(m_session.options().failoverTimeout);
            std::ranges::move(batch->items, std::back_inserter(keys));
            cursor.at = std::move(batch->cursor);
            if (cursor.at == "0")
                cover(*cursor.holder);
            else
                open.push_back(std::move(cursor));
        }
        if (refused)
            return std::unexpected(std::move(*refused));
        m_typeIsKnown = m_typeIsKnown && !isOlder;
        cursors = std::move(open);
        return keys;
    }

    /// Those of the type that is scanned for.
    Result<std::vector<QByteArray>> ofType(std::vector<QByteArray> &&keys)
    {
        std::vector<CommandArgs> commands;
        commands.reserve(keys.size());
        for (const QByteArray &key : keys)
            commands.push_back({"TYPE", key});
        const auto types = m_session.pipeline(commands, m_stop);
        if (!types)
            return std::unexpected(types.error());
        std::vector<QByteArray> result;
        for (std::size_t i = 0; i < keys.size(); ++i) {
            if (const auto checked = checkReply((*types)[i], commands[i]); !checked)
                return std::unexpected(checked.error());
            const auto *type = std::get_if<RedisStatus>(&(*types)[i].value);
            if (type && type->text == m_what.type)
                result.push_back(std::move(keys[i]));
        }
        return result;
    }

    RedisSession &m_session;
    const KeyScan &m_what;
    const std::function<Result<bool>(std::vector<QByteArray> &&)> &m_visit;
    const std::stop_token &m_stop;
    std::vector<Scanned> m_scanned;
    std::optional<RedisError> m_lost; ///< a server, in this round
    QDeadlineTimer m_deadline;
    bool m_typeIsKnown = true; ///< to SCAN; otherwise TYPE is asked for each key
};

} // namespace

Result<void> scanKeys(RedisSession &session, const KeyScan &what,
                      const std::function<Result<bool>(std::vector<QByteArray> &&)> &visit, const std::stop_token &stop)
{
    return Scan(session, what, visit, stop).run();
}

} // namespace arbscope
