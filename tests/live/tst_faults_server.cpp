// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultproxy.h"
#include "tests/support/livestore.h"
#include "tests/support/protectedmode.h"
#include "tests/support/rediscli.h"
#include "tests/support/sshserver.h"
#include "tests/support/storeuse.h"
#include "tests/support/why.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace arbscope;
using namespace arbscope::test;
using namespace std::chrono_literals;

namespace {

void signal(qint64 processId, int number)
{
    if (::kill(static_cast<pid_t>(processId), number) != 0)
        qFatal("kill");
}

ConnectionOptions hasty()
{
    ConnectionOptions options = writableOptions();
    options.connectTimeout = 300ms;
    options.replyTimeout = 300ms;
    return options;
}

Report another(const QString &orderId)
{
    return sampleReport(QStringLiteral("ams1"), orderId, 1'700'000'000);
}

} // namespace

/// What befalls the server itself. In each case reading and storing end with a cause that a person can act on, what was
/// said to be stored stands in the store, and all goes on when it is over.
class TestFaultsServer : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void frozen();
    void killedAndStartedEmpty();
    void killedAndLoading();
    void outOfMemory();
    void readOnlyReplica();
    void replicaWithoutItsMaster();
    void busyWithAScript();
    void passwordChanged();
    void permissionTaken();
    void tooManyClients();
    void idleTimeOut();
    void protectedMode();
    void diskFull();

private:
    QByteArray ask(const QByteArrayList &command) const { return redisCli(m_live->url(), command); }
    /// All ways to read end with this error.
    void readsEndWith(ReportStore &store, RedisErrorCode code)
    {
        for (const StoreUse &use : storeUses()) {
            const auto result = use.run(store);
            QVERIFY2(!result, use.name);
            QVERIFY2(result.error().code == code, why(result));
            QVERIFY(!result.error().message().isEmpty());
        }
    }
    void readsEverything(ReportStore &store)
    {
        for (const StoreUse &use : storeUses()) {
            const auto result = use.run(store);
            QVERIFY2(result, why(result));
            ReportStore fresh(m_live->url());
            QCOMPARE(*result, use.run(fresh).value());
        }
    }

    std::unique_ptr<LiveStore> m_live;
};

void TestFaultsServer::init()
{
    m_live = std::make_unique<LiveStore>();
    m_live->create(sampleReports(QStringLiteral("ams1"), 50));
}

void TestFaultsServer::frozen()
{
    ReportStore patient(m_live->url(), writableOptions());
    readsEverything(patient);
    ReportStore store(m_live->url(), hasty());
    signal(m_live->processId(), SIGSTOP);
    readsEndWith(store, RedisErrorCode::TimedOut);
    const auto created = store.create(another(QStringLiteral("frozen")));
    signal(m_live->processId(), SIGCONT);
    QVERIFY(!created);
    QCOMPARE(created.error().code, RedisErrorCode::TimedOut);
    readsEverything(patient);
    QVERIFY(!patient.trade("ams1", "frozen").value()); // not even late
    QCOMPARE(patient.create(another(QStringLiteral("frozen"))).value(), CreateOutcome::Stored);
}

void TestFaultsServer::killedAndStartedEmpty()
{
    FaultProxy proxy(m_live->url());
    ReportStore store(proxy.url(), writableOptions());
    readsEverything(store);
    signal(m_live->processId(), SIGKILL);
    const auto away = store.count("ams1");
    QVERIFY(!away);
    QVERIFY2(away.error().code == RedisErrorCode::Closed || away.error().code == RedisErrorCode::Unreachable,
             why(away));
    const LiveStore empty;
    proxy.setUpstream(empty.url());
    QCOMPARE(store.count("ams1").value(), 0);
    QCOMPARE(store.pageByRank("ams1", 0, 99, TradeOrder::NewestFirst).value().trades.size(), std::size_t(0));
    QCOMPARE(store.create(another(QStringLiteral("first"))).value(), CreateOutcome::Stored);
    QCOMPARE(store.count("ams1").value(), 1);
}

