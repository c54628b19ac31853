// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/schema.h"
#include "tests/support/livestore.h"
#include "tests/support/sampletrades.h"
#include "ui/columns/columnpresets.h"
#include "ui/columns/columns.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace arbscope;
using namespace arbscope::test;

class tst_Columns : public QObject
{
    Q_OBJECT

    static const TradeColumn &column(const char *id)
    {
        return tradeColumns().at(std::size_t(tradeColumnIndex(QString::fromLatin1(id))));
    }

private slots:
    void everyMemberIsAColumnOnce()
    {
        QSet<QString> ids;
        for (const TradeColumn &each : tradeColumns()) {
            QVERIFY2(!ids.contains(each.id), qPrintable(each.id));
            ids.insert(each.id);
            QVERIFY2(!each.title.isEmpty() && !each.toolTip.isEmpty() && each.width > 0, qPrintable(each.id));
        }
        for (const Member &member : schema())
            QVERIFY2(ids.contains(QString::fromLatin1(member.name.data(), qsizetype(member.name.size()))),
                     member.name.data());
    }

    void defaultColumns()
    {
        QStringList visible;
        for (const ColumnState &state : defaultColumnState()) {
            if (state.visible)
                visible.append(state.id);
        }
        const QStringList expected{
            QStringLiteral("clock"),     QStringLiteral("pair"),       QStringLiteral("route"),
            QStringLiteral("outcome"),   QStringLiteral("quantity_1"), QStringLiteral("expected"),
            QStringLiteral("net"),       QStringLiteral("gap_bps"),    QStringLiteral("latency_1"),
            QStringLiteral("latency_2"), QStringLiteral("fees"),       QStringLiteral("exchange_2_fok_attempts")};
        QCOMPARE(visible, expected);
    }

