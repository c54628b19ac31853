// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window does when the store does not.
#include "tests/support/fakeredisserver.h"
#include "tests/support/rediscli.h"
#include "tests/ui/main/windowfixture.h"
#include "ui/list/tradelist.h"
#include "ui/models/tradetablemodel.h"
#include "ui/widgets/messagepage.h"

#include <QAction>
#include <QLabel>
#include <QTest>

#include <csignal>

using namespace arbscope;
using namespace arbscope::test;

class TestMainWindowFaults : public QObject
{
    Q_OBJECT

private slots:
    void nobodyAnswers();
    void nobodyAnswersUntilRetry();
    void emptyStore();
    void keyOfAnotherType();
    void garbage();
    void frozenStoreKeepsTheWindowAlive();
    void deadStoreKeepsItsRows();
    void closingWhileTheStoreHangs();
};

void TestMainWindowFaults::nobodyAnswers()
{
    WindowFixture fixture;
    fixture.open(*RedisUrl::parse(QStringLiteral("unix:///no/such/redis.sock")));
    QTRY_VERIFY(fixture.banner("connectionBanner").contains(u"/no/such/redis.sock"));
    QCOMPARE(fixture.message(), u"Not connected");
    QVERIFY(fixture.child<QAction>("retryAction")->isEnabled());
    QVERIFY(fixture.child<QAction>("connectAction")->isEnabled());
    fixture.trigger("closeAction");
    QTRY_VERIFY(fixture.banner("connectionBanner").isEmpty());
}

void TestMainWindowFaults::nobodyAnswersUntilRetry()
{
    LiveStore store;
    store.create(sampleReports(QStringLiteral("s"), 5));
    // A link that is not there yet, so that the store "starts" at the same address.
    QTemporaryDir folder;
    RedisUrl url = store.url();
    const QString socket = url.socketPath;
    url.socketPath = folder.filePath(QStringLiteral("redis.sock"));
    WindowFixture fixture;
    fixture.open(url);
    QTRY_COMPARE(fixture.message(), u"Not connected");
    QVERIFY(QFile::link(socket, url.socketPath));
    fixture.clickBanner("connectionBanner", QStringLiteral("Retry"));
    QTRY_COMPARE(fixture.trades()->rowCount(), 5);
    QCOMPARE(fixture.banner("connectionBanner"), QString());
}

void TestMainWindowFaults::emptyStore()
{
    LiveStore store;
    WindowFixture fixture;
    fixture.open(store.url());
    QTRY_COMPARE(fixture.message(), u"No trades in this store");
    const auto *text = fixture.child<MessagePage>("messagePage")->findChild<QLabel *>(QStringLiteral("messageText"));
    QVERIFY(text->text().contains(u"execution_report:"));
    store.create(sampleReports(QStringLiteral("first"), 2));
    fixture.trigger("refreshAction");
    QTRY_COMPARE(fixture.trades()->rowCount(), 2);
    QCOMPARE(fixture.message(), QString());
}

void TestMainWindowFaults::keyOfAnotherType()
{
    LiveStore store;
    store.put("s", "1", "{}"); // a hash without an index …
    redisCli(store.url(), {"SET", "execution_report_sorted:s", "no index"}); // … whose name is taken
    WindowFixture fixture;
    fixture.open(store.url());
    QTRY_VERIFY(!fixture.banner("connectionBanner").isEmpty());
    QCOMPARE(fixture.child<QLabel>("stateLabel")->text(), u"Connected");
    QTRY_COMPARE(fixture.trades()->rowCount(), 1); // the report is there all the same
    QTRY_COMPARE(fixture.orderId(0), "1");
    QVERIFY(fixture.child<TradeList>("tradeList")->isVisible());
    QVERIFY(!fixture.banner("connectionBanner").isEmpty());
}

