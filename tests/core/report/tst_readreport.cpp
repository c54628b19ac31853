// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportjson.h"
#include "core/report/schema.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace arbscope;

/// Verdicts and issues of contract §4 beyond the golden cases, the reference's own promises, and hostile texts.
class TestReadReport : public QObject
{
    Q_OBJECT

private slots:
    void roundTrip();
    void partialTradeLeavesTheRestUnknown();
    void unknownMemberIsRefused();
    void floatForDecimalIsNotStorable();
    void issues_data();
    void issues();
    void allFaultsAreNamed();
    void lastDuplicateCounts_data();
    void lastDuplicateCounts();
    void textsThatAreNoReport_data();
    void textsThatAreNoReport();
    void orderAndSpaceDoNotMatter();
    void byteOrderMarksInTextStay();
    void storing_data();
    void storing();
    void hugeTexts_data();
    void hugeTexts();
    void manyUnknownMembersAreCounted();
};

namespace {

Report fullReport()
{
    Report report;
    int number = 0;
    for (const auto &member : schema()) {
        const auto fill = [&](auto place) {
            auto &target = report.*place;
            ++number;
            if constexpr (std::is_assignable_v<decltype(target), QString>)
                target = QStringLiteral("text \"%1\" é €\n😀").arg(number);
            else if constexpr (requires { target = *Decimal::fromText("1"); })
                target = *Decimal::fromText(std::to_string(number) + ".1230");
            else if constexpr (std::is_same_v<std::remove_reference_t<decltype(target)>, bool>)
                target = true;
            else
                target = static_cast<std::remove_cvref_t<decltype(target)>>(number);
        };
        std::visit(fill, member.place);
    }
    return report;
}

/// A partial report's text with one member's value replaced, or taken out when it is empty.
std::string textWith(std::string_view member, std::string_view value)
{
    Report report;
    report.orderId = QStringLiteral("1");
    report.serverName = QStringLiteral("ams1");
    auto text = writeReport(report);
    const auto key = '"' + std::string(member) + "\": ";
    const auto at = text.find(key);
    const auto end = text.find_first_of(",}", at);
    if (value.empty())
        text.erase(at, std::min(end + 2, text.size() - 1) - at);
    else
        text.replace(at + key.size(), end - at - key.size(), value);
    return text;
}

std::string issueText(const std::vector<Issue> &issues)
{
    std::string text;
    for (const auto &issue : issues)
        text += issue.member + ' ' + std::string(issueCodeName(issue.code)) + ": " + issue.message + '\n';
    return text;
}

} // namespace

void TestReadReport::roundTrip()
{
    const auto text = writeReport(fullReport());
    const auto read = readReport(text);
    QCOMPARE(issueText(read.issues), std::string());
    QCOMPARE(writeReport(*read.report), text);
    for (const auto &member : schema()) {
        const auto name = std::string(member.name);
        QVERIFY2(memberValue(*read.report, member) == memberValue(fullReport(), member), name.c_str());
        QVERIFY2(memberValue(*read.report, member).index() != 0, name.c_str());
    }
}

void TestReadReport::partialTradeLeavesTheRestUnknown()
{
    // Only the required members, in a text of their own.
    std::string text = writeReport(Report());
    text = text.substr(0, text.find(", \"closed_at\"")) + '}';
    const auto read = readReport(text);
    QVERIFY(read.verdict == Verdict::Valid);
    int unknown = 0;
    for (const auto &member : schema())
        unknown += memberValue(*read.report, member).index() == 0 ? 1 : 0;
    QCOMPARE(unknown, 23);
    QCOMPARE(writeReport(*read.report), writeReport(Report()));
}

void TestReadReport::unknownMemberIsRefused()
{
    auto text = writeReport(fullReport());
    text.insert(1, "\"profit\": 1, ");
    const auto read = readReport(text);
    QVERIFY(read.verdict == Verdict::Invalid && !read.report);
    QCOMPARE(read.issues.size(), 1u);
    QCOMPARE(read.issues[0].member, std::string("profit"));
    QVERIFY(read.issues[0].code == IssueCode::Unknown);
}

void TestReadReport::floatForDecimalIsNotStorable()
{
    const auto read = readReport(textWith("quantity_1", "0.1"));
    QVERIFY(read.verdict == Verdict::Coerced); // and only Valid texts are stored
    QCOMPARE(read.report->quantity1.text(), std::string("0.1000000000000000055511151231257827021181583404541015625"));
    QVERIFY(read.issues.size() == 1 && read.issues[0].code == IssueCode::Type && read.issues[0].member == "quantity_1");
}

