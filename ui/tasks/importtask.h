// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/tradeimport.h"
#include "ui/tasks/longtask.h"

#include <QFutureWatcher>

#include <vector>

namespace arbscope {

class StoreLane;

/// One import of a JSON-lines file on the bulk lane of a session that may write.
class ImportTask final : public LongTask
{
    Q_OBJECT
public:
    struct Outcome
    {
        QString path;
        ImportResult result{}; ///< error Cancelled: some lines may be stored
        std::vector<ImportProblem> problems{}; ///< the first MostProblems
    };
    static constexpr size_t MostProblems = 1000;

    ImportTask(StoreLane &lane, const QString &path, QObject *parent = nullptr);

signals:
    void finished(const arbscope::ImportTask::Outcome &outcome);

private:
    QFutureWatcher<Outcome> m_watcher;
};

} // namespace arbscope
