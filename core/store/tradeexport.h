// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/session.h"
#include "core/report/csvrecord.h"
#include "core/report/reportjson.h"
#include "core/store/walk.h"

#include <QByteArray>
#include <QIODevice>
#include <QString>
#include <QTimeZone>

#include <functional>
#include <limits>
#include <optional>
#include <stop_token>
#include <vector>

namespace arbscope {

enum class ExportFormat { Csv, JsonLines };

struct ExportRequest
{
    std::vector<QByteArray> servers; ///< empty: all servers of the store
    double since = -std::numeric_limits<double>::infinity(); ///< epoch seconds, inclusive
    double until = std::numeric_limits<double>::infinity();
    ExportFormat format = ExportFormat::Csv;
    CsvMode csvMode = CsvMode::Guarded;
    QTimeZone zone = QTimeZone::systemTimeZone(); ///< for the caption
    /// Which entries of a page belong to it, one for each (a filter); none: all do. Runs on the writing thread.
    std::function<std::vector<bool>(const WalkPage &)> select{};
};

/// A report that could not be exported, listed for the user.
struct ExportProblem
{
    QByteArray server;
    QByteArray orderId;
    std::vector<Issue> issues; ///< empty: the index names it, the hash does not have it
};

struct ExportResult
{
    qint64 trades = 0; ///< records written
    qint64 guarded = 0; ///< cells that got a leading '
    qint64 coerced = 0; ///< of `trades`: read by converting a type
    qint64 unreadable = 0; ///< left out
    std::vector<ExportProblem> problems; ///< the first 1,000 of them
    std::vector<QByteArray> unindexed; ///< servers whose index key is no sorted set: taken from the hash alone
    double firstClock = std::numeric_limits<double>::quiet_NaN(); ///< NaN clocks aside; NaN when there is no other
    double lastClock = std::numeric_limits<double>::quiet_NaN();
    QString caption; ///< contract §5; empty when there were no trades and nothing was written
};

struct ExportProgress
{
    qint64 done = 0;
    qint64 total = 0; ///< index entries of all servers, may grow
};

/// Why an export failed: the store (Result's own error) or the file.
struct ExportError
{
    std::optional<RedisError> store; ///< set when the store failed or it was cancelled
    QString file; ///< the system's words when the file could not be written
    [[nodiscard]] QString message() const;
};

/// Writes the trades of one, several or all servers to `path`, ascending by clock, merged (clock, server, order id),
/// a clock that is NaN last. A server whose index key is of another type is exported from its hash, and named. The
/// target is either the old file or the whole new one (QSaveFile); memory is bounded whatever the store's size. The
/// period is by the index's score, for reports that the index lacks by their clock. Fetching runs on the calling
/// thread, decoding and writing on one more. `onProgress` runs on the calling thread.
[[nodiscard]] std::expected<ExportResult, ExportError> exportTrades(
    RedisSession &connection, const ExportRequest &request, const QString &path,
    const std::function<void(ExportProgress)> &onProgress = {}, std::stop_token stop = {});
/// The same to an open device (standard output). What is written there begins when the last trade has been fetched,
/// since that may be the one to come first.
[[nodiscard]] std::expected<ExportResult, ExportError> exportTradesTo(
    RedisSession &connection, const ExportRequest &request, QIODevice &out,
    const std::function<void(ExportProgress)> &onProgress = {}, std::stop_token stop = {});

} // namespace arbscope