void TestReadReport::issues_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("issue");
    const auto row = [](const char *member, const char *value, const char *issue) {
        QTest::addRow("%s = %s", member, value) << QByteArray(member) << QByteArray(value) << QByteArray(issue);
    };
    row("asset_1", "5", R"(coerced type: expected text, found the number 5; read as "5")");
    row("asset_1", "null", "invalid type: expected text, found null");
    row("asset_1", "[\"a\"]", "invalid type: expected text, found an array");
    row("asset_1", R"("\ud800")", "invalid encoding: expected text, found a lone surrogate at byte 13");
    row("asset_1", R"("\ud800\ud800\udc00")", "invalid encoding: expected text, found a lone surrogate at byte 13");
    row("asset_1", "", "invalid missing: expected text, found no such member");
    row("unit_test", "\"\"", R"(coerced type: expected true or false, found the text ""; read as false)");
    row("unit_test", R"("é")", R"(invalid value: expected true or false, found the text "é")");
    row("unit_test", "NaN", "coerced type: expected true or false, found the number NaN; read as true");
    row("clock", "{}", "invalid type: expected a number, found an object");
    row("clock", R"("1_0")", R"(coerced type: expected a number, found the text "1_0"; read as 10.0)");
    row("clock", R"("1 0")", R"(invalid value: expected a number, found the text "1 0")");
    row("clock", "9007199254740993",
        "coerced value: expected a number, found the number 9007199254740993; read as 9007199254740992.0");
    row("clock", "-0", "valid");
    row("clock", "1E999", "valid");
    row("clock", "-Infinity", "valid");
    row("quantity_1", "true", "coerced type: expected a decimal number as text, found true; read as 1");
    row("quantity_1", R"("1e1000000000000000000")",
        R"(invalid value: expected a decimal number as text, found the text "1e1000000000000000000")");
    row("quantity_1", R"("\u0031\u002e5")", "valid");
    row("quantity_1", R"("a\u0000b")", R"(invalid value: expected a decimal number as text, found the text "a?b")");
    row("exchange_2_fok_attempts", "9223372036854775807", "valid");
    row("exchange_2_fok_attempts", "9223372036854775808",
        "invalid range: expected an integer, found the number 9223372036854775808, outside 64 bits");
    row("exchange_2_fok_attempts", "-9.223372036854775808e18",
        "coerced type: expected an integer, found the number -9.223372036854775808e18; read as -9223372036854775808");
    row("exchange_2_fok_attempts", "9.3e18",
        "invalid range: expected an integer, found the number 9.3e18, outside 64 bits");
    row("exchange_2_fok_attempts", "Infinity", "invalid value: expected an integer, found the number Infinity");
    row("exchange_2_fok_attempts", "\" 7 \"", R"(coerced type: expected an integer, found the text " 7 "; read as 7)");
    row("exchange_2_fok_attempts", "null", "valid");
}

void TestReadReport::issues()
{
    QFETCH(QByteArray, member);
    QFETCH(QByteArray, value);
    const auto read = readReport(textWith(member.toStdString(), value.toStdString()));
    auto got = std::string(verdictName(read.verdict));
    for (const auto &issue : read.issues) {
        QCOMPARE(QByteArray::fromStdString(issue.member), member);
        got += ' ' + std::string(issueCodeName(issue.code)) + ": " + issue.message;
    }
    QTEST(QByteArray::fromStdString(got), "issue");
}

void TestReadReport::allFaultsAreNamed()
{
    const auto read = readReport(R"({"clock": [[NaN, 1e999]], "b\ud800": {"clock": 1}, "asset_1": 1, "asset_1": null, )"
                                 R"("unit_test": "x", "exchange_2_fok_attempts": 1.5, "quantity_1": ""})");
    QVERIFY(read.verdict == Verdict::Invalid && !read.report);
    const auto text = issueText(read.issues);
    for (const char *line :
         {"b\xef\xbf\xbd encoding: name with a lone surrogate at byte 28\n", "b\xef\xbf\xbd unknown: ",
          "clock type: expected a number, found an array\n", "asset_1 type: expected text, found null\n",
          "asset_1 duplicate: expected once, found 2 times; the last one counts\n", "asset_2 missing: ",
          "exchange_1_id missing: ", "unit_test type: ", "quantity_1 value: ", "exchange_2_fok_attempts type: "})
        QVERIFY2(text.find(line) != std::string::npos, (line + ("\nin\n" + text)).c_str());
    QVERIFY(text.find("closed_at") == std::string::npos);
}

