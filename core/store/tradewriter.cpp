// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/tradewriter.h"

#include "core/store/clusterwriter.h"
#include "core/store/keys.h"
#include "core/store/replyshape.h"
#include "core/store/tradebatch.h"

#include <algorithm>
#include <utility>

namespace arbscope {

namespace {

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
        std::size_t most = TradeBatch::MaxTrades;
        for (std::size_t done = 0; done < m_trades.size();) {
            const std::size_t size = batchSize(m_trades.subspan(done), most);
            const auto ended = store(done, size);
            if (!ended) {
                m_result.error = ended.error();
                break;
            }
            if (*ended)
                done += size;
            most = *ended ? std::min(TradeBatch::MaxTrades, most * 2) : std::max<std::size_t>(1, size / 2);
        }
        return std::move(m_result);
    }

private:
    /// False when another client came in between: nothing was stored, try again.
    Result<bool> store(std::size_t from, std::size_t size)
    {
        TradeBatch batch = TradeBatch::of(m_trades.subspan(from, size));
        const std::span outcomes = std::span(m_result.outcomes).subspan(from, size);
        const auto asked = ask(batch, outcomes);
        const Result<bool> stored = asked ? write(batch, outcomes) : std::unexpected(asked.error());
        batch.setRepeated(outcomes);
        return stored;
    }

    /// Watches the keys and takes out of the groups what is there already, or cannot be stored.
    Result<void> ask(TradeBatch &batch, std::span<CreateOutcome> outcomes)
    {
        std::vector<CommandArgs> commands{{QByteArrayLiteral("WATCH")}};
        for (const TradeBatch::Group &group : batch.groups) {
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
        if (const auto failed = firstError(*replies, commands, RedisErrorCode::WrongType))
            return std::unexpected(*failed);
        std::size_t next = 1;
        for (TradeBatch::Group &group : batch.groups) {
            auto index = integerIn((*replies)[next], commands[next]);
            ++next;
            if (!index && index.error().code != RedisErrorCode::WrongType)
                return std::unexpected(index.error());
            std::vector<std::size_t> absent;
            for (const std::size_t trade : group.trades) {
                auto exists = index ? integerIn((*replies)[next], commands[next]) : index;
                ++next;
                if (!exists && exists.error().code != RedisErrorCode::WrongType)
                    return std::unexpected(exists.error());
                if (!exists) {
                    outcomes[trade] = CreateOutcome::Refused;
                    m_result.refusals.try_emplace(batch.trades[trade].server, std::move(exists.error()));
                } else if (*exists == 0) {
                    absent.push_back(trade);
                } else {
                    outcomes[trade] = CreateOutcome::AlreadyThere;
                }
            }
            group.trades = std::move(absent);
        }
        std::erase_if(batch.groups, [](const TradeBatch::Group &group) { return group.trades.empty(); });
        return {};
    }

    Result<bool> write(const TradeBatch &batch, std::span<CreateOutcome> outcomes)
    {
        if (batch.groups.empty()) {
            const CommandArgs unwatch{QByteArrayLiteral("UNWATCH")};
            if (const auto reply = m_connection.call(unwatch, m_stop); !reply)
                return std::unexpected(reply.error());
            return true;
        }
        std::vector<CommandArgs> commands{{QByteArrayLiteral("MULTI")}};
        for (const TradeBatch::Group &group : batch.groups) {
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
            for (const TradeBatch::Group &group : batch.groups)
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

    /// The first error reply, `but` for those; the server has forgotten transaction and watches then, or is told to.
    std::optional<RedisError> firstError(const std::vector<RedisReply> &replies,
                                         const std::vector<CommandArgs> &commands,
                                         std::optional<RedisErrorCode> but = {})
    {
        for (std::size_t i = 0; i < replies.size(); ++i) {
            if (const auto *error = replies[i].error()) {
                RedisError result = RedisConnection::errorOf(*error, commands[i]);
                if (result.code == but)
                    continue;
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
    if (connection.isCluster())
        return writeTradesApart(connection, trades, stop);
    return Writer(connection, trades, std::move(stop)).run();
}

} // namespace arbscope