void TestFaultsServer::killedAndLoading()
{
    const QTemporaryDir directory;
    const QString dump = directory.filePath(QStringLiteral("dump.rdb"));
    m_live->create(sampleReports(QStringLiteral("large"), 3000));
    for (int i = 0; i < 20; ++i) // a client is heard only between two keys, and has to be heard several times
        m_live->create(sampleReports(QStringLiteral("small %1").arg(i), 3));
    QCOMPARE(ask({"SAVE"}), QByteArray("OK"));
    QVERIFY(QFile::copy(QDir(QString::fromUtf8(ask({"CONFIG", "GET", "dir"}).split('\n').value(1)))
                            .filePath(QStringLiteral("dump.rdb")),
                        dump));
    const quint16 port = freePort();
    RedisUrl url;
    url.endpoints = {{.host = QStringLiteral("127.0.0.1"), .port = port}};
    ReportStore store(url);
    int loading = 0;
    // A key at a time, each for some time: that long the server answers with LOADING.
    const auto server = PrivateServer::startWithData(
        dump,
        {QStringLiteral("--port"), QString::number(port), QStringLiteral("--bind"), QStringLiteral("127.0.0.1"),
         QStringLiteral("--key-load-delay"), QStringLiteral("100000"),
         QStringLiteral("--loading-process-events-interval-bytes"), QStringLiteral("1024")},
        [&](qint64, qint64) {
            const auto page = store.pageByRank("ams1", 0, 9, TradeOrder::NewestFirst);
            if (page)
                return;
            QVERIFY2(page.error().code == RedisErrorCode::Loading, why(page));
            ++loading;
        });
    QVERIFY2(server, why(server));
    QVERIFY(loading > 0);
    QCOMPARE(store.count("ams1").value(), 50);
    QCOMPARE(store.count("large").value(), 3000);
}

void TestFaultsServer::outOfMemory()
{
    ReportStore store(m_live->url(), writableOptions());
    QCOMPARE(ask({"CONFIG", "SET", "maxmemory", "1"}), QByteArray("OK"));
    const auto refused = store.createMany(sampleReports(QStringLiteral("more"), 500));
    QVERIFY2(refused, why(refused));
    QVERIFY(refused->error);
    QCOMPARE(refused->error->code, RedisErrorCode::OutOfMemory);
    for (const CreateOutcome outcome : refused->outcomes)
        QCOMPARE(outcome, CreateOutcome::NotStored);
    QCOMPARE(store.count("more").value(), 0);
    QCOMPARE(ask({"HLEN", "execution_report:more"}), QByteArray("0"));
    readsEverything(store);
    ask({"CONFIG", "SET", "maxmemory", "0"});
    QCOMPARE(store.create(another(QStringLiteral("later"))).value(), CreateOutcome::Stored);
}

void TestFaultsServer::readOnlyReplica()
{
    ask({"REPLICAOF", "127.0.0.1", "1"});
    ReportStore store(m_live->url(), writableOptions());
    const auto refused = store.create(another(QStringLiteral("x")));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, RedisErrorCode::ReadOnly);
    readsEverything(store);
    ask({"REPLICAOF", "NO", "ONE"});
    QCOMPARE(store.create(another(QStringLiteral("x"))).value(), CreateOutcome::Stored);
}

void TestFaultsServer::replicaWithoutItsMaster()
{
    ask({"CONFIG", "SET", "replica-serve-stale-data", "no"});
    ask({"REPLICAOF", "127.0.0.1", "1"});
    ReportStore store(m_live->url(), writableOptions());
    readsEndWith(store, RedisErrorCode::Loading);
    ask({"REPLICAOF", "NO", "ONE"});
    readsEverything(store);
}

void TestFaultsServer::busyWithAScript()
{
    ask({"CONFIG", "SET", "busy-reply-threshold", "1"});
    ReportStore store(m_live->url(), writableOptions());
    readsEverything(store);
    QProcess script;
    script.start(QStringLiteral("redis-cli"),
                 {QStringLiteral("-s"), m_live->url().socketPath, QStringLiteral("EVAL"),
                  QStringLiteral("while true do end"), QStringLiteral("0")});
    QTRY_VERIFY(ask({"PING"}).startsWith("BUSY"));
    readsEndWith(store, RedisErrorCode::Busy);
    const auto refused = store.create(another(QStringLiteral("x")));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, RedisErrorCode::Busy);
    QCOMPARE(ask({"SCRIPT", "KILL"}), QByteArray("OK"));
    QVERIFY(script.waitForFinished());
    readsEverything(store);
    QCOMPARE(store.create(another(QStringLiteral("x"))).value(), CreateOutcome::Stored);
}

void TestFaultsServer::passwordChanged()
{
    ask({"ACL", "SETUSER", "desk", "on", ">old", "~*", "+@all"});
    RedisUrl url = m_live->url();
    url.user = QStringLiteral("desk");
    url.password = QStringLiteral("old");
    ReportStore store(url, writableOptions());
    readsEverything(store);
    ask({"ACL", "SETUSER", "desk", "resetpass", ">new"});
    ask({"CLIENT", "KILL", "USER", "desk"});
    readsEndWith(store, RedisErrorCode::Authentication);
    const auto refused = store.create(another(QStringLiteral("x")));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, RedisErrorCode::Authentication);
    QVERIFY(!refused.error().message().contains(u"old"));
    url.password = QStringLiteral("new");
    ReportStore again(url, writableOptions());
    readsEverything(again);
}

