// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/storeprobe.h"

#include "core/store/reportstore.h"

#include <QByteArrayList>
#include <QElapsedTimer>

namespace arbscope {

namespace {

constexpr qint64 CountMilliseconds = 2000;

QString versionIn(const QByteArray &info)
{
    for (const QByteArray &line : info.split('\n')) {
        if (line.startsWith("redis_version:"))
            return QString::fromUtf8(line.mid(line.indexOf(':') + 1).trimmed());
    }
    return {};
}

} // namespace

Result<StoreProbe> probeStore(const StoreTarget &target, std::stop_token stop)
{
    ConnectionOptions options = target.options;
    options.writable = false;
    ReportStore store(target.url, options);
    const auto connection = store.connection(stop);
    if (!connection)
        return std::unexpected(connection.error());

    StoreProbe probe;
    QElapsedTimer timer;
    timer.start();
    if (const auto pong = (*connection)->call({"PING"}, stop); !pong)
        return std::unexpected(pong.error());
    probe.roundTrip = std::chrono::microseconds(timer.nsecsElapsed() / 1000);
    if (const auto info = (*connection)->call({"INFO", "server"}, stop); info && info->bulk())
        probe.version = versionIn(*info->bulk());

    std::stop_source enough;
    const std::stop_callback cancelled(stop, [&enough] { enough.request_stop(); });
    timer.restart();
    const auto counted = store.servers(
        [&](const std::vector<ServerSummary> &found) {
            for (const ServerSummary &server : found)
                probe.reports += server.reports;
            probe.servers += qint64(found.size());
            if (timer.elapsed() > CountMilliseconds)
                enough.request_stop();
        },
        enough.get_token());
    if (!counted && (stop.stop_requested() || !enough.stop_requested()))
        return std::unexpected(counted.error());
    probe.complete = counted.has_value();
    return probe;
}

} // namespace arbscope
