// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/filtertext.h"

#include "core/analysis/filterparser.h"
#include "core/analysis/filterrun.h"
#include "tests/support/naivefilter.h"
#include "tests/support/oddtexts.h"

#include <QTest>

#include <numeric>

using namespace arbscope;
using namespace arbscope::test;
using namespace Qt::StringLiterals;

class TestFilterText : public QObject
{
    Q_OBJECT

private slots:
    void writes_data();
    void writes();
    void findsWhatHasTheValue();
};

void TestFilterText::writes_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<MemberValue>("value");
    QTest::addColumn<int>("comparison");
    QTest::addColumn<QString>("text");
    const auto row
        = [](const char *name, const char *field, const MemberValue &value, Comparison comparison,
             const QString &text) { QTest::newRow(name) << QByteArray(field) << value << int(comparison) << text; };
    using enum Comparison;
    row("text", "exchange_1", u"Kraken"_s, Equal, u"exchange_1 == \"Kraken\""_s);
    row("quotes", "order_2_data", u"{\"a\": \"\\\\\"}"_s, Equal,
        u"order_2_data == \"{\\\"a\\\": \\\"\\\\\\\\\\\"}\""_s);
    row("yes", "unit_test", true, NotEqual, u"unit_test != true"_s);
    row("decimal", "quantity_1", *Decimal::fromText("1.10"), Greater, u"quantity_1 > 1.10"_s);
    row("exponent", "quantity_1", *Decimal::fromText("-1E+30"), Equal, u"quantity_1 == -1E+30"_s);
    row("float", "clock", 1600000000.125, GreaterOrEqual, u"clock >= 1600000000.125"_s);
    row("tiny", "expected_profitability", 1e-7, Less, u"expected_profitability < 1e-07"_s);
    row("integer", "exchange_2_fok_attempts", qint64(3), LessOrEqual, u"exchange_2_fok_attempts <= 3"_s);
    row("unknown", "dust_gathered", MemberValue(), Equal, u"dust_gathered is null"_s);
    row("known", "dust_gathered", MemberValue(), NotEqual, u"dust_gathered is not null"_s);
    row("NaN", "order_1_latency", std::numeric_limits<double>::quiet_NaN(), Equal,
        u"order_1_latency != order_1_latency"_s);
    row("infinite", "order_1_latency", -std::numeric_limits<double>::infinity(), Equal, u"order_1_latency == -1e999"_s);
    row("less than a text", "exchange_1", u"Kraken"_s, Less, QString());
    row("less than unknown", "dust_gathered", MemberValue(), Less, QString());
}

void TestFilterText::writes()
{
    QFETCH(QByteArray, field);
    QFETCH(MemberValue, value);
    QFETCH(int, comparison);
    QFETCH(QString, text);
    const QString written = filterTextFor(fieldId(field.toStdString()), value, static_cast<Comparison>(comparison));
    QCOMPARE(written, text);
    if (!text.isEmpty())
        QVERIFY(parseFilter(written, QTimeZone::utc()));
}

/// Each value of odd reports: the condition is true of its own report, "is not" is not, for table and naive evaluator.
void TestFilterText::findsWhatHasTheValue()
{
    for (const std::string &text : oddTexts(60, 5)) {
        const ReadReport read = readReport(text);
        TradeTable table([] {
            std::vector<FieldId> all(MemberCount);
            std::iota(all.begin(), all.end(), 0);
            return all;
        }());
        table.append("id", 1, text);
        for (FieldId field = 0; field < FieldId(fields().size()); ++field) {
            const MemberValue value = fieldValue(field, read.verdict, read.report ? &*read.report : nullptr);
            for (const Comparison comparison : {Comparison::Equal, Comparison::NotEqual}) {
                const QString condition = filterTextFor(field, value, comparison);
                const auto filter = parseFilter(condition, QTimeZone::utc());
                QVERIFY2(filter, qPrintable(condition));
                const bool expected = comparison == Comparison::Equal;
                QVERIFY2(isTrueOf(**filter, read) == expected, qPrintable(condition));
                std::vector<Row> rows;
                QVERIFY(FilterRun(table, *filter).run(0, 1, rows, {}));
                QVERIFY2(rows.size() == (expected ? 1 : 0), qPrintable(condition));
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestFilterText)
#include "tst_filtertext.moc"
