// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/reportstore.h"

#include "core/redis/wait.h"
#include "core/store/keys.h"
#include "core/store/replyshape.h"
#include "core/store/serverscan.h"
#include "core/store/tradewriter.h"

#include <QDeadlineTimer>

#include <algorithm>
#include <utility>

namespace arbscope {

namespace {

using namespace std::chrono_literals;

constexpr auto FirstPause = 50ms; // before storing is tried again at another server
constexpr auto LongestPause = 1000ms;
constexpr std::size_t BodiesAtOnce = 500; // in one HMGET, so that the server stays quick for others

Result<std::vector<StoredTrade>> bodies(RedisSession &connection, const QByteArray &server, std::vector<QByteArray> ids,
                                        const std::stop_token &stop)
{
    std::vector<CommandArgs> commands;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (i % BodiesAtOnce == 0)
            commands.push_back({QByteArrayLiteral("HMGET"), hashKey(server)});
        commands.back().push_back(ids[i]);
    }
    std::vector<StoredTrade> trades;
    if (commands.empty())
        return trades;
    auto replies = connection.pipeline(commands, stop);
    if (!replies)
        return std::unexpected(std::move(replies.error()));
    trades.reserve(ids.size());
    for (std::size_t i = 0; i < commands.size(); ++i) {
        auto texts = arrayIn(std::move((*replies)[i]), commands[i]);
        if (!texts)
            return std::unexpected(std::move(texts.error()));
        if (texts->size() != commands[i].size() - 2)
            return std::unexpected(unexpectedReply(commands[i]));
        for (RedisReply &text : *texts) {
            auto body = bulkIn(std::move(text), commands[i]);
            if (!body)
                return std::unexpected(std::move(body.error()));
            trades.push_back(storedTrade(std::move(ids[trades.size()]), std::move(*body)));
        }
    }
    return trades;
}

/// A page from two commands: how many there are, and the ids of the page.
Result<TradePage> page(RedisSession &connection, const QByteArray &server, const CommandArgs &count,
                       const CommandArgs &range, const std::stop_token &stop)
{
    auto replies = connection.pipeline({count, range}, stop);
    if (!replies)
        return std::unexpected(std::move(replies.error()));
    const auto total = integerIn(replies->front(), count);
    if (!total)
        return std::unexpected(total.error());
    auto ids = bulksIn(std::move(replies->back()), range);
    if (!ids)
        return std::unexpected(std::move(ids.error()));
    auto trades = bodies(connection, server, std::move(*ids), stop);
    if (!trades)
        return std::unexpected(std::move(trades.error()));
    return TradePage{.firstRank = 0, .total = *total, .trades = std::move(*trades)};
}

Result<std::optional<StoredTrade>> onlyTrade(Result<TradePage> &&page)
{
    if (!page)
        return std::unexpected(std::move(page.error()));
    if (page->trades.empty())
        return std::nullopt;
    return std::move(page->trades.front());
}

RedisError refusal(const Report &report, const std::vector<Issue> &issues)
{
    QString detail = QStringLiteral("report %1 may not be stored").arg(report.orderId);
    for (const Issue &issue : issues)
        detail += QStringLiteral("; %1: %2")
                      .arg(QString::fromStdString(issue.member), QString::fromStdString(issue.message));
    return {.code = RedisErrorCode::Usage, .detail = detail, .command = {}, .key = {}};
}

} // namespace

class ReportStore::Private
{
public:
    Private(RedisUrl storeUrl, ConnectionOptions connectionOptions)
        : url(std::move(storeUrl))
        , options(std::move(connectionOptions))
    { }

    RedisUrl url;
    ConnectionOptions options;
    std::optional<RedisSession> connection;

    bool isOpen() const { return connection && connection->isOpen(); }
    /// Whether what a write failed of ends when another server has taken over.
    bool mayPass(const RedisError &error) const
    {
        switch (error.code) {
        case RedisErrorCode::Refused:
        case RedisErrorCode::Unreachable:
        case RedisErrorCode::TimedOut:
        case RedisErrorCode::Closed:
        case RedisErrorCode::Loading:
            return true;
        case RedisErrorCode::ReadOnly:
            return options.writable;
        default:
            return false;
        }
    }

    Result<RedisSession *> opened(const std::stop_token &stop)
    {
        if (!isOpen()) {
            auto fresh = RedisSession::open(url, options, stop);
            if (!fresh)
                return std::unexpected(std::move(fresh.error()));
            connection = std::move(*fresh);
        }
        return &*connection;
    }