    void text_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("complete");
        QTest::addColumn<QString>("oneLegged");
        const auto row = [](const char *id, const QString &complete, const QString &oneLegged) {
            QTest::newRow(id) << QString::fromLatin1(id) << complete << oneLegged;
        };
        const QString unknown = unknownText();
        row("clock", QStringLiteral("2020-09-13 12:26:41.123"), QStringLiteral("2020-09-13 12:26:41.123"));
        row("pair", QStringLiteral("BTC/EUR"), QStringLiteral("BTC/EUR"));
        row("route", QStringLiteral("Kraken → Gemini"), QStringLiteral("Kraken → Gemini"));
        row("outcome", QStringLiteral("Succeeded"), QStringLiteral("Failed, one leg"));
        row("quantity_1", QStringLiteral("0.500"), QStringLiteral("0.500"));
        row("expected", QStringLiteral("0.550"), QStringLiteral("0.550"));
        row("net", QStringLiteral("38.5000"), unknown);
        row("gap_bps", QStringLiteral("-5.0"), unknown);
        row("latency_1", QStringLiteral("250.0"), QStringLiteral("250.0"));
        row("latency_2", QStringLiteral("125.0"), unknown);
        row("fees", QStringLiteral("11.5000"), unknown);
        row("exchange_2_fok_attempts", QStringLiteral("1"), QStringLiteral("1"));
        row("realised", QStringLiteral("0.500"), unknown);
        row("realised_profitability", QStringLiteral("0.005"), unknown);
        row("fill_ratio_1", QStringLiteral("100.00"), QStringLiteral("100.00"));
        row("exposure", unknown, QStringLiteral("0.500"));
        row("duration", QStringLiteral("2.000"), QStringLiteral("2.000"));
        row("wrong_direction", QStringLiteral("no"), QStringLiteral("no"));
        row("one_legged", QStringLiteral("no"), QStringLiteral("yes"));
        row("verdict", QStringLiteral("Valid"), QStringLiteral("Valid"));
        row("closed_at", QStringLiteral("2020-09-13 12:26:43.500"), QStringLiteral("2020-09-13 12:26:43.500"));
        row("failed_at", unknown, QStringLiteral("2020-09-13 12:26:43.250"));
        row("unit_test", QStringLiteral("no"), QStringLiteral("no"));
        row("order_id", QStringLiteral("order-1"), QStringLiteral("order-1"));
        row("dust_gathered", unknown, unknown);
    }
    void text()
    {
        QFETCH(QString, id);
        const TimeFormat utc = TimeFormat::make(TimeZoneKind::Utc);
        const TradeColumn &each = tradeColumns().at(std::size_t(tradeColumnIndex(id)));
        QTEST(each.text(*sampleTrade(completeTrade()), utc), "complete");
        QTEST(each.text(*sampleTrade(oneLeggedTrade()), utc), "oneLegged");
    }

    void smallAmountsAreNeverShownAsZero()
    {
        Report report = completeTrade();
        report.exchange1FeesPaid = Decimal::fromText("0.0000012");
        report.exchange2FeesPaid = Decimal::fromText("0");
        QCOMPARE(column("fees").text(*sampleTrade(report), {}), QStringLiteral("0.0000012"));
        report.exchange1FeesPaid = Decimal::fromText("0.00");
        QCOMPARE(column("fees").text(*sampleTrade(report), {}), QStringLiteral("0.0000"));
        report.exchange1FeesPaid = Decimal::fromText("1E+30");
        QCOMPARE(column("fees").text(*sampleTrade(report), {}), QStringLiteral("1000000000000000000000000000000.0000"));
    }

    void unreadableAndMissingTradesAreRowsToo()
    {
        const auto broken = sampleTrade("no report", "id \xff");
        QCOMPARE(column("outcome").text(*broken, {}), QStringLiteral("Unreadable"));
        QCOMPARE(column("outcome").text(*missingTrade(), {}), QStringLiteral("Missing"));
        QCOMPARE(column("verdict").text(*broken, {}), QStringLiteral("Invalid"));
        QCOMPARE(column("order_id").text(*broken, {}), QStringLiteral("id \\xff"));
        QCOMPARE(column("clock").text(*broken, {}), unknownText());
        QVERIFY(column("outcome").tone(*broken) == Tone::Invalid);
    }

    void tones()
    {
        QVERIFY(column("outcome").tone(*sampleTrade(completeTrade())) == Tone::Succeeded);
        QVERIFY(column("outcome").tone(*sampleTrade(oneLeggedTrade())) == Tone::OneLegged);
        QVERIFY(column("gap_bps").tone(*sampleTrade(completeTrade())) == Tone::Loss);
        QVERIFY(!column("net").tone(*sampleTrade(completeTrade())));
        QVERIFY(!column("net").tone(*sampleTrade(oneLeggedTrade())));
    }

    void oddDirectionIsShownAsItIs()
    {
        Report report = completeTrade();
        report.kind = QStringLiteral("sideways\n<b>");
        QCOMPARE(column("route").text(*sampleTrade(report), {}), QStringLiteral("sideways\\n<b>"));
    }

    void everyGoldenTextHasOneLineInEveryColumn()
    {
        for (const QByteArray &line : golden(QStringLiteral("decode.jsonl")).split('\n')) {
            if (line.isEmpty())
                continue;
            const QByteArray stored
                = QJsonDocument::fromJson(line).object().value(QStringLiteral("stored")).toString().toUtf8();
            const auto trade = sampleTrade(stored);
            for (const TradeColumn &each : tradeColumns()) {
                const QString text = each.text(*trade, {});
                QVERIFY2(!text.contains(QLatin1Char('\n')) && text.size() <= 700, qPrintable(each.id));
                (void)each.tone(*trade);
            }
        }
    }

    void titlesNameUnitAndZone()
    {
        QCOMPARE(column("gap_bps").title, QStringLiteral("Gap (bp)"));
        QCOMPARE(columnTitle(column("clock"), TimeFormat::make(TimeZoneKind::Utc)), QStringLiteral("Time (UTC)"));
        QCOMPARE(columnTitle(column("net"), TimeFormat::make(TimeZoneKind::Utc)), QStringLiteral("Net"));
    }

    void stateSurvivesItsBytes()
    {
        auto state = defaultColumnState();
        std::swap(state[0], state[5]);
        state[2].visible = false;
        state[3].width = 123;
        state[0].frozen = true;
        state[4].units = true;
        state[5].units = state[5].frozen = true;
        QCOMPARE(columnStateFromBytes(columnStateToBytes(state)), state);
    }

    void statesOfOlderVersionsAreRead()
    {
        const auto state = columnStateFromBytes("net,1,55;pair,0,0");
        QCOMPARE(state[0], (ColumnState{QStringLiteral("net"), true, 55}));
        QCOMPARE(state[1], (ColumnState{QStringLiteral("pair"), false, 0}));
    }

    void everyFigureHasItsExactText()
    {
        for (const TradeColumn &each : tradeColumns())
            QVERIFY2(bool(each.exact) == isNumber(each), qPrintable(each.id));
        Report report = completeTrade();
        report.exchange1FeesPaid = Decimal::fromText("0.123456789012345678901");
        report.exchange2FeesPaid = Decimal::fromText("0.1");
        report.expectedProfitability = 0.00551234567890123;
        report.order1Latency = 0.1234567;
        report.quantity1 = *Decimal::fromText("3");
        report.executedQuantity1 = *Decimal::fromText("1");
        const auto trade = sampleTrade(report);
        const auto exact = [&trade](const char *id) { return column(id).exact(*trade); };
        QCOMPARE(column("fees").text(*trade, {}), QStringLiteral("0.2235"));
        QCOMPARE(exact("fees"), QStringLiteral("0.223456789012345678901"));
        QCOMPARE(exact("expected"), QStringLiteral("0.551234567890123"));
        QCOMPARE(exact("latency_1"), QStringLiteral("123.4567"));
        QVERIFY2(exact("fill_ratio_1").startsWith(u"33.3333333333333333333333333"), qPrintable(exact("fill_ratio_1")));
        QCOMPARE(exact("exchange_2_fok_attempts"), QStringLiteral("1"));
        QCOMPARE(column("net").exact(*sampleTrade(oneLeggedTrade())), unknownText());
        QCOMPARE(column("net").exact(*sampleTrade("no report", "x")), unknownText());
        const QByteArray digits(1000, '7'); // a cell ends before that
        report.quantity1 = *Decimal::fromText(digits.toStdString());
        QCOMPARE(column("quantity_1").exact(*sampleTrade(report)), QString::fromLatin1(digits));
        QVERIFY(column("quantity_1").text(*sampleTrade(report), {}).size() < 400);
    }

    void amountsNameWhatTheyCount()
    {
        const auto trade = sampleTrade(completeTrade());
        QCOMPARE(cellUnit(column("quantity_1"), *trade), QStringLiteral("BTC"));
        QCOMPARE(cellUnit(column("net"), *trade), QStringLiteral("EUR"));
        QCOMPARE(cellUnit(column("executed_price_1"), *trade), QStringLiteral("EUR/BTC"));
        QCOMPARE(cellUnit(column("gap_bps"), *trade), QString()); // its header does
        QCOMPARE(cellUnit(column("pair"), *trade), QString());
        QCOMPARE(cellUnit(column("net"), *sampleTrade(oneLeggedTrade())), QString()); // unknown
    }

    void presets()
    {
        QStringList ids;
        for (const ColumnPreset &preset : shippedPresets()) {
            ids << preset.id;
            QVERIFY(!preset.name.isEmpty());
            QCOMPARE(preset.columns.size(), tradeColumns().size()); // each column once
            QCOMPARE(columnStateFromBytes(columnStateToBytes(preset.columns)), preset.columns); // no unknown one
            for (const ColumnPreset &other : shippedPresets())
                QCOMPARE(showTheSame(preset.columns, other.columns), preset.id == other.id);
        }
        QCOMPARE(ids,
                 QStringList({QStringLiteral("overview"), QStringLiteral("profit"), QStringLiteral("latency"),
                              QStringLiteral("inventory")}));
        QVERIFY(showTheSame(shippedPresets()[0].columns, defaultColumnState()));
    }

    void widthsDoNotMakeAnotherPreset()
    {
        auto state = defaultColumnState();
        state[2].width = 300;
        std::swap(state[30], state[40]); // hidden ones
        QVERIFY(showTheSame(state, defaultColumnState()));
        state[0].frozen = true;
        QVERIFY(!showTheSame(state, defaultColumnState()));
        state[0].frozen = false;
        state[3].frozen = true; // the first one is not, so this is not either
        QVERIFY(showTheSame(state, defaultColumnState()));
        state[4].units = true;
        QVERIFY(!showTheSame(state, defaultColumnState()));
    }

    void ownPresetsSurviveTheSettings()
    {
        auto columns = defaultColumnState();
        columns[1].visible = false;
        columns[0].frozen = true;
        const std::vector<ColumnPreset> own{{QStringLiteral("1"), QStringLiteral("mine, & more;"), columns},
                                            {QStringLiteral("7"), QStringLiteral("other"), defaultColumnState()}};
        const auto read = presetsFromList(presetsToList(own));
        QCOMPARE(read.size(), 2U);
        for (size_t i = 0; i < read.size(); ++i) {
            QCOMPARE(read[i].id, own[i].id);
            QCOMPARE(read[i].name, own[i].name);
            QCOMPARE(read[i].columns, own[i].columns);
        }
        const QStringList odd{QStringLiteral("profit"),
                              QStringLiteral("a"),
                              {},
                              QStringLiteral("2"),
                              {},
                              {},
                              QStringLiteral("3"),
                              QStringLiteral("b"),
                              {},
                              QStringLiteral("3"),
                              QStringLiteral("c"),
                              {},
                              QStringLiteral("4")};
        const auto mended = presetsFromList(odd); // a person may have edited the file
        QCOMPARE(mended.size(), 1U);
        QCOMPARE(mended[0].name, QStringLiteral("b"));
        QCOMPARE(mended[0].columns, defaultColumnState());
    }

    void oddStatesAreMended_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("first");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("clock");
        QTest::newRow("garbage") << QByteArray("\xff\0,;;", 6) << QStringLiteral("clock");
        QTest::newRow("nothing visible") << QByteArray("net,0,1;pair,0,2") << QStringLiteral("clock");
        QTest::newRow("unknown and doubled") << QByteArray("no_such,1,5;net,1,5;net,0,9") << QStringLiteral("net");
        QTest::newRow("odd letters") << QByteArray("net,1,5,fxu;pair,1,5,;clock,1,0,f,u") << QStringLiteral("net");
        QTest::newRow("absurd width") << QByteArray("net,1,99999999999999;pair,1,-5") << QStringLiteral("net");
    }
    void oddStatesAreMended()
    {
        QFETCH(QByteArray, bytes);
        const auto state = columnStateFromBytes(bytes);
        QTEST(state.front().id, "first");
        QVERIFY(state.front().visible);
        QCOMPARE(state.size(), tradeColumns().size());
        for (const ColumnState &each : state)
            QVERIFY(each.width >= 0 && each.width <= 10000);
    }
};

QTEST_GUILESS_MAIN(tst_Columns)
#include "tst_columns.moc"
