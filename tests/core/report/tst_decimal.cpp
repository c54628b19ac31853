// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/decimal.h"

#include "tests/core/report/pythontable.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace arbscope;

/// Decimal against Python's decimal module (tests/data/python/decimals.tsv), and what Python has no word on.
class TestDecimal : public QObject
{
    Q_OBJECT

private slots:
    void python_data();
    void python();
    void integers_data();
    void integers();
    void parts_data();
    void parts();
    void millionsOfDigits();
    void hostileExponents_data();
    void hostileExponents();
    void roundingAtTheLimit();
    void specialValues();
    void copiesAreIndependent();
};

namespace {

Decimal decimalOf(const std::string &text)
{
    return Decimal::fromText(text).value_or(*Decimal::fromText("NaN404"));
}

template <typename Order> std::string orderText(Order order)
{
    return order < 0 ? "<" : order > 0 ? ">" : order == 0 ? "=" : "?";
}

/// What this Decimal makes of a line of the table.
std::string computed(const std::vector<std::string> &row)
{
    const auto &operation = row[0];
    if (operation == "text") {
        const auto decimal = Decimal::fromText(row[1]);
        return decimal ? decimal->text() : "-";
    }
    if (operation == "float")
        return QByteArray::number(std::bit_cast<quint64>(decimalOf(row[1]).toDouble()), 16)
            .rightJustified(16, '0')
            .toStdString();
    if (operation == "fromfloat")
        return Decimal::fromDouble(test::doubleOfBits(row[1])).text();
    if (operation.starts_with("fixed"))
        return decimalOf(row[1]).fixed(std::stoi(operation.substr(5)));

    const auto a = decimalOf(row[1]);
    const auto b = decimalOf(row[2]);
    if (operation == "add")
        return (a + b).text();
    if (operation == "subtract")
        return (a - b).text();
    if (operation == "multiply")
        return (a * b).text();
    if (operation.starts_with("divide"))
        return a.dividedBy(b, std::stoi(operation.substr(6))).text();
    if (operation == "compare")
        return orderText(a <=> b);
    if (operation == "total")
        return orderText(Decimal::compareTotal(a, b));
    return "unknown operation";
}

} // namespace

void TestDecimal::python_data()
{
    QTest::addColumn<QStringList>("operations");
    // One row an operation: a row for each of the 8,000 lines would say no more.
    QStringList operations;
    for (const auto &row : test::pythonTable("decimals.tsv")) {
        const auto operation = QString::fromStdString(row[0]);
        if (!operations.contains(operation))
            operations += operation;
    }
    QVERIFY(operations.size() >= 14);
    for (const auto &operation : operations)
        QTest::addRow("%s", qPrintable(operation)) << QStringList(operation);
}

void TestDecimal::python()
{
    QFETCH(QStringList, operations);
    int lines = 0;
    for (const auto &row : test::pythonTable("decimals.tsv")) {
        if (QString::fromStdString(row[0]) != operations.first())
            continue;
        ++lines;
        const auto got = computed(row);
        if (got != row.back()) {
            std::string line = "Python: ";
            for (const auto &cell : row)
                line.append(cell).append(" | ");
            QFAIL(line.append("here: ").append(got).c_str());
        }
    }
    QVERIFY(lines >= 200);
}

void TestDecimal::integers_data()
{
    QTest::addColumn<qint64>("value");
    for (const qint64 value :
         {qint64{0}, qint64{-1}, qint64{999'999'999'999'999'999}, qint64{1'000'000'000'000'000'000},
          std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::min()})
        QTest::addRow("%lld", value) << value;
}

void TestDecimal::integers()
{
    QFETCH(qint64, value);
    const Decimal decimal(value);
    QCOMPARE(decimal.text(), std::to_string(value));
    QVERIFY(decimal == decimalOf(std::to_string(value) + ".000"));
    QCOMPARE(decimal.isNegative(), value < 0);
    QCOMPARE(decimal.isZero(), value == 0);
}

void TestDecimal::parts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("small");
    for (const char *text : {"0", "0.00", "-1.50", "1E+3", "-12E-30", "999999999999999999", "-0.999999999999999999"})
        QTest::addRow("%s", text) << QString::fromLatin1(text) << true;
    for (const char *text : {"-0", "-0.0", "1000000000000000000", "NaN", "Infinity", "-Infinity", "sNaN5"})
        QTest::addRow("%s", text) << QString::fromLatin1(text) << false;
}

void TestDecimal::parts()
{
    QFETCH(QString, text);
    QFETCH(bool, small);
    const Decimal decimal = decimalOf(text.toStdString());
    const auto parts = decimal.parts();
    QCOMPARE(parts.has_value(), small);
    if (parts)
        QCOMPARE(QString::fromStdString(Decimal::fromParts(*parts).text()), QString::fromStdString(decimal.text()));
}

