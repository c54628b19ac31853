// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/parallelwalk.h"

#include "core/store/boundedqueue.h"

#include <algorithm>
#include <thread>
#include <utility>

namespace arbscope {

namespace {

constexpr std::size_t PagesInRing = 4;
constexpr std::size_t SpareBlocks = 64; // more than there ever are: giving one back never waits

/// `goesOn` is asked after each page.
Result<bool> fetchInParallel(TradeWalk &walk, const std::function<bool(const WalkPage &)> &take,
                             const std::function<bool()> &goesOn, const std::stop_token &stop)
{
    BoundedQueue<WalkPage> ring(PagesInRing);
    BoundedQueue<std::unique_ptr<BulkBlock>> spare(SpareBlocks);
    std::jthread thread([&ring, &spare, &take]() {
        while (auto page = ring.pop()) {
            if (!take(*page) || !spare.push(std::move(page->texts)))
                return ring.abandon();
        }
    });
    const auto recycle = [&walk, &spare] {
        while (auto block = spare.tryPop())
            walk.recycle(std::move(*block));
    };
    Result<bool> ended = false;
    do {
        recycle();
        auto page = walk.next(stop);
        if (!page)
            ended = std::unexpected(std::move(page.error()));
        else if (!*page)
            ended = true;
        if (!page || !*page || !ring.push(std::move(**page)))
            break;
    } while (goesOn());
    ring.close();
    thread.join();
    recycle(); // for the next call
    return ended;
}

} // namespace

Result<void> walkInParallel(TradeWalk &walk, const std::function<bool(const WalkPage &)> &take,
                            const std::function<void(qint64, qint64)> &onProgress, const std::stop_token &stop)
{
    const auto tell = [&] {
        const qint64 done = walk.result().trades + walk.result().missing;
        if (onProgress)
            onProgress(done, std::max(walk.total(), done));
        return true;
    };
    const auto ended = fetchInParallel(walk, take, tell, stop);
    return ended ? Result<void>() : std::unexpected(ended.error());
}

Result<bool> walkInParallelUntil(const QDeadlineTimer &deadline, TradeWalk &walk,
                                 const std::function<bool(const WalkPage &)> &take, const std::stop_token &stop)
{
    return fetchInParallel(walk, take, [&deadline] { return !deadline.hasExpired(); }, stop);
}

} // namespace arbscope
