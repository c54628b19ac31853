// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The problems dock: checking, going to what was found, mending.
#include "tests/support/rediscli.h"
#include "tests/ui/main/windowfixture.h"
#include "ui/list/tradelist.h"
#include "ui/problems/findingsmodel.h"
#include "ui/tasks/taskstrip.h"

#include <QAction>
#include <QClipboard>
#include <QDialog>
#include <QDockWidget>
#include <QGuiApplication>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

#include <csignal>

using namespace arbscope;
using namespace arbscope::test;

class TestMainWindowProblems : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_store = std::make_unique<LiveStore>(); }
    void init();
    void nothingIsWrong();
    void findingsAreListedAndLeadToTheirTrades();
    void readOnlyStoreIsNotRepaired();
    void repairAsksFirst();
    void repairIsConfirmed();
    void repairThatFailsSaysWhy_data();
    void repairThatFailsSaysWhy();
    void canBeCancelled();
    void writableStoreSaysSo();

private:
    /// Two reports beside the index, one index entry without report, one in the wrong place.
    void spoil();
    void openAndCheck(WindowFixture &fixture, bool writable, const char *button = "checkAll");
    static QString note(const WindowFixture &fixture) { return fixture.child<QLabel>("checkNote")->text(); }
    static QStringList kinds(const WindowFixture &fixture)
    {
        const auto *model = fixture.child<QTreeView>("problemsView")->model();
        QStringList kinds;
        for (int row = 0; row < model->rowCount(); ++row)
            kinds << model->index(row, 0).data().toString() + u" " + model->index(row, 2).data().toString();
        kinds.sort();
        return kinds;
    }

    std::unique_ptr<LiveStore> m_store;
};

