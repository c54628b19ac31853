// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/livestore.h"
#include "tests/support/sampletrades.h"
#include "ui/detail/detailmodel.h"
#include "ui/text/displaytext.h"
#include "ui/text/timedisplay.h"

#include <QAbstractItemModelTester>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace arbscope;
using namespace arbscope::test;

class tst_DetailModel : public QObject
{
    Q_OBJECT

    const TimeDisplay m_times;

    static QString shown(const DetailModel &model, const QString &name)
    {
        return model.indexOf(name).data().toString();
    }

private slots:
    void holdsEveryMemberAndDerivedValueOnce()
    {
        const DetailModel model(m_times);
        QSet<QString> names;
        for (const DetailGroup &group : detailGroups())
            QVERIFY2(!group.rows.empty(), qPrintable(group.title));
        const auto expect = [&](std::string_view name) {
            const QString text = QString::fromLatin1(name.data(), qsizetype(name.size()));
            const QModelIndex index = model.indexOf(text);
            QVERIFY2(index.isValid(), name.data());
            QCOMPARE(index.data(DetailModel::NameRole).toString(), text);
            QVERIFY(!names.contains(text));
            names.insert(text);
        };
        for (const Member &member : schema())
            expect(member.name);
        for (const DerivedValue &value : derivedValues())
            expect(value.name);
        QVERIFY(!model.indexOf(QStringLiteral("no_such_member")).isValid());
    }