void TestReadReport::lastDuplicateCounts_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("verdict");
    QTest::addRow("same") << QByteArray("2.5") << QByteArray("coerced");
    QTest::addRow("other type") << QByteArray("[1]") << QByteArray("coerced");
    QTest::addRow("refused value") << QByteArray("\"abc\"") << QByteArray("coerced");
    QTest::addRow("lone surrogate") << QByteArray(R"("\udc00")") << QByteArray("invalid");
}

void TestReadReport::lastDuplicateCounts()
{
    QFETCH(QByteArray, first);
    auto text = textWith("clock", "2.5");
    text.insert(1, "\"clock\": " + first.toStdString() + ", ");
    const auto read = readReport(text);
    QTEST(QByteArray::fromStdString(std::string(verdictName(read.verdict))), "verdict");
    if (read.report)
        QCOMPARE(read.report->clock, 2.5);
    QVERIFY(issueText(read.issues).find("clock duplicate: ") != std::string::npos);
}

void TestReadReport::textsThatAreNoReport_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("issue");
    const auto row = [](const char *name, const QByteArray &text, const QByteArray &issue) {
        QTest::addRow("%s", name) << text << issue;
    };
    const auto good = QByteArray::fromStdString(writeReport(Report()));
    row("empty", "", "syntax: not JSON at byte 0: ");
    row("blank", " \n", "syntax: not JSON at byte 2: ");
    row("array", "[]", "type: expected an object, found an array");
    row("number", "NaN", "type: expected an object, found a single value");
    row("cut", good.chopped(1), "syntax: not JSON at byte " + QByteArray::number(good.size() - 1));
    row("followed by text", good + " x", "syntax: not JSON at byte " + QByteArray::number(good.size() + 1));
    row("two reports", good + good, "syntax: not JSON at byte " + QByteArray::number(good.size()));
    row("followed by NUL", good + QByteArray(1, '\0'),
        "syntax: not JSON at byte " + QByteArray::number(good.size()) + ": a NUL byte");
    row("byte order mark", "\xef\xbb\xbf" + good, "syntax: not JSON at byte 0: a byte order mark");
    row("comment", "{/* */}", "syntax: not JSON at byte 1: ");
    row("trailing comma", good.chopped(1) + ",}", "syntax: not JSON at byte " + QByteArray::number(good.size()));
    row("not UTF-8", "{\"clock\": \"\xff\"}", "encoding: not UTF-8 at byte 11");
    row("overlong", "{\"clock\": \"\xc0\xaf\"}", "encoding: not UTF-8 at byte 11");
    row("surrogate in UTF-8", "{\"clock\": \"\xed\xa0\x80\"}", "encoding: not UTF-8 at byte 11");
    row("cut character", "{\"clock\": \"\xe2\x82", "encoding: not UTF-8 at byte 11");
    row("overflow run on", "{\"clock\": 1e999x}", "syntax: not JSON at byte 14: malformed number");
    row("literal run on", "{\"clock\": NaNa}", "syntax: not JSON at byte 10: invalid literal");
    row("-NaN", "{\"clock\": -NaN}", "syntax: not JSON at byte 11: ");
    row("raw newline in text", "{\"clock\": \"a\nb\"}", "syntax: not JSON at byte 12: ");
    row("half a surrogate pair", R"({"clock": "\ud800\u00"})", "syntax: not JSON at byte ");
}

void TestReadReport::textsThatAreNoReport()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, issue);
    const auto read = readReport(text.toStdString());
    QVERIFY(read.verdict == Verdict::Invalid && !read.report);
    QCOMPARE(read.issues.size(), 1u);
    const auto got = QByteArray::fromStdString(issueText(read.issues)).mid(1);
    QVERIFY2(got.startsWith(issue), got.constData());
}

void TestReadReport::orderAndSpaceDoNotMatter()
{
    const auto canonical = writeReport(fullReport());
    std::string reversed;
    for (int i = MemberCount - 1; i >= 0; --i) {
        const auto key = '"' + std::string(schema()[static_cast<std::size_t>(i)].name) + "\": ";
        const auto from = canonical.find(key);
        const auto to = i + 1 < MemberCount
            ? canonical.find(", \"" + std::string(schema()[static_cast<std::size_t>(i) + 1].name) + "\": ")
            : canonical.size() - 1;
        reversed += (reversed.empty() ? "\t{\r\n" : " ,\n") + canonical.substr(from, to - from);
    }
    reversed += "\n}\n";
    const auto read = readReport(reversed);
    QCOMPARE(issueText(read.issues), std::string());
    QCOMPARE(writeReport(*read.report), canonical);
}

