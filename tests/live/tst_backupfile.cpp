// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backupfile.h"
#include "core/store/reportstore.h"

#include "tests/support/livestore.h"
#include "tests/support/rediscli.h"
#include "tests/support/why.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace arbscope;

namespace {

const QString server = QStringLiteral("bot: 1 ü");

QByteArray jsonLines(int count)
{
    QByteArray lines;
    for (const Report &report : test::sampleReports(server, count))
        lines += test::textOf(report) + '\n';
    return lines;
}

} // namespace

class TestBackupFile : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void opensADump();
    void findsTheDatabaseOfADump();
    void opensJsonLines_data();
    void opensJsonLines();
    void linesThatAreNoReportAreListed();
    void nobodyWrites_data();
    void nobodyWrites();
    void leavesTheFileAlone();
    void refusals_data();
    void refusals();
    void damagedDumps_data();
    void damagedDumps();
    void loadingIsToldAndCancelled();
    void importingIsCancelled();

private:
    QString file(const QByteArray &content)
    {
        QFile file(m_directory.filePath(QStringLiteral("file-%1").arg(++m_files)));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("%s: %s", qPrintable(file.fileName()), qPrintable(file.errorString()));
        return file.fileName();
    }

    QTemporaryDir m_directory;
    QByteArray m_dump; ///< of 300 reports
    int m_files = 0;
};

void TestBackupFile::initTestCase()
{
    test::LiveStore live;
    live.create(test::sampleReports(server, 300));
    m_dump = live.dump();
    QVERIFY(m_dump.startsWith("REDIS"));
}

void TestBackupFile::opensADump()
{
    const auto backup = BackupFile::open(file(m_dump));
    QVERIFY2(backup, test::why(backup));
    QCOMPARE(backup->kind(), BackupKind::Rdb);
    QCOMPARE(backup->databases(), std::vector<int>{0});
    ReportStore store(backup->url());
    const auto summary = store.summary(server.toUtf8());
    QVERIFY2(summary, test::why(summary));
    QCOMPARE(summary->reports, 300);
    QCOMPARE(summary->indexed, 300);
    const auto last = store.last(server.toUtf8());
    QVERIFY2(last, test::why(last));
    QCOMPARE((*last)->orderId, QByteArray("id-000299"));
    QCOMPARE((*last)->read.verdict, Verdict::Valid);
}

void TestBackupFile::findsTheDatabaseOfADump()
{
    test::LiveStore live;
    test::redisCli(live.url(), {"SET", "something", "else"});
    for (const int database : {2, 11}) {
        RedisUrl url = live.url();
        url.database = database;
        test::redisCli(url, {"HSET", "execution_report:a", "1", "{}"});
    }
    const auto backup = BackupFile::open(file(live.dump()));
    QVERIFY2(backup, test::why(backup));
    QCOMPARE(backup->databases(), (std::vector<int>{2, 11}));
    QCOMPARE(backup->url().database, 2);
    ReportStore store(backup->url());
    const auto trade = store.trade("a", "1");
    QVERIFY2(trade, test::why(trade));
    QVERIFY(trade->has_value());
}

void TestBackupFile::opensJsonLines_data()
{
    QTest::addColumn<QByteArray>("content");
    const QByteArray lines = jsonLines(5);
    QTest::newRow("as exported") << lines;
    QTest::newRow("no last line end") << lines.chopped(1);
    QTest::newRow("DOS line ends") << QByteArray(lines).replace('\n', "\r\n");
    QTest::newRow("white space first") << QByteArray("  " + lines);
}

