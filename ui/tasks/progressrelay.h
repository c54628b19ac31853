// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPromise>

#include <atomic>

namespace arbscope {

/// Brings progress of any size from a worker to its future's watcher, whose progress is an int.
struct ProgressRelay
{
    static constexpr int Steps = 1000;

    std::atomic<qint64> done = 0;
    std::atomic<qint64> total = 0;

    /// From the worker: the watcher's progressValueChanged() follows, now and then.
    template <class T> void tell(QPromise<T> &promise, qint64 doneNow, qint64 totalNow)
    {
        done = doneNow;
        total = totalNow;
        promise.setProgressRange(0, Steps);
        promise.setProgressValue(totalNow > 0 ? static_cast<int>(Steps * doneNow / totalNow) : 0);
    }
};

} // namespace arbscope
