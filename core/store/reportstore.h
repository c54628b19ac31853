// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/session.h"
#include "core/store/newtrade.h"
#include "core/store/storedtrade.h"

#include <QByteArray>

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace arbscope {

enum class CreateOutcome {
    Stored,
    AlreadyThere, ///< the order id stands in the hash; nothing was changed
    NotStored, ///< an error came before it was sent, or the store refused it; nothing was changed
    Unsure, ///< a connection ended between sending and the answer; ask the store
    Refused, ///< a key of its trading server holds another type of value; nothing was changed
};

struct CreateManyResult
{
    std::vector<CreateOutcome> outcomes; ///< one for each report, in order
    std::optional<RedisError> error; ///< what ended it early: only then are outcomes NotStored
    std::map<QByteArray, RedisError> refusals{}; ///< by trading server, why its trades were Refused
};

/// Execution reports in one Redis, over one session; synchronous, one thread. Reads are retried once on a new
/// connection when the old one turns out to be broken, and where there are several servers until another one has taken
/// over; writes only as far as they certainly were not carried out.
class ReportStore
{
public:
    explicit ReportStore(RedisUrl url, ConnectionOptions options = {});
    ~ReportStore();
    ReportStore(ReportStore &&) noexcept;
    ReportStore &operator=(ReportStore &&) noexcept;

    /// Connects if not connected; the other functions do so themselves.
    [[nodiscard]] Result<void> open(std::stop_token stop = {});
    /// A connection that answers, opened if need be; for walks and exports.
    [[nodiscard]] Result<RedisSession *> connection(std::stop_token stop = {});
    [[nodiscard]] const RedisUrl &url() const;
    [[nodiscard]] const ConnectionOptions &options() const;
    void close();

    /// Trading servers: SCAN … TYPE hash, handed on in batches of summaries as they are found, each server once.
    [[nodiscard]] Result<void> servers(const std::function<void(std::vector<ServerSummary>)> &found,
                                       std::stop_token stop = {});
    [[nodiscard]] Result<ServerSummary> summary(const QByteArray &server, std::stop_token stop = {});
    /// Of several servers in one round trip, in their order; one that is not there is empty.
    [[nodiscard]] Result<std::vector<ServerSummary>> summaries(std::span<const QByteArray> servers,
                                                               std::stop_token stop = {});
    [[nodiscard]] Result<qint64> count(const QByteArray &server, std::stop_token stop = {}); ///< ZCARD
    /// Index entries whose score is in [since, until].
    [[nodiscard]] Result<qint64> countByClock(const QByteArray &server, double since, double until,
                                              std::stop_token stop = {});
    /// Place of a trade in the index, from 0 in `order`; none when the index does not have it.
    [[nodiscard]] Result<std::optional<qint64>> rank(const QByteArray &server, const QByteArray &orderId,
                                                     TradeOrder order, std::stop_token stop = {});

    /// Ranks `from`…`to` inclusive, negative from the end, as ZRANGE (contract §1); an empty range is an empty page.
    [[nodiscard]] Result<TradePage> pageByRank(const QByteArray &server, qint64 from, qint64 to, TradeOrder order,
                                               std::stop_token stop = {});
    /// Trades whose score is in [since, until] (epoch seconds, either may be infinite), `offset` (from 0) and `limit`
    /// within them, and within TradePage::total of them.
    [[nodiscard]] Result<TradePage> pageByClock(const QByteArray &server, double since, double until, qint64 offset,
                                                qint64 limit, TradeOrder order, std::stop_token stop = {});
    /// One report by its order id; none when the hash does not have it.
    [[nodiscard]] Result<std::optional<StoredTrade>> trade(const QByteArray &server, const QByteArray &orderId,
                                                           std::stop_token stop = {});
    /// Several in one round trip, in their order; one that the hash does not have is not present.
    [[nodiscard]] Result<std::vector<StoredTrade>> trades(const QByteArray &server, std::vector<QByteArray> orderIds,
                                                          std::stop_token stop = {});
    [[nodiscard]] Result<std::optional<StoredTrade>> first(const QByteArray &server, std::stop_token stop = {});
    [[nodiscard]] Result<std::optional<StoredTrade>> last(const QByteArray &server, std::stop_token stop = {});

    /// Stores a report, append-only, hash and index at once (WATCH + MULTI). Refuses what contract §4 refuses (error
    /// Usage). Stored, AlreadyThere, Unsure, or the error for which nothing was changed.
    [[nodiscard]] Result<CreateOutcome> create(const Report &report, std::stop_token stop = {});
    /// The same for many, pipelined, some hundreds at a time; error Usage, with nothing stored, when one is refused.
    [[nodiscard]] Result<CreateManyResult> createMany(std::span<const Report> reports, std::stop_token stop = {});
    /// The same for reports that are canonical text already.
    [[nodiscard]] CreateManyResult createMany(std::span<const NewTrade> trades, std::stop_token stop = {});

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace arbscope
