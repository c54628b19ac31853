// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeredisserver.h"
#include "tests/support/livestore.h"
#include "tests/support/rediscli.h"
#include "tests/support/why.h"

#include "core/store/tradeimport.h"

#include <QBuffer>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <array>
#include <thread>

#include <unistd.h>

using namespace arbscope;

namespace {

QByteArray lineOf(const Report &report)
{
    return test::textOf(report) + '\n';
}

QByteArray linesOf(const std::vector<Report> &reports)
{
    QByteArray lines;
    for (const Report &report : reports)
        lines += lineOf(report);
    return lines;
}

struct Imported
{
    ImportResult result;
    std::vector<ImportProblem> problems;
    qint64 progress = 0;
};

Imported imported(ReportStore &store, QByteArray lines)
{
    QBuffer buffer(&lines);
    buffer.open(QIODevice::ReadOnly);
    Imported seen;
    seen.result = importReports(
        store, buffer, [&](const ImportProblem &problem) { seen.problems.push_back(problem); },
        [&](qint64 bytes) { seen.progress = bytes; });
    return seen;
}

} // namespace

class TestImport : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void all();
    void emptyFile();
    void lineEnds();
    void badLinesAreListed();
    void serversWithKeysOfAnotherTypeAreRefused();
    void otherSpellingsAreStoredAsCanonical();
    void againIsAlreadyThere();
    void repeatedInTheFile();
    void problemsAreInOrder();
    void fileThatCannotBeRead();
    void readOnlyStore();
    void storeThatEnds();
    void stopWhileThePipeIsSilent();
    void aPipe();

private:
    test::LiveStore m_live;
};

void TestImport::init()
{
    m_live.clear();
}

void TestImport::all()
{
    const std::vector<Report> reports = test::sampleReports(QStringLiteral("s"), 5000);
    const QByteArray lines = linesOf(reports);
    const Imported seen = imported(m_live.store(), lines);
    QVERIFY(!seen.result.error);
    QCOMPARE(seen.result.lines, 5000);
    QCOMPARE(seen.result.stored, 5000);
    QCOMPARE(seen.progress, lines.size());
    QVERIFY(seen.problems.empty());
    const auto page = m_live.store().pageByRank("s", 0, -1, TradeOrder::OldestFirst);
    QVERIFY2(page, test::why(page));
    QByteArray stored;
    for (const StoredTrade &trade : page->trades)
        stored += trade.raw + '\n';
    QCOMPARE(stored, lines);
}

void TestImport::emptyFile()
{
    const Imported seen = imported(m_live.store(), {});
    QVERIFY(!seen.result.error);
    QCOMPARE(seen.result.lines, 0);
}

void TestImport::lineEnds()
{
    QByteArray lines = lineOf(test::sampleReport(QStringLiteral("s"), QStringLiteral("a"), 1));
    lines.insert(lines.size() - 1, '\r');
    lines += lineOf(test::sampleReport(QStringLiteral("s"), QStringLiteral("b"), 2)).chopped(1);
    const Imported seen = imported(m_live.store(), lines);
    QCOMPARE(seen.result.stored, 2);
    QCOMPARE(m_live.call({"HGET", "execution_report:s", "a"}), RedisReply{lines.left(lines.indexOf('\r'))});
}

void TestImport::badLinesAreListed()
{
    const auto good
        = [](const char *id) { return lineOf(test::sampleReport(QStringLiteral("s"), QString::fromLatin1(id), 1)); };
    QByteArray wrongType = good("wrong type");
    wrongType.replace("\"quantity_1\": \"0.0125\"", "\"quantity_1\": 0.0125");
    QByteArray twoWrong = good("two wrong");
    twoWrong.replace("\"unit_test\": false", "\"unit_test\": []")
        .replace("\"kind\": \"buy_1_sell_2\"", "\"kind\": null");
    Report noServer = test::sampleReport(QString(), QStringLiteral("no server"), 1);
    QByteArray nanClock = good("nan");
    nanClock.replace("\"clock\": 1.0", "\"clock\": NaN");
    const QByteArray lines = good("1") + "no JSON\n" + wrongType + "\n" + good("5") + twoWrong + lineOf(noServer)
        + nanClock + "\xff\xfe\n" + good("10");
    const Imported seen = imported(m_live.store(), lines);
    QVERIFY(!seen.result.error);
    QCOMPARE(seen.result.lines, 10);
    QCOMPARE(seen.result.stored, 3);
    QCOMPARE(seen.result.refused, 7);
    struct Expected
    {
        qint64 line;
        Verdict verdict;
        std::vector<std::string> members;
        std::optional<IssueCode> code;
    };
    const std::vector<Expected> expected{{2, Verdict::Invalid, {""}, IssueCode::Syntax},
                                         {3, Verdict::Coerced, {"quantity_1"}, IssueCode::Type},
                                         {4, Verdict::Invalid, {""}, IssueCode::Syntax},
                                         {6, Verdict::Invalid, {"unit_test", "kind"}, {}},
                                         {7, Verdict::Valid, {"server_name"}, {}},
                                         {8, Verdict::Valid, {"clock"}, {}},
                                         {9, Verdict::Invalid, {""}, {}}};
    QCOMPARE(seen.problems.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const ImportProblem &problem = seen.problems[i];
        QCOMPARE(problem.line, expected[i].line);
        QCOMPARE(problem.verdict, expected[i].verdict);
        std::vector<std::string> members;
        for (const Issue &issue : problem.issues) {
            members.push_back(issue.member);
            QVERIFY(!issue.message.empty());
        }
        QCOMPARE(members, expected[i].members);
        if (expected[i].code)
            QCOMPARE(problem.issues.front().code, *expected[i].code);
        QVERIFY(!problem.alreadyThere && !problem.unsure);
    }
    QCOMPARE(seen.problems[1].orderId, QByteArray("wrong type"));
    QCOMPARE(m_live.store().summary("s").value().reports, 3);
    QCOMPARE(test::redisCli(m_live.url(), {"DBSIZE"}), QByteArray("2"));
}

