// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/tradeexport.h"
#include "ui/tasks/longtask.h"

#include <QFutureWatcher>

#include <atomic>
#include <expected>
#include <memory>

namespace arbscope {

class StoreLane;

/// Where an export goes.
struct ExportTarget
{
    QString path;
    bool replace = false; ///< false: a file that is there stays, the export becomes "name (2).csv"
    QString otherFolder = {}; ///< in place of the path's folder when that is not there; may be empty
};

/// One export on the bulk lane.
class ExportTask final : public LongTask
{
    Q_OBJECT
public:
    ExportTask(StoreLane &lane, const ExportRequest &request, const ExportTarget &target, QObject *parent = nullptr);

signals:
    void exported(const arbscope::ExportResult &result, const QString &path); ///< nothing was written without trades
    void failed(const arbscope::ExportError &error, const QString &path);
    void cancelled();

private:
    struct Counters
    {
        std::atomic<qint64> done = 0;
        std::atomic<qint64> total = 0;
    };
    struct Outcome
    {
        QString path;
        std::expected<ExportResult, ExportError> result = std::unexpected(ExportError{});
    };
    void finish();

    std::shared_ptr<Counters> m_counters;
    QFutureWatcher<Outcome> m_watcher;
};

/// `path`, or the first of "name (2).suffix", "name (3).suffix" … that is not there. Looks at the disk.
[[nodiscard]] QString freePath(const QString &path);
/// The file that an export to `target` writes. Looks at the disk.
[[nodiscard]] QString pathOf(const ExportTarget &target);

} // namespace arbscope