    /// Runs a read; once more on a new connection when the one that was open before turns out to have ended. (A session
    /// over several servers has tried all there is to try.)
    template <class Read> auto read(const std::stop_token &stop, const Read &run) -> decltype(run(*connection))
    {
        if (isOpen()) {
            auto result = run(*connection);
            if (result || result.error().code != RedisErrorCode::Closed || url.topology != RedisTopology::Single)
                return result;
        }
        const auto fresh = opened(stop);
        if (!fresh)
            return std::unexpected(fresh.error());
        return run(**fresh);
    }

    /// One command, and its reply taken by `shape`.
    template <class Shape>
    auto ask(const CommandArgs &command, const std::stop_token &stop, const Shape &shape)
        -> decltype(shape(RedisReply(), command))
    {
        return read(stop, [&](RedisSession &c) -> decltype(shape(RedisReply(), command)) {
            auto reply = c.call(command, stop);
            if (!reply)
                return std::unexpected(std::move(reply.error()));
            return shape(std::move(*reply), command);
        });
    }
};

ReportStore::ReportStore(RedisUrl url, ConnectionOptions options)
    : d(std::make_unique<Private>(std::move(url), std::move(options)))
{ }

ReportStore::~ReportStore() = default;
ReportStore::ReportStore(ReportStore &&) noexcept = default;
ReportStore &ReportStore::operator=(ReportStore &&) noexcept = default;

Result<void> ReportStore::open(std::stop_token stop)
{
    if (const auto opened = d->opened(stop); !opened)
        return std::unexpected(opened.error());
    return {};
}

Result<RedisSession *> ReportStore::connection(std::stop_token stop)
{
    if (!d->isOpen())
        return d->opened(stop);
    // Any answer will do: a server that cannot save refuses even PING, and lets everybody read all the same.
    if (const auto alive = d->ask({QByteArrayLiteral("PING")}, stop, checkReply); !alive && !d->isOpen())
        return std::unexpected(alive.error());
    return &*d->connection;
}

const RedisUrl &ReportStore::url() const
{
    return d->url;
}

const ConnectionOptions &ReportStore::options() const
{
    return d->options;
}

void ReportStore::close()
{
    d->connection.reset();
}

Result<void> ReportStore::servers(const std::function<void(std::vector<ServerSummary>)> &found, std::stop_token stop)
{
    ServerScan scan; // outlives a connection that is replaced: what was found is not handed on again
    return d->read(stop, [&](RedisSession &c) { return scan.run(c, found, stop); });
}

Result<ServerSummary> ReportStore::summary(const QByteArray &server, std::stop_token stop)
{
    return d->read(stop, [&](RedisSession &c) { return serverSummary(c, server, stop); });
}

Result<std::vector<ServerSummary>> ReportStore::summaries(std::span<const QByteArray> servers, std::stop_token stop)
{
    return d->read(stop, [&](RedisSession &c) { return serverSummaries(c, servers, stop); });
}

Result<qint64> ReportStore::count(const QByteArray &server, std::stop_token stop)
{
    return d->ask({QByteArrayLiteral("ZCARD"), indexKey(server)}, stop, integerIn);
}

Result<qint64> ReportStore::countByClock(const QByteArray &server, double since, double until, std::stop_token stop)
{
    return d->ask({QByteArrayLiteral("ZCOUNT"), indexKey(server), scoreText(since), scoreText(until)}, stop, integerIn);
}

Result<std::optional<qint64>> ReportStore::rank(const QByteArray &server, const QByteArray &orderId, TradeOrder order,
                                                std::stop_token stop)
{
    const QByteArray name
        = order == TradeOrder::OldestFirst ? QByteArrayLiteral("ZRANK") : QByteArrayLiteral("ZREVRANK");
    return d->ask({name, indexKey(server), orderId}, stop, rankIn);
}

Result<TradePage> ReportStore::pageByRank(const QByteArray &server, qint64 from, qint64 to, TradeOrder order,
                                          std::stop_token stop)
{
    const QByteArray name
        = order == TradeOrder::OldestFirst ? QByteArrayLiteral("ZRANGE") : QByteArrayLiteral("ZREVRANGE");
    const CommandArgs count{QByteArrayLiteral("ZCARD"), indexKey(server)};
    const CommandArgs range{name, indexKey(server), QByteArray::number(from), QByteArray::number(to)};
    auto result = d->read(stop, [&](RedisSession &c) { return page(c, server, count, range, stop); });
    if (result)
        result->firstRank = from < 0 ? std::max<qint64>(0, result->total + from) : from;
    return result;
}

