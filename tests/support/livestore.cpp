// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/livestore.h"

#include "tests/paths.h"
#include "tests/support/rediscli.h"

#include "core/report/reportjson.h"
#include "core/store/keys.h"

#include <QFile>

namespace arbscope::test {

namespace {

template <class T> T needed(Result<T> &&result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().message()));
    return std::move(*result);
}

} // namespace

LiveStore::LiveStore()
    : m_server(std::make_unique<PrivateServer>(needed(PrivateServer::start())))
    , m_store(std::make_unique<ReportStore>(m_server->url(), writableOptions()))
{ }

RedisSession &LiveStore::connection()
{
    return *needed(m_store->connection());
}

RedisSession LiveStore::newConnection() const
{
    return needed(RedisSession::open(url(), writableOptions()));
}

void LiveStore::clear() const
{
    redisCli(url(), {"FLUSHALL"});
}

void LiveStore::create(const std::vector<Report> &reports)
{
    const auto result = needed(m_store->createMany(reports));
    if (result.error)
        qFatal("%s", qPrintable(result.error->message()));
}

void LiveStore::put(const QByteArray &server, const QByteArray &orderId, const QByteArray &text,
                    std::optional<double> score)
{
    call({"HSET", hashKey(server), orderId, text});
    if (score)
        call({"ZADD", indexKey(server), scoreText(*score), orderId});
}

QByteArray LiveStore::dump() const
{
    const QByteArray directory = redisCli(url(), {"CONFIG", "GET", "dir"}).split('\n').last();
    if (redisCli(url(), {"SAVE"}) != "OK")
        qFatal("SAVE failed");
    QFile file(QFile::decodeName(directory) + QStringLiteral("/dump.rdb"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s: %s", qPrintable(file.fileName()), qPrintable(file.errorString()));
    return file.readAll();
}

RedisReply LiveStore::call(const CommandArgs &command)
{
    return needed(connection().call(command));
}

ConnectionOptions writableOptions()
{
    ConnectionOptions options;
    options.writable = true;
    return options;
}

Report sampleReport(const QString &server, const QString &orderId, double clock)
{
    Report report;
    report.asset1 = QStringLiteral("BTC");
    report.asset2 = QStringLiteral("EUR");
    report.exchange1 = QStringLiteral("Kraken");
    report.exchange2 = QStringLiteral("Bitstamp");
    report.version = QStringLiteral("1.4.2");
    report.orderId = orderId;
    report.sessionName = QStringLiteral("Arb session Kraken-Bitstamp BTC-EUR");
    report.serverName = server;
    report.sessionStartedAt = 1'599'990'000.5;
    report.startedAt = clock + 0.25;
    report.clock = clock;
    report.kind = QStringLiteral("buy_1_sell_2");
    report.quantity1 = *Decimal::fromText("0.0125");
    report.quantity2 = *Decimal::fromText("512.40");
    report.exchange1Id = QStringLiteral("X-") + orderId;
    report.executedQuantity1 = *Decimal::fromText("0.0125");
    report.executedPrice1 = *Decimal::fromText("40992.1");
    return report;
}

std::vector<Report> sampleReports(const QString &server, int count, double firstClock)
{
    std::vector<Report> reports;
    reports.reserve(static_cast<size_t>(count));
    for (int i = 0; i < count; ++i)
        reports.push_back(
            sampleReport(server, QStringLiteral("id-%1").arg(i, 6, 10, QLatin1Char('0')), firstClock + i));
    return reports;
}

QByteArray textOf(const Report &report)
{
    return QByteArray::fromStdString(writeReport(report));
}

QByteArrayList orderIds(const TradePage &page)
{
    QByteArrayList ids;
    for (const StoredTrade &trade : page.trades)
        ids.push_back(trade.orderId);
    return ids;
}

QByteArray golden(const QString &name)
{
    QFile file(QStringLiteral(ARBSCOPE_TEST_DATA "/golden/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s: %s", qPrintable(file.fileName()), qPrintable(file.errorString()));
    return file.readAll();
}

} // namespace arbscope::test