    void legsStandSideBySide_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        const auto row = [](const char *first, const char *second) {
            QTest::newRow(first) << QString::fromLatin1(first) << QString::fromLatin1(second);
        };
        row("exchange_1", "exchange_2");
        row("executed_quantity_1", "executed_quantity_2");
        row("executed_price_1", "executed_price_2");
        row("exchange_1_id", "exchange_2_id");
        row("order_1_latency", "order_2_latency");
        row("order_1_data", "order_2_data");
        row("exchange_1_fees_paid", "exchange_2_fees_paid");
        row("market_1_bid_price", "market_2_bid_price");
        row("market_1_ask_price", "market_2_ask_price");
        row("exchange_1_balance_1", "exchange_2_balance_1");
        row("exchange_1_balance_2", "exchange_2_balance_2");
        row("fill_ratio_1", "fill_ratio_2");
        row("slippage_1_bps", "slippage_2_bps");
    }
    void legsStandSideBySide()
    {
        QFETCH(QString, first);
        QFETCH(QString, second);
        const DetailModel model(m_times);
        const QModelIndex left = model.indexOf(first);
        QCOMPARE(left.column(), int(DetailModel::FirstColumn));
        QCOMPARE(left.siblingAtColumn(DetailModel::SecondColumn), model.indexOf(second));
        QVERIFY(!left.siblingAtColumn(0).data().toString().contains(QLatin1Char('1')) || first.contains(u"balance"));
    }

    void whatHasNoTwinStandsAlone()
    {
        const DetailModel model(m_times);
        for (const char *name : {"quantity_1", "quantity_2", "asset_1", "profitability_buy_1_sell_2", "clock"}) {
            const QModelIndex index = model.indexOf(QString::fromLatin1(name));
            QCOMPARE(index.column(), int(DetailModel::FirstColumn));
            QCOMPARE(index.siblingAtColumn(DetailModel::SecondColumn).data().toString(), QString());
        }
        const QModelIndex slippage = model.indexOf(QStringLiteral("exchange_2_accepted_slippage"));
        QCOMPARE(slippage.column(), int(DetailModel::SecondColumn));
        QCOMPARE(slippage.siblingAtColumn(DetailModel::FirstColumn).data().toString(), QString());
    }

    void showsValuesWithTheirUnits_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QString>("exact");
        const auto row = [](const char *name, const QString &value, const QString &unit, const QString &exact) {
            QTest::newRow(name) << QString::fromLatin1(name) << value << unit << exact;
        };
        row("quantity_1", QStringLiteral("0.500"), QStringLiteral("BTC"), QStringLiteral("0.500"));
        row("executed_price_2", QStringLiteral("20100"), QStringLiteral("EUR/BTC"), QStringLiteral("20100"));
        row("exchange_1_fees_paid", QStringLiteral("5.5"), QStringLiteral("EUR"), QStringLiteral("5.5"));
        row("clock", QStringLiteral("2020-09-13 12:26:41.123"), QStringLiteral("UTC"),
            QStringLiteral("1600000001.123"));
        row("order_1_latency", QStringLiteral("0.25"), QStringLiteral("s"), QStringLiteral("0.25"));
        row("expected_profitability", QStringLiteral("0.0055  (0.550 %)"), QStringLiteral("ratio"),
            QStringLiteral("0.0055"));
        row("dust_gathered", unknownText(), QStringLiteral("BTC"), QString());
        row("net", QStringLiteral("38.5000"), QStringLiteral("EUR"), QStringLiteral("38.5000"));
        row("fill_ratio_2", QStringLiteral("100.00"), QStringLiteral("%"), QStringLiteral("1"));
        row("unit_test", QStringLiteral("no"), QString(), QStringLiteral("False"));
        row("order_2_data", QStringLiteral("plain answer"), QString(), QStringLiteral("plain answer"));
    }
    void showsValuesWithTheirUnits()
    {
        QFETCH(QString, name);
        const TimeDisplay times(TimeFormat::make(TimeZoneKind::Utc));
        DetailModel model(times);
        model.setTrade(sampleTrade(completeTrade()));
        const QModelIndex index = model.indexOf(name);
        QTEST(index.data().toString(), "value");
        QTEST(index.siblingAtColumn(DetailModel::UnitColumn).data().toString(), "unit");
        if (name != QStringLiteral("net")) {
            QTEST(index.data(DetailModel::ExactRole).toString(), "exact");
        }
        QVERIFY(index.data(Qt::ToolTipRole).toString().contains(name));
    }

    void namesTheExchangesOfTheLegs()
    {
        DetailModel model(m_times);
        model.setTrade(sampleTrade(completeTrade()));
        const QModelIndex legs = model.indexOf(QStringLiteral("exchange_1_id")).parent();
        QCOMPARE(legs.siblingAtColumn(DetailModel::FirstColumn).data().toString(), QStringLiteral("Kraken, buy"));
        QCOMPARE(legs.siblingAtColumn(DetailModel::SecondColumn).data().toString(), QStringLiteral("Gemini, sell"));
        Report odd = completeTrade();
        odd.kind = QStringLiteral("sideways");
        model.setTrade(sampleTrade(odd));
        QCOMPARE(legs.siblingAtColumn(DetailModel::FirstColumn).data().toString(), QStringLiteral("Kraken"));
    }

    void marksWhatWasConverted()
    {
        QByteArray raw = textOf(completeTrade());
        raw.replace("\"unit_test\": false", "\"unit_test\": 0");
        const auto trade = sampleTrade(raw);
        QVERIFY(trade->read.verdict == Verdict::Coerced);
        DetailModel model(m_times);
        model.setTrade(trade);
        QVERIFY(model.indexOf(QStringLiteral("unit_test")).data(Qt::ForegroundRole).isValid());
        QVERIFY(!model.indexOf(QStringLiteral("kind")).data(Qt::ForegroundRole).isValid());
        const QString tip = model.indexOf(QStringLiteral("unit_test")).data(Qt::ToolTipRole).toString();
        QVERIFY2(tip.contains(QString::fromStdString(trade->read.issues.front().message).toHtmlEscaped()),
                 qPrintable(tip));
    }

    void showsMarkupAsText()
    {
        Report report = completeTrade();
        report.sessionName = QStringLiteral("<img src=x>\nline");
        DetailModel model(m_times);
        model.setTrade(sampleTrade(report));
        const QModelIndex index = model.indexOf(QStringLiteral("session_name"));
        QCOMPARE(index.data().toString(), QStringLiteral("<img src=x>\\nline"));
        QVERIFY(!index.data(Qt::ToolTipRole).toString().contains(QStringLiteral("<img")));
    }

    void everyGoldenTextCanBeShown()
    {
        DetailModel model(m_times);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTrade(sampleTrade(completeTrade()));
        model.setTrade(sampleTrade(oneLeggedTrade()));
        model.setTrade(missingTrade());
        const QByteArrayList lines = golden(QStringLiteral("decode.jsonl")).split('\n');
        for (qsizetype i = 0; i < lines.size(); i += 7) {
            const QByteArray stored
                = QJsonDocument::fromJson(lines[i]).object().value(QStringLiteral("stored")).toString().toUtf8();
            model.setTrade(sampleTrade(stored));
            for (const Member &member : schema()) {
                const QModelIndex index
                    = model.indexOf(QString::fromLatin1(member.name.data(), qsizetype(member.name.size())));
                QVERIFY(!index.data().toString().contains(QLatin1Char('\n')));
                QVERIFY(!index.data(Qt::ToolTipRole).toString().isEmpty());
            }
        }
        model.setTrade(nullptr);
        QCOMPARE(shown(model, QStringLiteral("clock")), unknownText());
    }
};

QTEST_MAIN(tst_DetailModel)
#include "tst_detailmodel.moc"
