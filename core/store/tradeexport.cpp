// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/tradeexport.h"

#include "core/report/names.h"
#include "core/store/exportwriter.h"
#include "core/store/parallelwalk.h"
#include "core/store/serverscan.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryFile>

#include <algorithm>
#include <utility>

namespace arbscope {

namespace {

using Exported = std::expected<ExportResult, ExportError>;

std::unexpected<ExportError> storeFailed(RedisError error)
{
    return std::unexpected(ExportError{.store = std::move(error), .file = {}});
}

std::unexpected<ExportError> fileFailed(const QString &error)
{
    return std::unexpected(ExportError{.store = {}, .file = error});
}

/// A failed write, unless it was the stop that ended it.
std::unexpected<ExportError> writeFailed(const QString &error, const std::stop_token &stop)
{
    if (stop.stop_requested())
        return storeFailed({.code = RedisErrorCode::Cancelled, .detail = {}, .command = {}, .key = {}});
    return fileFailed(error);
}

/// Fetches on this thread; another one decodes and writes to the spool.
Result<void> fetch(TradeWalk &walk, ExportWriter &writer, bool &written,
                   const std::function<void(ExportProgress)> &onProgress, const std::stop_token &stop)
{
    written = true;
    const auto progress = [&onProgress](qint64 done, qint64 total) {
        if (onProgress)
            onProgress({.done = done, .total = total});
    };
    auto fetched
        = walkInParallel(walk, [&](const WalkPage &page) { return written = writer.add(page); }, progress, stop);
    written = written && writer.finish();
    return fetched;
}

/// Exports to the spool, then hands the writer to `finish`, which brings the records to where they belong.
template <class Finish>
Exported exportBy(RedisSession &connection, const ExportRequest &request, QFileDevice &spool, const QString &folder,
                  const std::function<void(ExportProgress)> &onProgress, const std::stop_token &stop,
                  const Finish &finish)
{
    std::vector<QByteArray> servers = request.servers;
    if (servers.empty()) {
        auto names = serverNames(connection, stop);
        if (!names)
            return storeFailed(std::move(names.error()));
        servers = std::move(*names);
    }
    std::ranges::sort(servers);
    servers.erase(std::ranges::unique(servers).begin(), servers.end());
    WalkOptions options;
    options.since = request.since;
    options.until = request.until;
    options.hashAlone = true;
    TradeWalk walk(connection, std::move(servers), options);
    ExportWriter writer(request, walk.servers(), spool, folder);
    bool written = false;
    if (auto fetched = fetch(walk, writer, written, onProgress, stop); !fetched)
        return storeFailed(std::move(fetched.error()));
    if (!written)
        return fileFailed(writer.spool().errorString());
    ExportResult result = writer.result();
    for (const int server : walk.result().unindexed)
        result.unindexed.push_back(walk.servers()[std::size_t(server)]);
    if (result.trades == 0)
        return result;
    if (const auto finished = finish(writer.spool()); !finished)
        return std::unexpected(finished.error());
    result.caption = exportCaption(result.trades, result.firstClock, result.lastClock, request.zone);
    return result;
}

} // namespace

QString ExportError::message() const
{
    return store ? store->message() : QString(QStringLiteral("the file could not be written: ") + file);
}

std::expected<ExportResult, ExportError> exportTrades(RedisSession &connection, const ExportRequest &request,
                                                      const QString &path,
                                                      const std::function<void(ExportProgress)> &onProgress,
                                                      std::stop_token stop)
{
    const QFileInfo target(path);
    if (target.exists() && !target.isFile() && !target.isDir()) { // a device or a pipe is written to, not replaced
        QFile device(path);
        if (!device.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return fileFailed(device.errorString());
        return exportTradesTo(connection, request, device, onProgress, stop);
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return fileFailed(file.errorString());
    return exportBy(connection, request, file, target.absolutePath(), onProgress, stop,
                    [&](SortedSpool &spool) -> std::expected<void, ExportError> {
                        if (stop.stop_requested())
                            return writeFailed({}, stop);
                        if (spool.isSorted()) {
                            if (!file.commit())
                                return fileFailed(file.errorString());
                            return {};
                        }
                        QSaveFile merged(path);
                        if (!merged.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
                            return fileFailed(merged.errorString());
                        if (!spool.mergeTo(merged, stop))
                            return writeFailed(spool.errorString(), stop);
                        if (!merged.commit())
                            return fileFailed(merged.errorString());
                        return {};
                    });
}

std::expected<ExportResult, ExportError> exportTradesTo(RedisSession &connection, const ExportRequest &request,
                                                        QIODevice &out,
                                                        const std::function<void(ExportProgress)> &onProgress,
                                                        std::stop_token stop)
{
    const QString folder = QDir::tempPath();
    QTemporaryFile file(folder + QStringLiteral("/arbscope-XXXXXX"));
    if (!file.open())
        return fileFailed(file.errorString());
    return exportBy(connection, request, file, folder, onProgress, stop,
                    [&](SortedSpool &spool) -> std::expected<void, ExportError> {
                        if (spool.isSorted() ? !spool.copyTo(out, stop) : !spool.mergeTo(out, stop))
                            return writeFailed(spool.isSorted() ? out.errorString() : spool.errorString(), stop);
                        return {};
                    });
}

} // namespace arbscope
