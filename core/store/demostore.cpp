// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/demostore.h"

#include "core/store/demooddities.h"
#include "core/store/demorandom.h"
#include "core/store/demotrades.h"
#include "core/store/keys.h"
#include "core/store/newtrade.h"
#include "core/store/reportstore.h"

#include <QDateTime>
#include <QLoggingCategory>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace arbscope {

namespace {

Q_LOGGING_CATEGORY(demoLog, "arbscope.demo", QtWarningMsg)

constexpr int BatchSize = 1000;
constexpr double LiveDelay = 3; ///< seconds from a trade's clock signal until it is stored: its orders take a while

ConnectionOptions writing()
{
    ConnectionOptions options;
    options.writable = true;
    return options;
}

double now()
{
    return static_cast<double>(QDateTime::currentMSecsSinceEpoch()) / 1000;
}

/// The oddity that trade number `trade` of `trades` carries, spread evenly; null for most trades.
const DemoOddity *oddityAt(int trade, int trades)
{
    const auto oddities = demoOddities();
    const int every = trades / static_cast<int>(oddities.size() + 1);
    if (every == 0 || (trade + 1) % every != 0) {
        return nullptr;
    }
    const auto index = static_cast<std::size_t>((trade + 1) / every - 1);
    return index < oddities.size() ? &oddities[index] : nullptr;
}

/// One report that no index entry names, and one index entry without a report, at the end of the trades.
Result<void> addLonely(ReportStore &store, const NewTrade &withoutIndex)
{
    const Result<RedisSession *> connection = store.connection();
    if (!connection) {
        return std::unexpected(connection.error());
    }
    const QByteArray &server = withoutIndex.server;
    const CommandArgs hashOnly = {"HSET", hashKey(server), withoutIndex.orderId, withoutIndex.json};
    const CommandArgs indexOnly
        = {"ZADD", indexKey(server), scoreText(withoutIndex.clock), "lost-" + withoutIndex.orderId};
    for (const CommandArgs &command : {hashOnly, indexOnly}) {
        const Result<RedisReply> reply = (*connection)->call(command);
        if (!reply) {
            return std::unexpected(reply.error());
        }
    }
    return {};
}

Result<void> fill(ReportStore &store, DemoTrades &trades, int count)
{
    std::vector<NewTrade> batch;
    for (int i = 0; i < count; ++i) {
        const Report report = trades.next();
        NewTrade trade = NewTrade::of(report);
        if (const DemoOddity *oddity = oddityAt(i, count)) {
            trade.json = oddity->spoil(trade.json);
        }
        if (i == count / 3) {
            if (const Result<void> added = addLonely(store, trade); !added) {
                return added;
            }
        } else {
            batch.push_back(std::move(trade));
        }
        if (static_cast<int>(batch.size()) == BatchSize || i + 1 == count) {
            const CreateManyResult result = store.createMany(batch);
            if (result.error) {
                return std::unexpected(*result.error);
            }
            batch.clear();
        }
    }
    return {};
}

} // namespace

class DemoStore::Private
{
public:
    explicit Private(PrivateServer started)
        : server(std::move(started))
    { }
    ~Private()
    {
        live = {}; // ends the thread before its server
    }
    /// Runs on the live thread until stopped.
    void trade(std::stop_token stop, DemoOptions options);

    PrivateServer server;
    std::vector<DemoTrades> trades;
    std::jthread live;
};

void DemoStore::Private::trade(std::stop_token stop, DemoOptions options)
{
    ReportStore store(server.url(), writing());
    DemoRandom random(options.seed);
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    const double interval = std::chrono::duration<double>(options.liveInterval).count();
    while (!stop.stop_requested()) {
        wake.wait_for(lock, stop, std::chrono::duration<double>(interval * (0.5 + random.uniform())),
                      [] { return false; });
        if (stop.stop_requested()) {
            return;
        }
        const auto index = static_cast<std::size_t>(random.between(0, static_cast<qint64>(trades.size()) - 1));
        const Result<CreateOutcome> stored = store.create(trades[index].nextAt(now() - LiveDelay), stop);
        if (!stored && stored.error().code != RedisErrorCode::Cancelled) {
            qCWarning(demoLog) << "A new demo trade could not be stored:" << stored.error().message();
        }
    }
}

DemoStore::DemoStore(std::unique_ptr<Private> data)
    : d(std::move(data))
{ }

DemoStore::~DemoStore() = default;
DemoStore::DemoStore(DemoStore &&) noexcept = default;
DemoStore &DemoStore::operator=(DemoStore &&) noexcept = default;

Result<DemoStore> DemoStore::start(const DemoOptions &options)
{
    Result<PrivateServer> server = PrivateServer::start();
    if (!server) {
        return std::unexpected(server.error());
    }
    auto data = std::make_unique<Private>(std::move(*server));
    ReportStore store(data->server.url(), writing());
    const double lastClock = options.lastClock > 0 ? options.lastClock : now() - LiveDelay;
    for (int i = 0; i < options.servers; ++i) {
        // The walk of clocks is known beforehand, so that it can be made to end at lastClock.
        const double start = lastClock - DemoTrades::duration(options.seed, i, options.tradesPerServer);
        data->trades.emplace_back(options.seed, i, start);
        if (const Result<void> filled = fill(store, data->trades.back(), options.tradesPerServer); !filled) {
            return std::unexpected(filled.error());
        }
    }
    if (options.live && options.servers > 0) {
        data->live
            = std::jthread([d = data.get(), options](std::stop_token stop) { d->trade(std::move(stop), options); });
    }
    return DemoStore(std::move(data));
}

RedisUrl DemoStore::url() const
{
    return d->server.url();
}

} // namespace arbscope
