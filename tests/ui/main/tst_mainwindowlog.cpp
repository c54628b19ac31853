// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the log of the real window says of a run.
#include "tests/ui/main/windowfixture.h"

#include <QAbstractItemView>
#include <QAction>
#include <QTest>
#include <QToolButton>

#include <csignal>

using namespace arbscope;
using namespace arbscope::test;
using namespace Qt::StringLiterals;

class TestMainWindowLog final : public QObject
{
    Q_OBJECT

private slots:
    void tellsOfARun();
    void tellsHowTasksEnded();
    void neverTellsThePassword();

private:
    static QString log(const WindowFixture &fixture)
    {
        const QAbstractItemModel *model = fixture.child<QAbstractItemView>("logView")->model();
        QStringList lines;
        for (int row = 0; row < model->rowCount(); ++row)
            lines << model->index(row, 1).data().toString() + u": " + model->index(row, 2).data().toString();
        return lines.join(u'\n');
    }
};

void TestMainWindowLog::tellsOfARun()
{
    LiveStore store;
    store.create(sampleReports(u"s"_s, 20));
    WindowFixture fixture;
    fixture.open(store.url());
    QTRY_COMPARE(fixture.trades()->rowCount(), 20);
    QVERIFY2(log(fixture).contains(u"Info: Connecting to "_s + store.url().display()), qPrintable(log(fixture)));
    QVERIFY(log(fixture).contains(u"Info: Connected to "_s + store.url().display()));
    fixture.trigger("exportAction");
    QTRY_VERIFY2(log(fixture).contains(u"Info: Export of 20 trades in"), qPrintable(log(fixture)));
    QVERIFY(log(fixture).contains(fixture.folder()));
    store.stop();
    fixture.trigger("refreshAction");
    QTRY_VERIFY2(log(fixture).contains(u"\nWarning: "), qPrintable(log(fixture)));
    fixture.trigger("closeAction");
    QVERIFY(log(fixture).endsWith(u"Info: Closed "_s + store.url().display()));

    QTest::keyClick(&fixture.window(), Qt::Key_F5); // nothing is open: nothing happens
    QVERIFY(log(fixture).endsWith(u"Info: Closed "_s + store.url().display()));
}

void TestMainWindowLog::tellsHowTasksEnded()
{
    LiveStore store;
    store.create(sampleReports(u"s"_s, 20));
    store.put("s", "beside", "no report");
    WindowFixture fixture;
    fixture.open(store.url());
    QTRY_COMPARE(fixture.trades()->rowCount(), 21);
    fixture.trigger("checkStoreAction");
    QTRY_VERIFY2(log(fixture).contains(u"Info: Checking all servers: finished (problems: 2, reports: 21)"),
                 qPrintable(log(fixture)));
    fixture.trigger("exportAction");
    QTRY_VERIFY2(log(fixture).contains(u": finished (trades: 20, left out: 1)"), qPrintable(log(fixture)));

    kill(pid_t(store.processId()), SIGSTOP); // the store does not answer
    fixture.trigger("checkStoreAction");
    QTest::mouseClick(fixture.child<QToolButton>("taskCancel"), Qt::LeftButton);
    QTRY_VERIFY2(log(fixture).contains(u"Info: Checking all servers: cancelled (problems: 0, reports: 0)"),
                 qPrintable(log(fixture)));
    fixture.trigger("checkStoreAction");
    kill(pid_t(store.processId()), SIGKILL);
    QTRY_VERIFY2(log(fixture).contains(u"Error: Checking all servers: failed"), qPrintable(log(fixture)));
}

void TestMainWindowLog::neverTellsThePassword()
{
    WindowFixture fixture;
    const RedisUrl url = *RedisUrl::parse(u"redis://arb:hunter2@127.0.0.1:1"_s); // nobody listens there
    fixture.open(url);
    QTRY_VERIFY2(log(fixture).contains(u"\nError: "), qPrintable(log(fixture)));
    QVERIFY(log(fixture).contains(url.display()));
    QVERIFY2(!log(fixture).contains(u"hunter2"), qPrintable(log(fixture)));
    qWarning("redis://arb:hunter2@h said hunter2");
    QTRY_VERIFY2(log(fixture).contains(u"redis://arb@h said •••"), qPrintable(log(fixture)));
}

QTEST_MAIN(TestMainWindowLog)
#include "tst_mainwindowlog.moc"
