// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/clirun.h"
#include "tests/support/livestore.h"
#include "tests/support/rediscli.h"

#include <QTest>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>

using namespace arbscope;
using namespace arbscope::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// arbscope-cli follow, and what it has printed so far.
class Following
{
public:
    Following(const RedisUrl &url, const QByteArrayList &options, const QByteArrayList &environment = {})
        : m_process(startCli(QByteArrayList{"follow", "ams1", "--url", url.display().toUtf8()} + options, environment))
    { }

    /// Until standard error holds these words; what it holds then.
    [[nodiscard]] bool says(const QByteArray &words)
    {
        return waitUntil([&] { return m_err.contains(words); });
    }
    [[nodiscard]] bool prints(int lines)
    {
        return waitUntil([&] { return m_out.count('\n') >= lines; });
    }
    [[nodiscard]] int end(int signal = SIGINT)
    {
        ::kill(static_cast<pid_t>(m_process->processId()), signal);
        const int status = finishCli(*m_process);
        take();
        return status;
    }
    [[nodiscard]] int finish()
    {
        const int status = finishCli(*m_process);
        take();
        return status;
    }
    [[nodiscard]] const QByteArray &out() const { return m_out; }
    [[nodiscard]] const QByteArray &err() const { return m_err; }

private:
    template <class Condition> bool waitUntil(const Condition &holds)
    {
        return QTest::qWaitFor(
            [&] {
                take();
                return holds();
            },
            60'000);
    }
    void take()
    {
        m_out += m_process->readAllStandardOutput();
        m_err += m_process->readAllStandardError();
    }

    std::unique_ptr<QProcess> m_process;
    QByteArray m_out;
    QByteArray m_err;
};

QByteArrayList ids(const QByteArray &lines)
{
    QByteArrayList result;
    for (const QJsonObject &line : jsonLines(lines)) {
        result << line["order_id"_L1].toString().toUtf8();
    }
    return result;
}

QByteArrayList expectedIds(int from, int count)
{
    QByteArrayList result;
    for (int i = from; i < from + count; ++i) {
        result << "id-" + QByteArray::number(i).rightJustified(6, '0');
    }
    return result;
}

} // namespace

class TestCliFollow final : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void printsEachNewTrade_data();
    void printsEachNewTrade();
    void formats_data();
    void formats();
    void printsOnceAcrossReconnects();
    void anEmptiedStoreTellsNothingTwice();
    void aFrozenStoreIsWaitedFor();
    void endsWhenThePasswordHasChanged();
    void endsWithItsReader();
    void storeThatIsNotThere();

private:
    void store(int from, int count)
    {
        std::vector<Report> reports = sampleReports(u"ams1"_s, from + count);
        reports.erase(reports.begin(), reports.begin() + from);
        m_live.create(reports);
    }

    LiveStore m_live;
};

void TestCliFollow::init()
{
    m_live.clear();
    store(0, 5);
}

void TestCliFollow::printsEachNewTrade_data()
{
    QTest::addColumn<bool>("tracking");
    QTest::newRow("the store tells") << true;
    QTest::newRow("asking, to whom telling is refused") << false;
}