void TestMainWindowFaults::garbage()
{
    FakeRedisServer server([](FakeClient &client) {
        if (client.nextCommand())
            client.send("!garbage\r\n");
        client.hold();
    });
    WindowFixture fixture;
    fixture.open(server.url());
    QTRY_VERIFY(!fixture.banner("connectionBanner").isEmpty());
    QCOMPARE(fixture.message(), u"The trading servers could not be listed");
    QVERIFY(fixture.child<QAction>("refreshAction")->isEnabled());
}

void TestMainWindowFaults::frozenStoreKeepsTheWindowAlive()
{
    LiveStore store;
    store.create(sampleReports(QStringLiteral("s"), 1000));
    WindowFixture fixture;
    fixture.open(store.url());
    QTRY_VERIFY(!fixture.orderId(0).isEmpty());
    auto *list = fixture.child<TradeList>("tradeList");
    kill(static_cast<pid_t>(store.processId()), SIGSTOP);

    QTRY_VERIFY(fixture.banner("connectionBanner").contains(u"not answered"));
    QTest::keyClick(list, Qt::Key_Down); // the rows that are here stay, and can be walked
    QCOMPARE(list->currentIndex().row(), 1);
    QVERIFY(!fixture.orderId(1).isEmpty());
    QTest::keyClick(list, Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(list->currentIndex().row(), 999);
    QVERIFY(fixture.orderId(999).isEmpty());
    QCOMPARE(fixture.cell(999, "clock"), u"loading…");

    fixture.clickBanner("connectionBanner", QStringLiteral("Stop waiting"));
    QCOMPARE(fixture.child<QLabel>("stateLabel")->text(), u"Not connected");
    QVERIFY(!fixture.orderId(0).isEmpty());

    kill(static_cast<pid_t>(store.processId()), SIGCONT);
    fixture.clickBanner("connectionBanner", QStringLiteral("Retry"));
    QTRY_VERIFY(!fixture.orderId(999).isEmpty());
    QCOMPARE(fixture.banner("connectionBanner"), QString());
    QCOMPARE(list->currentIndex().row(), 999);
}

void TestMainWindowFaults::deadStoreKeepsItsRows()
{
    QTemporaryDir folder;
    auto first = std::make_unique<LiveStore>();
    first->create(sampleReports(QStringLiteral("s"), 20));
    RedisUrl url = first->url();
    const QString link = folder.filePath(QStringLiteral("redis.sock"));
    QVERIFY(QFile::link(url.socketPath, link));
    url.socketPath = link;
    WindowFixture fixture;
    fixture.open(url);
    QTRY_VERIFY(!fixture.orderId(0).isEmpty());
    const QByteArray newest = fixture.orderId(0);

    first.reset();
    QTRY_VERIFY(fixture.banner("connectionBanner").contains(link));
    QCOMPARE(fixture.trades()->rowCount(), 20);
    QCOMPARE(fixture.orderId(0), newest);

    // Started again, with a trade more: the window finds it by itself.
    LiveStore second;
    second.create(sampleReports(QStringLiteral("s"), 21));
    QVERIFY(QFile::remove(link));
    QVERIFY(QFile::link(second.url().socketPath, link));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.trades()->rowCount(), 21, 30000);
    QTRY_COMPARE(fixture.banner("connectionBanner"), QString());
}

void TestMainWindowFaults::closingWhileTheStoreHangs()
{
    LiveStore store;
    store.create(sampleReports(QStringLiteral("s"), 5));
    QElapsedTimer timer;
    {
        WindowFixture fixture;
        fixture.open(store.url());
        QTRY_VERIFY(!fixture.orderId(0).isEmpty());
        kill(static_cast<pid_t>(store.processId()), SIGSTOP);
        fixture.trigger("refreshAction");
        fixture.trigger("exportAction");
        fixture.window().close();
        timer.start();
    }
    kill(static_cast<pid_t>(store.processId()), SIGCONT);
    QVERIFY(timer.elapsed() < 5000); // and not the replies' deadlines
}

QTEST_MAIN(TestMainWindowFaults)
#include "tst_mainwindowfaults.moc"
