// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/clirun.h"
#include "tests/support/clustersetup.h"
#include "tests/support/livestore.h"
#include "tests/support/why.h"

#include <QHash>
#include <QTest>

#include <algorithm>
#include <array>
#include <atomic>
#include <csignal>
#include <thread>

using namespace arbscope;
using namespace arbscope::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int Processes = 8;
constexpr int Each = 2000;
constexpr int Ids = 4000; ///< each of them is stored by four processes
constexpr std::array Killed = {1, 3, 6};
const QByteArrayList Servers = {"ams1", "fra1", "lon1"};

/// What process `writer` stores as its `number`th report; every writer's text is another.
Report reportOf(int writer, int number)
{
    const int id = (writer * Ids / Processes + number) % Ids;
    Report report = sampleReport(QString::fromLatin1(Servers[id % Servers.size()]), u"id-%1"_s.arg(id),
                                 1'600'000'000.0 + id - id % 3);
    report.sessionName = u"writer %1"_s.arg(writer);
    return report;
}

QByteArrayList linesOf(int writer)
{
    QByteArrayList lines;
    for (int i = 0; i < Each; ++i)
        lines << textOf(reportOf(writer, i));
    return lines;
}

/// Looks at the store all the time, as a window does.
class Reader
{
public:
    explicit Reader(const RedisUrl &url)
        : m_thread([this, url](const std::stop_token &stop) { run(url, stop); })
    { }

    void stop()
    {
        m_thread.request_stop();
        m_thread.join();
    }

    std::atomic<qint64> looks = 0;
    qint64 absent = 0; ///< index entries whose report was not there
    qint64 changed = 0; ///< reports that were another text before
    QString error;
    QHash<QByteArray, QByteArray> seen;

private:
    void run(const RedisUrl &url, const std::stop_token &stop)
    {
        ReportStore store(url);
        for (qint64 i = 0; !stop.stop_requested() && error.isEmpty(); ++i) {
            const QByteArray &server = Servers[i % Servers.size()];
            const auto page = store.pageByRank(server, (i * 131) % 1200, (i * 131) % 1200 + 199,
                                               i % 2 ? TradeOrder::NewestFirst : TradeOrder::OldestFirst);
            if (!page) {
                error = page.error().message();
                return;
            }
            for (const StoredTrade &trade : page->trades) {
                absent += trade.present ? 0 : 1;
                QByteArray &text = seen[trade.orderId];
                changed += text.isEmpty() || text == trade.raw ? 0 : 1;
                text = trade.raw;
            }
            ++looks;
        }
    }

    std::jthread m_thread;
};

qint64 stored(ReportStore &store)
{
    qint64 sum = 0;
    for (const QByteArray &server : Servers) {
        const auto summary = store.summary(server);
        if (!summary)
            qFatal("%s", qPrintable(summary.error().message()));
        sum += summary->reports;
    }
    return sum;
}

} // namespace

/// Bots that store at the same time, and die in the middle of it.
class TestConcurrentStoring : public QObject
{
    Q_OBJECT

private slots:
    void everyIdOnce_data();
    void everyIdOnce();
};

void TestConcurrentStoring::everyIdOnce_data()
{
    QTest::addColumn<bool>("cluster");
    QTest::newRow("one server") << false;
    QTest::newRow("cluster") << true;
}