void TestFaultsServer::permissionTaken()
{
    ask({"ACL", "SETUSER", "desk", "on", ">x", "~*", "+@all"});
    RedisUrl url = m_live->url();
    url.user = QStringLiteral("desk");
    url.password = QStringLiteral("x");
    ReportStore store(url, writableOptions());
    readsEverything(store);
    ask({"ACL", "SETUSER", "desk", "-@all"}); // in the middle of the session
    const auto refused = store.count("ams1");
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, RedisErrorCode::Permission);
    QCOMPARE(refused.error().command, QByteArray("ZCARD"));
    ask({"ACL", "SETUSER", "desk", "+@all"});
    readsEverything(store);
}

void TestFaultsServer::tooManyClients()
{
    ReportStore store(m_live->url(), writableOptions());
    m_live->store().close();
    auto first = RedisConnection::open(m_live->url(), {});
    QVERIFY2(first, why(first));
    ask({"CONFIG", "SET", "maxclients", "1"});
    readsEndWith(store, RedisErrorCode::Busy);
    const auto refused = store.create(another(QStringLiteral("x")));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, RedisErrorCode::Busy);
    first->close();
    QTRY_VERIFY(store.count("ams1"));
    store.close();
    QTRY_COMPARE(ask({"CONFIG", "SET", "maxclients", "100"}), QByteArray("OK"));
    readsEverything(store);
}

void TestFaultsServer::idleTimeOut()
{
    ReportStore store(m_live->url(), writableOptions());
    const auto isGone = [this] { return !ask({"CLIENT", "LIST"}).contains("name=arbscope "); };
    const auto dropped = [&](auto &&use) {
        QVERIFY(store.count("ams1"));
        m_live->store().close();
        QVERIFY(!isGone());
        ask({"CONFIG", "SET", "timeout", "1"});
        QTRY_VERIFY_WITH_TIMEOUT(isGone(), 60'000);
        ask({"CONFIG", "SET", "timeout", "0"});
        use();
    };
    // Nobody notices.
    for (const StoreUse &use : storeUses()) {
        if (!QByteArrayList{"page", "walk"}.contains(use.name))
            continue;
        dropped([&] {
            const auto result = use.run(store);
            QVERIFY2(result, why(result));
        });
    }
    dropped([&] { QCOMPARE(store.create(another(QStringLiteral("x"))).value(), CreateOutcome::Stored); });
}

void TestFaultsServer::protectedMode()
{
    const auto url = protectedUrl(m_live->url());
    if (!url)
        QSKIP("this machine has no address but loopback's");
    ReportStore store(*url);
    readsEndWith(store, RedisErrorCode::Protected);
    const auto refused = store.count("ams1");
    QVERIFY2(refused.error().message().contains(u"protected mode: without a password"), why(refused));
    // As it is asked for: a password lets other machines in.
    ask({"CONFIG", "SET", "requirepass", "s3cret"});
    const auto nameless = store.count("ams1");
    QVERIFY(!nameless);
    QCOMPARE(nameless.error().code, RedisErrorCode::Authentication);
    QVERIFY2(nameless.error().message().contains(u"wants a password"), why(nameless));
    RedisUrl knowing = *url;
    knowing.password = QStringLiteral("s3cret");
    ReportStore let(knowing);
    QCOMPARE(let.count("ams1").value_or(-1), 50);
}

void TestFaultsServer::diskFull()
{
    // A server that cannot save refuses to store, in its own words.
    ask({"CONFIG", "SET", "stop-writes-on-bgsave-error", "yes"});
    ask({"CONFIG", "SET", "save", "3600 1"});
    ReportStore store(m_live->url(), writableOptions());
    const QString directory = QString::fromUtf8(ask({"CONFIG", "GET", "dir"}).split('\n').value(1));
    QVERIFY(QDir(directory).mkpath(QStringLiteral("dump.rdb"))); // the rename onto it fails
    ask({"BGSAVE"});
    QTRY_VERIFY(ask({"INFO", "persistence"}).contains("rdb_last_bgsave_status:err"));
    const auto refused = store.create(another(QStringLiteral("x")));
    QVERIFY(!refused);
    QVERIFY2(refused.error().message().contains(u"MISCONF"), why(refused));
    readsEverything(store);
    QVERIFY(QDir(directory).rmdir(QStringLiteral("dump.rdb")));
    ask({"BGSAVE"});
    QTRY_VERIFY(ask({"INFO", "persistence"}).contains("rdb_last_bgsave_status:ok"));
    QCOMPARE(store.create(another(QStringLiteral("x"))).value(), CreateOutcome::Stored);
}

QTEST_GUILESS_MAIN(TestFaultsServer)
#include "tst_faults_server.moc"
