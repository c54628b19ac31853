// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plainnumber.h"

#include "core/report/pynumbers.h"

#include <QTest>

#include <bit>
#include <random>
#include <string>

using namespace arbscope;

/// The short way to numbers against the long one.
class TestPlainNumber final : public QObject
{
    Q_OBJECT
private slots:
    void texts_data();
    void texts();
    void randomNumbers();
};

namespace {

void compare(const std::string &text, bool isPlain)
{
    const auto parts = plainParts(text);
    QVERIFY2(parts.has_value() == isPlain, text.c_str());
    if (!parts)
        return;
    const auto decimal = Decimal::fromText(text);
    QVERIFY2(decimal && decimal->parts(), text.c_str());
    QVERIFY2(parts->coefficient == decimal->parts()->coefficient, text.c_str());
    QVERIFY2(parts->exponent == decimal->parts()->exponent, text.c_str());
    if (const auto number = plainDouble(text))
        QVERIFY2(std::bit_cast<quint64>(*number) == std::bit_cast<quint64>(parseJsonNumber(text)), text.c_str());
}

} // namespace

void TestPlainNumber::texts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isPlain");
    for (const char *text : {"0", "0.000", "1", "-1", "1.10", "-0.5", "007", "5.", ".5", "123456789012345678",
                             "0.12345678901234567", "-999999999999999999", "9007199254740993", "1600000000.123456"})
        QTest::newRow(text) << QByteArray(text) << true;
    for (const char *text : {"", "-", ".", "-.", "+1", "-0", "-0.00", "1.2.3", "1e5", "1E+3", " 1", "1_0", "NaN", "--1",
                             "1234567890123456789", "0.123456789012345678", "1-", "1:"})
        QTest::newRow(text) << QByteArray(text) << false;
}

void TestPlainNumber::texts()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isPlain);
    compare(text.toStdString(), isPlain);
}

void TestPlainNumber::randomNumbers()
{
    std::mt19937_64 random(7);
    int doubles = 0;
    for (int i = 0; i < 200'000; ++i) {
        std::string text = std::to_string(random() % 1'000'000'000'000'000'000U >> random() % 60);
        if (random() % 4 != 0)
            text.insert(1 + random() % text.size(), ".");
        if (text.ends_with('.'))
            text += text.size() < 19 ? "0" : "";
        if (random() % 3 == 0)
            text.insert(0, "-");
        compare(text, Decimal::fromText(text)->parts().has_value());
        doubles += plainDouble(text) ? 1 : 0;
    }
    QVERIFY(doubles > 100'000);
}

QTEST_GUILESS_MAIN(TestPlainNumber)
#include "tst_plainnumber.moc"