void TestBackupFile::opensJsonLines()
{
    QFETCH(const QByteArray, content);
    std::pair<qint64, qint64> told;
    const auto backup = BackupFile::open(file(content), [&told](qint64 done, qint64 total) { told = {done, total}; });
    QVERIFY2(backup, test::why(backup));
    QCOMPARE(backup->kind(), BackupKind::JsonLines);
    QCOMPARE(backup->lines().stored, 5);
    QCOMPARE(backup->lines().lines, 5);
    QVERIFY(backup->problems().empty());
    QCOMPARE(told, std::pair(qint64(content.size()), qint64(content.size())));
    ReportStore store(backup->url());
    const auto page = store.pageByRank(server.toUtf8(), 0, -1, TradeOrder::OldestFirst);
    QVERIFY2(page, test::why(page));
    QCOMPARE(test::orderIds(*page), (QByteArrayList{"id-000000", "id-000001", "id-000002", "id-000003", "id-000004"}));
}

void TestBackupFile::linesThatAreNoReportAreListed()
{
    const auto backup = BackupFile::open(file(jsonLines(2) + "{\"clock\": 1}\n\n" + jsonLines(1)));
    QVERIFY2(backup, test::why(backup));
    QCOMPARE(backup->lines().stored, 2);
    QCOMPARE(backup->lines().refused, 2);
    QCOMPARE(backup->lines().alreadyThere, 1);
    QCOMPARE(backup->problems().size(), std::size_t(3));
    QCOMPARE(backup->problems()[0].line, 3);
    QCOMPARE(backup->problems()[1].line, 4);
    QVERIFY(backup->problems()[2].alreadyThere);
}

void TestBackupFile::nobodyWrites_data()
{
    QTest::addColumn<bool>("rdb");
    QTest::newRow("dump") << true;
    QTest::newRow("JSON lines") << false;
}

void TestBackupFile::nobodyWrites()
{
    QFETCH(const bool, rdb);
    const auto backup = BackupFile::open(file(rdb ? m_dump : jsonLines(5)));
    QVERIFY2(backup, test::why(backup));
    ReportStore store(backup->url(), test::writableOptions());
    const auto created = store.create(test::sampleReport(server, QStringLiteral("new"), 5));
    QVERIFY(!created);
    QCOMPARE(created.error().code, RedisErrorCode::Permission);
    for (const char *command : {"SAVE", "FLUSHALL", "SHUTDOWN"})
        QVERIFY2(test::redisCli(backup->url(), {command}).contains("NOPERM"), command);
    const auto count = store.count(server.toUtf8());
    QVERIFY2(count, test::why(count));
    QCOMPARE(*count, rdb ? 300 : 5);
}

void TestBackupFile::leavesTheFileAlone()
{
    for (const QByteArray &content : {m_dump, jsonLines(5)}) {
        const QTemporaryDir place;
        const QString path = place.filePath(QStringLiteral("backup of the 1st: \"all\""));
        QFile written(path);
        QVERIFY(written.open(QIODevice::WriteOnly) && written.write(content) == content.size());
        written.close();
        QVERIFY(written.setPermissions(QFile::ReadUser));
        {
            const auto backup = BackupFile::open(path);
            QVERIFY2(backup, test::why(backup));
            QFile::remove(path); // not needed any more
            ReportStore store(backup->url());
            QVERIFY(store.first(server.toUtf8()));
            QVERIFY(written.open(QIODevice::WriteOnly) && written.write(content) == content.size());
            written.close();
        }
        QCOMPARE(QDir(place.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 1);
        {
            const auto backup = BackupFile::open(path);
            QVERIFY2(backup, test::why(backup));
        }
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll(), content);
    }
}

