// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/filterparser.h"
#include "core/analysis/textprobe.h"
#include "core/analysis/tradeselector.h"

#include "core/store/demotrades.h"
#include "tests/support/naivefilter.h"
#include "tests/support/oddtexts.h"

#include <QTest>

#include <random>

using namespace arbscope;
using namespace Qt::StringLiterals;

/// What is told without reading a text against what reading it tells.
class TestTextProbe final : public QObject
{
    Q_OBJECT
private slots:
    void tells_data();
    void tells();
    void unusualTexts_data();
    void unusualTexts();
    void neverWrong();
};

namespace {

FilterPart filterOf(const QString &text)
{
    return parseFilter(text, QTimeZone::utc()).value();
}

/// A report whose order_2_data stands as `value` in its JSON.
std::string textWith(const std::string &value, const std::string &key = "\"order_2_data\": ")
{
    Report report = DemoTrades(3, 0, 1'600'000'000).next();
    report.order2Data = u"REPLACED"_s;
    std::string text = writeReport(report);
    const std::string before = "\"order_2_data\": \"REPLACED\"";
    return text.replace(text.find(before), before.size(), key + value);
}

bool isSelected(const FilterPart &filter, const std::string &text)
{
    TradeSelector selector(filter);
    selector.add("other", 1, "not JSON");
    selector.add("id", 2, text);
    selector.add("missing", 3, std::nullopt);
    const auto chosen = selector.take();
    return chosen.size() == 3 && !chosen[0] && chosen[1] && !chosen[2];
}

} // namespace

void TestTextProbe::tells_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("mayBeTrue");
    const auto row = [](const QString &filter, const char *json, bool mayBeTrue) {
        QTest::addRow("%s in %s", qPrintable(filter), json) << filter << QByteArray(json) << mayBeTrue;
    };
    const QString contains = u"order_2_data contains \"%1\""_s;
    const QByteArray far = QByteArray(70, 'x') + "needle" + QByteArray(70, 'x');
    row(contains.arg(u"needle"_s), far, true);
    row(contains.arg(u"needle"_s), far.chopped(72), false);
    row(contains.arg(u"needle"_s), "a needle", true);
    row(contains.arg(u"needle"_s), "need le nedle eedle", false);
    row(contains.arg(u"needle"_s), "\\u006eeedle", true); // may stand for anything
    row(contains.arg(u"Z"_s), "abc", false);
    row(contains.arg(u"Z"_s), "abZc", true);
    row(contains.arg(u"a needle\\\"x"_s), "a needle", true); // only what stands as it is is looked for
    row(contains.arg(u"x\\\\needle"_s), "x", false);
    row(contains.arg(u"12.5"_s), "nothing", true); // it could stand as the number 125e-1
    row(contains.arg(u"True"_s), "nothing", true); // or as true
    row(contains.arg(u"ä"_s), "nothing", true);
    row(u"pair contains \"BTC\""_s, "nothing", true); // derived
    row(u"verdict == \"invalid\""_s, "nothing", true);
    row(u"asset_1 == \"BTC\""_s, "ETH", false);
    row(u"asset_1 == \"BTC\""_s, "the BTC", true);
    row(u"asset_1 != \"BTC\""_s, "ETH", true);
    row(u"asset_1 in {\"BTC\", \"ETH\"}"_s, "XRP", false);
    row(u"asset_1 in {\"BTC\", \"ETH\"}"_s, "ETH", true);
    row(u"asset_1 in {\"BTC\", \"1\"}"_s, "XRP", true);
    row(u"not asset_1 == \"BTC\""_s, "XRP", true);
    row(u"asset_1 == \"BTC\" and net < 0"_s, "XRP", false);
    row(u"asset_1 == \"BTC\" or net < 0"_s, "XRP", true);
    row(u"asset_1 == \"BTC\" and asset_2 == \"EUR\""_s, "BTC USD", false);
    row(u"asset_1 == \"BTC\" or asset_2 == \"EUR\""_s, "XRP EUR", true);
    row(u"asset_1 == \"BTC\" or asset_2 == \"EUR\""_s, "XRP USD", false);
}

