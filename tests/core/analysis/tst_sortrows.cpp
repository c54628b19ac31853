// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/sortrows.h"

#include "tests/support/naivefilter.h"
#include "tests/support/oddtexts.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>

using namespace arbscope;

namespace {

bool isUnknown(const MemberValue &value)
{
    return std::holds_alternative<std::monostate>(value);
}

/// -1, 0, 1: the plain way; unknown values are left to the caller.
int order(const MemberValue &a, const MemberValue &b)
{
    const auto sign = [](auto less, auto more) { return less ? -1 : more ? 1 : 0; };
    if (const auto *text = std::get_if<QString>(&a)) {
        const auto left = text->toStdString();
        const auto right = std::get<QString>(b).toStdString();
        return sign(left<right, left> right);
    }
    if (const auto *flag = std::get_if<bool>(&a))
        return int(*flag) - int(std::get<bool>(b));
    const Decimal left = test::exact(a);
    const Decimal right = test::exact(b);
    if (left.isNaN() || right.isNaN())
        return int(left.isNaN()) - int(right.isNaN());
    return sign(left<right, left> right);
}

} // namespace

class TestSortRows : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void everyField_data();
    void everyField();
    void severalKeys();
    void orderOfTime();
    void someRows();

private:
    [[nodiscard]] double timeOf(Row row) const
    {
        if (!std::isnan(m_table.score(row)))
            return m_table.score(row);
        const MemberValue value = m_table.value(fieldId("clock"), row); // the index does not name it
        const auto *own = std::get_if<double>(&value);
        return own && !std::isnan(*own) ? *own : -std::numeric_limits<double>::infinity();
    }
    [[nodiscard]] bool isBefore(Row a, Row b) const
    {
        return timeOf(a) < timeOf(b) || (timeOf(a) == timeOf(b) && m_table.orderId(a) < m_table.orderId(b));
    }

    TradeTable m_table;
};

void TestSortRows::initTestCase()
{
    const auto texts = test::oddTexts(500, 11);
    std::mt19937 random(3);
    for (std::size_t i = 0; i < texts.size(); ++i) // scores repeat and come in no order; some are none
        m_table.append("id" + std::to_string(random() % 100000), i % 50 == 0 ? std::nan("") : double(random() % 200),
                       texts[i]);
}

void TestSortRows::everyField_data()
{
    QTest::addColumn<int>("field");
    QTest::addColumn<bool>("descending");
    for (FieldId field = 0; field < FieldId(fields().size()); ++field) {
        if (!m_table.has(field))
            continue;
        for (const bool descending : {false, true})
            QTest::addRow("%s %s", std::string(fields()[std::size_t(field)].name).c_str(), descending ? "down" : "up")
                << field << descending;
    }
}

void TestSortRows::everyField()
{
    QFETCH(int, field);
    QFETCH(bool, descending);
    std::vector<Row> rows(m_table.rows());
    std::iota(rows.begin(), rows.end(), 0);
    std::vector<Row> expected = rows;
    std::ranges::stable_sort(expected, [this](Row a, Row b) { return isBefore(a, b); });
    std::ranges::stable_sort(expected, [&](Row a, Row b) {
        const MemberValue left = m_table.value(field, a);
        const MemberValue right = m_table.value(field, b);
        if (isUnknown(left) || isUnknown(right))
            return !isUnknown(left) && isUnknown(right);
        const auto isNaN = [](const MemberValue &value) {
            const auto *text = std::get_if<QString>(&value);
            const auto *flag = std::get_if<bool>(&value);
            return !text && !flag && test::exact(value).isNaN();
        };
        if (isNaN(left) || isNaN(right)) // after all numbers, whichever way
            return !isNaN(left) && isNaN(right);
        return descending ? order(left, right) > 0 : order(left, right) < 0;
    });
    const SortKey key{.field = field, .descending = descending};
    QVERIFY(sortRows(m_table, rows, {&key, 1}));
    QCOMPARE(rows, expected);
}

void TestSortRows::severalKeys()
{
    const std::vector<SortKey> keys{{fieldId("pair"), false}, {fieldId("outcome"), true}, {fieldId("net"), true}};
    std::vector<Row> rows(m_table.rows());
    std::iota(rows.begin(), rows.end(), 0);
    QVERIFY(sortRows(m_table, rows, keys));
    int compared = 0;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        for (const SortKey &key : keys) {
            const MemberValue left = m_table.value(key.field, rows[i - 1]);
            const MemberValue right = m_table.value(key.field, rows[i]);
            if (isUnknown(left) && isUnknown(right))
                continue;
            QVERIFY(!isUnknown(left));
            if (isUnknown(right))
                break;
            const int sign = order(left, right);
            QVERIFY(key.descending ? sign >= 0 : sign <= 0);
            ++compared;
            if (sign != 0)
                break;
        }
    }
    QVERIFY(compared > 500);
}

void TestSortRows::orderOfTime()
{
    std::vector<Row> rows(m_table.rows());
    std::iota(rows.begin(), rows.end(), 0);
    QVERIFY(sortRows(m_table, rows, {}));
    QVERIFY(std::isnan(m_table.score(rows.front())) && std::isinf(timeOf(rows.front()))); // unreadable
    QVERIFY(std::isnan(m_table.score(rows.back())) && timeOf(rows.back()) > 200);
    QVERIFY(std::ranges::is_sorted(rows, [this](Row a, Row b) { return isBefore(a, b); }));
}

void TestSortRows::someRows()
{
    std::vector<Row> rows{5, 3, 9};
    const SortKey key{.field = fieldId("order_id"), .descending = false};
    QVERIFY(sortRows(m_table, rows, {&key, 1}));
    std::ranges::sort(rows);
    QCOMPARE(rows, (std::vector<Row>{3, 5, 9}));
    std::vector<Row> none;
    QVERIFY(sortRows(m_table, none, {&key, 1}));
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!sortRows(m_table, rows, {&key, 1}, stop.get_token()));
}

QTEST_GUILESS_MAIN(TestSortRows)
#include "tst_sortrows.moc"