void TestDecimal::millionsOfDigits()
{
    const std::string digits(4'000'000, '7');
    const auto decimal = decimalOf("-" + digits + "." + digits);
    QCOMPARE(decimal.text(), "-" + digits + "." + digits);
    QVERIFY(decimal < decimalOf("-" + digits));
    QVERIFY(std::isinf(decimal.toDouble()));
    const auto product = decimal * decimal; // bounded: rounded to MaxArithmeticDigits
    QVERIFY(product > Decimal(0));
    QVERIFY(product.text().size() < 2u * Decimal::MaxArithmeticDigits);
}

void TestDecimal::hostileExponents_data()
{
    QTest::addColumn<QByteArray>("a");
    QTest::addColumn<QByteArray>("b");
    const std::vector<const char *> values{"1E+999999999999999999",
                                           "-1E+999999999999999999",
                                           "1E-1999999999999999997",
                                           "0E-1999999999999999997",
                                           "0E+999999999999999999",
                                           "1",
                                           "-1234567890123456789012345678901234567890"};
    for (const auto *a : values) {
        for (const auto *b : values)
            QTest::addRow("%s and %s", a, b) << QByteArray(a) << QByteArray(b);
    }
}

void TestDecimal::hostileExponents()
{
    QFETCH(QByteArray, a);
    QFETCH(QByteArray, b);
    const auto x = decimalOf(a.toStdString());
    const auto y = decimalOf(b.toStdString());
    constexpr std::size_t bound = Decimal::MaxArithmeticDigits + 40;
    for (const auto &result : {x + y, x - y, x * y, x.dividedBy(y), x.dividedBy(y, 1000)}) {
        QVERIFY(result.text().size() <= bound);
        QVERIFY(result.fixed(2).size() <= bound);
        QVERIFY(result.isNaN() || Decimal::fromText(result.text()).has_value());
    }
    // What is left of a sum when the other operand is too small to count.
    if (!x.isZero() && y == Decimal(1) && x > Decimal(2))
        QVERIFY((x + y) >= x);
    QCOMPARE(orderText(x <=> y), orderText(0 <=> (y <=> x)));
    QCOMPARE((x - x).isZero(), true);
}

void TestDecimal::roundingAtTheLimit()
{
    const std::string nines(Decimal::MaxArithmeticDigits, '9');
    const auto all = decimalOf(nines);
    QCOMPARE((all + Decimal(0)).text(), nines);
    // One digit more than there is room for: a 1 and as many zeros, one of them in the exponent.
    const auto next = all + Decimal(1);
    QVERIFY(next == decimalOf("1E+" + std::to_string(Decimal::MaxArithmeticDigits)));
    // Half of a last digit goes to the even one.
    const auto scale = decimalOf("1E+" + std::to_string(Decimal::MaxArithmeticDigits));
    QVERIFY(scale + Decimal(5) == scale);
    QVERIFY(scale + Decimal(6) > scale);
    QVERIFY(scale + decimalOf("5.0000001") > scale);
}

void TestDecimal::specialValues()
{
    const auto infinity = decimalOf("Infinity");
    const auto nan = decimalOf("NaN");
    QVERIFY(infinity.isInfinite() && !infinity.isFinite() && !infinity.isNaN());
    QVERIFY(decimalOf("sNaN1").isSignallingNaN() && decimalOf("sNaN1").isNaN());
    QVERIFY(!nan.isSignallingNaN());
    QVERIFY(nan != nan);
    QVERIFY((infinity - infinity).isNaN());
    QVERIFY((infinity * Decimal(0)).isNaN());
    QVERIFY(Decimal(0).dividedBy(Decimal(0)).isNaN());
    QCOMPARE(Decimal(-1).dividedBy(Decimal(0)).text(), std::string("-Infinity"));
    QCOMPARE((-decimalOf("sNaN7") + Decimal(1)).text(), std::string("-NaN7"));
    QCOMPARE(infinity.fixed(2), std::string("Infinity"));
    QVERIFY(std::isnan(nan.toDouble()));
    QCOMPARE(decimalOf("-Infinity").toDouble(), -std::numeric_limits<double>::infinity());
    QVERIFY(std::signbit(decimalOf("-0").toDouble()));
    QVERIFY(decimalOf("-0") == Decimal(0));
    QVERIFY(Decimal::compareTotal(decimalOf("-0"), Decimal(0)) < 0);
    QCOMPARE((-Decimal(0)).text(), std::string("-0"));
    QCOMPARE(decimalOf("1E+999999").fixed(2), std::string("1E+999999"));
}

void TestDecimal::copiesAreIndependent()
{
    const auto large = decimalOf(std::string(100, '3'));
    auto copy = large;
    copy = copy + Decimal(1);
    QCOMPARE(large.text(), std::string(100, '3'));
    QCOMPARE(copy.text(), std::string(99, '3') + '4');
}

QTEST_GUILESS_MAIN(TestDecimal)
#include "tst_decimal.moc"