void TestCliFollow::printsEachNewTrade()
{
    QFETCH(const bool, tracking);
    RedisUrl url = m_live.url();
    QByteArrayList environment;
    if (!tracking) {
        redisCli(url, {"ACL", "SETUSER", "reader", "on", ">x", "~*", "+@read", "+@connection", "-client"});
        url.user = u"reader"_s;
        environment << "ARBSCOPE_PASSWORD=x";
    }
    Following following(url, {"--json"}, environment);
    QVERIFY2(following.says("Following ams1"), following.err().constData());
    QCOMPARE(following.err().contains("as the store tells"), tracking);
    store(5, 1);
    QVERIFY(following.prints(1));
    store(6, 300);
    m_live.create({sampleReport(u"ams1"_s, u"late"_s, 1'500'000'000)}); // its clock puts it first
    m_live.put("ams1", "broken", "{", 1'600'000'003.5);
    m_live.create({sampleReport(u"ams2"_s, u"elsewhere"_s, 1'600'000'000)});
    QVERIFY(following.prints(303));
    QCOMPARE(following.end(), 130);
    QByteArrayList told = ids(following.out());
    std::ranges::sort(told);
    QByteArrayList expected = expectedIds(5, 301) + QByteArrayList{"late", "broken"};
    std::ranges::sort(expected);
    QCOMPARE(told, expected);
    for (const QJsonObject &line : jsonLines(following.out())) {
        QVERIFY(!line.contains("rank"_L1));
        QCOMPARE(line["verdict"_L1].toString(),
                 line["order_id"_L1].toString() == "broken"_L1 ? u"invalid"_s : u"valid"_s);
    }
}

void TestCliFollow::formats_data()
{
    QTest::addColumn<QByteArrayList>("options");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("line");
    const QByteArray text = textOf(sampleReport(u"ams1"_s, u"id-000005"_s, 1'600'000'005));
    QTest::newRow("jsonl") << QByteArrayList{"--format", "jsonl"} << QByteArray() << QByteArray(text + '\n');
    QTest::newRow("csv") << QByteArrayList{"--format", "csv"} << QByteArray("asset_1,")
                         << QByteArray("BTC,EUR,Kraken,Bitstamp,1.4.2,id-000005,");
    QTest::newRow("table") << QByteArrayList{"--tz", "UTC"} << QByteArray("clock (UTC)")
                           << QByteArray("2020-09-13 12:26:45.000  id-000005  BTC/EUR");
}

void TestCliFollow::formats()
{
    QFETCH(const QByteArrayList, options);
    QFETCH(const QByteArray, header);
    QFETCH(const QByteArray, line);
    Following following(m_live.url(), options);
    QVERIFY2(following.says("Following ams1"), following.err().constData());
    store(5, 1);
    const int headers = header.isEmpty() ? 0 : 1;
    QVERIFY(following.prints(headers + 1));
    store(6, 1);
    QVERIFY(following.prints(headers + 2));
    QCOMPARE(following.end(SIGTERM), 130);
    QVERIFY(following.out().startsWith(header));
    QVERIFY2(following.out().mid(headers ? following.out().indexOf('\n') + 1 : 0).startsWith(line),
             following.out().constData());
    QCOMPARE(following.out().count('\n'), headers + 2);
}

void TestCliFollow::printsOnceAcrossReconnects()
{
    Following following(m_live.url(), {"--json"});
    QVERIFY(following.says("Following ams1"));
    for (int round = 0; round < 5; ++round) {
        store(5 + 20 * round, 10);
        // Its two connections end in the middle of it; more comes while it is away.
        redisCli(m_live.url(), {"CLIENT", "KILL", "TYPE", "pubsub", "SKIPME", "yes"});
        redisCli(m_live.url(), {"CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes"});
        store(15 + 20 * round, 10);
        QVERIFY2(following.prints(20 * (round + 1)), following.err().constData());
    }
    QCOMPARE(following.end(), 130);
    QByteArrayList told = ids(following.out());
    std::ranges::sort(told);
    QCOMPARE(told, expectedIds(5, 100));
}

void TestCliFollow::anEmptiedStoreTellsNothingTwice()
{
    Following following(m_live.url(), {"--json"});
    QVERIFY(following.says("Following ams1"));
    store(5, 10);
    QVERIFY(following.prints(10));
    m_live.clear(); // as a server that was killed and started again without its data
    redisCli(m_live.url(), {"CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes"});
    store(0, 20); // restored from a backup, with five new ones
    QVERIFY(following.prints(15));
    QCOMPARE(following.end(), 130);
    QByteArrayList told = ids(following.out());
    std::ranges::sort(told);
    QCOMPARE(told, expectedIds(5, 15));
}

void TestCliFollow::aFrozenStoreIsWaitedFor()
{
    Following following(m_live.url(), {"--json", "--timeout", "0.3"});
    QVERIFY(following.says("Following ams1"));
    QCOMPARE(::kill(static_cast<pid_t>(m_live.processId()), SIGSTOP), 0);
    const bool noticed = following.says("trying again until it is back");
    QCOMPARE(::kill(static_cast<pid_t>(m_live.processId()), SIGCONT), 0);
    QVERIFY2(noticed, following.err().constData());
    store(5, 3);
    QVERIFY2(following.prints(3), following.err().constData());
    QVERIFY2(following.says("The store is back"), following.err().constData());
    QCOMPARE(following.end(), 130);
    QCOMPARE(ids(following.out()), expectedIds(5, 3));
    QCOMPARE(following.err().count("trying again"), following.err().count("is back; nothing was missed"));
}

void TestCliFollow::endsWhenThePasswordHasChanged()
{
    redisCli(m_live.url(), {"ACL", "SETUSER", "watcher", "on", ">old", "~*", "&*", "+@all"});
    RedisUrl url = m_live.url();
    url.user = u"watcher"_s;
    Following following(url, {"--json"}, {"ARBSCOPE_PASSWORD=old"});
    QVERIFY2(following.says("Following ams1"), following.err().constData());
    redisCli(m_live.url(), {"ACL", "DELUSER", "watcher"}); // ends its connections, too
    redisCli(m_live.url(), {"ACL", "SETUSER", "watcher", "on", ">new", "~*", "&*", "+@all"});
    QCOMPARE(following.finish(), 3);
    QVERIFY2(following.err().contains("refused the user name or password"), following.err().constData());
    QVERIFY(!following.err().contains("old"));
}

void TestCliFollow::endsWithItsReader()
{
    std::array<int, 2> ends{};
    QCOMPARE(::pipe2(ends.data(), O_CLOEXEC), 0);
    const auto process = startCli({"follow", "ams1", "--json", "--url", m_live.url().display().toUtf8()}, {}, ends[1]);
    ::close(ends[1]);
    QByteArray err;
    QVERIFY(QTest::qWaitFor(
        [&] {
            err += process->readAllStandardError();
            return err.contains("Following ams1");
        },
        60'000));
    ::close(ends[0]);
    store(5, 1);
    QCOMPARE(finishCli(*process), 0); // as any program before | head
}

void TestCliFollow::storeThatIsNotThere()
{
    RedisUrl url;
    url.socketPath = u"/nonexistent/redis.sock"_s;
    Following following(url, {});
    QCOMPARE(following.finish(), 3);
}

QTEST_GUILESS_MAIN(TestCliFollow)
#include "tst_cli_follow.moc"
