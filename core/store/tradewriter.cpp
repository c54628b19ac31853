// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/tradewriter.h"

#include "core/store/keys.h"
#include "core/store/replyshape.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace arbscope {

namespace {

constexpr std::size_t MaxTrades = 256;
constexpr qsizetype MaxBytes = 1 << 20; // of report text in one transaction; other clients wait while it runs

/// The trades of one transaction that go to the same server.
struct Group
{
    QByteArray hash;
    QByteArray index;
    std::vector<std::size_t> trades; ///< each order id once
};

struct Batch
{
    std::span<const NewTrade> trades;
    std::vector<Group> groups;
    std::vector<std::pair<std::size_t, std::size_t>> repeated; ///< a trade, and the earlier one with its order id
};

std::size_t batchSize(std::span<const NewTrade> trades, std::size_t most)
{
    qsizetype bytes = 0;
    std::size_t size = 0;
    while (size < std::min(most, trades.size()) && (size == 0 || bytes + trades[size].json.size() <= MaxBytes))
        bytes += trades[size++].json.size();
    return size;
}

Batch grouped(std::span<const NewTrade> trades)
{
    Batch batch{.trades = trades, .groups = {}, .repeated = {}};
    QHash<QByteArray, std::size_t> groupOf;
    QHash<std::pair<QByteArray, QByteArray>, std::size_t> seen;
    for (std::size_t i = 0; i < trades.size(); ++i) {
        const NewTrade &trade = trades[i];
        const std::pair key(trade.server, trade.orderId);
        if (const auto earlier = seen.constFind(key); earlier != seen.cend()) {
            batch.repeated.emplace_back(i, *earlier);
            continue;
        }
        seen.insert(key, i);
        auto group = groupOf.find(trade.server);
        if (group == groupOf.end()) {
            group = groupOf.insert(trade.server, batch.groups.size());
            batch.groups.push_back({.hash = hashKey(trade.server), .index = indexKey(trade.server), .trades = {}});
        }
        batch.groups[*group].trades.push_back(i);
    }
    return batch;
}

class Writer
{
public:
    Writer(RedisSession &connection, std::span<const NewTrade> trades, std::stop_token stop)
        : m_connection(connection)
        , m_stop(std::move(stop))
        , m_trades(trades)
    {
        m_result.outcomes.resize(trades.size(), CreateOutcome::NotStored);
    }

    CreateManyResult run()
    {
        std::size_t most = MaxTrades;
        for (std::size_t done = 0; done < m_trades.size();) {
            const std::size_t size = batchSize(m_trades.subspan(done), most);
            const auto ended = store(done, size);
            if (!ended) {
                m_result.error = ended.error();
                break;
            }
            if (*ended)
                done += size;
            most = *ended ? std::min(MaxTrades, most * 2) : std::max<std::size_t>(1, size / 2);
        }
        return std::move(m_result);
    }

private:
    /// False when another client came in between: nothing was stored, try again.
    Result<bool> store(std::size_t from, std::size_t size)
    {
        Batch batch = grouped(m_trades.subspan(from, size));
        const std::span outcomes = std::span(m_result.outcomes).subspan(from, size);
        const auto asked = ask(batch, outcomes);
        const Result<bool> stored = asked ? write(batch, outcomes) : std::unexpected(asked.error());
        for (const auto &[trade, earlier] : batch.repeated)
            outcomes[trade]
                = outcomes[earlier] == CreateOutcome::Stored ? CreateOutcome::AlreadyThere : outcomes[earlier];
        return stored;
    }

