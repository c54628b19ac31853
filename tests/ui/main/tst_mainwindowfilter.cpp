// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Filtering the list of the real window by keys and mouse.
#include "core/analysis/filterparser.h"
#include "tests/support/naivefilter.h"
#include "tests/support/oddtexts.h"
#include "tests/ui/main/windowfixture.h"
#include "ui/list/tradelist.h"
#include "ui/settings/keys.h"

#include <QAction>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTest>
#include <QToolButton>

using namespace arbscope;
using namespace arbscope::test;
using namespace Qt::StringLiterals;

class TestMainWindowFilter : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_store = std::make_unique<LiveStore>(); }
    void init();
    void showsWhatMatches_data();
    void showsWhatMatches();
    void typingInTheListBegins();
    void errorsLeaveTheList();
    void hidesAll();
    void quickButtonsAndHistory();
    void undoAndRedo();
    void daysAreThoseOfTheZone();
    void newTradesAreFiltered();
    void keepsTheSelectedTrade();
    void otherServerIsFilteredToo();
    void exportsWhatIsShown();

private:
    static QByteArray idOf(std::size_t i) { return "id-" + QByteArray::number(qsizetype(i)).rightJustified(6, '0'); }
    void put(const QByteArray &server, std::size_t from, std::size_t to)
    {
        for (std::size_t i = from; i < to; ++i)
            m_store->put(server, idOf(i), QByteArray::fromStdString(m_texts[i % m_texts.size()]),
                         1'600'000'000 + double(i));
    }
    [[nodiscard]] QByteArrayList matching(const QString &text, std::size_t count,
                                          const QTimeZone &zone = QTimeZone::utc()) const
    {
        const auto filter = parseFilter(text, zone);
        QByteArrayList ids;
        for (std::size_t i = count; i > 0; --i) { // newest first
            if (isTrueOf(**filter, readReport(m_texts[(i - 1) % m_texts.size()])))
                ids += idOf(i - 1);
        }
        return ids;
    }
    static QLineEdit *line(WindowFixture &fixture) { return fixture.child<QLineEdit>("filterLine"); }
    static void type(WindowFixture &fixture, const QString &text)
    {
        QTest::keyClick(fixture.child<QWidget>("tradeList"), Qt::Key_Slash, Qt::ControlModifier);
        QVERIFY(line(fixture)->hasFocus());
        QTest::keyClicks(line(fixture), text + u' '); // nothing to complete after a blank
        QTest::keyClick(line(fixture), Qt::Key_Return);
    }
    void open(WindowFixture &fixture, int rows) const
    {
        fixture.open(m_store->url());
        QTRY_COMPARE(fixture.trades()->rowCount(), rows);
        QTRY_VERIFY(!fixture.orderId(0).isEmpty());
    }

    std::unique_ptr<LiveStore> m_store;
    std::vector<std::string> m_texts = oddTexts(500, 41);
};

void TestMainWindowFilter::init()
{
    m_store->clear();
    put("s", 0, 1200);
}

void TestMainWindowFilter::showsWhatMatches_data()
{
    QTest::addColumn<QString>("filter");
    for (const char *filter : {"failed", "net < 0 and order_1_latency > 0.2", "verdict == \"invalid\"",
                               "order_2_data contains \"nsufficient\"", "insufficient", "slippage_2_bps > 3.5"})
        QTest::addRow("%s", filter) << QString::fromLatin1(filter);
}

void TestMainWindowFilter::showsWhatMatches()
{
    QFETCH(QString, filter);
    const QByteArrayList expected = matching(filter, 1200);
    QVERIFY(!expected.isEmpty());
    WindowFixture fixture;
    open(fixture, 1200);
    type(fixture, filter);
    QTRY_COMPARE(fixture.trades()->rowCount(), int(expected.size()));
    for (int row = 0; row < std::min<int>(20, int(expected.size())); ++row)
        QTRY_COMPARE(fixture.orderId(row), expected[row]);
    QVERIFY(fixture.child<QWidget>("tradeList")->hasFocus());
    fixture.trigger("clearFilterAction");
    QTRY_COMPARE(fixture.trades()->rowCount(), 1200);
    QVERIFY(line(fixture)->text().isEmpty());
}

