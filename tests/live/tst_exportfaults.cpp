// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/livestore.h"
#include "tests/support/rediscli.h"

#include "core/store/tradeexport.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

using namespace arbscope;

namespace {

constexpr int Trades = 5000;

/// Files of this process cannot grow further than that: what a full disk looks like to a program.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    FileSizeLimit(const FileSizeLimit &) = delete;
    FileSizeLimit &operator=(const FileSizeLimit &) = delete;

private:
    rlimit m_before{};
};

} // namespace

class TestExportFaults : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void fullDisk_data();
    void fullDisk();
    void fullDiskUnderALateTrade();
    void fullDevice();
    void unwritableFolder();
    void noSuchFolder();
    void aFolderAsTarget();
    void cancelKeepsTheOldFile();
    void cancelBeforeTheStart();
    void storeThatEnds();

private:
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("export.csv")); }

    test::LiveStore m_live;
    QTemporaryDir m_folder;
};

void TestExportFaults::initTestCase()
{
    m_live.create(test::sampleReports(QStringLiteral("s"), Trades));
}

void TestExportFaults::init()
{
    QFile old(path());
    QVERIFY(old.open(QIODevice::WriteOnly));
    QCOMPARE(old.write("the old file"), 12);
}

/// Neither the old file has suffered nor is anything left beside it.
void TestExportFaults::cleanup()
{
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::Hidden),
             QStringList{QStringLiteral("export.csv")});
    QFile old(path());
    QVERIFY(old.open(QIODevice::ReadOnly));
    QCOMPARE(old.readAll(), QByteArray("the old file"));
}

void TestExportFaults::fullDisk_data()
{
    QTest::addColumn<int>("bytes");
    QTest::newRow("at the first write") << 0;
    QTest::newRow("in the middle") << 1'100'000;
}

void TestExportFaults::fullDisk()
{
    QFETCH(int, bytes);
    RedisSession &connection = m_live.connection();
    const FileSizeLimit limit(static_cast<rlim_t>(bytes));
    const auto result = exportTrades(connection, {}, path());
    QVERIFY(!result);
    QVERIFY(!result.error().store);
    QVERIFY2(result.error().message().contains(QStringLiteral("File too large")), qPrintable(result.error().message()));
}

void TestExportFaults::fullDiskUnderALateTrade()
{
    const Report late = test::sampleReport(QStringLiteral("t"), QStringLiteral("late"), 5);
    m_live.put("t", "first", test::textOf(test::sampleReport(QStringLiteral("t"), QStringLiteral("first"), 9)), 1);
    m_live.put("t", "late", test::textOf(late), 2);
    RedisSession &connection = m_live.connection();
    ExportRequest request;
    request.servers = {"t"};
    QBuffer whole;
    QVERIFY(whole.open(QIODevice::WriteOnly));
    QVERIFY(exportTradesTo(connection, request, whole));
    const FileSizeLimit limit(static_cast<rlim_t>(whole.size() - 1)); // enough for one of them, not for both
    const auto result = exportTrades(connection, request, path());
    QVERIFY(!result);
    QVERIFY2(result.error().message().contains(QStringLiteral("File too large")), qPrintable(result.error().message()));
}

void TestExportFaults::fullDevice()
{
    const auto result = exportTrades(m_live.connection(), {}, QStringLiteral("/dev/full"));
    QVERIFY(!result);
    QVERIFY2(result.error().message().contains(QStringLiteral("No space left on device")),
             qPrintable(result.error().message()));
    QFile device(QStringLiteral("/dev/full"));
    QVERIFY(device.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    QVERIFY(!exportTradesTo(m_live.connection(), {}, device));
}

void TestExportFaults::unwritableFolder()
{
    // Permissions do not stop root, /proc does.
    const QString folder = m_folder.filePath(QStringLiteral("sub"));
    QVERIFY(QDir().mkdir(folder));
    QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner));
    const QString target
        = ::geteuid() == 0 ? QStringLiteral("/proc/self/export.csv") : folder + QStringLiteral("/export.csv");
    const auto result = exportTrades(m_live.connection(), {}, target);
    QVERIFY(QDir().rmdir(folder));
    QVERIFY(!result);
    QVERIFY(!result.error().store);
    QVERIFY(!result.error().file.isEmpty());
}

void TestExportFaults::noSuchFolder()
{
    const auto result = exportTrades(m_live.connection(), {}, m_folder.filePath(QStringLiteral("not/there.csv")));
    QVERIFY(!result);
    QVERIFY2(result.error().message().contains(QStringLiteral("No such file or directory")),
             qPrintable(result.error().message()));
}

void TestExportFaults::aFolderAsTarget()
{
    const auto result = exportTrades(m_live.connection(), {}, m_folder.path());
    QVERIFY(!result);
    QVERIFY(!result.error().store);
}

void TestExportFaults::cancelKeepsTheOldFile()
{
    std::stop_source stop;
    const auto result = exportTrades(
        m_live.connection(), {}, path(),
        [&](ExportProgress progress) {
            if (progress.done > Trades / 2)
                stop.request_stop();
        },
        stop.get_token());
    QVERIFY(!result);
    QVERIFY(result.error().store);
    QCOMPARE(result.error().store->code, RedisErrorCode::Cancelled);
}

void TestExportFaults::cancelBeforeTheStart()
{
    std::stop_source stop;
    stop.request_stop();
    const auto result = exportTrades(m_live.connection(), {}, path(), {}, stop.get_token());
    QVERIFY(!result);
    QCOMPARE(result.error().store->code, RedisErrorCode::Cancelled);
}

void TestExportFaults::storeThatEnds()
{
    RedisSession connection = m_live.newConnection();
    const auto result = exportTrades(connection, {}, path(), [&](ExportProgress progress) {
        if (progress.done < 500)
            test::redisCli(m_live.url(), {"CLIENT", "KILL", "TYPE", "normal"});
    });
    QVERIFY(!result);
    QVERIFY(result.error().store);
    QCOMPARE(result.error().store->code, RedisErrorCode::Closed);
}

QTEST_GUILESS_MAIN(TestExportFaults)
#include "tst_exportfaults.moc"
