// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/tradetable.h"

#include "core/analysis/columnvalues.h"
#include "core/analysis/derivedvalues.h"
#include "core/report/pynumbers.h"
#include "core/store/demotrades.h"
#include "tests/support/oddtexts.h"

#include <QTest>

#include <numeric>

using namespace arbscope;

namespace {

/// Tells apart what must not be confused: -0, NaN, 1.0 and 1.00, unknown and empty.
std::string text(const MemberValue &value)
{
    return std::visit(
        []<class T>(const T &known) -> std::string {
            if constexpr (std::is_same_v<T, std::monostate>)
                return "unknown";
            else if constexpr (std::is_same_v<T, QString>)
                return '"' + known.toStdString() + '"';
            else if constexpr (std::is_same_v<T, Decimal>)
                return "decimal " + known.text();
            else if constexpr (std::is_same_v<T, bool>)
                return known ? "yes" : "no";
            else if constexpr (std::is_same_v<T, qint64>)
                return "integer " + std::to_string(known);
            else {
                std::string number = "float ";
                appendFloatRepr(number, known);
                return number;
            }
        },
        value);
}

std::vector<FieldId> allMembers()
{
    std::vector<FieldId> members(MemberCount);
    std::iota(members.begin(), members.end(), 0);
    return members;
}

} // namespace

class TestTradeTable : public QObject
{
    Q_OBJECT
private slots:
    void everyValue();
    void derivedColumns();
    void derivedOfItsMembersAlone();
    void missingBodies();
    void someMembers();
    void memoryOfAReport();
    void moreThanAChunk();
};

void TestTradeTable::everyValue()
{
    const auto texts = test::oddTexts(2000, 1);
    QVERIFY(texts.size() > 2800);
    TradeTable table(allMembers());
    for (std::size_t i = 0; i < texts.size(); ++i)
        table.append("id " + std::to_string(i), double(i), texts[i]);
    QCOMPARE(table.rows(), Row(texts.size()));
    for (Row row = 0; row < table.rows(); ++row) {
        const ReadReport read = readReport(texts[row]);
        QCOMPARE(table.orderId(row), std::string_view("id " + std::to_string(row)));
        QCOMPARE(table.score(row), double(row));
        for (FieldId field = 0; field < FieldId(fields().size()); ++field) {
            const MemberValue expected = fieldValue(field, read.verdict, read.report ? &*read.report : nullptr);
            if (const auto got = text(table.value(field, row)); got != text(expected))
                QFAIL(("row " + std::to_string(row) + " " + std::string(fields()[std::size_t(field)].name) + ": " + got
                       + ", not " + text(expected))
                          .c_str());
        }
    }
}

void TestTradeTable::derivedColumns()
{
    const auto texts = test::oddTexts(1000, 2);
    TradeTable table;
    for (FieldId field = MemberCount; field < FieldId(fields().size()); ++field) {
        QVERIFY(table.has(field));
        QVERIFY(table.derive(field)); // of no rows yet; the rest comes with the second call
    }
    for (const std::string &raw : texts)
        table.append("id", 0, raw);
    for (FieldId field = MemberCount; field < FieldId(fields().size()); ++field) {
        QVERIFY(table.derive(field));
        std::visit([&](const auto &column) { QCOMPARE(column.size(), std::size_t(table.rows())); },
                   table.column(field));
        const auto *rounded = std::get_if<FloatColumn>(&table.column(field));
        const MemberType type = fields()[std::size_t(field)].type;
        for (Row row = 0; row < table.rows(); ++row) {
            const MemberValue exact = table.value(field, row);
            if (!rounded) {
                QCOMPARE(text(valueAt(table.column(field), row, type)), text(exact));
                continue;
            }
            const auto nearest = rounded->at(row);
            QCOMPARE(nearest.has_value(), std::holds_alternative<Decimal>(exact));
            if (nearest) {
                QCOMPARE(*nearest, std::get<Decimal>(exact).toDouble());
                QVERIFY(rounded->isRounded(row) || Decimal::fromDouble(*nearest) == std::get<Decimal>(exact));
            }
        }
    }
    std::stop_source stop;
    stop.request_stop();
    for (int i = 0; i < 5000; ++i)
        table.append("id", 0, texts.front());
    QVERIFY(!table.derive(fieldId("net"), stop.get_token()));
}

