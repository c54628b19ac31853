// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/follow.h"
#include "core/store/storecheck.h"
#include "core/store/storecheckrepair.h"
#include "core/store/tradeexport.h"

#include "tests/support/faultproxy.h"
#include "tests/support/livestore.h"
#include "tests/support/rediscli.h"
#include "tests/support/why.h"

#include <QBuffer>
#include <QTest>
#include <QVersionNumber>

#include <functional>
#include <mutex>
#include <set>

using namespace arbscope;
using namespace arbscope::test;

namespace {

bool has(const CommandArgs &command, QByteArrayView word)
{
    return std::ranges::any_of(command, [word](const QByteArray &argument) { return argument.toUpper() == word; });
}

bool isOneOf(const QByteArray &name, std::initializer_list<QByteArrayView> names)
{
    return std::ranges::find(names, QByteArrayView(name)) != names.end();
}

/// What Redis 6.0 lacks of what later ones have, in its own words.
CommandArgs asRedis60(CommandArgs command)
{
    const QByteArray name = command.front().toUpper();
    if (name == "ZRANGE" && (has(command, "BYSCORE") || has(command, "REV") || has(command, "LIMIT")))
        return commandThatFails("ERR syntax error");
    if (isOneOf(name, {"ZMSCORE", "ZRANDMEMBER", "HRANDFIELD", "SMISMEMBER", "GETEX", "GETDEL", "COPY"}))
        return commandThatFails("ERR unknown command `" + name + "`, with args beginning with: ");
    return command;
}

/// What Redis 5.0 lacks of what 6.0 has.
CommandArgs asRedis5(CommandArgs command)
{
    const QByteArray name = command.front().toUpper();
    if (name == "SCAN" && has(command, "TYPE"))
        return commandThatFails("ERR syntax error");
    if (name == "AUTH" && command.size() == 3)
        return {"AUTH"}; // answered with the same words: a wrong number of arguments
    if (isOneOf(name, {"ACL", "HELLO"}))
        return commandThatFails("ERR unknown command `" + name + "`, with args beginning with: ");
    if (name == "CLIENT" && has(command, "TRACKING"))
        return commandThatFails("ERR Unknown subcommand or wrong number of arguments for 'TRACKING'. Try CLIENT HELP");
    return asRedis60(std::move(command));
}

CommandArgs asItIs(CommandArgs command)
{
    return command;
}

/// A server that has CLIENT, INFO and CONFIG renamed, as some providers do.
CommandArgs withoutAdministration(CommandArgs command)
{
    const QByteArray name = command.front().toUpper();
    if (isOneOf(name, {"CLIENT", "INFO", "CONFIG", "COMMAND", "SUBSCRIBE"}))
        return commandThatFails("ERR unknown command '" + name + "', with args beginning with: ");
    return command;
}

using Translation = CommandArgs (*)(CommandArgs);

} // namespace

Q_DECLARE_METATYPE(Translation)

/// Servers older than the one that the tests have, played by taking away what these do not know.
class TestOlderServers : public QObject
{
    Q_OBJECT

private slots:
    void everythingWorks_data();
    void everythingWorks();
    void everyCommandIsOldEnough();
    void passwords();

private:
    /// Everything that is ever asked of a store, on a server whose commands are translated; checks the answers.
    static void useAll(const std::function<CommandArgs(CommandArgs)> &translate, FollowMode mode);
};

void TestOlderServers::everythingWorks_data()
{
    QTest::addColumn<Translation>("translate");
    QTest::addColumn<FollowMode>("mode");
    QTest::newRow("as it is") << &asItIs << FollowMode::Tracking;
    QTest::newRow("6.0") << &asRedis60 << FollowMode::Tracking;
    QTest::newRow("5.0") << &asRedis5 << FollowMode::Polling;
    QTest::newRow("administration renamed") << &withoutAdministration << FollowMode::Polling;
}

void TestOlderServers::everythingWorks()
{
    QFETCH(const Translation, translate);
    QFETCH(const FollowMode, mode);
    useAll(translate, mode);
}

void TestOlderServers::everyCommandIsOldEnough()
{
    // What a Redis 5 gets to see, held against what the server's own documentation says of each command's age.
    std::mutex mutex;
    std::set<QByteArray> sent;
    useAll(
        [&](CommandArgs command) {
            QByteArray name = command.front().toLower();
            if (name == "client")
                name += '|' + command[1].toLower();
            const std::scoped_lock lock(mutex);
            sent.insert(name);
            return asRedis5(std::move(command));
        },
        FollowMode::Polling);
    QVERIFY(sent.size() > 12);
    QVERIFY(sent.erase("client|tracking") > 0); // is tried, and does without
    const LiveStore live;
    for (const QByteArray &name : sent) {
        const QByteArrayList lines = redisCli(live.url(), {"COMMAND", "DOCS", name}).split('\n');
        const QByteArray since = lines.value(lines.indexOf("since") + 1);
        const QVersionNumber version = QVersionNumber::fromString(QString::fromLatin1(since));
        QVERIFY2(!version.isNull() && version.majorVersion() <= 5, QByteArray(name + ' ' + since).constData());
    }
}

