// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/reportstore.h"
#include "ui/store/storetarget.h"

#include <QThreadPool>
#include <QtConcurrent>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace arbscope {

/// One worker thread with a ReportStore that lives on it. Work runs there in order, gets the store and a stop token,
/// and holds copies of all else it needs. Used from the GUI thread; only the destructor waits, for work that was told
/// to stop.
class StoreLane
{
public:
    StoreLane();
    ~StoreLane();
    StoreLane(const StoreLane &) = delete;
    StoreLane &operator=(const StoreLane &) = delete;

    /// Stops all work, and works on another store from now on; none: closes the connection.
    void connectTo(const std::optional<StoreTarget> &target);
    /// Stops the work under way and what waits for its turn; new work runs.
    void stopAll();
    /// Runs this on the lane's thread after the work that there is, whatever of it is stopped, and before the store
    /// that it works on goes: for letting go of what holds on to its connection.
    void runAfterAll(std::function<void()> task);

    /// work(ReportStore &, std::stop_token, QPromise<T> &). Not called when `request` was stopped before its turn, or
    /// when there is no store: `stopped` is the promise's result then.
    template <class T, class Work> QFuture<T> run(std::stop_source request, T stopped, Work work)
    {
        return QtConcurrent::run(&m_pool,
                                 [store = m_store, lane = m_stop.get_token(), request = std::move(request),
                                  stopped = std::move(stopped), work = std::move(work)](QPromise<T> &promise) mutable {
                                     const std::stop_callback forward(lane, [&request] { request.request_stop(); });
                                     if (request.stop_requested() || !*store)
                                         promise.addResult(std::move(stopped));
                                     else
                                         work(**store, request.get_token(), promise);
                                 });
    }

private:
    QThreadPool m_pool;
    std::stop_source m_stop;
    std::shared_ptr<std::optional<ReportStore>> m_store; ///< touched on the pool's thread only
};

} // namespace arbscope
