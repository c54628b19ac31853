// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/field.h"
#include "core/report/pynumbers.h"
#include "tests/paths.h"
#include "tests/support/clirun.h"
#include "tests/support/livestore.h"
#include "tests/support/oddtexts.h"

#include <QProcess>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace arbscope;
using namespace arbscope::test;
using namespace Qt::Literals::StringLiterals;
using Json = nlohmann::json;

namespace {

constexpr int Reports = 2000;

/// Numbers by their exact value, however written; everything else as it is.
bool isSame(const Json &a, const Json &b)
{
    if (a.is_string() && b.is_string()) {
        const auto left = Decimal::fromText(a.get<std::string>());
        const auto right = Decimal::fromText(b.get<std::string>());
        return a == b || (left && right && *left == *right);
    }
    if (a.type() != b.type() && !(a.is_number() && b.is_number()))
        return false;
    if (a.is_object()) {
        return a.size() == b.size() && std::ranges::all_of(a.items(), [&](const auto &item) {
                   return b.contains(item.key()) && isSame(item.value(), b[item.key()]);
               });
    }
    if (a.is_array())
        return a.size() == b.size() && std::ranges::equal(a, b, isSame);
    return a == b;
}

/// Python writes infinities and NaN as literals that JSON does not have.
Json parsed(QByteArray line)
{
    for (const char *literal : {"-Infinity", "Infinity", "NaN"})
        line.replace(QByteArray(QByteArrayLiteral(": ") + literal),
                     QByteArray(QByteArrayLiteral(": \"") + literal + '"'));
    return Json::parse(line.begin(), line.end());
}

Json jsonOf(const MemberValue &value)
{
    if (const auto *text = std::get_if<QString>(&value))
        return text->toStdString();
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag;
    if (const auto *decimal = std::get_if<Decimal>(&value))
        return decimal->text();
    return nullptr;
}

} // namespace

/// Every derived value and statistic against tests/data/python/statistics_by_hand.py, which knows only the formulas.
class TestStatistics final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void derivedValues();
    void statistics();
    void groups_data();
    void groups();
    void serverTwiceCountsOnce();
    void unreadableAndUnitTests();

private:
    [[nodiscard]] CliResult run(const QByteArrayList &arguments) const
    {
        return runCli(QByteArrayList{"stats", "ams1", "--json", "--tz", "UTC"} + arguments, {},
                      {"ARBSCOPE_URL=" + m_live->url().display().toUtf8()});
    }

    std::unique_ptr<LiveStore> m_live;
    std::vector<std::string> m_texts;
    std::vector<Json> m_lines; ///< the script's
};

void TestStatistics::initTestCase()
{
    m_texts = oddTexts(Reports, 5);
    m_texts.resize(Reports); // without the golden ones, which need not be reports
    m_live = std::make_unique<LiveStore>();
    std::string input;
    for (std::size_t i = 0; i < m_texts.size(); ++i) {
        m_live->put("ams1", "id-" + QByteArray::number(qsizetype(i)).rightJustified(5, '0'),
                    QByteArray::fromStdString(m_texts[i]), double(i));
        input += m_texts[i] + '\n';
    }
    QProcess python;
    python.start(u"/usr/bin/python3"_s, {QStringLiteral(ARBSCOPE_TEST_DATA "/python/statistics_by_hand.py")});
    python.write(input.data(), qint64(input.size()));
    python.closeWriteChannel();
    QVERIFY2(python.waitForFinished(120'000), qPrintable(python.errorString()));
    const QByteArray errors = python.readAllStandardError();
    QVERIFY2(python.exitCode() == 0, errors.constData());
    for (const QByteArray &line : python.readAllStandardOutput().trimmed().split('\n'))
        m_lines.push_back(parsed(line));
    QCOMPARE(m_lines.size(), std::size_t(Reports + 1));
}

void TestStatistics::derivedValues()
{
    int known = 0;
    for (std::size_t i = 0; i < m_texts.size(); ++i) {
        const ReadReport read = readReport(m_texts[i]);
        QVERIFY(read.report);
        for (const auto &[name, expected] : m_lines[i].items()) {
            const FieldId field = fieldId(name);
            QVERIFY2(field >= 0, name.c_str());
            const Json got = jsonOf(fieldValue(field, read.verdict, &*read.report));
            if (!isSame(got, expected))
                QFAIL(("report " + std::to_string(i) + ", " + name + ": " + got.dump() + ", by hand " + expected.dump()
                       + ": " + m_texts[i])
                          .c_str());
            known += expected.is_null() ? 0 : 1;
        }
    }
    QVERIFY(known > 20'000);
    for (const Field &field : fields())
        QVERIFY(field.origin != Field::Origin::Derived || m_lines.front().contains(field.name));
}

void TestStatistics::statistics()
{
    const CliResult result = run({});
    QCOMPARE(result.status, 0);
    const Json got = parsed(result.out);
    const Json &expected = m_lines.back();
    for (const auto &[name, value] : expected.items()) {
        QVERIFY2(got.contains(name), name.c_str());
        if (!isSame(got[name], value))
            QFAIL((name + ": " + got[name].dump() + "\nby hand: " + value.dump()).c_str());
    }
    for (const auto &[name, value] : got.items())
        QVERIFY2(expected.contains(name) || name == "unreadable", name.c_str());
}

void TestStatistics::groups_data()
{
    QTest::addColumn<QByteArray>("by");
    for (const char *by : {"server", "pair", "version", "session", "kind", "day"})
        QTest::addRow("%s", by) << QByteArray(by);
}

void TestStatistics::groups()
{
    QFETCH(QByteArray, by);
    const CliResult whole = run({});
    const CliResult result = run({"--by", by});
    QCOMPARE(result.status, 0);
    qint64 trades = 0;
    QByteArrayList names;
    for (const QByteArray &line : result.out.trimmed().split('\n')) {
        const Json group = parsed(line);
        QCOMPARE(QByteArray::fromStdString(group["by"]), by);
        names += QByteArray::fromStdString(group["group"]);
        trades += group["trades"].get<qint64>();
    }
    QCOMPARE(trades, parsed(whole.out)["trades"].get<qint64>());
    QCOMPARE(names.size() > 1, by != "server");
    QVERIFY(std::ranges::is_sorted(names));
}

void TestStatistics::serverTwiceCountsOnce()
{
    QCOMPARE(run({"ams1"}).out, run({}).out);
}

void TestStatistics::unreadableAndUnitTests()
{
    m_live->put("bad", "invalid", "{", 1e9);
    const CliResult without = run({"bad"});
    QCOMPARE(without.status, 1);
    const Json left = parsed(without.out);
    QCOMPARE(left["unreadable"].get<int>(), 1);
    QVERIFY(left["unit_tests"].get<int>() > 0);
    const CliResult with = run({"--unit-tests"});
    const Json all = parsed(with.out);
    QCOMPARE(all["trades"].get<int>(), Reports);
    QCOMPARE(all["unit_tests"].get<int>(), 0);
    QCOMPARE(left["trades"].get<int>() + left["unit_tests"].get<int>(), Reports);
}

QTEST_GUILESS_MAIN(TestStatistics)
#include "tst_statistics.moc"
