// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/filterparser.h"
#include "core/analysis/filterrun.h"

#include "core/report/csvrecord.h"
#include "tests/support/naivefilter.h"
#include "tests/support/oddtexts.h"

#include <QTest>

#include <numeric>
#include <random>

using namespace arbscope;
using namespace Qt::StringLiterals;

namespace {

std::vector<FieldId> allMembers()
{
    std::vector<FieldId> members(MemberCount);
    std::iota(members.begin(), members.end(), 0);
    return members;
}

/// Filters as a person could write them, about values that occur.
class RandomFilters
{
public:
    RandomFilters(unsigned seed, const std::vector<ReadReport> &reports)
        : m_random(seed)
        , m_reports(reports)
    { }

    QString filter(int depth = 0)
    {
        switch (depth > 3 ? 5 : number(8)) {
        case 0:
            return u"(%1) and (%2)"_s.arg(filter(depth + 1), filter(depth + 1));
        case 1:
            return u"%1 or %2"_s.arg(filter(depth + 1), filter(depth + 1));
        case 2:
            return u"not (%1)"_s.arg(filter(depth + 1));
        default:
            return condition();
        }
    }

private:
    unsigned number(unsigned below) { return unsigned(m_random() % below); }
    FieldId field() { return FieldId(number(unsigned(fields().size()))); }
    static QString name(FieldId field)
    {
        return QString::fromStdString(std::string(fields()[std::size_t(field)].name));
    }
    QString sign() { return QStringList{u"=="_s, u"!="_s, u"<"_s, u"<="_s, u">"_s, u">="_s}[number(6)]; }

    QString condition()
    {
        const FieldId asked = field();
        const MemberType type = fields()[std::size_t(asked)].type;
        const bool text = type == MemberType::Text;
        switch (number(9)) {
        case 0:
            return name(asked) + u" is null"_s;
        case 1:
            return u"%1 %2in {%3, %4}"_s.arg(name(asked), number(2) ? u"not "_s : QString(), literal(asked),
                                             literal(asked));
        case 2:
            if (text)
                return u"%1 contains %2"_s.arg(name(asked), literal(asked, 3));
            break;
        case 3:
            if (text)
                return u"%1 matches \"^[A-M].*[0-9]\""_s.arg(name(asked));
            break;
        case 4:
            for (int i = 0; i < 100; ++i) {
                const FieldId other = field();
                const MemberType otherType = fields()[std::size_t(other)].type;
                if ((otherType == MemberType::Text) == text
                    && (otherType == MemberType::Bool) == (type == MemberType::Bool))
                    return u"%1 %2 %3"_s.arg(name(asked), sign(), name(other));
            }
            break;
        case 5:
            return QStringList{u"failed"_s, u"succeeded"_s, u"one_legged"_s, u"open"_s, u"contradictory"_s}[number(5)];
        default:
            break;
        }
        return number(4) ? u"%1 %2 %3"_s.arg(name(asked), sign(), literal(asked))
                         : u"%1 %2 %3"_s.arg(literal(asked), sign(), name(asked));
    }

    /// A value of the field in some report, or something near it.
    QString literal(FieldId asked, int most = 1000)
    {
        if (fields()[std::size_t(asked)].type == MemberType::Bool)
            return number(2) ? u"true"_s : u"false"_s;
        for (int i = 0; i < 50; ++i) {
            const ReadReport &read = m_reports[number(unsigned(m_reports.size()))];
            const MemberValue value = fieldValue(asked, read.verdict, read.report ? &*read.report : nullptr);
            if (const auto *text = std::get_if<QString>(&value)) {
                QString escaped = text->left(most);
                escaped.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
                return u'"' + escaped + u'"';
            }
            QString number;
            if (const auto *decimal = std::get_if<Decimal>(&value); decimal && decimal->isFinite())
                number = QString::fromStdString(decimal->text());
            else if (const auto *real = std::get_if<double>(&value); real && std::isfinite(*real))
                number = QString::number(*real, 'g', QLocale::FloatingPointShortest);
            else if (const auto *integer = std::get_if<qint64>(&value))
                number = QString::number(*integer);
            else
                continue;
            return this->number(5) == 0
                ? number.chopped(number.size() > 3 ? 1 : 0).remove(u'E').remove(u'e').remove(u'+')
                : number;
        }
        return fields()[std::size_t(asked)].type == MemberType::Text ? u"\"x\""_s : u"0.1"_s;
    }

