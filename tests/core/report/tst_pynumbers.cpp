// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/floatliteral.h"
#include "core/report/pynumbers.h"

#include "tests/core/report/pythontable.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace arbscope;

/// Floats and integers against Python's (tests/data/python/floats.tsv).
class TestPyNumbers : public QObject
{
    Q_OBJECT

private slots:
    void python();
    void jsonFloats_data();
    void jsonFloats();
    void jsonNumbers_data();
    void jsonNumbers();
    void ownReprOfRandomFloats();
    void ownReprIsRefusedBesideFloats();
};

namespace {

std::string reprOf(double value)
{
    std::string text;
    appendFloatRepr(text, value);
    return text;
}

std::string computed(const std::vector<std::string> &row)
{
    const auto &operation = row[0];
    if (operation == "repr")
        return reprOf(test::doubleOfBits(row[1]));
    if (operation == "float") {
        const auto value = parsePythonFloat(row[1]);
        return value ? reprOf(*value) : "-";
    }
    if (operation == "int") {
        const auto value = parsePythonInteger(row[1]);
        return value ? std::to_string(*value) : value.error() == IntegerFault::OutOfRange ? "range" : "-";
    }
    if (operation == "own")
        return isOwnRepr(row[1]) ? "True" : "False";
    return "unknown operation";
}

} // namespace

void TestPyNumbers::python()
{
    const auto rows = test::pythonTable("floats.tsv");
    QVERIFY(rows.size() > 2500);
    for (const auto &row : rows) {
        const auto got = computed(row);
        QVERIFY2(got == row.back(), (row[0] + " of " + row[1] + ": " + row.back() + ", here " + got).c_str());
    }
}

void TestPyNumbers::jsonFloats_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("NaN") << std::nan("") << QByteArray("NaN");
    QTest::newRow("Infinity") << HUGE_VAL << QByteArray("Infinity");
    QTest::newRow("-Infinity") << -HUGE_VAL << QByteArray("-Infinity");
    QTest::newRow("1.0") << 1.0 << QByteArray("1.0");
    QTest::newRow("-0.0") << -0.0 << QByteArray("-0.0");
    QTest::newRow("1e-05") << 1e-5 << QByteArray("1e-05");
}

void TestPyNumbers::jsonFloats()
{
    QFETCH(double, value);
    std::string text;
    appendJsonFloat(text, value);
    QTEST(QByteArray::fromStdString(text), "text");
}

void TestPyNumbers::jsonNumbers_data()
{
    QTest::addColumn<bool>("isNumber");
    for (const char *number : {"0", "-0", "1", "10", "0.5", "-1.25e+3", "1E5", "1e-400", "0e0"})
        QTest::addRow("%s", number) << true;
    for (const char *other :
         {"", "-", "00", "01", "1.", ".5", "+1", "1e", "1e+", "1e1.5", "NaN", "0x1", "1 ", " 1", "1,", "--1"})
        QTest::addRow("%s", other) << false;
}

void TestPyNumbers::jsonNumbers()
{
    QTEST(isJsonNumber(QTest::currentDataTag()), "isNumber");
}

void TestPyNumbers::ownReprOfRandomFloats()
{
    std::mt19937_64 random(7);
    std::uniform_real_distribution<double> exponent(-4, 16);
    std::uniform_real_distribution<double> sign(-1, 1);
    for (int i = 0; i < 100'000; ++i) {
        const auto text = reprOf(std::copysign(std::pow(10.0, exponent(random)), sign(random)));
        if (text.find('e') == text.npos)
            QVERIFY2(isOwnRepr(text), text.c_str());
    }
}

void TestPyNumbers::ownReprIsRefusedBesideFloats()
{
    // Literals near a float's own text, which read as the same float or a neighbour.
    std::mt19937_64 random(8);
    std::uniform_real_distribution<double> exponent(-3, 14);
    for (int i = 0; i < 100'000; ++i) {
        auto text = reprOf(std::pow(10.0, exponent(random)));
        text.back() = static_cast<char>('1' + random() % 9);
        if (random() % 2 == 0)
            text += static_cast<char>('1' + random() % 9);
        if (text.size() <= 18)
            QVERIFY2(isOwnRepr(text) == (text == reprOf(parseJsonNumber(text))), text.c_str());
    }
}

QTEST_GUILESS_MAIN(TestPyNumbers)
#include "tst_pynumbers.moc"