void TestTextProbe::tells()
{
    QFETCH(QString, filter);
    QFETCH(QByteArray, json);
    QFETCH(bool, mayBeTrue);
    QCOMPARE(TextProbe(*filterOf(filter)).mayBeTrue(json.toStdString()), mayBeTrue);
}

void TestTextProbe::unusualTexts_data()
{
    QTest::addColumn<QString>("needle");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const QString &needle, const std::string &text) {
        QTest::newRow(name) << needle << QByteArray::fromStdString(text);
    };
    row("as it is", u"insufficient"_s, textWith("\"are insufficient\""));
    row("escaped letters", u"insufficient"_s, textWith("\"insuf\\u0066icient\""));
    row("all escaped", u"ab"_s, textWith("\"\\u0061\\u0062\""));
    row("quotes", u"{\\\"error\\\": 1}"_s, textWith(R"("{\"error\": 1}")"));
    row("slash", u"a/b"_s, textWith(R"("a\/b")"));
    row("beyond ASCII", u"漢x"_s, textWith("\"\\u6f22x\""));
    row("beyond ASCII as UTF-8", u"漢x"_s, textWith("\"漢x\""));
    row("a number", u"1.5"_s, textWith("15e-1"));
    row("a great number", u"1e+16"_s, textWith("10000000000000000.0"));
    row("NaN", u"nan"_s, textWith("NaN"));
    row("infinite", u"inf"_s, textWith("1e999"));
    row("true", u"True"_s, textWith("true"));
    row("false", u"False"_s, textWith("false"));
    row("twice", u"second"_s, textWith("\"first\", \"order_2_data\": \"second\""));
    row("escaped name", u"needle"_s, textWith("\"needle\"", "\"order_2_d\\u0061ta\": "));
    row("white space", u"needle"_s, textWith("\n\t\"needle\"", "\"order_2_data\" : "));
}

void TestTextProbe::unusualTexts()
{
    QFETCH(QString, needle);
    QFETCH(QByteArray, text);
    QVERIFY(readReport(text.toStdString()).report);
    QVERIFY(isSelected(filterOf(u"order_2_data contains \"%1\""_s.arg(needle)), text.toStdString()));
    QVERIFY(!isSelected(filterOf(u"order_2_data contains \"%1?\""_s.arg(needle)), text.toStdString()));
}

void TestTextProbe::neverWrong()
{
    std::mt19937 random(5);
    const auto texts = test::oddTexts(400, 11);
    std::vector<ReadReport> reports;
    reports.reserve(texts.size());
    for (const std::string &text : texts)
        reports.push_back(readReport(text));
    std::vector<const Member *> members;
    for (const Member &member : schema()) {
        if (member.type == MemberType::Text)
            members.push_back(&member);
    }
    int without = 0;
    for (int i = 0; i < 300; ++i) {
        const ReadReport &read = reports[random() % reports.size()];
        const Member &member = *members[random() % members.size()];
        const MemberValue value = read.report ? memberValue(*read.report, member) : MemberValue();
        const auto *whole = std::get_if<QString>(&value);
        if (!whole || whole->isEmpty())
            continue;
        const auto begin = qsizetype(random() % std::size_t(whole->size()));
        std::string part = whole->mid(begin, 1 + qsizetype(random() % 12)).toStdString();
        if (random() % 5 == 0)
            part += "~";
        const FilterExpression filter{Contains{.field = memberIndex(member.name), .text = part}};
        const TextProbe probe(filter);
        for (std::size_t at = 0; at < texts.size(); ++at) {
            const bool mayBeTrue = probe.mayBeTrue(texts[at]);
            QVERIFY2(mayBeTrue || !test::isTrueOf(filter, reports[at]), (part + " in " + texts[at]).c_str());
            without += mayBeTrue ? 0 : 1;
        }
    }
    QVERIFY(without > 10'000);
}

QTEST_GUILESS_MAIN(TestTextProbe)
#include "tst_textprobe.moc"