    std::mt19937 m_random;
    const std::vector<ReadReport> &m_reports;
};

} // namespace

class TestFilterRun : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void asTheNaiveEvaluator_data();
    void asTheNaiveEvaluator();
    void plainWords();
    void exactDecimals_data();
    void exactDecimals();
    void growingTable();
    void stops();

private:
    std::vector<std::string> m_texts;
    std::vector<ReadReport> m_reports;
};

void TestFilterRun::initTestCase()
{
    m_texts = test::oddTexts(600, 7);
    for (const std::string &text : m_texts)
        m_reports.push_back(readReport(text));
}

void TestFilterRun::asTheNaiveEvaluator_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 20; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestFilterRun::asTheNaiveEvaluator()
{
    QFETCH(unsigned, seed);
    TradeTable table(allMembers());
    for (const std::string &text : m_texts)
        table.append("id", 0, text);
    RandomFilters random(seed, m_reports);
    int asked = 0;
    int found = 0;
    for (int i = 0; i < 60; ++i) {
        const QString text = random.filter();
        const auto filter = parseFilter(text, QTimeZone::utc());
        if (!filter) {
            QVERIFY2(text.contains(u" is null"_s) || filter.error().message().contains(u"number"_s),
                     qPrintable(text + u": "_s + filter.error().message()));
            continue;
        }
        std::vector<Row> expected;
        for (Row row = 0; row < table.rows(); ++row) {
            if (test::isTrueOf(**filter, m_reports[row]))
                expected.push_back(row);
        }
        std::vector<Row> got;
        QVERIFY(FilterRun(table, *filter).run(0, table.rows(), got));
        if (got != expected) {
            std::vector<Row> apart;
            std::ranges::set_symmetric_difference(got, expected, std::back_inserter(apart));
            QFAIL(qPrintable(u"%1: %2 rows differ, the first is %3: %4"_s.arg(text)
                                 .arg(apart.size())
                                 .arg(apart[0])
                                 .arg(QString::fromStdString(m_texts[apart[0]]))));
        }
        ++asked;
        found += expected.empty() ? 0 : 1;
    }
    QVERIFY(asked > 50);
    QVERIFY(found > 20);
}

void TestFilterRun::plainWords()
{
    TradeTable table(allMembers());
    for (const std::string &text : m_texts)
        table.append("id", 0, text);
    for (const QString &text : {u"kraken"_s, u"KRAKEN btc"_s, u"äö 漢"_s, u"no-such-word-anywhere"_s}) {
        const auto filter = parseFilter(text, QTimeZone::utc());
        QVERIFY(filter);
        std::vector<Row> got;
        QVERIFY(FilterRun(table, *filter).run(0, table.rows(), got));
        std::vector<Row> expected;
        for (Row row = 0; row < table.rows(); ++row) {
            if (test::isTrueOf(**filter, m_reports[row]))
                expected.push_back(row);
        }
        QCOMPARE(got, expected);
        QCOMPARE(got.empty(), text.startsWith(u"no-"_s));
    }
}

