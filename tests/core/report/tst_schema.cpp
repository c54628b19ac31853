// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/csvrecord.h"
#include "core/report/schema.h"

#include "tests/paths.h"

#include <QFile>
#include <QSet>
#include <QTest>

using namespace arbscope;

/// The one list of members.
class TestSchema : public QObject
{
    Q_OBJECT

private slots:
    void namesStandInTheContractsOrder();
    void typesFitTheirPlaces();
    void indexOfName();
    void valuesAndTexts();
    void derivedNames();
};

void TestSchema::namesStandInTheContractsOrder()
{
    QFile file(QStringLiteral(ARBSCOPE_TEST_DATA "/golden/export.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    std::string header;
    appendCsvHeader(header);
    QCOMPARE(QByteArray::fromStdString(header), file.readLine());
}

void TestSchema::typesFitTheirPlaces()
{
    int required = 0;
    QSet<QByteArray> titles;
    for (const auto &member : schema()) {
        const auto name = std::string(member.name);
        const auto index = member.place.index();
        const MemberType types[]{MemberType::Text, MemberType::Bool,  MemberType::Float,   MemberType::Decimal,
                                 MemberType::Text, MemberType::Float, MemberType::Decimal, MemberType::Integer};
        QVERIFY2(types[index] == member.type, name.c_str());
        QVERIFY2((index < 4) == member.required, name.c_str());
        QVERIFY2(!member.meaning.empty(), name.c_str());
        titles += QByteArray::fromStdString(std::string(member.title));
        required += member.required ? 1 : 0;
    }
    QCOMPARE(required, 25);
    QCOMPARE(titles.size(), MemberCount); // each column has a title of its own
}

void TestSchema::indexOfName()
{
    for (int i = 0; i < MemberCount; ++i)
        QCOMPARE(memberIndex(schema()[static_cast<std::size_t>(i)].name), i);
    for (const char *other : {"", "Clock", "clock ", "zzz", "asset_", "asset_11"})
        QCOMPARE(memberIndex(other), -1);
}

void TestSchema::valuesAndTexts()
{
    Report report;
    report.unitTest = true;
    report.clock = 1e-5;
    report.order1Data = QString();
    report.executedPrice2 = *Decimal::fromText("1E-8");
    report.exchange2FokAttempts = 3;
    report.asset1 = QStringLiteral("€");
    const auto text = [&report](std::string_view name) {
        return memberText(report, schema()[static_cast<std::size_t>(memberIndex(name))]);
    };
    QCOMPARE(text("unit_test"), QStringLiteral("True"));
    QCOMPARE(text("clock"), QStringLiteral("1e-05"));
    QCOMPARE(text("executed_price_2"), QStringLiteral("1E-8"));
    QCOMPARE(text("exchange_2_fok_attempts"), QStringLiteral("3"));
    QCOMPARE(text("asset_1"), QStringLiteral("€"));
    QCOMPARE(text("closed_at"), QString());

    const auto value = [&report](std::string_view name) {
        return memberValue(report, schema()[static_cast<std::size_t>(memberIndex(name))]);
    };
    QVERIFY(std::holds_alternative<std::monostate>(value("closed_at")));
    QVERIFY(std::holds_alternative<QString>(value("order_1_data"))); // known, and empty
    QCOMPARE(std::get<qint64>(value("exchange_2_fok_attempts")), 3);
    QCOMPARE(std::get<double>(value("clock")), 1e-5);
}

void TestSchema::derivedNames()
{
    Report report;
    report.asset1 = QStringLiteral("BTC");
    report.asset2 = QStringLiteral("EUR");
    report.quantity1 = Decimal(1);
    report.quantity2 = Decimal(2);
    QCOMPARE(report.crypto(), QStringLiteral("BTC"));
    QCOMPARE(report.fiat(), QStringLiteral("EUR"));
    QVERIFY(report.quantityCrypto() == Decimal(1));
    QVERIFY(report.quantityFiat() == Decimal(2));
}

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_schema.moc"