void TestMainWindowFilter::typingInTheListBegins()
{
    WindowFixture fixture;
    open(fixture, 1200);
    fixture.child<QWidget>("tradeList")->setFocus();
    QTest::keyClick(fixture.child<QWidget>("tradeList"), Qt::Key_F);
    QCOMPARE(line(fixture)->text(), u"f");
    QVERIFY(line(fixture)->hasFocus());
    QTest::keyClicks(line(fixture), u"ailed"_s);
    QTest::keyClick(line(fixture), Qt::Key_Escape);
    QTest::keyClick(line(fixture), Qt::Key_Escape); // the first one may have closed the completion
    QTRY_VERIFY(fixture.child<QWidget>("tradeList")->hasFocus());
    QCOMPARE(fixture.trades()->rowCount(), 1200);
}

void TestMainWindowFilter::errorsLeaveTheList()
{
    WindowFixture fixture;
    open(fixture, 1200);
    type(fixture, u"clok > 5"_s);
    const auto *note = fixture.child<QLabel>("filterNote");
    QVERIFY(note->isVisible());
    QCOMPARE(note->text(), u"At clok: there is no member or value “clok”; did you mean “clock”?");
    QCOMPARE(note->textFormat(), Qt::PlainText);
    QCOMPARE(fixture.trades()->rowCount(), 1200);
    QVERIFY(line(fixture)->hasFocus());
    line(fixture)->clear();
    QVERIFY(!note->isVisible());
}

void TestMainWindowFilter::hidesAll()
{
    WindowFixture fixture;
    open(fixture, 1200);
    type(fixture, u"asset_1 == \"none\""_s);
    QTRY_VERIFY(fixture.message().startsWith(u"0 of 1,200 trades match"_s));
    m_store->create(sampleReports(QStringLiteral("s"), 1201)); // one more, which it hides, too
    fixture.trigger("refreshAction");
    QTRY_COMPARE(fixture.message(), u"0 of 1,201 trades match the filter");
    QCOMPARE(fixture.child<QLabel>("countsLabel")->text(), u"1,201 trades · 0 shown");
    fixture.trigger("clearFilterAction");
    QTRY_COMPARE(fixture.trades()->rowCount(), 1201);
    QTRY_VERIFY(fixture.message().isEmpty());
}

void TestMainWindowFilter::quickButtonsAndHistory()
{
    WindowFixture fixture;
    open(fixture, 1200);
    auto *failed = fixture.child<QToolButton>("filterFailed");
    QTest::mouseClick(failed, Qt::LeftButton);
    QTRY_COMPARE(fixture.trades()->rowCount(), int(matching(u"failed"_s, 1200).size()));
    QCOMPARE(line(fixture)->text(), u"failed");
    QVERIFY(failed->isChecked());
    line(fixture)->insert(u" "_s); // while it is written the button says nothing
    QVERIFY(!failed->isChecked());
    QTest::keyClick(line(fixture), Qt::Key_Backspace);
    QVERIFY(failed->isChecked());
    QTest::mouseClick(failed, Qt::LeftButton); // once more: all
    QTRY_COMPARE(fixture.trades()->rowCount(), 1200);
    QVERIFY(!failed->isChecked());
    auto *history = fixture.child<QToolButton>("filterHistory");
    QVERIFY(history->isEnabled());
    QCOMPARE(history->menu()->actions().size(), 1);
    history->menu()->actions().front()->trigger();
    QTRY_COMPARE(fixture.trades()->rowCount(), int(matching(u"failed"_s, 1200).size()));
}