void TestFilterRun::exactDecimals_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("filter");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *value, const char *filter, bool expected) {
        QTest::addRow("%s: %s", value, filter) << QString::fromLatin1(value) << QString::fromLatin1(filter) << expected;
    };
    row("0.1", "quantity_1 == 0.1", true);
    row("0.10", "quantity_1 == 0.1", true);
    row("0.1", "quantity_1 == 0.10000000000000000000001", false);
    row("0.1", "quantity_1 < 0.10000000000000000000001", true);
    row("0.100000000000000000000000001", "quantity_1 > 0.1", true);
    row("-0.15", "quantity_1 < -0.1", true);
    row("-0.15", "quantity_1 <= -0.2", false);
    row("-0.15", "quantity_1 > -0.151", true);
    row("-2", "quantity_1 >= -2.5", true);
    row("-3", "quantity_1 >= -2.5", false);
    row("2", "quantity_1 <= 2.5", true);
    row("3", "quantity_1 <= 2.5", false);
    row("0", "quantity_1 == -0", true);
    row("-0", "quantity_1 == 0", true);
    row("-0", "quantity_1 < 0", false);
    row("1E+30", "quantity_1 == 1e30", true);
    row("1E+30", "quantity_1 > 999999999999999999", true);
    row("-1E+30", "quantity_1 < -999999999999999999", true);
    row("1E-120", "quantity_1 > 0", true);
    row("1E-200", "quantity_1 > 0", true);
    row("5", "quantity_1 < 1e400", true);
    row("5", "quantity_1 > -1e400", true);
    row("5", "quantity_1 > 1e-400", true);
    row("NaN", "quantity_1 == 1", false);
    row("NaN", "quantity_1 != 1", true);
    row("Infinity", "quantity_1 > 1e999999", true);
    row("999999999999999999", "quantity_1 == 999999999999999999", true);
    row("999999999999999999", "quantity_1 < 1000000000000000000", true);
    row("1000000000000000000", "quantity_1 == 1e18", true);
    row("5", "quantity_1 in {1, 5.00, 7}", true);
    row("5", "quantity_1 in {1, 5.01, 7}", false);
}

void TestFilterRun::exactDecimals()
{
    QFETCH(QString, value);
    QFETCH(QString, filter);
    Report report;
    report.quantity1 = Decimal::fromText(value.toStdString()).value();
    TradeTable table;
    table.append("id", 0, writeReport(report));
    const auto parsed = parseFilter(filter, QTimeZone::utc());
    QVERIFY(parsed);
    std::vector<Row> rows;
    QVERIFY(FilterRun(table, *parsed).run(0, 1, rows));
    QTEST(!rows.empty(), "expected");
}

void TestFilterRun::growingTable()
{
    TradeTable table;
    const auto filter = parseFilter(u"net > 0 and exchange_1 != \"Kraken\" and not unit_test"_s, QTimeZone::utc());
    QVERIFY(filter);
    FilterRun run(table, *filter);
    std::vector<Row> pieces;
    for (Row row = 0; row < Row(m_texts.size()); ++row) {
        table.append("id", 0, m_texts[row]);
        if (row % 97 == 0)
            QVERIFY(run.run(pieces.empty() ? 0 : table.rows() - 1, table.rows(), pieces));
    }
    pieces.clear();
    for (Row from = 0; from < table.rows(); from += 100)
        QVERIFY(run.run(from, std::min<Row>(from + 100, table.rows()), pieces));
    std::vector<Row> whole;
    QVERIFY(FilterRun(table, *filter).run(0, table.rows(), whole));
    QVERIFY(!whole.empty());
    QCOMPARE(pieces, whole);
}

void TestFilterRun::stops()
{
    TradeTable table;
    for (const std::string &text : m_texts)
        table.append("id", 0, text);
    const auto filter = parseFilter(u"clock > 0"_s, QTimeZone::utc());
    std::stop_source stop;
    stop.request_stop();
    std::vector<Row> rows;
    QVERIFY(!FilterRun(table, *filter).run(0, table.rows(), rows, stop.get_token()));
}

QTEST_GUILESS_MAIN(TestFilterRun)
#include "tst_filterrun.moc"