void TestTradeTable::derivedOfItsMembersAlone()
{
    const auto texts = test::oddTexts(200, 3);
    for (std::size_t i = 0; i < derivedValues().size(); ++i) {
        const auto members = derivedValues()[i].inputs();
        TradeTable few(std::vector<FieldId>(members.begin(), members.end()));
        TradeTable all;
        for (const std::string &raw : texts) {
            few.append("id", 0, raw);
            all.append("id", 0, raw);
        }
        const FieldId field = MemberCount + FieldId(i);
        QVERIFY2(few.has(field), derivedValues()[i].name.data());
        QVERIFY(few.derive(field));
        for (Row row = 0; row < few.rows(); ++row)
            QCOMPARE(text(few.value(field, row)), text(all.value(field, row)));
    }
}

void TestTradeTable::missingBodies()
{
    TradeTable table;
    table.append("gone", 5, std::nullopt);
    table.append("bad", 6, "{");
    QCOMPARE(text(table.value(fieldId("verdict"), 0)), std::string("\"missing\""));
    QCOMPARE(text(table.value(fieldId("verdict"), 1)), std::string("\"invalid\""));
    for (const char *name : {"clock", "asset_1", "net", "outcome", "quantity_1", "one_legged"}) {
        QCOMPARE(text(table.value(fieldId(name), 0)), std::string("unknown"));
        QCOMPARE(text(table.value(fieldId(name), 1)), std::string("unknown"));
    }
}

void TestTradeTable::someMembers()
{
    const TradeTable table({memberIndex("closed_at"), memberIndex("succeed_at"), memberIndex("failed_at")});
    QVERIFY(table.has(fieldId("closed_at")));
    QVERIFY(table.has(fieldId("outcome")));
    QVERIFY(table.has(fieldId("verdict")));
    QVERIFY(!table.has(fieldId("clock")));
    QVERIFY(!table.has(fieldId("net")));
    const TradeTable all;
    QVERIFY(!all.has(fieldId("order_1_data")));
}

void TestTradeTable::memoryOfAReport()
{
    DemoTrades demo(1, 0, 1'600'000'000);
    TradeTable table;
    for (std::size_t i = 0; i <= ChunkRows; ++i) { // one more, so that a chunk is done with
        const Report report = demo.next();
        table.append(report.orderId.toStdString(), report.clock, writeReport(report));
    }
    for (FieldId field = 0; field < FieldId(fields().size()); ++field)
        QVERIFY(!table.has(field) || table.derive(field));
    const std::size_t each = table.bytes() / table.rows();
    QVERIFY2(each <= 500, qPrintable(QString::number(each)));
    QVERIFY(each > 300); // else it does not count
}

void TestTradeTable::moreThanAChunk()
{
    const auto texts = test::oddTexts(200, 4);
    TradeTable table({memberIndex("order_id"), memberIndex("quantity_1")});
    const auto rows = Row(ChunkRows * 2 + 5);
    for (Row row = 0; row < rows; ++row)
        table.append(std::to_string(row), row, texts[row % 100]);
    for (const Row row : {Row(0), Row(ChunkRows - 1), Row(ChunkRows), Row(ChunkRows * 2), Row(rows - 1)}) {
        QCOMPARE(table.orderId(row), std::string_view(std::to_string(row)));
        const ReadReport read = readReport(texts[row % 100]);
        QCOMPARE(text(table.value(memberIndex("order_id"), row)),
                 text(fieldValue(memberIndex("order_id"), read.verdict, read.report ? &*read.report : nullptr)));
    }
}

QTEST_GUILESS_MAIN(TestTradeTable)
#include "tst_tradetable.moc"
