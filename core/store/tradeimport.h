// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/session.h"
#include "core/report/reportjson.h"

#include <QIODevice>
#include <QString>

#include <functional>
#include <optional>
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
    bool unsure = false; ///< the connection ended before the answer
    Verdict verdict = Verdict::Invalid;
    std::vector<Issue> issues;
};

struct ImportResult
{
    qint64 lines = 0;
    qint64 stored = 0;
    qint64 alreadyThere = 0;
    qint64 refused = 0; ///< not valid, not storable, or of a server one of whose keys holds something else
    qint64 unsure = 0;
    std::optional<RedisError> error; ///< what ended it before the last line: the store, or Cancelled
    QString fileError; ///< the system's words when the lines could not be read to their end
};

/// Stores each line's report (contract §6 import), whatever the size of the file. Lines end with \n or \r\n, the last
/// one may lack it; blank lines are refused like any other text that is no report. Reading and decoding `lines` runs on
/// one more thread, storing and the functions on the calling one. `onProblem` is told each line that was not stored, in
/// order; `onProgress(bytes)` how much of the file has been dealt with. Lines after an error are not counted.
[[nodiscard]] ImportResult importReports(ReportStore &store, QIODevice &lines,
                                         const std::function<void(const ImportProblem &)> &onProblem,
                                         const std::function<void(qint64)> &onProgress = {}, std::stop_token stop = {});

} // namespace arbscope
