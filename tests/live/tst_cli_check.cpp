// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/clirun.h"
#include "tests/support/livestore.h"
#include "tests/support/rediscli.h"

#include <QTest>

#include <algorithm>

using namespace arbscope;
using namespace arbscope::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A store with one of everything that can be wrong.
void fill(LiveStore &live)
{
    live.clear();
    live.create(sampleReports(u"ams1"_s, 600));
    live.create(sampleReports(u"fra1"_s, 3));
    live.call({"ZADD", "execution_report_sorted:ams1", "5", "ghost"});
    redisCli(live.url(), {"ZREM", "execution_report_sorted:ams1", "id-000007"});
    live.call({"ZADD", "execution_report_sorted:ams1", "XX", "77", "id-000009"});
    live.put("ams1", "broken", "{", 1'600'000'100);
    live.put("ams1", "other", textOf(sampleReport(u"ams2"_s, u"another"_s, 1'600'000'101)), 1'600'000'101);
    QByteArray number = textOf(sampleReport(u"ams1"_s, u"number"_s, 1'600'000'102));
    live.put("ams1", "number", number.replace("\"0.0125\"", "0.0125"), 1'600'000'102);
}

/// "ams1 ghost no-report" of each finding.
QByteArrayList found(const QByteArray &lines)
{
    QByteArrayList result;
    for (const QJsonObject &line : jsonLines(lines)) {
        if (line.contains("finding"_L1)) {
            result << QByteArray(line["server"_L1].toString().toUtf8() + ' ' + line["order_id"_L1].toString().toUtf8()
                                 + ' ' + line["finding"_L1].toString().toUtf8());
        }
    }
    std::ranges::sort(result);
    return result;
}

const QByteArrayList Lasting = {"ams1 broken invalid", "ams1 ghost no-report", "ams1 number coerced",
                                "ams1 other order-id-differs", "ams1 other server-differs"};
const QByteArrayList Mendable = {"ams1 id-000007 not-indexed", "ams1 id-000009 score-differs"};

} // namespace

class TestCliCheck final : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void findsNothing();
    void findsWhatIsWrong();
    void tellsPeople();
    void dryRunChangesNothing();
    void repairsWhatAnIndexEntryCanMend();
    void repairsWhatItSaid();
    void repairNeedsTheRight();
    void keysOfAnotherType();
    void serversThatAreNotThere();
    void namesAreBytes();
    void refusesWrongUsage();

private:
    [[nodiscard]] CliResult check(const QByteArrayList &arguments) const
    {
        return runCli(QByteArrayList{"check", "--url", m_live.url().display().toUtf8()} + arguments);
    }
    /// Everything that stands in the store, in no order.
    [[nodiscard]] QByteArrayList content() const
    {
        QByteArrayList all;
        for (const QByteArray &server : {QByteArray("ams1"), QByteArray("fra1")}) {
            all += redisCli(m_live.url(), {"HGETALL", "execution_report:" + server}).split('\n');
            all += redisCli(m_live.url(), {"ZRANGE", "execution_report_sorted:" + server, "0", "-1", "WITHSCORES"})
                       .split('\n');
        }
        std::ranges::sort(all);
        return all;
    }

    LiveStore m_live;
};

void TestCliCheck::init()
{
    fill(m_live);
}

void TestCliCheck::findsNothing()
{
    const CliResult people = check({"fra1", "fra1"}); // which is one server
    QCOMPARE(people.status, 0);
    QCOMPARE(people.out, QByteArray());
    QCOMPARE(people.err, QByteArray("1 server, 3 trades: nothing wrong.\n"));
    const CliResult machine = check({"fra1", "--json"});
    QCOMPARE(machine.status, 0);
    const auto lines = jsonLines(machine.out);
    QCOMPARE(lines.size(), std::size_t(1));
    QCOMPARE(lines[0]["entries"_L1].toInt(), 3);
    QCOMPARE(lines[0]["reports"_L1].toInt(), 3);
    QCOMPARE(lines[0]["findings"_L1].toObject().size(), 7);
}

void TestCliCheck::findsWhatIsWrong()
{
    const QByteArrayList before = content();
    for (const QByteArrayList &servers : {QByteArrayList{}, {"ams1"}, {"fra1", "ams1"}}) {
        const CliResult result = check(servers + QByteArrayList{"--json"});
        QCOMPARE(result.status, 1);
        QByteArrayList expected = Lasting + Mendable;
        std::ranges::sort(expected);
        QCOMPARE(found(result.out), expected);
        const QJsonObject last = jsonLines(result.out).back();
        QCOMPARE(last["server"_L1].toString(), servers.size() == 1 || servers.size() == 2 ? u"ams1"_s : u"fra1"_s);
        QVERIFY(!last.contains("repaired"_L1));
    }
    QCOMPARE(content(), before);
}

void TestCliCheck::tellsPeople()
{
    const CliResult result = check({});
    QCOMPARE(result.status, 1);
    QCOMPARE(result.out.count('\n'), 8);
    QVERIFY(result.out.contains("ams1  ghost  no-report: the index names it with the clock 5"));
    QVERIFY(result.out.contains("by hand, in redis-cli: ZREM execution_report_sorted:ams1 ghost\n"));
    QVERIFY(result.out.contains("ams1  id-000009  score-differs: "));
    QVERIFY2(result.err.contains("2 servers, 606 trades: 7 findings."), result.err.constData());
}

void TestCliCheck::dryRunChangesNothing()
{
    const QByteArrayList before = content();
    const CliResult result = check({"--repair", "--dry-run"});
    QCOMPARE(result.status, 1);
    QCOMPARE(result.out.count("  would be repaired: "), 2);
    QVERIFY(result.err.contains("7 findings, 2 changes to make."));
    QCOMPARE(content(), before);
    // A user who may only read can do that.
    redisCli(m_live.url(), {"ACL", "SETUSER", "reader", "on", ">x", "~*", "+@read", "+@connection"});
    RedisUrl url = m_live.url();
    url.user = u"reader"_s;
    const CliResult asReader
        = runCli({"check", "--repair", "--dry-run", "--url", url.display().toUtf8()}, {}, {"ARBSCOPE_PASSWORD=x"});
    QCOMPARE(asReader.out, result.out);
}

void TestCliCheck::repairsWhatAnIndexEntryCanMend()
{
    const CliResult result = check({"--repair"});
    QCOMPARE(result.status, 1);
    QCOMPARE(result.out.count("  repair: "), 2);
    QCOMPARE(result.out.count("  done\n"), 2);
    QVERIFY2(result.err.contains("7 findings, 2 changes made."), result.err.constData());
    const CliResult again = check({"--json"});
    QCOMPARE(again.status, 1);
    QCOMPARE(found(again.out), Lasting);
    QCOMPARE(redisCli(m_live.url(), {"HLEN", "execution_report:ams1"}), QByteArray("603"));
    QCOMPARE(redisCli(m_live.url(), {"ZCARD", "execution_report_sorted:ams1"}), QByteArray("604"));
    // The ghost is nobody's to remove but a person's, who is told how.
    QCOMPARE(jsonLines(again.out).front()["finding"_L1].toString(), u"invalid"_s);
    QByteArray byHand;
    for (const QJsonObject &line : jsonLines(again.out)) {
        QVERIFY(!line.contains("finding"_L1) || line.contains("by_hand"_L1));
        byHand += line["by_hand"_L1].toString().toUtf8();
    }
    QCOMPARE(redisCli(m_live.url(), {}, byHand + '\n'), "1");
    QCOMPARE(redisCli(m_live.url(), {"ZCARD", "execution_report_sorted:ams1"}), QByteArray("603"));
}

void TestCliCheck::repairsWhatItSaid()
{
    const CliResult result = check({"--repair", "--json"});
    QCOMPARE(result.status, 1);
    const auto lines = jsonLines(result.out);
    QByteArrayList said;
    int done = 0;
    for (const QJsonObject &line : lines) {
        const QString repair = line["repair"_L1].toString();
        if (line.contains("finding"_L1) && !repair.isEmpty()) {
            QVERIFY(line["before"_L1].isNull() == (repair == "add"_L1));
            QVERIFY(line["after"_L1].isDouble());
            said << QByteArray(line["order_id"_L1].toString().toUtf8() + ' ' + repair.toUtf8());
        }
        if (line.contains("outcome"_L1)) { // after it was said
            QCOMPARE(line["outcome"_L1].toString(), u"done"_s);
            QCOMPARE(said.back(), QByteArray(line["order_id"_L1].toString().toUtf8() + ' ' + repair.toUtf8()));
            ++done;
        }
        if (line["server"_L1].toString() == "ams1"_L1 && line.contains("entries"_L1)) {
            QCOMPARE(line["repaired"_L1].toInt(), 2);
        }
    }
    std::ranges::sort(said);
    QCOMPARE(said, QByteArrayList({"id-000007 add", "id-000009 correct"}));
    QCOMPARE(done, 2);
}

void TestCliCheck::repairNeedsTheRight()
{
    const QByteArrayList before = content();
    redisCli(m_live.url(), {"ACL", "SETUSER", "reader", "on", ">x", "~*", "+@read", "+@connection"});
    RedisUrl url = m_live.url();
    url.user = u"reader"_s;
    const CliResult result
        = runCli({"check", "--repair", "--url", url.display().toUtf8()}, {}, {"ARBSCOPE_PASSWORD=x"});
    QCOMPARE(result.status, 3);
    QVERIFY2(result.err.contains("no permission to use WATCH"), result.err.constData());
    QCOMPARE(content(), before);
}

void TestCliCheck::keysOfAnotherType()
{
    redisCli(m_live.url(), {"SET", "execution_report:text", "no hash"});
    const CliResult result = check({"text", "fra1", "--json"});
    QCOMPARE(result.status, 1);
    const auto lines = jsonLines(result.out);
    QCOMPARE(lines.size(), std::size_t(2));
    QCOMPARE(lines[0]["finding"_L1].toString(), u"wrong-type"_s);
    QCOMPARE(lines[0]["key"_L1].toString(), u"execution_report:text"_s);
    QCOMPARE(lines[1]["entries"_L1].toInt(), 3); // the next one is checked all the same
}

void TestCliCheck::serversThatAreNotThere()
{
    const CliResult result = check({"nowhere"});
    QCOMPARE(result.status, 0);
    QVERIFY(result.err.contains("No trades on the server nowhere."));
    m_live.clear();
    const CliResult empty = check({});
    QCOMPARE(empty.status, 0);
    QVERIFY(empty.err.contains("No trading servers"));
}

void TestCliCheck::namesAreBytes()
{
    const QByteArray server("a \x1b[31m \xff:b");
    m_live.call({"ZADD", "execution_report_sorted:" + server, "5", "x\ny"});
    const CliResult people = check({server});
    QCOMPARE(people.status, 1);
    QVERIFY(people.out.startsWith("a \\x1b[31m \\xff:b  x\\ny  no-report"));
    const CliResult repaired = check({server, "--repair", "--json"});
    QCOMPARE(jsonLines(repaired.out).front()["server_hex"_L1].toString(), QString::fromLatin1(server.toHex()));
    QVERIFY(jsonLines(repaired.out).front()["repair"_L1].isNull());
    const QByteArray byHand = jsonLines(repaired.out).front()["by_hand"_L1].toString().toUtf8();
    QCOMPARE(redisCli(m_live.url(), {}, byHand + '\n'), "1");
    QCOMPARE(check({server}).status, 0);
}

void TestCliCheck::refusesWrongUsage()
{
    const CliResult result = check({"--dry-run"});
    QCOMPARE(result.status, 2);
    QVERIFY(result.err.contains("--dry-run goes with --repair"));
}

QTEST_GUILESS_MAIN(TestCliCheck)
#include "tst_cli_check.moc"
