// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Marking trades in the real window, by keys and mouse.
#include "tests/ui/main/windowfixture.h"
#include "ui/list/tradelist.h"
#include "ui/marks/markbook.h"
#include "ui/marks/markgutter.h"
#include "ui/settings/keys.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStatusBar>
#include <QTest>

using namespace arbscope;
using namespace arbscope::test;

class TestMainWindowMarks : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_store = std::make_unique<LiveStore>(); }
    void init();
    void marksBySelectionAndByMouse();
    void marksWhatHasNotBeenRead();
    void writesNotes();
    void goesFromMarkToMark();
    void showsMarkedOnly();
    void exportsMarkedTrades();
    void savesAndOpensMarks();
    void keepsThemForTheNextRun();

private:
    static QString counts(const WindowFixture &fixture) { return fixture.child<QLabel>("countsLabel")->text(); }
    static QString gutterText(const WindowFixture &fixture, int row)
    {
        return fixture.trades()->headerData(row, Qt::Vertical, Qt::AccessibleTextRole).toString();
    }
    static QByteArray current(const WindowFixture &fixture)
    {
        return fixture.orderId(fixture.child<TradeList>("tradeList")->currentIndex().row());
    }
    void openWindow(WindowFixture &fixture) const
    {
        fixture.open(m_store->url());
        QTRY_COMPARE(fixture.trades()->rowCount(), Trades);
        QTRY_COMPARE(fixture.orderId(0), "id-000999");
    }
    /// Goes to a row and marks it there by the key.
    static void markRow(WindowFixture &fixture, int row)
    {
        auto *list = fixture.child<TradeList>("tradeList");
        list->goToRow(row);
        QTRY_VERIFY(!fixture.orderId(row).isEmpty());
        QTest::keyClick(list, Qt::Key_M, Qt::ControlModifier);
    }

    static constexpr int Trades = 1000;
    std::unique_ptr<LiveStore> m_store;
};

void TestMainWindowMarks::init()
{
    m_store->clear();
    m_store->create(sampleReports(QStringLiteral("s"), Trades));
}