void TestMainWindowFilter::undoAndRedo()
{
    WindowFixture fixture;
    open(fixture, 1200);
    const auto isUndone = [&] { return !fixture.child<QAction>("undoFilterAction")->isEnabled(); };
    QVERIFY(isUndone());
    type(fixture, u"failed or net < 0"_s);
    type(fixture, u"succeeded"_s);
    QTRY_COMPARE(fixture.trades()->rowCount(), int(matching(u"succeeded"_s, 1200).size()));
    QTest::keyClick(fixture.child<QWidget>("tradeList"), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(line(fixture)->text(), u"failed or net < 0 ");
    QTRY_COMPARE(fixture.trades()->rowCount(), int(matching(u"failed or net < 0"_s, 1200).size()));
    fixture.trigger("undoFilterAction");
    QVERIFY(line(fixture)->text().isEmpty() && isUndone());
    QTRY_COMPARE(fixture.trades()->rowCount(), 1200);
    fixture.trigger("redoFilterAction");
    QTest::keyClick(fixture.child<QWidget>("tradeList"), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(line(fixture)->text(), u"succeeded ");
    QVERIFY(!fixture.child<QAction>("redoFilterAction")->isEnabled());
    fixture.trigger("undoFilterAction");
    QTRY_COMPARE(fixture.trades()->rowCount(), int(matching(u"failed or net < 0"_s, 1200).size()));
    line(fixture)->setText(u"failed "_s); // ends the way forth
    QTest::keyClick(line(fixture), Qt::Key_Return);
    QVERIFY(!fixture.child<QAction>("redoFilterAction")->isEnabled());
    fixture.trigger("clearFilterAction");
    fixture.trigger("undoFilterAction");
    QCOMPARE(line(fixture)->text(), u"failed ");
}

void TestMainWindowFilter::daysAreThoseOfTheZone()
{
    const QTimeZone tokyo("Asia/Tokyo");
    QString filter;
    for (const std::string &text : m_texts) {
        const auto report = readReport(text).report;
        if (!report || report->clock < 1'000'000'000 || report->clock > 3'000'000'000)
            continue;
        filter
            = u"clock < "_s + QDateTime::fromSecsSinceEpoch(qint64(report->clock)).toUTC().date().toString(Qt::ISODate);
        if (matching(filter, 1200, tokyo) != matching(filter, 1200))
            break;
    }
    const QByteArrayList inTokyo = matching(filter, 1200, tokyo);
    const QByteArrayList inUtc = matching(filter, 1200);
    QVERIFY(inTokyo.size() < inUtc.size()); // the day begins there first

    WindowFixture fixture;
    fixture.settings().setValue(keys::ZoneKind, TimeZoneKind::Named);
    fixture.settings().setValue(keys::ZoneName, tokyo.id());
    fixture.reopen();
    open(fixture, 1200);
    type(fixture, filter);
    QTRY_COMPARE(fixture.trades()->rowCount(), int(inTokyo.size()));
    fixture.trigger("utcAction");
    QTRY_COMPARE(fixture.trades()->rowCount(), int(inUtc.size()));
    QCOMPARE(line(fixture)->text().trimmed(), filter);
    fixture.trigger("undoFilterAction"); // the zone was no filter of its own
    QTRY_COMPARE(fixture.trades()->rowCount(), 1200);
}

void TestMainWindowFilter::newTradesAreFiltered()
{
    WindowFixture fixture;
    open(fixture, 1200);
    type(fixture, u"succeeded"_s);
    QTRY_COMPARE(fixture.trades()->rowCount(), int(matching(u"succeeded"_s, 1200).size()));
    put("s", 1200, 1300);
    const QByteArrayList expected = matching(u"succeeded"_s, 1300);
    QTRY_COMPARE(fixture.trades()->rowCount(), int(expected.size()));
    QTRY_COMPARE(fixture.orderId(0), expected.front());
}

void TestMainWindowFilter::keepsTheSelectedTrade()
{
    WindowFixture fixture;
    open(fixture, 1200);
    const QByteArrayList expected = matching(u"failed"_s, 1200);
    auto *list = fixture.child<TradeList>("tradeList");
    const int row = 1199 - expected[5].mid(3).toInt();
    list->goToRow(row);
    QTRY_COMPARE(fixture.orderId(row), expected[5]);
    type(fixture, u"failed"_s);
    QTRY_COMPARE(fixture.trades()->rowCount(), int(expected.size()));
    QTRY_COMPARE(fixture.orderId(list->currentIndex().row()), expected[5]);
    QVERIFY(list->selectionModel()->isRowSelected(list->currentIndex().row()));
}

void TestMainWindowFilter::otherServerIsFilteredToo()
{
    put("t", 0, 300);
    WindowFixture fixture;
    fixture.open(m_store->url());
    fixture.window().showServer("s");
    QTRY_COMPARE(fixture.trades()->rowCount(), 1200);
    type(fixture, u"failed"_s);
    QTRY_COMPARE(fixture.trades()->rowCount(), int(matching(u"failed"_s, 1200).size()));
    fixture.window().showServer("t");
    QTRY_COMPARE(fixture.trades()->rowCount(), int(matching(u"failed"_s, 300).size()));
}

void TestMainWindowFilter::exportsWhatIsShown()
{
    WindowFixture fixture;
    open(fixture, 1200);
    const QString filter = u"verdict == \"valid\" and failed"_s;
    type(fixture, filter);
    const qsizetype expected = matching(filter, 1200).size();
    QTRY_COMPARE(fixture.trades()->rowCount(), int(expected));
    fixture.trigger("exportAction");
    QTRY_VERIFY(fixture.banner("noticeBanner").contains(u"Export of %1 trades in"_s.arg(expected)));
    QCOMPARE(QDir(fixture.folder()).entryList({u"*.csv"_s}).size(), 1);
}

QTEST_MAIN(TestMainWindowFilter)
#include "tst_mainwindowfilter.moc"
