// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/storecheckrepair.h"
#include "ui/tasks/longtask.h"

#include <QFutureWatcher>

#include <atomic>
#include <memory>
#include <vector>

namespace arbscope {

class StoreLane;

/// What became of the changes.
struct RepairSummary
{
    qint64 done = 0;
    qint64 notAsSaid = 0; ///< the store was no longer as it had been found
    qint64 contended = 0; ///< others were writing
    std::optional<RedisError> error; ///< what ended it early; the last change may have been made then
};

/// Makes changes that a person has confirmed, one after the other.
class RepairTask final : public LongTask
{
    Q_OBJECT
public:
    RepairTask(StoreLane &lane, const std::vector<RepairStep> &steps, QObject *parent = nullptr);

signals:
    void finished(const arbscope::RepairSummary &summary);

private:
    std::shared_ptr<std::atomic<qint64>> m_made;
    QFutureWatcher<RepairSummary> m_watcher;
};

} // namespace arbscope
