// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/clusterwriter.h"

#include "core/store/keys.h"
#include "core/store/replyshape.h"
#include "core/store/tradebatch.h"

#include <utility>

namespace arbscope {

namespace {

class Writer
{
public:
    Writer(RedisSession &session, TradeBatch &batch, std::span<CreateOutcome> outcomes,
           std::map<QByteArray, RedisError> &refusals, const std::stop_token &stop)
        : m_session(session)
        , m_batch(batch)
        , m_outcomes(outcomes)
        , m_refusals(refusals)
        , m_stop(stop)
    { }

    Result<void> run()
    {
        const auto ready = checkIndexes();
        if (!ready)
            return ready;
        storeReports();
        // Also after an error: the index entries of what has been stored by then.
        storeEntries();
        return m_failed ? std::unexpected(*m_failed) : Result<void>();
    }

private:
    /// An index of another type would refuse its entries only when the reports are stored: takes out its group.
    Result<void> checkIndexes()
    {
        std::vector<CommandArgs> commands;
        commands.reserve(m_batch.groups.size());
        for (const TradeBatch::Group &group : m_batch.groups)
            commands.push_back({QByteArrayLiteral("ZCARD"), group.index});
        const auto replies = m_session.pipeline(commands, m_stop);
        if (!replies)
            return std::unexpected(replies.error());
        std::size_t next = 0;
        std::vector<TradeBatch::Group> ready;
        for (TradeBatch::Group &group : m_batch.groups) {
            const auto count = integerIn((*replies)[next], commands[next]);
            ++next;
            if (count)
                ready.push_back(std::move(group));
            else if (count.error().code == RedisErrorCode::WrongType)
                refuse(group.trades, count.error());
            else
                return std::unexpected(count.error());
        }
        m_batch.groups = std::move(ready);
        return {};
    }

    void storeReports()
    {
        std::vector<Sent> sent;
        for (const TradeBatch::Group &group : m_batch.groups) {
            for (const std::size_t i : group.trades) {
                const NewTrade &trade = m_batch.trades[i];
                if (!send({QByteArrayLiteral("HSETNX"), group.hash, trade.orderId, trade.json}, {i}, sent))
                    return;
            }
        }
        for (const Sent &one : sent) {
            if (const auto isNew = receive(one))
                m_outcomes[one.trades.front()] = *isNew == 1 ? CreateOutcome::Stored : CreateOutcome::AlreadyThere;
        }
    }

    void storeEntries()
    {
        std::vector<Sent> sent;
        for (const TradeBatch::Group &group : m_batch.groups) {
            CommandArgs command{QByteArrayLiteral("ZADD"), group.index};
            std::vector<std::size_t> stored;
            for (const std::size_t i : group.trades) {
                if (m_outcomes[i] != CreateOutcome::Stored)
                    continue;
                const NewTrade &trade = m_batch.trades[i];
                command.insert(command.end(), {scoreText(trade.clock), trade.orderId});
                stored.push_back(i);
                m_outcomes[i] = CreateOutcome::Unsure; // until the entry stands too
            }
            if (!stored.empty() && !send(std::move(command), std::move(stored), sent))
                return;
        }
        for (const Sent &one : sent) {
            if (!receive(one))
                continue;
            for (const std::size_t i : one.trades)
                m_outcomes[i] = CreateOutcome::Stored;
        }
    }

    struct Sent
    {
        CommandArgs command; ///< name and key
        std::vector<std::size_t> trades;
    };

    /// False when the session is over: what had been sent before is unsure then.
    bool send(CommandArgs &&command, std::vector<std::size_t> &&trades, std::vector<Sent> &sent)
    {
        sent.push_back({.command = {command[0], command[1]}, .trades = std::move(trades)});
        const auto done = m_session.send(std::move(command), m_stop);
        if (done)
            return true;
        if (!m_session.isOpen()) {
            for (const Sent &one : sent)
                setUnsure(one);
        }
        m_failed = done.error();
        return false;
    }

    /// The answer; none where it is an error, or will never come.
    std::optional<qint64> receive(const Sent &sent)
    {
        if (!m_session.isOpen()) {
            setUnsure(sent);
            return std::nullopt;
        }
        const auto reply = m_session.receive(m_stop);
        const auto number = reply ? integerIn(*reply, sent.command) : std::unexpected(reply.error());
        if (number)
            return *number;
        const bool isOfReport = sent.command.front() == "HSETNX";
        if (isOfReport && number.error().code == RedisErrorCode::WrongType) {
            refuse(sent.trades, number.error());
            return std::nullopt;
        }
        if (number.error().unsure)
            setUnsure(sent);
        if (!m_failed)
            m_failed = number.error();
        return std::nullopt;
    }

    void refuse(const std::vector<std::size_t> &trades, const RedisError &error)
    {
        for (const std::size_t i : trades) {
            m_outcomes[i] = CreateOutcome::Refused;
            m_refusals.try_emplace(m_batch.trades[i].server, error);
        }
    }

    void setUnsure(const Sent &sent)
    {
        for (const std::size_t i : sent.trades)
            m_outcomes[i] = CreateOutcome::Unsure;
    }

    RedisSession &m_session;
    TradeBatch &m_batch;
    std::span<CreateOutcome> m_outcomes;
    std::map<QByteArray, RedisError> &m_refusals;
    const std::stop_token &m_stop;
    std::optional<RedisError> m_failed;
};

} // namespace

CreateManyResult writeTradesApart(RedisSession &session, std::span<const NewTrade> trades, const std::stop_token &stop)
{
    CreateManyResult result{.outcomes = std::vector(trades.size(), CreateOutcome::NotStored), .error = {}};
    for (std::size_t done = 0; done < trades.size() && !result.error;) {
        const std::size_t size = batchSize(trades.subspan(done), TradeBatch::MaxTrades);
        TradeBatch batch = TradeBatch::of(trades.subspan(done, size));
        const std::span outcomes = std::span(result.outcomes).subspan(done, size);
        if (auto written = Writer(session, batch, outcomes, result.refusals, stop).run(); !written)
            result.error = std::move(written.error());
        batch.setRepeated(outcomes);
        done += size;
    }
    return result;
}

} // namespace arbscope
