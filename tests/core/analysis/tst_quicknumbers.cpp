// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/quicknumbers.h"

#include <QTest>

#include <array>
#include <cmath>
#include <random>

using namespace arbscope;

namespace {

using Random = std::mt19937_64;

/// Amounts of all lengths, many of them short and alike, so that equal and nearly equal ones meet.
QuickAmount amountOf(Random &random)
{
    static constexpr std::array<std::int64_t, 6> ends{
        10, 1000, 100'000'000, 10'000'000'000, 1'000'000'000'000'000, 1'000'000'000'000'000'000};
    const auto coefficient = std::int64_t(random() % std::uint64_t(ends[random() % ends.size()]));
    const int exponent = random() % 20 == 0 ? int(random() % 250) - 125 : int(random() % 9) - 8;
    return {.known = Known::Yes, .coefficient = random() % 3 == 0 ? -coefficient : coefficient, .exponent = exponent};
}

Decimal decimalOf(const QuickAmount &amount)
{
    return Decimal::fromParts({.coefficient = amount.coefficient, .exponent = amount.exponent});
}

std::string text(const QuickAmount &a, const QuickAmount &b)
{
    return decimalOf(a).text() + " and " + decimalOf(b).text();
}

} // namespace

/// Whatever quick arithmetic tells is what Decimal gives, to the last digit, and mostly it does tell.
class TestQuickNumbers final : public QObject
{
    Q_OBJECT
private slots:
    void amounts();
    void quotients();
    void doubles();
    void unknown();

private:
    void compare(const QuickAmount &quick, const Decimal &exact, const std::string &of);
    void compare(const QuickReal &quick, const Decimal &exact, const std::string &of);
    int m_decided = 0;
};

void TestQuickNumbers::compare(const QuickAmount &quick, const Decimal &exact, const std::string &of)
{
    QVERIFY(quick.known != Known::No);
    if (quick.known == Known::Undecided)
        return;
    ++m_decided;
    if (decimalOf(quick).text() != exact.text())
        QFAIL((of + ": " + decimalOf(quick).text() + ", not " + exact.text()).c_str());
}

void TestQuickNumbers::compare(const QuickReal &quick, const Decimal &exact, const std::string &of)
{
    QVERIFY(quick.known != Known::No);
    if (quick.known == Known::Undecided)
        return;
    ++m_decided;
    if (quick.value != exact.toDouble() || (quick.isExact && Decimal::fromDouble(quick.value) != exact))
        QFAIL((of + ": not " + exact.text()).c_str());
}

void TestQuickNumbers::amounts()
{
    Random random(1);
    m_decided = 0;
    constexpr int Pairs = 100'000;
    for (int i = 0; i < Pairs; ++i) {
        const QuickAmount a = amountOf(random);
        const QuickAmount b = amountOf(random);
        compare(quickSum(a, b), decimalOf(a) + decimalOf(b), text(a, b));
        compare(quickDifference(a, b), decimalOf(a) - decimalOf(b), text(a, b));
        compare(quickProduct(a, b), decimalOf(a) * decimalOf(b), text(a, b));
        if (const Known less = quickLess(a, b); less != Known::Undecided)
            QCOMPARE(less == Known::Yes, decimalOf(a) < decimalOf(b));
    }
    QVERIFY(m_decided > Pairs);
}

void TestQuickNumbers::quotients()
{
    Random random(2);
    m_decided = 0;
    constexpr int Pairs = 50'000;
    const Decimal one(1);
    for (int i = 0; i < Pairs; ++i) {
        QuickAmount price = amountOf(random);
        const QuickAmount reference = amountOf(random);
        if (random() % 2 == 0) { // as prices are: near each other
            price = reference;
            price.coefficient += std::int64_t(random() % 5) - 2;
        }
        if (reference.coefficient == 0) {
            QVERIFY(quickQuotient(price, reference).known == Known::No);
            QVERIFY(quickSlippage(price, reference, true).known == Known::No);
            continue;
        }
        const Decimal quotient = decimalOf(price).dividedBy(decimalOf(reference));
        compare(quickQuotient(price, reference), quotient, text(price, reference));
        compare(quickSlippage(price, reference, false), Decimal(10000) * (quotient - one), text(price, reference));
        compare(quickSlippage(price, reference, true), Decimal(10000) * (one - quotient), text(price, reference));
    }
    QVERIFY(m_decided > Pairs * 2);
}

void TestQuickNumbers::doubles()
{
    Random random(3);
    m_decided = 0;
    constexpr int Pairs = 50'000;
    std::uniform_real_distribution<double> ratio(-0.1, 0.1);
    for (int i = 0; i < Pairs; ++i) {
        const double a = random() % 20 == 0 ? std::ldexp(ratio(random), int(random() % 2000) - 1000) : ratio(random);
        const double b = random() % 3 == 0 ? std::round(a * 1000) / 1000 : ratio(random);
        const Decimal exact = Decimal::fromDouble(a) - Decimal::fromDouble(b);
        const std::string of = Decimal::fromDouble(a).text() + " and " + Decimal::fromDouble(b).text();
        compare(quickDifference(a, b), exact, of);
        compare(quickBasisPoints(a, b), Decimal(10000) * exact, of);
    }
    QVERIFY(m_decided > Pairs);
}

void TestQuickNumbers::unknown()
{
    const QuickAmount known{.known = Known::Yes, .coefficient = 5};
    QVERIFY(quickSum(known, {}).known == Known::No);
    QVERIFY(quickProduct({}, known).known == Known::No);
    QVERIFY(quickQuotient(known, {.known = Known::Undecided}).known == Known::Undecided);
    QVERIFY(quickDifference(std::nan(""), 1.0).known == Known::No);
    QVERIFY(quickBasisPoints(1.0, std::numeric_limits<double>::infinity()).known == Known::No);
}

QTEST_GUILESS_MAIN(TestQuickNumbers)
#include "tst_quicknumbers.moc"