void TestMainWindowMarks::marksBySelectionAndByMouse()
{
    WindowFixture fixture;
    openWindow(fixture);
    auto *list = fixture.child<TradeList>("tradeList");
    QTest::keyClick(list, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(list, Qt::Key_M, Qt::ControlModifier);
    QCOMPARE(gutterText(fixture, 0), u"Marked");
    QCOMPARE(gutterText(fixture, 1), u"Marked");
    QCOMPARE(gutterText(fixture, 2), QString());
    QVERIFY2(counts(fixture).endsWith(u"2 marked"), qPrintable(counts(fixture)));
    // One of both is not marked: then all are.
    QTest::keyClick(list, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(list, Qt::Key_M, Qt::ControlModifier);
    QVERIFY(counts(fixture).endsWith(u"3 marked"));
    QTest::keyClick(list, Qt::Key_M, Qt::ControlModifier);
    QVERIFY(!counts(fixture).contains(u"marked"));

    const int y = list->rowViewportPosition(4) + 5;
    QTest::mouseClick(list->gutter().viewport(), Qt::LeftButton, {}, {10, y});
    QCOMPARE(gutterText(fixture, 4), u"Marked");
    QVERIFY(list->model()->index(4, 0).data(Qt::ToolTipRole).toString().contains(u"Marked"));
    // It belongs to the trade, not to the row.
    fixture.trigger("newestFirstAction");
    list->goToRow(Trades - 1 - 4);
    QTRY_COMPARE(gutterText(fixture, Trades - 1 - 4), u"Marked");
}

void TestMainWindowMarks::marksWhatHasNotBeenRead()
{
    WindowFixture fixture;
    openWindow(fixture);
    auto *list = fixture.child<TradeList>("tradeList");
    list->selectAll();
    QTest::keyClick(list, Qt::Key_M, Qt::ControlModifier);
    QTRY_VERIFY(counts(fixture).endsWith(u"1,000 marked"));
    QTest::keyClick(list, Qt::Key_M, Qt::ControlModifier);
    QTRY_VERIFY(!counts(fixture).contains(u"marked"));
}

void TestMainWindowMarks::writesNotes()
{
    WindowFixture fixture;
    openWindow(fixture);
    auto *list = fixture.child<TradeList>("tradeList");
    auto *note = fixture.child<QLabel>("detailNote");
    QVERIFY(!note->isVisible());
    const auto write = [&](const QString &text) {
        QTest::keyClick(list, Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
        auto *dialog = fixture.child<QInputDialog>("noteDialog");
        QVERIFY(dialog);
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        auto *edit = dialog->findChild<QPlainTextEdit *>();
        edit->selectAll();
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Tab); // no key is caught in it
        QVERIFY(!edit->hasFocus());
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(!fixture.child<QInputDialog>("noteDialog"));
    };
    write(QStringLiteral("<b>why</b> so early?"));
    QTRY_VERIFY(fixture.window().isActiveWindow());
    QTest::keyClick(list, Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    auto *dialog = fixture.child<QInputDialog>("noteDialog");
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    auto *edit = dialog->findChild<QPlainTextEdit *>();
    edit->setPlainText(QStringLiteral("<b>why</b> so late?"));
    QTRY_VERIFY(edit->hasFocus());
    QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!fixture.child<QInputDialog>("noteDialog"));
    QCOMPARE(gutterText(fixture, 0), u"Marked\nNote: <b>why</b> so late?");
    QVERIFY(note->isVisible());
    QCOMPARE(note->text(), gutterText(fixture, 0));
    QVERIFY(list->model()->index(0, 2).data(Qt::ToolTipRole).toString().contains(u"&lt;b&gt;why"));
    QTest::keyClick(list, Qt::Key_Down);
    QTRY_VERIFY(!note->isVisible());
    QTest::keyClick(list, Qt::Key_Up);
    QTRY_VERIFY(note->isVisible());
    // The mark goes, the note stays until it is emptied.
    QTest::keyClick(list, Qt::Key_M, Qt::ControlModifier);
    QCOMPARE(note->text(), u"Note: <b>why</b> so late?");
    write(QStringLiteral(" "));
    QCOMPARE(gutterText(fixture, 0), QString());
    QVERIFY(!note->isVisible());
}

void TestMainWindowMarks::goesFromMarkToMark()
{
    const QByteArray text = *m_store->call({"HGET", "execution_report:s", "id-000000"}).bulk();
    WindowFixture fixture;
    openWindow(fixture);
    auto *list = fixture.child<TradeList>("tradeList");
    for (const int row : {3, 500, 998})
        markRow(fixture, row);
    list->goToRow(0);
    const auto next = [&](Qt::Key key) { QTest::keyClick(list, key, Qt::ControlModifier | Qt::ShiftModifier); };
    next(Qt::Key_N);
    QTRY_COMPARE(list->currentIndex().row(), 3);
    next(Qt::Key_N);
    QTRY_COMPARE(list->currentIndex().row(), 500);
    next(Qt::Key_N);
    QTRY_COMPARE(list->currentIndex().row(), 998);
    next(Qt::Key_N);
    QTRY_COMPARE(list->currentIndex().row(), 3);
    QCOMPARE(fixture.child<QStatusBar>("statusLine")->currentMessage(), u"Last mark: went on at the top");
    next(Qt::Key_B);
    QTRY_COMPARE(list->currentIndex().row(), 998);
    fixture.trigger("newestFirstAction");
    next(Qt::Key_N); // from row 1 in this order
    QTRY_COMPARE(list->currentIndex().row(), 499);
}

void TestMainWindowMarks::showsMarkedOnly()
{
    m_store->put("s", "broken", "no report", 1'600'000'000.5);
    WindowFixture fixture;
    fixture.open(m_store->url());
    QTRY_COMPARE(fixture.trades()->rowCount(), Trades + 1);
    QTRY_COMPARE(fixture.orderId(0), "id-000999");
    auto *list = fixture.child<TradeList>("tradeList");
    for (const int row : {0, 700, 999})
        markRow(fixture, row);
    QCOMPARE(gutterText(fixture, 999), u"Marked");
    fixture.trigger("onlyMarkedAction");
    QTRY_COMPARE(fixture.trades()->rowCount(), 3);
    QTRY_COMPARE(fixture.orderId(2), "broken");
    QCOMPARE(fixture.orderId(0), "id-000999");
    QVERIFY(fixture.child<QAction>("onlyMarkedAction")->isChecked());
    // With a filter: what both leave.
    auto *line = fixture.child<QLineEdit>("filterLine");
    line->setFocus();
    line->setText(QStringLiteral("verdict != \"valid\""));
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_COMPARE(fixture.trades()->rowCount(), 1);
    QTRY_COMPARE(fixture.orderId(0), "broken");
    fixture.trigger("onlyMarkedAction");
    QTRY_COMPARE(fixture.trades()->rowCount(), 1);
    fixture.trigger("clearFilterAction");
    QTRY_COMPARE(fixture.trades()->rowCount(), Trades + 1);
    fixture.trigger("onlyMarkedAction");
    QTRY_COMPARE(fixture.trades()->rowCount(), 3);
    // Unmarking takes a row away, the last one ends it.
    list->selectAll();
    QTRY_COMPARE(list->selectedCount(), 3);
    QTRY_VERIFY(list->isSelectionLoaded());
    QTest::keyClick(list, Qt::Key_M, Qt::ControlModifier);
    QTRY_COMPARE(fixture.trades()->rowCount(), Trades + 1);
    QVERIFY(!fixture.child<QAction>("onlyMarkedAction")->isChecked());
}

void TestMainWindowMarks::exportsMarkedTrades()
{
    m_store->create(sampleReports(QStringLiteral("t"), 5, 1'700'000'000));
    WindowFixture fixture;
    fixture.open(m_store->url());
    QTRY_VERIFY(!fixture.orderId(0).isEmpty());
    fixture.window().showServer("t");
    QTRY_COMPARE(fixture.trades()->rowCount(), 5);
    markRow(fixture, 1);
    fixture.window().showServer("s");
    QTRY_COMPARE(fixture.trades()->rowCount(), Trades);
    QTRY_COMPARE(fixture.orderId(0), "id-000999");
    QVERIFY(!counts(fixture).contains(u"marked"));
    for (const int row : {10, 20, 30, 40})
        markRow(fixture, row);
    fixture.files().path = fixture.folder() + u"/five.csv";
    fixture.trigger("exportMarkedAction");
    QTRY_VERIFY2(fixture.banner("noticeBanner").contains(u"Export of 5 trades"),
                 qPrintable(fixture.banner("noticeBanner")));
    QFile file(fixture.files().path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray csv = file.readAll();
    QCOMPARE(csv.count("\r\n"), 6);
    const QByteArrayList ids{"id-000959", "id-000969", "id-000979", "id-000989", "id-000003"};
    qsizetype at = 0;
    for (const QByteArray &id : ids) { // ascending by clock
        at = csv.indexOf(QByteArray(',' + id + ','), at);
        QVERIFY2(at > 0, id.constData());
    }
}

void TestMainWindowMarks::savesAndOpensMarks()
{
    WindowFixture fixture;
    openWindow(fixture);
    auto *list = fixture.child<TradeList>("tradeList");
    for (const int row : {1, 2})
        markRow(fixture, row);
    for (const QString &name : {QStringLiteral("/m.json"), QStringLiteral("/m.csv")}) {
        fixture.files().path = fixture.folder() + name;
        fixture.settings().setValue(keys::ExportFolder, QDir::rootPath());
        fixture.trigger("exportMarksAction");
        QTRY_VERIFY(QFile::exists(fixture.files().path));
        QCOMPARE(fixture.settings().value(keys::ExportFolder), fixture.folder()); // where opening begins
        list->goToRow(1);
        QTest::keyClick(list, Qt::Key_M, Qt::ControlModifier);
        QVERIFY(counts(fixture).endsWith(u"1 marked"));
        fixture.trigger("importMarksAction");
        QTRY_VERIFY(counts(fixture).endsWith(u"2 marked"));
        QVERIFY2(fixture.banner("noticeBanner").contains(u"Read the marks and notes of 2 trades; new or changed: 1."),
                 qPrintable(fixture.banner("noticeBanner")));
    }
    QFile bad(fixture.folder() + u"/bad.json");
    QVERIFY(bad.open(QIODevice::WriteOnly));
    bad.write("{");
    bad.close();
    fixture.files().path = bad.fileName();
    fixture.trigger("importMarksAction");
    QTRY_VERIFY(fixture.banner("noticeBanner").contains(u"bad.json holds no marks"));
    QVERIFY(counts(fixture).endsWith(u"2 marked"));
}

void TestMainWindowMarks::keepsThemForTheNextRun()
{
    WindowFixture fixture;
    openWindow(fixture);
    markRow(fixture, 2);
    fixture.reopen();
    openWindow(fixture);
    QTRY_COMPARE(gutterText(fixture, 2), u"Marked");
    // The demo's address means nothing to the next run.
    QFile file(fixture.folder() + u"/marks.json");
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    QVERIFY(before.contains(m_store->url().display().toUtf8()));
    fixture.window().storeFlow().openDemo();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.trades()->rowCount() > 0 && fixture.orderId(0) != "id-000999", 30'000);
    QTRY_VERIFY(!fixture.orderId(0).isEmpty());
    markRow(fixture, 0);
    QCOMPARE(gutterText(fixture, 0), u"Marked");
    fixture.reopen();
    file.seek(0);
    QCOMPARE(file.readAll(), before);
}

QTEST_MAIN(TestMainWindowMarks)
#include "tst_mainwindowmarks.moc"