void TestMainWindowProblems::init()
{
    m_store->clear();
    m_store->create(sampleReports(QStringLiteral("alpha"), 50));
    m_store->create(sampleReports(QStringLiteral("beta"), 20, 1'500'000'000));
}

void TestMainWindowProblems::spoil()
{
    redisCli(m_store->url(), {"ZREM", "execution_report_sorted:alpha", "id-000010", "id-000020"});
    redisCli(m_store->url(), {"ZADD", "execution_report_sorted:beta", "1500000100", "lost"});
    redisCli(m_store->url(), {"ZADD", "execution_report_sorted:beta", "1500000200", "id-000003"});
    m_store->put("beta", "broken", "{}", 1'500'000'050);
}

void TestMainWindowProblems::openAndCheck(WindowFixture &fixture, bool writable, const char *button)
{
    StoreTarget target{m_store->url(), {}};
    target.options.writable = writable;
    fixture.window().storeFlow().open(target);
    QTRY_VERIFY(!fixture.orderId(0).isEmpty());
    fixture.child<QDockWidget>("problemsDock")->raise();
    QTRY_VERIFY(fixture.child<QPushButton>(button)->isVisible());
    fixture.child<QPushButton>(button)->click();
    QTRY_VERIFY(note(fixture).contains(u"Reports looked at"));
}

void TestMainWindowProblems::nothingIsWrong()
{
    WindowFixture fixture;
    openAndCheck(fixture, false);
    QCOMPARE(note(fixture), u"No problems. Reports looked at: 70. Servers: 2.");
    QCOMPARE(kinds(fixture), QStringList());
    QVERIFY(!fixture.child<QPushButton>("repair")->isVisible());
    QCOMPARE(fixture.child<TaskStrip>("taskStrip")->count(), 0);
    fixture.trigger("checkStoreAction"); // again, by the menu
    QTRY_VERIFY(note(fixture).startsWith(u"Checking"));
    QTRY_VERIFY(note(fixture).startsWith(u"No problems"));
}

void TestMainWindowProblems::findingsAreListedAndLeadToTheirTrades()
{
    spoil();
    WindowFixture fixture;
    openAndCheck(fixture, false);
    QCOMPARE(kinds(fixture),
             (QStringList{QStringLiteral("No report lost"), QStringLiteral("Not in the index id-000010"),
                          QStringLiteral("Not in the index id-000020"), QStringLiteral("Unreadable broken"),
                          QStringLiteral("Wrong place in the index id-000003")}));
    QCOMPARE(note(fixture), u"Problems: 5. Reports looked at: 71. Servers: 2.");

    auto *view = fixture.child<QTreeView>("problemsView");
    auto *list = fixture.child<TradeList>("tradeList");
    for (const char *id : {"lost", "id-000020", "broken", "id-000003"}) { // on both servers, in the index and beside it
        const auto hits = view->model()->match(view->model()->index(0, FindingsModel::OrderIdColumn), Qt::DisplayRole,
                                               QString::fromLatin1(id));
        QCOMPARE(hits.size(), 1);
        view->scrollTo(hits.front());
        const QPoint place = view->visualRect(hits.front()).center();
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, place);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.orderId(list->currentIndex().row()), QByteArray(id), 10000);
    }

    // What is left to a person can be copied.
    const auto *copy = fixture.child<QAction>("copyByHandAction");
    QVERIFY(!copy->isEnabled());
    const auto lost = view->model()->match(view->model()->index(0, FindingsModel::OrderIdColumn), Qt::DisplayRole,
                                           QStringLiteral("lost"));
    view->setCurrentIndex(lost.value(0));
    const QString byHand = QStringLiteral("ZREM execution_report_sorted:beta lost");
    QVERIFY(lost.value(0).siblingAtColumn(FindingsModel::WordsColumn).data().toString().endsWith(byHand));
    fixture.trigger("copyByHandAction");
    QCOMPARE(QGuiApplication::clipboard()->text(), byHand);

    // The shown server alone.
    fixture.window().showServer("alpha");
    fixture.child<QPushButton>("checkServer")->click();
    QTRY_COMPARE(note(fixture), u"Problems: 2. Reports looked at: 50.");
    fixture.trigger("closeAction");
    QCOMPARE(view->model()->rowCount(), 0);
}

void TestMainWindowProblems::readOnlyStoreIsNotRepaired()
{
    spoil();
    WindowFixture fixture;
    openAndCheck(fixture, false);
    QVERIFY(fixture.child<QPushButton>("repair")->isVisible());
    QVERIFY(!fixture.child<QPushButton>("repair")->isEnabled());
    QVERIFY(fixture.child<QPushButton>("repair")->toolTip().contains(u"read-only"));
}

void TestMainWindowProblems::repairAsksFirst()
{
    spoil();
    WindowFixture fixture;
    openAndCheck(fixture, true);
    fixture.child<QPushButton>("repair")->click();
    auto *dialog = fixture.child<QDialog>("repairDialog");
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(dialog->findChild<QLabel *>(QStringLiteral("repairStore"))->text(), m_store->url().display());
    const auto *steps = dialog->findChild<QTreeView *>(QStringLiteral("repairSteps"))->model();
    QCOMPARE(steps->rowCount(), 3);
    QStringList words;
    for (int row = 0; row < 3; ++row) {
        words << steps->index(row, 0).data().toString() + u" " + steps->index(row, 2).data().toString() + u" "
                + steps->index(row, 3).data().toString();
    }
    words.sort();
    QVERIFY2(words.at(0).startsWith(u"Add to the index id-000010 at 2020-09-13 12:26:50.000 (1600000010.0)"),
             qPrintable(words.at(0)));
    QVERIFY2(words.at(2).startsWith(u"Correct the index id-000003 from 2017-07-14 02:43:20.000 (1500000200.0) to "
                                    "2017-07-14 02:40:03.000"),
             qPrintable(words.at(2)));
    QTest::keyClick(dialog, Qt::Key_Return); // Enter changes nothing
    QTRY_VERIFY(!fixture.child<QDialog>("repairDialog"));
    QCOMPARE(redisCli(m_store->url(), {"ZCARD", "execution_report_sorted:alpha"}).trimmed(), "48");
}

void TestMainWindowProblems::repairIsConfirmed()
{
    spoil();
    const auto reports = [this] {
        QByteArrayList lines = redisCli(m_store->url(), {"HGETALL", "execution_report:beta"}).split('\n');
        std::ranges::sort(lines);
        return lines;
    };
    const QByteArrayList before = reports();
    WindowFixture fixture;
    openAndCheck(fixture, true);
    fixture.child<QPushButton>("repair")->click();
    auto *dialog = fixture.child<QDialog>("repairDialog");
    auto *make = dialog->findChild<QPushButton *>(QStringLiteral("makeChanges"));
    QCOMPARE(make->text(), u"Make 3 changes");
    make->click();
    QTRY_COMPARE(note(fixture), u"Changes made: 3. Problems: 2. Reports looked at: 71. Servers: 2.");
    QCOMPARE(kinds(fixture), (QStringList{QStringLiteral("No report lost"), QStringLiteral("Unreadable broken")}));
    QVERIFY(!fixture.child<QPushButton>("repair")->isVisible()); // nothing is left that it may do
    QCOMPARE(redisCli(m_store->url(), {"ZCARD", "execution_report_sorted:alpha"}).trimmed(), "50");
    QCOMPARE(redisCli(m_store->url(), {"ZSCORE", "execution_report_sorted:beta", "id-000003"}).trimmed(), "1500000003");
    QCOMPARE(reports(), before); // reports are never touched
    QTRY_COMPARE(fixture.trades()->rowCount(), 50); // and the list shows it
}

void TestMainWindowProblems::repairThatFailsSaysWhy_data()
{
    QTest::addColumn<QByteArrayList>("begin");
    QTest::addColumn<QByteArrayList>("end");
    QTest::addColumn<QString>("words");
    QTest::newRow("out of memory") << QByteArrayList{"CONFIG", "SET", "maxmemory", "1"}
                                   << QByteArrayList{"CONFIG", "SET", "maxmemory", "0"}
                                   << QStringLiteral("run out of memory");
    QTest::newRow("read-only replica") << QByteArrayList{"REPLICAOF", "127.0.0.1", "1"}
                                       << QByteArrayList{"REPLICAOF", "NO", "ONE"}
                                       << QStringLiteral("can only be read");
    QTest::newRow("permission taken") << QByteArrayList{"ACL", "SETUSER", "default", "-zadd"}
                                      << QByteArrayList{"ACL", "SETUSER", "default", "+zadd"}
                                      << QStringLiteral("has no permission to use ZADD");
}

void TestMainWindowProblems::repairThatFailsSaysWhy()
{
    QFETCH(const QByteArrayList, begin);
    QFETCH(const QByteArrayList, end);
    QFETCH(const QString, words);
    spoil();
    WindowFixture fixture;
    openAndCheck(fixture, true);
    const auto repair = [&fixture] {
        fixture.child<QPushButton>("repair")->click();
        fixture.child<QDialog>("repairDialog")->findChild<QPushButton *>(QStringLiteral("makeChanges"))->click();
    };
    redisCli(m_store->url(), begin);
    repair();
    QTRY_VERIFY2(note(fixture).startsWith(u"Changes made: 0. "), qPrintable(note(fixture)));
    QVERIFY2(note(fixture).contains(words), qPrintable(note(fixture)));
    QCOMPARE(redisCli(m_store->url(), {"ZCARD", "execution_report_sorted:alpha"}), "48");
    redisCli(m_store->url(), end);
    fixture.child<QPushButton>("checkAll")->click();
    QTRY_VERIFY(note(fixture).contains(u"Reports looked at"));
    repair();
    QTRY_VERIFY2(note(fixture).startsWith(u"Changes made: 3. "), qPrintable(note(fixture)));
}

void TestMainWindowProblems::canBeCancelled()
{
    WindowFixture fixture;
    fixture.open(m_store->url());
    QTRY_VERIFY(!fixture.orderId(0).isEmpty());
    auto *strip = fixture.child<TaskStrip>("taskStrip");
    kill(pid_t(m_store->processId()), SIGSTOP); // the store does not answer
    fixture.trigger("checkStoreAction");
    QTRY_COMPARE(strip->count(), 1);
    QVERIFY(!fixture.child<QPushButton>("checkAll")->isEnabled());
    QTest::mouseClick(strip->findChild<QToolButton *>(QStringLiteral("taskCancel")), Qt::LeftButton);
    QTRY_VERIFY(note(fixture).startsWith(u"The check was cancelled."));
    kill(pid_t(m_store->processId()), SIGCONT);
    QCOMPARE(strip->count(), 0);
    QVERIFY(fixture.child<QPushButton>("checkAll")->isEnabled());
}

void TestMainWindowProblems::writableStoreSaysSo()
{
    WindowFixture fixture;
    fixture.open(m_store->url());
    QTRY_VERIFY(!fixture.orderId(0).isEmpty());
    fixture.window().showServer("beta");
    QTRY_COMPARE(fixture.trades()->rowCount(), 20);
    const auto *label = fixture.child<QLabel>("readOnlyLabel");
    QCOMPARE(label->text(), u"Read-only");
    fixture.trigger("allowWritingAction");
    auto *box = fixture.child<QMessageBox>("writingBox");
    QVERIFY(box);
    QVERIFY(box->informativeText().contains(m_store->url().display()));
    QTest::keyClick(box, Qt::Key_Return); // Enter changes nothing
    QTRY_VERIFY(!fixture.child<QMessageBox>("writingBox"));
    QVERIFY(!fixture.child<QAction>("allowWritingAction")->isChecked());

    fixture.trigger("allowWritingAction");
    box = fixture.child<QMessageBox>("writingBox");
    for (QAbstractButton *button : box->buttons()) {
        if (box->buttonRole(button) == QMessageBox::AcceptRole)
            button->click();
    }
    QTRY_COMPARE(label->text(), u"Writing allowed");
    QVERIFY(fixture.window().windowTitle().endsWith(u"writing allowed"));
    QTRY_COMPARE(fixture.trades()->rowCount(), 20); // the same server
    QVERIFY(fixture.child<QAction>("allowWritingAction")->isChecked());
    fixture.trigger("allowWritingAction"); // back without a question
    QTRY_COMPARE(label->text(), u"Read-only");
    QVERIFY(!fixture.window().windowTitle().contains(u"writing"));
    fixture.reopen(); // and never remembered
    QVERIFY(fixture.window().storeFlow().openLast());
    QTRY_COMPARE(fixture.child<QLabel>("readOnlyLabel")->text(), u"Read-only");
}

QTEST_MAIN(TestMainWindowProblems)
#include "tst_mainwindowproblems.moc"