void TestBackupFile::refusals_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QByteArray &content, const char *words) {
        QTest::newRow(name) << content << QString::fromLatin1(words);
    };
    row("empty", "", "it is empty");
    row("gzip", QByteArray("\x1f\x8b\x08\x00", 4), "gzip");
    row("zip", QByteArray("PK\x03\x04", 4), "zip");
    row("CSV", "asset_1,asset_2\r\n", "CSV export");
    row("append-only file", "*2\r\n$6\r\nSELECT\r\n", "append-only file");
    row("append-only file with a dump in front",
        QByteArray(m_dump).insert(9,
                                  "\xfa\x0c"
                                  "aof-preamble\xc0\x01"),
        "append-only file");
    row("text", "Dear Sirs,\n", "neither a Redis dump");
    row("JSON, no reports", "{\"a\": 1}\n{\"b\": 2}\n", "none of its lines is a report that could be stored; line 1");
    row("newer dump", QByteArray(m_dump).replace(5, 4, "0099"), "Can't handle RDB format version 99");
    row("dump of version 0", QByteArray(m_dump).replace(5, 4, "0000"), "RDB format version 0");
    row("dump without version", QByteArray(m_dump).replace(5, 4, "oops"), "RDB format version 0");
    row("end of a dump", "REDIS0010", "damaged");
    row("magic alone", "REDIS", "redis-server says");
}

void TestBackupFile::refusals()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QString, words);
    const auto backup = BackupFile::open(file(content));
    QVERIFY(!backup);
    QCOMPARE(backup.error().code, RedisErrorCode::Usage);
    QVERIFY2(backup.error().detail.contains(words), test::why(backup));
    QVERIFY2(backup.error().detail.contains(QStringLiteral("file-%1").arg(m_files)), test::why(backup));

    const auto none = BackupFile::open(m_directory.filePath(QStringLiteral("none")));
    QVERIFY(!none);
    QCOMPARE(none.error().code, RedisErrorCode::Usage);
    const auto folder = BackupFile::open(m_directory.path());
    QVERIFY(!folder);
    QVERIFY2(folder.error().detail.contains(u"it is a folder"), test::why(folder));
}

void TestBackupFile::damagedDumps_data()
{
    QTest::addColumn<QByteArray>("content");
    for (int i = 1; i <= 12; ++i) {
        const qsizetype at = m_dump.size() * i / 13;
        QTest::addRow("cut at %d/13", i) << m_dump.first(at);
        QByteArray flipped = m_dump;
        flipped[at] = char(flipped[at] ^ 0x55);
        QTest::addRow("another byte at %d/13", i) << flipped;
    }
    QTest::newRow("without its last byte") << m_dump.chopped(1);
}

void TestBackupFile::damagedDumps()
{
    QFETCH(const QByteArray, content);
    const auto backup = BackupFile::open(file(content));
    QVERIFY(!backup);
    QCOMPARE(backup.error().code, RedisErrorCode::Usage);
    QVERIFY2(backup.error().detail.contains(u"damaged"), test::why(backup));
}

void TestBackupFile::loadingIsToldAndCancelled()
{
    test::LiveStore live;
    for (int i = 0; i < 300; ++i)
        live.put("a" + QByteArray::number(i), "1", QByteArray(2000, 'x'));
    const QString path = file(live.dump());
    const QStringList slowly{QStringLiteral("--key-load-delay"),
                             QStringLiteral("1000"), // µs for a key
                             QStringLiteral("--loading-process-events-interval-bytes"),
                             QStringLiteral("1024"),
                             QStringLiteral("--rdbcompression"),
                             QStringLiteral("no")};
    std::vector<qint64> told;
    const auto loaded = PrivateServer::startWithData(path, slowly, [&](qint64 done, qint64 total) {
        QCOMPARE(total, QFileInfo(path).size());
        told.push_back(done);
    });
    QVERIFY2(loaded, test::why(loaded));
    QVERIFY(told.size() > 1);
    QVERIFY(std::ranges::is_sorted(told));

    std::stop_source source;
    const auto cancelled = PrivateServer::startWithData(
        path, slowly, [&source](qint64, qint64) { source.request_stop(); }, source.get_token());
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().code, RedisErrorCode::Cancelled);
}

void TestBackupFile::importingIsCancelled()
{
    std::stop_source source;
    source.request_stop();
    const auto backup = BackupFile::open(file(jsonLines(5)), {}, source.get_token());
    QVERIFY(!backup);
    QCOMPARE(backup.error().code, RedisErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestBackupFile)
#include "tst_backupfile.moc"
