// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with a filter, in the window's language: every code, with all that it tells of.
#include "core/analysis/filterparser.h"
#include "ui/text/filterwords.h"
#include "ui/text/translations.h"

#include <QCoreApplication>
#include <QTest>

#include <set>

using namespace arbscope;
using namespace Qt::StringLiterals;

class TestFilterWords : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void inGerman_data();
    void inGerman();
    void everyCodeIsTold();

private:
    std::set<FilterErrorCode> m_told;
};

void TestFilterWords::initTestCase()
{
    const auto unknown = parseFilter(u"clok < 5"_s, QTimeZone::utc());
    QVERIFY(!unknown);
    QCOMPARE(filterWords(unknown.error()), unknown.error().message()); // as long as there is no translation
    installTranslations(*QCoreApplication::instance(), QLocale(QLocale::German));
}

void TestFilterWords::inGerman_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("german");
    const auto row = [](const QString &filter, const char *german) {
        QTest::addRow("%s", qPrintable(filter.left(40))) << filter << QString::fromUtf8(german);
    };
    row(u"quantity_1 == #5"_s, "„#“ bedeutet hier nichts; Text gehört in Anführungszeichen");
    row(u"quantity_1 == 5x"_s, "„5x“ ist weder eine Zahl noch eine Zeit");
    row(u"version == \"2"_s, "diesem Text fehlt das schließende Anführungszeichen");
    row(u"xyzzy_plugh < 0"_s, "es gibt kein Feld und keinen Wert „xyzzy_plugh“");
    row(u"order_1_lat > 0"_s, "es gibt kein Feld und keinen Wert „order_1_lat“; meinten Sie „order_1_latency“?");
    row(u"("_s.repeated(1000) + u"failed"_s, "zu tief verschachtelt");
    row(u""_s, "hier wird ein Feld wie clock oder order_id erwartet, nicht das Ende");
    row(u"clock < )"_s, "hier wird ein Feld wie clock oder order_id erwartet, nicht „)“");
    row(u"failed \"%1 %2\""_s, "hier wird and, or oder das Ende des Filters erwartet, nicht „%1 %2“");
    row(u"failed \"\""_s, "hier wird and, or oder das Ende des Filters erwartet, nicht „“");
    row(u"exchange_1 in {\"Kraken\""_s, "hier wird , oder } erwartet, nicht das Ende");
    row(u"exchange_1 in \"%2\""_s, "hier wird { erwartet, nicht „%2“: in {\"Kraken\", \"Gemini\"}");
    row(u"exchange_1 not 5"_s, "nach not werden in, contains oder matches erwartet, nicht „5“");
    row(u"5"_s + u" )"_s, "nach „5“ wird ein Vergleich wie == oder < erwartet");
    row(u"clock )"_s, "nach „clock“ wird ein Vergleich wie == oder < erwartet, nicht „)“");
    row(u"version contains 5"_s, "hier wird ein Text in Anführungszeichen erwartet, nicht „5“");
    row(u"exchange_1 == 5"_s, "hier wird ein Text in Anführungszeichen erwartet");
    row(u"unit_test == 1"_s, "hier wird true oder false erwartet");
    row(u"quantity_1 == \"5\""_s, "hier wird eine Zahl erwartet");
    row(u"clock == \"5\""_s, "hier wird eine Zeit wie 2021-03-01T12:00Z erwartet, oder Epochensekunden");
    row(u"1 < quantity_1 < 5"_s, "Vergleiche lassen sich nicht aneinanderreihen; verbinden Sie zwei mit and");
    row(u"failed == true"_s, "„failed“ ist ein Ausgang; schreiben Sie outcome == \"failed\"");
    row(u"exchange_1 == Kraken"_s, "Text gehört in Anführungszeichen: \"Kraken\"");
    row(u"clock == null"_s, "schreiben Sie „is null“ oder „is not null“");
    row(u"1 < 2"_s, "eine Seite muss ein Feld oder ein abgeleiteter Wert sein");
    row(u"exchange_1 < clock"_s, "„exchange_1“ ist ein Text, „clock“ ist eine Zeit: das lässt sich nicht vergleichen");
    row(u"gap_bps < one_legged"_s,
        "„gap_bps“ ist eine Zahl, „one_legged“ ist ja oder nein: das lässt sich nicht vergleichen");
    row(u"clock contains \"1\""_s, "contains und matches gibt es nur für Texte, und dies ist eine Zeit");
    row(u"version matches \"(\""_s, "kein regulärer Ausdruck: schließende Klammer fehlt");
    row(u"clock >= 2021-02-30"_s, "diese Zeit gibt es nicht; schreiben Sie 2021-03-01 oder 2021-03-01T12:00:00Z");
    row(u"quantity_1 < 1e99999999999999999999999"_s, "diese Zahl ist zu groß oder zu klein");
}

void TestFilterWords::inGerman()
{
    QFETCH(QString, filter);
    const auto parsed = parseFilter(filter, QTimeZone::utc());
    QVERIFY(!parsed);
    QTEST(filterWords(parsed.error()), "german");
    m_told.insert(parsed.error().code);
    for (const FilterErrorArgument &argument : parsed.error().arguments) {
        if (const auto *word = std::get_if<QString>(&argument); word && filter.contains(*word)) {
            QVERIFY(filterWords(parsed.error()).contains(*word));
            QVERIFY(parsed.error().message().contains(*word));
        }
    }
}

void TestFilterWords::everyCodeIsTold()
{
    for (int code = 0; code <= int(FilterErrorCode::OutOfRange); ++code)
        QVERIFY2(m_told.contains(FilterErrorCode(code)), qPrintable(QString::number(code)));
}

QTEST_GUILESS_MAIN(TestFilterWords)
#include "tst_filterwords.moc"
