// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Following a server in the window.
#include "tests/support/processuse.h"
#include "tests/support/rediscli.h"
#include "tests/ui/main/windowfixture.h"
#include "ui/list/tradelist.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <thread>

using namespace arbscope;
using namespace arbscope::test;

class TestMainWindowFollow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_store = std::make_unique<LiveStore>(); }
    void init();
    void newTradesAreInSight_data();
    void newTradesAreInSight();
    void scrollingAwayPauses();
    void outOfOrderTradesLandInTheirPlace();
    void manyAtOnce();
    void thousandsASecondKeepItsSize();
    void asksWhereTheStoreDoesNotTell();
    void otherServerIsFollowedThen();
    void endsWithTheStore();
    void goingOnWhileItLooks();

private:
    void follow(WindowFixture &fixture, const QString &label = QStringLiteral("Following"));
    void createNewest(int count)
    {
        std::vector<Report> reports;
        for (int i = 0; i < count; ++i, ++m_created)
            reports.push_back(
                sampleReport(QStringLiteral("s"), QString::fromLatin1(idOf(m_created)), 1'700'000'000 + m_created));
        m_store->create(reports);
    }
    static QByteArray idOf(int number) { return "new-" + QByteArray::number(number).rightJustified(6, '0'); }
    QByteArray newest() const { return idOf(m_created - 1); }

    std::unique_ptr<LiveStore> m_store;
    int m_created = 0;
};

void TestMainWindowFollow::init()
{
    m_store->clear();
    m_store->create(sampleReports(QStringLiteral("s"), 700));
    m_store->create(sampleReports(QStringLiteral("other"), 300, 1'500'000'000));
    m_created = 0;
}

void TestMainWindowFollow::follow(WindowFixture &fixture, const QString &label)
{
    QTRY_COMPARE(fixture.trades()->rowCount(), 700);
    QTRY_VERIFY(!fixture.orderId(0).isEmpty());
    QTest::keyClick(fixture.child<QWidget>("tradeList"), Qt::Key_E, Qt::ControlModifier);
    QVERIFY(fixture.child<QAction>("followAction")->isChecked());
    QTRY_COMPARE(fixture.child<QLabel>("followLabel")->text(), label);
}

void TestMainWindowFollow::newTradesAreInSight_data()
{
    QTest::addColumn<bool>("newestFirst");
    QTest::newRow("newest first") << true;
    QTest::newRow("oldest first") << false;
}

void TestMainWindowFollow::newTradesAreInSight()
{
    QFETCH(bool, newestFirst);
    const QByteArray text = *m_store->call({"HGET", "execution_report:s", "id-000000"}).bulk();
    m_store->put("s", "beside", text); // a report without place in the index comes below the newest
    WindowFixture fixture;
    fixture.open(m_store->url());
    QTRY_COMPARE(fixture.trades()->rowCount(), 701);
    if (!newestFirst)
        fixture.trigger("newestFirstAction");
    auto *list = fixture.child<TradeList>("tradeList");
    list->goToRow(300);
    QTRY_VERIFY(!fixture.orderId(300).isEmpty());
    const QByteArray current = fixture.orderId(300);
    QTest::keyClick(list, Qt::Key_E, Qt::ControlModifier);
    QVERIFY(list->isNewestInSight());
    QTRY_COMPARE(fixture.child<QLabel>("followLabel")->text(), u"Following");
    for (int i = 0; i < 3; ++i) {
        createNewest(50);
        const int row = newestFirst ? 0 : 700 + 50 * (i + 1) - 1;
        QTRY_COMPARE(fixture.trades()->rowCount(), 701 + 50 * (i + 1));
        QTRY_COMPARE(fixture.orderId(row), newest());
        QVERIFY(list->viewport()->rect().contains(list->visualRect(list->model()->index(row, 0)).center()));
    }
    // What was selected is so still, out of sight.
    const int row = list->currentIndex().row();
    QCOMPARE(row, newestFirst ? 450 : 300);
    QTRY_COMPARE(fixture.orderId(row), current);
    QVERIFY(!fixture.child<QPushButton>("followPill")->isVisible());
}

void TestMainWindowFollow::scrollingAwayPauses()
{
    WindowFixture fixture;
    fixture.open(m_store->url());
    follow(fixture);
    auto *list = fixture.child<TradeList>("tradeList");
    auto *pill = fixture.child<QPushButton>("followPill");
    list->verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepAdd);
    QVERIFY(pill->isVisible());
    QCOMPARE(fixture.child<QLabel>("followLabel")->text(), u"Following paused");
    const int top = list->rowAt(0);
    QTRY_VERIFY(!fixture.orderId(top).isEmpty());
    const QByteArray id = fixture.orderId(top);

    createNewest(30);
    QTRY_COMPARE(pill->text(), u"30 new");
    createNewest(7);
    QTRY_COMPARE(pill->text(), u"37 new");
    QTRY_COMPARE(fixture.orderId(list->rowAt(0)), id); // the place holds

    QTest::mouseClick(pill, Qt::LeftButton);
    QVERIFY(list->isNewestInSight());
    QVERIFY(!pill->isVisible());
    QCOMPARE(fixture.child<QLabel>("followLabel")->text(), u"Following");
    createNewest(1);
    QTRY_COMPARE(fixture.orderId(0), newest());
    QVERIFY(list->isNewestInSight());

    // By keys, and back by scrolling.
    QTest::keyClick(list, Qt::Key_End, Qt::ControlModifier);
    QVERIFY(pill->isVisible());
    list->verticalScrollBar()->setValue(0);
    QVERIFY(!pill->isVisible());
}

void TestMainWindowFollow::outOfOrderTradesLandInTheirPlace()
{
    WindowFixture fixture;
    fixture.open(m_store->url());
    follow(fixture);
    auto *list = fixture.child<TradeList>("tradeList");
    list->goToRow(350);
    QTRY_COMPARE(fixture.orderId(350), "id-000349");
    const int y = list->visualRect(list->currentIndex()).top();
    m_store->create({sampleReport(QStringLiteral("s"), QStringLiteral("late-1"), 1'600'000'600.5),
                     sampleReport(QStringLiteral("s"), QStringLiteral("late-2"), 1'600'000'100.5)});
    QTRY_COMPARE(fixture.trades()->rowCount(), 702);
    QCOMPARE(list->currentIndex().row(), 351);
    QCOMPARE(fixture.orderId(351), "id-000349"); // it did not have to be read again
    QCOMPARE(list->visualRect(list->currentIndex()).top(), y);
    QTRY_COMPARE(fixture.orderId(99), "late-1");
    QTRY_COMPARE(fixture.orderId(600), "late-2");
    QCOMPARE(fixture.child<QPushButton>("followPill")->text(), u"2 new");
}

void TestMainWindowFollow::manyAtOnce()
{
    WindowFixture fixture;
    fixture.open(m_store->url());
    follow(fixture);
    auto *list = fixture.child<TradeList>("tradeList");
    for (int i = 0; i < 10; ++i)
        createNewest(1000);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.trades()->rowCount(), 10'700, 30000);
    QTRY_COMPARE(fixture.orderId(0), newest());
    QVERIFY(list->isNewestInSight());
    QCOMPARE(list->currentIndex().row(), 10'000);
}

void TestMainWindowFollow::thousandsASecondKeepItsSize()
{
    constexpr int Warm = 10'000; // trades after which memory has found its size
    constexpr int All = 60'000;
    WindowFixture fixture;
    fixture.open(m_store->url());
    follow(fixture);
    // As fast as the store takes them, while the window reads.
    std::atomic<bool> failed = false;
    std::jthread bot([&, store = ReportStore(m_store->url(), writableOptions())](const std::stop_token &stop) mutable {
        for (int first = 0; first < All && !stop.stop_requested(); first += 500) {
            std::vector<Report> reports;
            for (int i = first; i < first + 500; ++i)
                reports.push_back(sampleReport(QStringLiteral("s"), QString::fromLatin1(idOf(i)), 1'700'000'000 + i));
            const auto stored = store.createMany(reports);
            failed = failed || !stored || stored->error;
        }
    });
    QTRY_VERIFY_WITH_TIMEOUT(fixture.trades()->rowCount() >= 700 + Warm, 120'000);
    const qint64 warm = residentKilobytes();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.trades()->rowCount(), 700 + All, 240'000);
    bot.join();
    QVERIFY(!failed);
    QTRY_COMPARE(fixture.orderId(0), idOf(All - 1));
    QVERIFY(fixture.child<TradeList>("tradeList")->isNewestInSight());
    const qint64 grown = residentKilobytes() - warm;
    // Their texts alone would be 60 MB; what was seen is remembered by some bytes each, so as to be told once.
    QVERIFY2(grown < allowedGrowth(16'000), qPrintable(QString::number(grown)));
}

void TestMainWindowFollow::asksWhereTheStoreDoesNotTell()
{
    redisCli(m_store->url(),
             {"ACL", "SETUSER", "reader", "on", ">secret", "~execution_report*", "+@read", "+@connection",
              "-client|tracking"});
    RedisUrl url = m_store->url();
    url.user = QStringLiteral("reader");
    url.password = QStringLiteral("secret");
    WindowFixture fixture;
    fixture.open(url);
    follow(fixture, QStringLiteral("Following (asking)"));
    createNewest(2);
    QTRY_COMPARE(fixture.orderId(0), newest());
    QVERIFY(fixture.child<TradeList>("tradeList")->isNewestInSight());
}

void TestMainWindowFollow::otherServerIsFollowedThen()
{
    WindowFixture fixture;
    fixture.open(m_store->url());
    follow(fixture);
    fixture.child<TradeList>("tradeList")->verticalScrollBar()->setValue(2000);
    QVERIFY(fixture.child<QPushButton>("followPill")->isVisible());
    fixture.window().showServer("other");
    QTRY_COMPARE(fixture.trades()->rowCount(), 300);
    QVERIFY(!fixture.child<QPushButton>("followPill")->isVisible());
    QTRY_COMPARE(fixture.child<QLabel>("followLabel")->text(), u"Following");
    m_store->create({sampleReport(QStringLiteral("other"), QStringLiteral("newer"), 1'600'000'000)});
    QTRY_COMPARE(fixture.orderId(0), "newer");
}

void TestMainWindowFollow::endsWithTheStore()
{
    WindowFixture fixture;
    fixture.open(m_store->url());
    follow(fixture);
    fixture.trigger("followAction"); // off and on by the action
    QVERIFY(fixture.child<QLabel>("followLabel")->isHidden());
    fixture.trigger("followAction");
    QTRY_COMPARE(fixture.child<QLabel>("followLabel")->text(), u"Following");
    fixture.trigger("closeAction");
    QVERIFY(!fixture.child<QAction>("followAction")->isChecked());
    QVERIFY(fixture.child<QLabel>("followLabel")->isHidden());
}

/// Whoever goes to another trade before the answer is there stays at that one.
void TestMainWindowFollow::goingOnWhileItLooks()
{
    WindowFixture fixture;
    fixture.open(m_store->url());
    QTRY_COMPARE(fixture.trades()->rowCount(), 700);
    auto *list = fixture.child<TradeList>("tradeList");
    list->goToRow(450);
    QTRY_VERIFY(!fixture.orderId(460).isEmpty());
    const QByteArray wanted = fixture.orderId(460);
    fixture.trigger("refreshAction");
    list->goToRow(460);
    QSignalSpy answered(&fixture.session(), &StoreSession::answered);
    QVERIFY(answered.wait());
    QTRY_COMPARE(fixture.orderId(list->currentIndex().row()), wanted);
    QCOMPARE(list->currentIndex().row(), 460);
    // Older and newer ones have come, so that only the store knows where it is now.
    m_store->create({sampleReport(QStringLiteral("s"), QStringLiteral("older"), 1'400'000'000)});
    createNewest(3);
    fixture.trigger("refreshAction");
    list->goToRow(450);
    const QByteArray other = fixture.orderId(450);
    QVERIFY(!other.isEmpty());
    QTRY_COMPARE(fixture.trades()->rowCount(), 704);
    QTRY_COMPARE(fixture.orderId(list->currentIndex().row()), other);
    QCOMPARE(list->currentIndex().row(), 453);
}

QTEST_MAIN(TestMainWindowFollow)
#include "tst_mainwindowfollow.moc"