void TestConcurrentStoring::everyIdOnce()
{
    QFETCH(const bool, cluster);
    std::optional<LiveStore> single;
    std::optional<ClusterSetup> nodes;
    if (cluster)
        nodes.emplace(false);
    else
        single.emplace();
    const RedisUrl url = cluster ? nodes->url() : single->url();
    const QByteArrayList toStore{"--url", url.display().toUtf8()};
    const auto import = QByteArrayList{"import", "-", "--json"} + toStore;
    std::vector<QByteArrayList> lines;
    lines.reserve(Processes);
    for (int i = 0; i < Processes; ++i)
        lines.push_back(linesOf(i));

    Reader reader(url);
    ReportStore store(url);
    std::vector<std::unique_ptr<QProcess>> writers;
    for (int i = 0; i < Processes; ++i) {
        writers.push_back(startCli(import));
        // Those to be killed get a part first, so that their end is certain to come in the middle.
        const bool dies = std::ranges::find(Killed, i) != Killed.end();
        writers.back()->write((dies ? lines[std::size_t(i)].first(Each * 3 / 4) : lines[std::size_t(i)]).join('\n')
                              + '\n');
        if (!dies)
            writers.back()->closeWriteChannel();
    }
    qint64 enough = 0;
    for (const int i : Killed) {
        enough += 300;
        QTRY_VERIFY_WITH_TIMEOUT(stored(store) >= enough, 60'000);
        QProcess &writer = *writers[std::size_t(i)];
        QCOMPARE(writer.state(), QProcess::Running);
        QCOMPARE(::kill(static_cast<pid_t>(writer.processId()), SIGKILL), 0);
    }

    QHash<QByteArray, int> storedBy; // as the writers themselves say
    const auto take = [&](int writer, const QByteArray &out) {
        QSet<QByteArray> left;
        qint64 counted = -1;
        for (const QJsonObject &line : jsonLines(out)) {
            if (line.contains("outcome"_L1)) {
                QCOMPARE(line["outcome"_L1].toString(), u"already there"_s);
                left << line["order_id"_L1].toString().toUtf8();
            } else {
                counted = line["stored"_L1].toInteger();
            }
        }
        qint64 claimed = 0;
        for (int i = 0; i < Each; ++i) {
            const QByteArray id = reportOf(writer, i).orderId.toUtf8();
            if (left.contains(id))
                continue;
            ++claimed;
            QVERIFY2(!storedBy.contains(id), id.constData());
            storedBy[id] = writer;
        }
        QCOMPARE(claimed, counted);
    };
    for (int i = 0; i < Processes; ++i) {
        const int status = finishCli(*writers[std::size_t(i)]);
        if (std::ranges::find(Killed, i) != Killed.end()) {
            QCOMPARE(status, -1);
            continue;
        }
        QVERIFY2(status == 0 || status == 1, writers[std::size_t(i)]->readAllStandardError().constData());
        take(i, writers[std::size_t(i)]->readAllStandardOutput());
    }
    // The killed ones begin anew, as bots do.
    for (const int i : Killed) {
        const CliResult again = runCli(import, lines[std::size_t(i)].join('\n'));
        QVERIFY2(again.status == 0 || again.status == 1, again.err.constData());
        take(i, again.out);
    }
    reader.stop();
    QVERIFY2(reader.error.isEmpty(), qPrintable(reader.error));
    QVERIFY(reader.looks > 0);
    QCOMPARE(reader.absent, 0);
    QCOMPARE(reader.changed, 0);

    const CliResult repaired = runCli(QByteArrayList{"check", "--repair", "--json"} + toStore);
    QVERIFY2(repaired.status == 0 || (cluster && repaired.status == 1), repaired.out.constData());
    const CliResult checked = runCli(QByteArrayList{"check"} + toStore);
    QVERIFY2(checked.status == 0, checked.out.constData());

    qint64 indexed = 0;
    for (const QByteArray &server : Servers)
        indexed += store.count(server).value();
    QCOMPARE(stored(store), Ids);
    QCOMPARE(indexed, Ids);
    for (int id = 0; id < Ids; ++id) {
        const QByteArray name = "id-" + QByteArray::number(id);
        const auto trade = store.trade(Servers[id % Servers.size()], name);
        QVERIFY2(trade, why(trade));
        QVERIFY2(trade->has_value(), name.constData());
        const QString writer = (*trade)->report()->sessionName;
        if (storedBy.contains(name)) // else a killed one stored it and could not say so
            QCOMPARE(writer, u"writer %1"_s.arg(storedBy[name]));
        if (reader.seen.contains(name))
            QCOMPARE(reader.seen[name], (*trade)->raw);
    }
}

QTEST_GUILESS_MAIN(TestConcurrentStoring)
#include "tst_concurrentstoring.moc"
