// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/decimalpoints.h"
#include "ui/theme/theme.h"

#include <QGuiApplication>
#include <QTest>

using namespace arbscope;
using namespace Qt::StringLiterals;

class tst_DecimalPoints : public QObject
{
    Q_OBJECT

    QFontMetrics m_metrics{numberFont(QGuiApplication::font())};

    int widthOf(const QString &text) const { return m_metrics.horizontalAdvance(text); }
    /// Where the point of a placed figure is, or would be.
    int pointOf(const DecimalPoints::Place &place) const
    {
        return place.left + widthOf(DecimalPoints::split(place.text).head.toString());
    }

private slots:
    void splits_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("head");
        QTest::addColumn<QString>("tail");
        QTest::newRow("plain") << u"12.50"_s << u"12"_s << u".50"_s;
        QTest::newRow("negative") << u"-0.5"_s << u"-0"_s << u".5"_s;
        QTest::newRow("whole") << u"17"_s << u"17"_s << QString();
        QTest::newRow("exponent") << u"1E-30"_s << u"1"_s << u"E-30"_s;
        QTest::newRow("both") << u"1.5e+7"_s << u"1"_s << u".5e+7"_s;
        QTest::newRow("unknown") << u"–"_s << u"–"_s << QString();
        QTest::newRow("no number") << u"NaN"_s << u"NaN"_s << QString();
        QTest::newRow("infinite") << u"-Infinity"_s << u"-Infinity"_s << QString();
        QTest::newRow("nothing") << QString() << QString() << QString();
        QTest::newRow("sign alone") << u"-"_s << u"-"_s << QString();
    }
    void splits()
    {
        QFETCH(QString, text);
        const DecimalPoints::Parts parts = DecimalPoints::split(text);
        QTEST(parts.head.toString(), "head");
        QTEST(parts.tail.toString(), "tail");
    }

    void pointsStandOneUnderAnother()
    {
        const QStringList figures{u"1.5"_s, u"-1234.25"_s, u"0.00000012"_s, u"7"_s, u"12E+3"_s, u"3.1E-9"_s, u"–"_s};
        DecimalPoints points;
        for (const QString &figure : figures)
            points.see(3, figure, {}, m_metrics);
        const int width = points.width(3) + 40;
        const int point = pointOf(points.place(3, figures.front(), 10, width, m_metrics));
        int right = 0;
        for (const QString &figure : figures) {
            const auto place = points.place(3, figure, 10, width, m_metrics);
            QCOMPARE(place.text, figure); // all of it
            QCOMPARE(pointOf(place), point);
            right = std::max(right, place.left + widthOf(place.text));
        }
        QCOMPARE(right, 10 + width); // at the cell's right
        // Another column does not mind.
        QCOMPARE(points.width(4), 0);
    }

    void tellsWhenThereIsMoreRoom()
    {
        DecimalPoints points;
        QVERIFY(!points.takeGrowth());
        points.see(1, u"1.25", {}, m_metrics);
        QVERIFY(points.takeGrowth());
        points.see(1, u"7.5", {}, m_metrics);
        QVERIFY(!points.takeGrowth());
        points.see(1, u"7.125", {}, m_metrics);
        QVERIFY(points.takeGrowth());
        points.forget();
        QCOMPARE(points.width(1), 0);
    }

    void veryManyDigitsDoNotTakeAllTheRoom()
    {
        const QString third = u"0."_s + QString(50, u'3');
        DecimalPoints points;
        points.see(1, third, {}, m_metrics);
        QVERIFY(points.width(1) < widthOf(u"0."_s + QString(20, u'3')));
        const auto place = points.place(1, third, 0, points.width(1), m_metrics);
        QVERIFY2(place.text.startsWith(u"0.3333") && place.text.endsWith(u'…'), qPrintable(place.text));
        QVERIFY(widthOf(place.text) <= points.width(1));
        // The person who has room for it sees it.
        QCOMPARE(points.place(1, third, 0, widthOf(third) * 2, m_metrics).text.at(0), u'0');
        const QString head(60, u'9');
        points.see(2, head, {}, m_metrics);
        QVERIFY(points.width(2) < widthOf(head) / 2);
    }

    void anExponentIsNeverCutOff_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {10, 20, 35, 50, 60, 80, 100, 120, 200})
            QTest::addRow("%d", width) << width;
    }
    void anExponentIsNeverCutOff()
    {
        QFETCH(int, width);
        const QString tiny = u"1.234567890123456789E-17"_s;
        DecimalPoints points;
        points.see(1, tiny, {}, m_metrics);
        const auto place = points.place(1, tiny, 0, width, m_metrics);
        QVERIFY2(place.text.endsWith(u"E-17") || place.text == u"…", qPrintable(place.text));
        QVERIFY(place.left >= 0);
        QVERIFY(place.text == u"…" || widthOf(place.text) <= width);
    }

    void whatIsCutSaysSo_data() { anExponentIsNeverCutOff_data(); }
    void whatIsCutSaysSo()
    {
        QFETCH(int, width);
        DecimalPoints points;
        for (const QString &figure : {u"12345.678"_s, u"-1.5"_s, u"123456789"_s, u"0.25"_s}) {
            points.see(1, figure, {}, m_metrics);
            const auto place = points.place(1, figure, 5, width, m_metrics);
            QVERIFY2(place.text == figure || place.text.contains(u'…'), qPrintable(place.text));
            QVERIFY(place.left >= 5);
        }
    }

    void unitsStandBehindTheFigures()
    {
        DecimalPoints points;
        points.see(1, u"1.25", u"BTC"_s, m_metrics);
        points.see(1, u"-17.5", u"EUR/BTC"_s, m_metrics);
        const int width = points.width(1);
        const auto one = points.place(1, u"1.25", 0, width, m_metrics);
        const auto two = points.place(1, u"-17.5", 0, width, m_metrics);
        QCOMPARE(pointOf(one), pointOf(two));
        QCOMPARE(one.unitLeft, two.unitLeft);
        QVERIFY(one.unitLeft >= one.left + widthOf(one.text) + DecimalPoints::UnitSpace);
        QCOMPARE(one.unitLeft + widthOf(u"EUR/BTC"_s), width);
        // Where there is room for one of them only, it is the figure.
        const auto narrow = points.place(1, u"1.25", 0, widthOf(u"-17.25"_s), m_metrics);
        QCOMPARE(narrow.unitLeft, -1);
        QCOMPARE(narrow.text, u"1.25"_s);
    }
};

QTEST_MAIN(tst_DecimalPoints)
#include "tst_decimalpoints.moc"