Result<TradePage> ReportStore::pageByClock(const QByteArray &server, double since, double until, qint64 offset,
                                           qint64 limit, TradeOrder order, std::stop_token stop)
{
    const bool ascending = order == TradeOrder::OldestFirst;
    const QByteArray low = scoreText(since);
    const QByteArray high = scoreText(until);
    const CommandArgs count{QByteArrayLiteral("ZCOUNT"), indexKey(server), low, high};
    const CommandArgs range{ascending ? QByteArrayLiteral("ZRANGEBYSCORE") : QByteArrayLiteral("ZREVRANGEBYSCORE"),
                            indexKey(server),
                            ascending ? low : high,
                            ascending ? high : low,
                            QByteArrayLiteral("LIMIT"),
                            QByteArray::number(offset),
                            QByteArray::number(std::max<qint64>(0, limit))};
    auto result = d->read(stop, [&](RedisSession &c) { return page(c, server, count, range, stop); });
    if (result)
        result->firstRank = offset;
    return result;
}

Result<std::optional<StoredTrade>> ReportStore::trade(const QByteArray &server, const QByteArray &orderId,
                                                      std::stop_token stop)
{
    auto raw = d->ask({QByteArrayLiteral("HGET"), hashKey(server), orderId}, stop, bulkIn);
    if (!raw)
        return std::unexpected(std::move(raw.error()));
    if (!*raw)
        return std::nullopt;
    return storedTrade(orderId, std::move(*raw));
}

Result<std::vector<StoredTrade>> ReportStore::trades(const QByteArray &server, std::vector<QByteArray> orderIds,
                                                     std::stop_token stop)
{
    return d->read(stop, [&](RedisSession &c) { return bodies(c, server, orderIds, stop); });
}

Result<std::optional<StoredTrade>> ReportStore::first(const QByteArray &server, std::stop_token stop)
{
    return onlyTrade(pageByRank(server, 0, 0, TradeOrder::OldestFirst, stop));
}

Result<std::optional<StoredTrade>> ReportStore::last(const QByteArray &server, std::stop_token stop)
{
    return onlyTrade(pageByRank(server, 0, 0, TradeOrder::NewestFirst, stop));
}

Result<CreateOutcome> ReportStore::create(const Report &report, std::stop_token stop)
{
    auto result = createMany(std::span(&report, 1), stop);
    if (!result)
        return std::unexpected(std::move(result.error()));
    if (result->outcomes.front() == CreateOutcome::NotStored && result->error)
        return std::unexpected(std::move(*result->error));
    if (result->outcomes.front() == CreateOutcome::Refused)
        return std::unexpected(std::move(result->refusals.begin()->second));
    return result->outcomes.front();
}

Result<CreateManyResult> ReportStore::createMany(std::span<const Report> reports, std::stop_token stop)
{
    std::vector<NewTrade> trades;
    trades.reserve(reports.size());
    for (const Report &report : reports) {
        if (const auto issues = storingIssues(report); !issues.empty())
            return std::unexpected(refusal(report, issues));
        trades.push_back(NewTrade::of(report));
    }
    return createMany(trades, stop);
}

CreateManyResult ReportStore::createMany(std::span<const NewTrade> trades, std::stop_token stop)
{
    const auto write = [&](std::span<const NewTrade> some) -> CreateManyResult {
        const auto connection = d->opened(stop);
        if (!connection)
            return {.outcomes = std::vector(some.size(), CreateOutcome::NotStored), .error = connection.error()};
        return writeTrades(**connection, some, stop);
    };
    const bool old = d->isOpen();
    CreateManyResult result = write(trades);
    if (d->url.topology == RedisTopology::Single) {
        // The old connection had ended before anything was written: nothing is repeated by trying on a new one.
        const bool untouched
            = std::ranges::all_of(result.outcomes, [](CreateOutcome o) { return o == CreateOutcome::NotStored; });
        if (old && untouched && result.error && result.error->code == RedisErrorCode::Closed)
            return write(trades);
        return result;
    }
    // Another server takes over: what was certainly not stored is tried again there. What is unsure stays so.
    const QDeadlineTimer deadline(d->options.failoverTimeout);
    auto pause = FirstPause;
    while (old && result.error && d->mayPass(*result.error) && !deadline.hasExpired()) {
        std::vector<std::size_t> places;
        std::vector<NewTrade> rest;
        for (std::size_t i = 0; i < trades.size(); ++i) {
            if (result.outcomes[i] != CreateOutcome::NotStored)
                continue;
            places.push_back(i);
            rest.push_back(trades[i]);
        }
        if (rest.empty())
            break;
        d->connection.reset(); // a new session asks who is the master now
        if (const auto paused = pauseFor(pause, stop); !paused) {
            result.error = paused.error();
            break;
        }
        pause = std::min<std::chrono::milliseconds>(pause * 2, LongestPause);
        CreateManyResult more = write(rest);
        result.refusals.merge(more.refusals);
        for (std::size_t i = 0; i < rest.size(); ++i)
            result.outcomes[places[i]] = more.outcomes[i];
        result.error = std::move(more.error);
    }
    return result;
}

} // namespace arbscope
