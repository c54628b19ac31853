// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/clusterstore.h"

#include "tests/support/livestore.h"

#include "core/report/reportjson.h"
#include "core/store/tradeexport.h"

#include <QBuffer>

#include <algorithm>
#include <utility>

namespace arbscope::test {

namespace {

QByteArray idOf(const Report &report)
{
    return report.serverName.toUtf8() + '/' + report.orderId.toUtf8();
}

} // namespace

QStringList deskNames(int count)
{
    QStringList names;
    for (int i = 0; i < count; ++i)
        names += QStringLiteral("desk-%1").arg(i, 3, 10, QLatin1Char('0'));
    return names;
}

std::vector<Report> deskReports(const QStringList &desks, int each)
{
    std::vector<Report> all;
    for (const QString &desk : desks) {
        std::vector<Report> some = sampleReports(desk, each);
        std::ranges::move(some, std::back_inserter(all));
    }
    return all;
}

void storeAll(ReportStore &store, const std::vector<Report> &reports)
{
    const auto result = store.createMany(reports);
    if (!result || result->error)
        qFatal("not stored: %s", qPrintable(result ? result->error->message() : result.error().message()));
    for (const CreateOutcome outcome : result->outcomes) {
        if (outcome != CreateOutcome::Stored)
            qFatal("not all is stored");
    }
}

QByteArrayList exportedIds(ReportStore &store, const std::function<void()> &meanwhile)
{
    const auto connection = store.connection();
    if (!connection)
        qFatal("%s", qPrintable(connection.error().message()));
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    ExportRequest request;
    request.format = ExportFormat::JsonLines;
    bool begun = false;
    const auto result = exportTradesTo(**connection, request, out, [&](ExportProgress) {
        if (meanwhile && !std::exchange(begun, true))
            meanwhile();
    });
    if (!result)
        qFatal("%s", qPrintable(result.error().message()));
    return idsOfLines(out.data());
}

QByteArrayList idsOfLines(const QByteArray &jsonLines)
{
    QByteArrayList ids;
    for (const QByteArray &line : jsonLines.trimmed().split('\n')) {
        const ReadReport read = readReport({line.constData(), std::size_t(line.size())});
        if (!read.report)
            qFatal("exported: %s", line.constData());
        ids += idOf(*read.report);
    }
    std::ranges::sort(ids);
    return ids;
}

QByteArrayList idsOf(const std::vector<Report> &reports)
{
    QByteArrayList ids;
    for (const Report &report : reports)
        ids += idOf(report);
    std::ranges::sort(ids);
    return ids;
}

} // namespace arbscope::test
