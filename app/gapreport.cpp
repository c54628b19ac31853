// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gapreport.h"

#include "ui/analysis/tradeanalyst.h"
#include "ui/models/tradefeed.h"
#include "ui/window/windowprobe.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <chrono>
#include <cstdio>

using namespace std::chrono_literals;

namespace arbscope {

namespace {

void print(const QJsonObject &line)
{
    const QByteArray text = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(text.constData(), 1, static_cast<size_t>(text.size()), stdout);
    std::fflush(stdout);
}

/// kB, from /proc; -1 where there is none.
qint64 residentKb()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).simplified().split(' ').first().toLongLong();
    }
    return -1;
}

QJsonValue now()
{
    const std::chrono::duration<double, std::milli> sinceBoot = std::chrono::steady_clock::now().time_since_epoch();
    return sinceBoot.count();
}

void addGaps(QJsonObject &line, const Watchdog &watchdog)
{
    line[QStringLiteral("ticks")] = watchdog.gaps().count();
    line[QStringLiteral("gap_max_ms")] = watchdog.gaps().greatestMs();
    line[QStringLiteral("gap_p99_ms")] = watchdog.gaps().p99Ms();
    line[QStringLiteral("busy_max_ms")] = watchdog.busy().greatestMs();
    line[QStringLiteral("rss_kb")] = residentKb();
}

} // namespace

GapReport::GapReport(const QElapsedTimer &sinceStart, WindowProbe &probe, QObject *parent)
    : QObject(parent)
    , m_sinceStart(sinceStart)
    , m_probe(probe)
    , m_watchdog(5ms)
{
    connect(&m_probe, &WindowProbe::listPainted, this, &GapReport::listPainted);
    connect(&m_probe, &WindowProbe::sortingPainted, this,
            [] { print({{QStringLiteral("painted"), QStringLiteral("sorting")}, {QStringLiteral("at_ms"), now()}}); });
}

void GapReport::firstRows()
{
    m_firstRowsMs = static_cast<double>(m_sinceStart.nsecsElapsed()) / 1e6;
    print({{QStringLiteral("first_rows_ms"), m_firstRowsMs}, {QStringLiteral("rss_kb"), residentKb()}});
    m_watchdog.restart(); // what follows is the window in use
}

void GapReport::listPainted()
{
    const TradeFeed &feed = m_probe.feed();
    print({{QStringLiteral("painted"), QStringLiteral("list")},
           {QStringLiteral("at_ms"), now()},
           {QStringLiteral("trades"), feed.total().value_or(0)},
           {QStringLiteral("chosen"), feed.isChosen()},
           {QStringLiteral("sorted"), feed.isSorted()},
           {QStringLiteral("resets"), m_probe.resets()},
           {QStringLiteral("newest"), QString::fromLatin1(feed.newestId())}});
}

void GapReport::lap()
{
    QJsonObject line{{QStringLiteral("lap"), ++m_laps},
                     {QStringLiteral("list"), m_probe.feed().total().value_or(0)},
                     {QStringLiteral("settled"), m_probe.analyst().isSettled()},
                     {QStringLiteral("statistics"), m_probe.inStatistics()},
                     {QStringLiteral("plot"), m_probe.inPlot()},
                     {QStringLiteral("plot_frames"), m_probe.plotFrames().count()},
                     {QStringLiteral("plot_frame_max_ms"), m_probe.plotFrames().greatestMs()},
                     {QStringLiteral("plot_frame_p99_ms"), m_probe.plotFrames().p99Ms()}};
    addGaps(line, m_watchdog);
    print(line);
    m_watchdog.restart();
    m_probe.restart();
}

void GapReport::finish()
{
    QJsonObject line{{QStringLiteral("first_rows_ms"), m_firstRowsMs}};
    addGaps(line, m_watchdog);
    print(line);
}

} // namespace arbscope