void TestImport::serversWithKeysOfAnotherTypeAreRefused()
{
    test::redisCli(m_live.url(), {"SET", "execution_report_sorted:no index", "a text"});
    test::redisCli(m_live.url(), {"SADD", "execution_report:no hash", "a set"});
    QByteArray lines;
    for (int i = 0; i < 600; ++i) { // of several transactions
        const QString server = i % 3 == 0 ? QStringLiteral("no index")
            : i % 3 == 1                  ? QStringLiteral("no hash")
                                          : QStringLiteral("s");
        lines += lineOf(test::sampleReport(server, QString::number(i), i));
    }
    const Imported seen = imported(m_live.store(), lines);
    QVERIFY(!seen.result.error);
    QCOMPARE(seen.result.lines, 600);
    QCOMPARE(seen.result.stored, 200);
    QCOMPARE(seen.result.refused, 400);
    QCOMPARE(seen.problems.size(), 400U);
    for (std::size_t i = 0; i < seen.problems.size(); ++i) {
        const ImportProblem &problem = seen.problems[i];
        QCOMPARE(problem.line, qint64(i / 2 * 3 + i % 2 + 1));
        QCOMPARE(problem.verdict, Verdict::Valid);
        QCOMPARE(problem.issues.size(), 1U);
        QCOMPARE(problem.issues.front().member, "server_name");
        const std::string key = i % 2 == 0 ? "execution_report_sorted:no index" : "execution_report:no hash";
        QVERIFY2(problem.issues.front().message.contains("the key " + key), problem.issues.front().message.c_str());
    }
    QCOMPARE(m_live.store().summary("s").value().indexed, 200);
    QCOMPARE(test::redisCli(m_live.url(), {"DBSIZE"}), QByteArray("4")); // nothing beside it
    QCOMPARE(test::redisCli(m_live.url(), {"GET", "execution_report_sorted:no index"}), QByteArray("a text"));
    QCOMPARE(test::redisCli(m_live.url(), {"SCARD", "execution_report:no hash"}), QByteArray("1"));
}

void TestImport::otherSpellingsAreStoredAsCanonical()
{
    const Report report = test::sampleReport(QStringLiteral("sé"), QStringLiteral("a\"1\""), 12);
    QByteArray spelled = lineOf(report);
    spelled.replace("\\u00e9", "é").replace("\"clock\": 12.0", "\"clock\":  12").replace("\"BTC\"", "\"\\u0042TC\"");
    const Imported seen = imported(m_live.store(), spelled);
    QCOMPARE(seen.result.stored, 1);
    QCOMPARE(m_live.call({"HGET", "execution_report:sé", "a\"1\""}), RedisReply{lineOf(report).chopped(1)});
}

void TestImport::againIsAlreadyThere()
{
    const QByteArray lines = linesOf(test::sampleReports(QStringLiteral("s"), 700));
    QCOMPARE(imported(m_live.store(), lines).result.stored, 700);
    const Imported seen = imported(m_live.store(), lines);
    QVERIFY(!seen.result.error);
    QCOMPARE(seen.result.stored, 0);
    QCOMPARE(seen.result.alreadyThere, 700);
    QCOMPARE(seen.problems.size(), std::size_t(700));
    QVERIFY(seen.problems[699].alreadyThere);
    QCOMPARE(seen.problems[699].line, 700);
    QCOMPARE(seen.problems[699].orderId, QByteArray("id-000699"));
    QCOMPARE(seen.problems[699].server, QByteArray("s"));
}

