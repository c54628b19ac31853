// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gapreport.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

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

} // namespace

GapReport::GapReport(const QElapsedTimer &sinceStart, QObject *parent)
    : QObject(parent)
    , m_sinceStart(sinceStart)
    , m_watchdog(5ms)
{ }

void GapReport::firstRows()
{
    m_firstRowsMs = static_cast<double>(m_sinceStart.nsecsElapsed()) / 1e6;
    print({{QStringLiteral("first_rows_ms"), m_firstRowsMs}, {QStringLiteral("rss_kb"), residentKb()}});
    m_watchdog.restart(); // what follows is the window in use
}

void GapReport::finish()
{
    print({{QStringLiteral("first_rows_ms"), m_firstRowsMs},
           {QStringLiteral("ticks"), m_watchdog.gaps().count()},
           {QStringLiteral("gap_max_ms"), m_watchdog.gaps().greatestMs()},
           {QStringLiteral("gap_p99_ms"), m_watchdog.gaps().p99Ms()},
           {QStringLiteral("rss_kb"), residentKb()}});
}

} // namespace arbscope