void TestReadReport::byteOrderMarksInTextStay()
{
    for (const char *value : {R"("\ufeff\ufeffa")",
                              "\"\xef\xbb\xbf\xef\xbb\xbf"
                              "a\""}) {
        const auto read = readReport(textWith("asset_1", value));
        QVERIFY(read.verdict == Verdict::Valid);
        QCOMPARE(read.report->asset1, QStringLiteral("\ufeff\ufeffa"));
    }
}

void TestReadReport::storing_data()
{
    QTest::addColumn<QString>("orderId");
    QTest::addColumn<QString>("server");
    QTest::addColumn<double>("clock");
    QTest::addColumn<QString>("sessionName");
    QTest::addColumn<QByteArray>("refused");
    const auto id = QStringLiteral("1");
    const auto none = QString();
    QTest::newRow("good") << id << id << 1.0 << none << QByteArray();
    QTest::newRow("infinite clock") << id << id << HUGE_VAL << none << QByteArray();
    QTest::newRow("no order id") << none << id << 1.0 << none << QByteArray("order_id");
    QTest::newRow("no server") << id << none << 1.0 << none << QByteArray("server_name");
    QTest::newRow("NaN clock") << id << id << std::nan("") << none << QByteArray("clock");
    QTest::newRow("lone surrogate") << id << id << 1.0 << QString(QChar(0xd800)) << QByteArray("session_name");
    QTest::newRow("all") << none << none << std::nan("") << none << QByteArray("order_id server_name clock");
}

void TestReadReport::storing()
{
    QFETCH(QString, orderId);
    QFETCH(QString, server);
    QFETCH(double, clock);
    QFETCH(QString, sessionName);
    Report report;
    report.orderId = orderId;
    report.serverName = server;
    report.clock = clock;
    report.sessionName = sessionName;
    QByteArrayList members;
    for (const auto &issue : storingIssues(report))
        members += QByteArray::fromStdString(issue.member);
    QTEST(members.join(' '), "refused");
}

void TestReadReport::hugeTexts_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("verdict");
    constexpr qsizetype size = 4'000'000;
    const auto text = [](const QByteArray &contents) -> QByteArray { return '"' + contents + '"'; };
    QTest::newRow("digits as a decimal") << text(QByteArray(size, '7')) << QByteArray("valid");
    QTest::newRow("digits as a number") << QByteArray(size, '7') << QByteArray("coerced");
    QTest::newRow("fraction") << "0." + QByteArray(size, '7') << QByteArray("coerced");
    QTest::newRow("exponent") << "1e" + QByteArray(size, '7') << QByteArray("coerced");
    QTest::newRow("underscores") << text(QByteArray("1_").repeated(size / 2)) << QByteArray("valid");
    QTest::newRow("no number") << text(QByteArray(size, 'x')) << QByteArray("invalid");
    QTest::newRow("surrogates") << text(QByteArray(R"(\ud800)").repeated(size / 6)) << QByteArray("invalid");
    QTest::newRow("deep") << QByteArray(size / 2, '[') + QByteArray(size / 2, ']') << QByteArray("invalid");
    QTest::newRow("NaNs") << '[' + QByteArray("NaN,").repeated(size / 4) + "1]" << QByteArray("invalid");
}

void TestReadReport::hugeTexts()
{
    QFETCH(QByteArray, value);
    // Linear: what is quadratic in 4 MB would run into the test's time limit.
    const auto read = readReport(textWith("quantity_1", value.toStdString()));
    QTEST(QByteArray::fromStdString(std::string(verdictName(read.verdict))), "verdict");
    for (const auto &issue : read.issues)
        QVERIFY(issue.message.size() < 500);
    if (read.report)
        QVERIFY(readReport(writeReport(*read.report)).verdict == Verdict::Valid);
}

void TestReadReport::manyUnknownMembersAreCounted()
{
    auto text = writeReport(fullReport());
    for (int i = 0; i < 1000; ++i)
        text.insert(1, "\"x" + std::to_string(i) + std::string(1000, 'y') + "\": 1, ");
    const auto read = readReport(text);
    QCOMPARE(read.issues.size(), 101u);
    QCOMPARE(read.issues.back().message, std::string("and 900 more unknown members"));
    QVERIFY(read.issues.front().member.size() <= 100);
}

QTEST_GUILESS_MAIN(TestReadReport)
#include "tst_readreport.moc"