void TestImport::repeatedInTheFile()
{
    const Report first = test::sampleReport(QStringLiteral("s"), QStringLiteral("a"), 1);
    Report second = first;
    second.version = QStringLiteral("another");
    const Imported seen = imported(m_live.store(), lineOf(first) + lineOf(second));
    QCOMPARE(seen.result.stored, 1);
    QCOMPARE(seen.result.alreadyThere, 1);
    QCOMPARE(seen.problems.front().line, 2);
    QCOMPARE(m_live.call({"HGET", "execution_report:s", "a"}), RedisReply{lineOf(first).chopped(1)});
}

void TestImport::problemsAreInOrder()
{
    const std::vector<Report> reports = test::sampleReports(QStringLiteral("s"), 3000);
    QByteArray lines;
    for (std::size_t i = 0; i < reports.size(); ++i) {
        if (i % 7 == 0)
            m_live.create({reports[i]});
        lines += lineOf(reports[i]);
        if (i % 5 == 0)
            lines += "bad\n";
    }
    const Imported seen = imported(m_live.store(), lines);
    QCOMPARE(seen.result.lines, 3600);
    QCOMPARE(seen.result.refused, 600);
    QCOMPARE(seen.result.alreadyThere, 429);
    QCOMPARE(seen.problems.size(), std::size_t(1029));
    QVERIFY(std::ranges::is_sorted(seen.problems, {}, &ImportProblem::line));
}

void TestImport::fileThatCannotBeRead()
{
    QFile folder(QStringLiteral("/proc/self/mem")); // opens, but its first page cannot be read
    QVERIFY(folder.open(QIODevice::ReadOnly | QIODevice::Unbuffered));
    const ImportResult result = importReports(m_live.store(), folder, {});
    QVERIFY(!result.fileError.isEmpty());
    QVERIFY(!result.error);
    QCOMPARE(result.lines, 0);
}

void TestImport::readOnlyStore()
{
    ReportStore store(m_live.url());
    const Imported seen = imported(store, linesOf(test::sampleReports(QStringLiteral("s"), 10)));
    QVERIFY(seen.result.error);
    QCOMPARE(seen.result.error->code, RedisErrorCode::ReadOnly);
    QCOMPARE(seen.result.stored, 0);
    QCOMPARE(seen.result.lines, 0);
}

void TestImport::storeThatEnds()
{
    const test::FakeRedisServer server([](test::FakeClient &client) {
        int transactions = 0;
        for (auto command = client.nextCommand(); command; command = client.nextCommand()) {
            if (command->front() == "EXEC" && ++transactions == 3)
                return;
            if (command->front() == "EXEC")
                client.send("*2\r\n:1\r\n:1\r\n");
            else
                client.send(command->front() == "ZCARD" || command->front() == "HEXISTS" ? ":0\r\n" : "+QUEUED\r\n");
        }
    });
    ReportStore store(server.url(), test::writableOptions());
    const Imported seen = imported(store, linesOf(test::sampleReports(QStringLiteral("s"), 5000)));
    QVERIFY(seen.result.error);
    QCOMPARE(seen.result.error->code, RedisErrorCode::Closed);
    QCOMPARE(seen.result.stored, 512);
    QCOMPARE(seen.result.unsure, 256);
    QCOMPARE(seen.result.lines, 768);
    QVERIFY(seen.problems.front().unsure);
    QCOMPARE(seen.problems.front().line, 513);
}

void TestImport::stopWhileThePipeIsSilent()
{
    std::array<int, 2> ends{};
    QCOMPARE(::pipe(ends.data()), 0);
    QFile pipe;
    QVERIFY(pipe.open(ends[0], QIODevice::ReadOnly, QFileDevice::AutoCloseHandle));
    std::stop_source stop;
    ImportResult result;
    {
        const std::jthread thread([&]() { result = importReports(m_live.store(), pipe, {}, {}, stop.get_token()); });
        stop.request_stop();
    }
    QVERIFY(result.error);
    QCOMPARE(result.error->code, RedisErrorCode::Cancelled);
    ::close(ends[1]);
}

void TestImport::aPipe()
{
    const QByteArray lines = linesOf(test::sampleReports(QStringLiteral("s"), 1000));
    std::array<int, 2> ends{};
    QCOMPARE(::pipe(ends.data()), 0);
    QFile pipe;
    QVERIFY(pipe.open(ends[0], QIODevice::ReadOnly, QFileDevice::AutoCloseHandle));
    const std::jthread writer([&]() {
        for (qsizetype at = 0; at < lines.size(); at += 777)
            (void)!::write(ends[1], lines.constData() + at, size_t(std::min<qsizetype>(777, lines.size() - at)));
        ::close(ends[1]);
    });
    QCOMPARE(importReports(m_live.store(), pipe, {}).stored, 1000);
}

QTEST_GUILESS_MAIN(TestImport)
#include "tst_import.moc"
