// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/storecheck.h"
#include "ui/tasks/longtask.h"

#include <QFutureWatcher>

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

namespace arbscope {

class StoreLane;

/// Sums of a check over its servers.
struct CheckSummary
{
    qint64 servers = 0;
    qint64 reports = 0;
    qint64 findings = 0;
    qint64 unconfirmed = 0;
    std::optional<RedisError> error; ///< what ended it early
};

/// One check of some servers, or of all.
class CheckTask final : public LongTask
{
    Q_OBJECT
public:
    static constexpr qint64 MostTold = 10'000; ///< findings; further ones are only counted

    /// `servers` empty: all of the store.
    CheckTask(StoreLane &lane, const std::vector<QByteArray> &servers, QObject *parent = nullptr);

signals:
    void found(const std::vector<arbscope::Finding> &findings);
    void finished(const arbscope::CheckSummary &summary);

private:
    struct Counters
    {
        std::atomic<qint64> done = 0;
        std::atomic<qint64> total = 0;
    };
    struct Part
    {
        std::vector<Finding> findings;
        std::optional<CheckSummary> summary; ///< in the last part only
    };
    class Run;
    void take(int from, int to);

    std::shared_ptr<Counters> m_counters;
    QFutureWatcher<Part> m_watcher;
};

} // namespace arbscope