    /// Watches the keys and takes out of the groups what is there already.
    Result<void> ask(Batch &batch, std::span<CreateOutcome> outcomes)
    {
        std::vector<CommandArgs> commands{{QByteArrayLiteral("WATCH")}};
        for (const Group &group : batch.groups) {
            commands.front().push_back(group.hash);
            commands.front().push_back(group.index);
            // An index of another type would fail only in the transaction, after the hash was written.
            commands.push_back({QByteArrayLiteral("ZCARD"), group.index});
            for (const std::size_t trade : group.trades)
                commands.push_back({QByteArrayLiteral("HEXISTS"), group.hash, batch.trades[trade].orderId});
        }
        const auto replies = m_connection.pipeline(commands, m_stop);
        if (!replies)
            return std::unexpected(replies.error());
        if (const auto failed = firstError(*replies, commands))
            return std::unexpected(*failed);
        std::size_t next = 1;
        for (Group &group : batch.groups) {
            ++next;
            std::vector<std::size_t> absent;
            for (const std::size_t trade : group.trades) {
                const auto exists = integerIn((*replies)[next], commands[next]);
                ++next;
                if (!exists)
                    return std::unexpected(exists.error());
                if (*exists == 0)
                    absent.push_back(trade);
                else
                    outcomes[trade] = CreateOutcome::AlreadyThere;
            }
            group.trades = std::move(absent);
        }
        std::erase_if(batch.groups, [](const Group &group) { return group.trades.empty(); });
        return {};
    }

    Result<bool> write(const Batch &batch, std::span<CreateOutcome> outcomes)
    {
        if (batch.groups.empty()) {
            const CommandArgs unwatch{QByteArrayLiteral("UNWATCH")};
            if (const auto reply = m_connection.call(unwatch, m_stop); !reply)
                return std::unexpected(reply.error());
            return true;
        }
        std::vector<CommandArgs> commands{{QByteArrayLiteral("MULTI")}};
        for (const Group &group : batch.groups) {
            CommandArgs hash{QByteArrayLiteral("HSET"), group.hash};
            CommandArgs index{QByteArrayLiteral("ZADD"), group.index};
            for (const std::size_t i : group.trades) {
                const NewTrade &trade = batch.trades[i];
                hash.insert(hash.end(), {trade.orderId, trade.json});
                index.insert(index.end(), {scoreText(trade.clock), trade.orderId});
            }
            commands.push_back(std::move(hash));
            commands.push_back(std::move(index));
        }
        commands.push_back({QByteArrayLiteral("EXEC")});
        const auto set = [&](CreateOutcome outcome) {
            for (const Group &group : batch.groups)
                for (const std::size_t trade : group.trades)
                    outcomes[trade] = outcome;
        };
        const auto replies = m_connection.pipeline(commands, m_stop);
        if (!replies) {
            if (!m_connection.isOpen()) // else it was refused before a byte of it was sent
                set(CreateOutcome::Unsure);
            return std::unexpected(replies.error());
        }
        if (const auto failed = firstError(*replies, commands))
            return std::unexpected(*failed); // EXEC came too late to do anything then
        if (replies->back().isNil())
            return false;
        const auto *done = replies->back().array();
        if (!done || done->size() != commands.size() - 2) {
            set(CreateOutcome::Unsure);
            return std::unexpected(unexpectedReply(commands.back()));
        }
        for (std::size_t i = 0; i < done->size(); ++i) {
            if (const auto checked = checkReply((*done)[i], commands[i + 1]); !checked) {
                set(CreateOutcome::Unsure);
                return std::unexpected(checked.error());
            }
        }
        set(CreateOutcome::Stored);
        return true;
    }

    /// The first error reply; the server has forgotten transaction and watches then, or is told to.
    std::optional<RedisError> firstError(const std::vector<RedisReply> &replies,
                                         const std::vector<CommandArgs> &commands)
    {
        for (std::size_t i = 0; i < replies.size(); ++i) {
            if (const auto *error = replies[i].error()) {
                RedisError result = RedisConnection::errorOf(*error, commands[i]);
                if (!m_connection.call({QByteArrayLiteral("UNWATCH")}, m_stop))
                    m_connection.close();
                return result;
            }
        }
        return std::nullopt;
    }

    RedisSession &m_connection;
    std::stop_token m_stop;
    std::span<const NewTrade> m_trades;
    CreateManyResult m_result;
};

} // namespace

CreateManyResult writeTrades(RedisSession &connection, std::span<const NewTrade> trades, std::stop_token stop)
{
    return Writer(connection, trades, std::move(stop)).run();
}

} // namespace arbscope
