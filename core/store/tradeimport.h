// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/connection.h"
#include "core/report/reportjson.h"

#include <QIODevice>

#include <functional>
#include <stop_token>

namespace arbscope {

class ReportStore;

/// What became of one line of an import; only lines that were not stored are reported.
struct ImportProblem
{
    qint64 line = 0; ///< from 1
    QByteArray server;
    QByteArray orderId;
    bool alreadyThere = false; ///< the order id stands in the store
    bool unsure = false;       ///< the connection ended before the answer
    Verdict verdict = Verdict::Invalid;
    std::vector<Issue> issues;
};

struct ImportResult
{
    qint64 lines = 0;
    qint64 stored = 0;
    qint64 alreadyThere = 0;
    qint64 refused = 0; ///< not valid, or not storable
    qint64 unsure = 0;
};

/// Stores each line's report (contract §6 import). Blank lines are refused like any other text that is no report.
/// `onProblem` is told each line that was not stored, in order; `onProgress(bytesRead)`.
[[nodiscard]] Result<ImportResult> importReports(ReportStore &store, QIODevice &lines,
                                                 const std::function<void(const ImportProblem &)> &onProblem,
                                                 const std::function<void(qint64)> &onProgress = {},
                                                 std::stop_token stop = {});

} // namespace arbscope
