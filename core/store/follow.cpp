// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/follow.h"

#include "core/redis/wait.h"
#include "core/store/followtracking.h"
#include "core/store/keys.h"
#include "core/store/replyshape.h"

#include <QDeadlineTimer>

#include <algorithm>
#include <deque>
#include <utility>

namespace arbscope {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t TradesAtOnce = 200;
constexpr auto FirstPause = 100ms; // before connecting again
constexpr auto LongestPause = 5000ms;
// Where the server tells of changes: it is asked all the same that often, in case a message got lost with its
// connection.
constexpr auto TrackingCheck = 1000ms;
// Thousands of trades a second are looked at together, not each for itself.
constexpr auto ShortestInterval = 20ms;

} // namespace

class Follower::Private
{
public:
    Private(RedisUrl storeUrl, ConnectionOptions connectionOptions, QByteArray name, const FollowOptions &follow)
        : url(std::move(storeUrl))
        , options(std::move(connectionOptions))
        , server(std::move(name))
        , followOptions(follow)
        , index(indexKey(server), follow.maxKnown)
    {
        // What is told is told once: an index must not be ahead of its reports because it lies at another replica.
        options.readFromReplicas = false;
    }

    Result<void> connect(const std::stop_token &stop);
    Result<void> track(RedisSession &session, const std::stop_token &stop);
    Result<FollowBatch> next(const std::stop_token &stop);
    Result<void> wait(const std::stop_token &stop);
    Result<FollowBatch> batch(const std::stop_token &stop);
    void disconnect()
    {
        tracking.reset();
        connection.reset();
    }

    RedisUrl url;
    ConnectionOptions options;
    QByteArray server;
    FollowOptions followOptions;
    FollowIndex index;
    std::optional<RedisSession> connection;
    std::optional<KeyTracking> tracking;
    std::chrono::milliseconds pause{0}; ///< before the next connection
    bool mayHaveMore = true; ///< there is no need to wait before looking
    QDeadlineTimer notBefore; ///< the next look
    std::deque<QByteArray> found; ///< order ids to be told
    std::optional<FollowGap> gap; ///< to be told
};

Result<void> Follower::Private::connect(const std::stop_token &stop)
{
    if (connection && connection->isOpen())
        return {};
    disconnect();
    if (pause > 0ms) {
        if (const auto paused = pauseFor(pause, stop); !paused)
            return paused;
    }
    auto fresh = RedisSession::open(url, options, stop);
    if (!fresh)
        return std::unexpected(std::move(fresh.error()));
    if (followOptions.tracking) {
        if (const auto tracked = track(*fresh, stop); !tracked)
            return tracked;
    }
    connection = std::move(*fresh);
    mayHaveMore = true;
    return {};
}

Result<void> Follower::Private::track(RedisSession &session, const std::stop_token &stop)
{
    auto tracked = KeyTracking::start(session, indexKey(server), stop);
    if (!tracked)
        return std::unexpected(std::move(tracked.error()));
    tracking = std::move(*tracked);
    return {};
}

Result<FollowBatch> Follower::Private::next(const std::stop_token &stop)
{
    for (;;) {
        if (const auto connected = connect(stop); !connected)
            return std::unexpected(connected.error());
        if (!found.empty() || gap)
            return batch(stop);
        if (!std::exchange(mayHaveMore, false)) {
            if (const auto waited = wait(stop); !waited)
                return std::unexpected(waited.error());
        }
        std::vector<QByteArray> ids;
        const auto looked = index.look(*connection, ids, gap, stop);
        notBefore = QDeadlineTimer(ShortestInterval);
        // Known from now on, so they have to be told even where an error came after them.
        std::ranges::move(ids, std::back_inserter(found));
        if (!looked)
            return std::unexpected(looked.error());
        mayHaveMore = !found.empty() || gap;
    }
}

Result<void> Follower::Private::wait(const std::stop_token &stop)
{
    if (!tracking)
        return pauseFor(followOptions.pollInterval, stop);
    if (!notBefore.hasExpired()) {
        if (const auto paused = pauseFor(std::chrono::milliseconds(notBefore.remainingTime()), stop); !paused)
            return paused;
    }
    // In a cluster the key may have gone to another server since.
    const auto current = tracking->isCurrent(*connection, stop);
    if (!current)
        return std::unexpected(current.error());
    if (!*current)
        return track(*connection, stop);
    const auto told = tracking->wait(TrackingCheck, stop);
    return told ? Result<void>() : std::unexpected(told.error());
}

Result<FollowBatch> Follower::Private::batch(const std::stop_token &stop)
{
    CommandArgs command{"HMGET", hashKey(server)};
    const std::size_t size = std::min(found.size(), TradesAtOnce);
    std::copy_n(found.begin(), size, std::back_inserter(command));
    FollowBatch result;
    if (size > 0) {
        auto reply = connection->call(command, stop);
        if (!reply)
            return std::unexpected(std::move(reply.error()));
        auto texts = arrayIn(std::move(*reply), command);
        if (!texts)
            return std::unexpected(std::move(texts.error()));
        if (texts->size() != size)
            return std::unexpected(unexpectedReply(command));
        for (std::size_t i = 0; i < size; ++i) {
            auto raw = bulkIn(std::move((*texts)[i]), command);
            if (!raw)
                return std::unexpected(std::move(raw.error()));
            result.trades.push_back(storedTrade(found[i], std::move(*raw)));
        }
        found.erase(found.begin(), found.begin() + qsizetype(size));
    }
    result.gap = std::exchange(gap, std::nullopt);
    return result;
}

Follower::Follower(RedisUrl url, ConnectionOptions options, QByteArray server, const FollowOptions &follow)
    : d(std::make_unique<Private>(std::move(url), std::move(options), std::move(server), follow))
{ }

Follower::~Follower() = default;
Follower::Follower(Follower &&) noexcept = default;
Follower &Follower::operator=(Follower &&) noexcept = default;

Result<void> Follower::start(const std::function<void(qint64, qint64)> &onProgress, std::stop_token stop)
{
    d->pause = 0ms;
    if (const auto connected = d->connect(stop); !connected)
        return connected;
    d->found.clear();
    d->gap.reset();
    return d->index.begin(*d->connection, onProgress, stop);
}

Result<FollowBatch> Follower::next(std::stop_token stop)
{
    auto batch = d->next(stop);
    if (batch) {
        d->pause = 0ms;
    } else if (batch.error().code != RedisErrorCode::Cancelled) {
        d->pause = std::clamp<std::chrono::milliseconds>(d->pause * 2, FirstPause, LongestPause);
        d->disconnect();
    }
    return batch;
}

FollowMode Follower::mode() const
{
    return d->tracking ? FollowMode::Tracking : FollowMode::Polling;
}

} // namespace arbscope