void TestOlderServers::useAll(const std::function<CommandArgs(CommandArgs)> &translate, FollowMode mode)
{
    LiveStore live;
    redisCli(live.url(), {"SET", "execution_report:text", "of another type"});
    redisCli(live.url(), {"SADD", "execution_report_sorted:set", "of another type"});
    FaultProxy proxy(live.url());
    proxy.setTranslation(translate);
    ReportStore store(proxy.url(), writableOptions());

    // Storing, also what is there already.
    const auto stored = store.createMany(sampleReports(QStringLiteral("ams1"), 1200));
    QVERIFY2(stored, why(stored));
    QVERIFY(!stored->error);
    QCOMPARE(store.create(sampleReport(QStringLiteral("fra1"), QStringLiteral("one"), 5)).value(),
             CreateOutcome::Stored);
    QCOMPARE(store.create(sampleReport(QStringLiteral("fra1"), QStringLiteral("one"), 6)).value(),
             CreateOutcome::AlreadyThere);

    QByteArrayList servers;
    const auto listed = store.servers([&](const std::vector<ServerSummary> &found) {
        for (const ServerSummary &server : found)
            servers << server.name;
    });
    QVERIFY2(listed, why(listed));
    std::ranges::sort(servers);
    QCOMPARE(servers, QByteArrayList({"ams1", "fra1"}));
    QCOMPARE(store.count("ams1").value(), 1200);
    QCOMPARE(store.countByClock("ams1", 1'600'000'010, 1'600'000'019).value(), 10);
    QCOMPARE(store.rank("ams1", "id-000003", TradeOrder::NewestFirst).value(), 1196);
    const auto page = store.pageByRank("ams1", 0, 199, TradeOrder::NewestFirst);
    QVERIFY2(page, why(page));
    QCOMPARE(page->trades.size(), std::size_t(200));
    const auto byClock = store.pageByClock("ams1", 1'600'000'010, 1'600'000'019, 2, 3, TradeOrder::NewestFirst);
    QVERIFY2(byClock, why(byClock));
    QCOMPARE(orderIds(*byClock), QByteArrayList({"id-000017", "id-000016", "id-000015"}));
    QVERIFY(store.trade("ams1", "id-000007").value());

    QBuffer out;
    QVERIFY(out.open(QIODevice::WriteOnly));
    ExportRequest request;
    request.format = ExportFormat::JsonLines;
    const auto exported = exportTradesTo(*store.connection().value(), request, out);
    QVERIFY2(exported, qPrintable(exported ? QString() : exported.error().message()));
    QCOMPARE(exported->trades, 1201);

    redisCli(live.url(), {"ZREM", "execution_report_sorted:ams1", "id-000007"});
    live.call({"ZADD", "execution_report_sorted:index-only", "5", "ghost"});
    RedisSession &session = *store.connection().value();
    const auto names = serversToCheck(session);
    QVERIFY2(names, why(names));
    QCOMPARE(*names, std::vector<QByteArray>({"ams1", "fra1", "index-only"}));
    for (const QByteArray &server : *names) {
        std::vector<Finding> findings;
        const auto checked = checkServer(session, server, {}, [&](const Finding &finding) {
            findings.push_back(finding);
            const auto step = repairStep(finding);
            QCOMPARE(step.has_value(), finding.kind == FindingKind::NotIndexed);
            if (step)
                QCOMPARE(repair(session, *step).value(), RepairOutcome::Done);
        });
        QVERIFY2(checked, why(checked));
        QCOMPARE(findings.size(), std::size_t(server == "fra1" ? 0 : 1));
    }

    Follower follower(proxy.url(), {}, "ams1");
    QVERIFY(follower.start());
    QCOMPARE(follower.mode(), mode);
    live.create({sampleReport(QStringLiteral("ams1"), QStringLiteral("new"), 1'700'000'000)});
    const auto batch = follower.next();
    QVERIFY2(batch, why(batch));
    QCOMPARE(batch->trades.size(), std::size_t(1));
    QCOMPARE(batch->trades.front().orderId, QByteArray("new"));
}

void TestOlderServers::passwords()
{
    const LiveStore live;
    redisCli(live.url(), {"CONFIG", "SET", "requirepass", "s3cret"});
    FaultProxy proxy(live.url());
    proxy.setTranslation(asRedis5);
    RedisUrl url = proxy.url();
    url.database = 2;
    url.password = QStringLiteral("s3cret");
    const auto alone = RedisConnection::open(url, {});
    QVERIFY2(alone, why(alone));
    url.user = QStringLiteral("default"); // providers give this name whatever the version
    auto named = RedisConnection::open(url, {});
    QVERIFY2(named, why(named));
    QCOMPARE(named->call({"EXISTS", "x"}).value(), RedisReply{qint64{0}});
    url.user = QStringLiteral("reader");
    const auto unknown = RedisConnection::open(url, {});
    QCOMPARE(unknown.error().code, RedisErrorCode::Authentication);
    QVERIFY2(unknown.error().message().contains(u"knows no user names"), why(unknown));
    url.user = QStringLiteral("default");
    url.password = QStringLiteral("wr0ng");
    const auto wrong = RedisConnection::open(url, {});
    QCOMPARE(wrong.error().code, RedisErrorCode::Authentication);
    QVERIFY(!wrong.error().message().contains(u"wr0ng"));
}

QTEST_GUILESS_MAIN(TestOlderServers)
#include "tst_olderservers.moc"
