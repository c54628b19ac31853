// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A thousand reconnects leave nothing behind: no descriptor, no thread, no memory, no widget.
#include "tests/support/faultproxy.h"
#include "tests/support/processuse.h"
#include "tests/support/why.h"
#include "tests/ui/main/windowfixture.h"
#include "ui/list/tradelist.h"

#include <QAction>
#include <QTest>

using namespace arbscope;
using namespace arbscope::test;
using namespace std::chrono_literals;

using Kind = ProxyFault::Kind;
using State = StoreSession::State;

namespace {

#ifdef __SANITIZE_ADDRESS__ // which tells at the end what was lost: slow, and no need to wait for it
constexpr int Warm = 50;
constexpr int Rounds = Warm + 100;
#else
constexpr int Warm = 1000; ///< rounds after which memory has found its size: what the log keeps is bounded
constexpr int Rounds = Warm + 1000;
#endif
constexpr int Trades = 30;

struct Holdings
{
    qint64 memory = 0; ///< kB
    qsizetype descriptors = 0;
    qsizetype threads = 0;
    qsizetype objects = 0; ///< below the one that reconnects
};

Holdings holdingsOf(const QObject &object)
{
    // What is to be deleted later, and connections that the proxy has yet to close, are not kept.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    return {.memory = residentKilobytes(),
            .descriptors = openDescriptors(),
            .threads = runningThreads(),
            .objects = object.findChildren<QObject *>().size()};
}

} // namespace

class TestMainWindowReconnects : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void session();
    void window();

private:
    /// Ends connections with one fault after the other, at each place of the answers.
    void breakAll(int round, qint64 size)
    {
        static constexpr Kind kinds[] = {Kind::Cut, Kind::Reset, Kind::Replace};
        const Kind kind = kinds[round % 3];
        // Nonsense in the middle of a text is one, and then silence.
        const qint64 after = kind == Kind::Replace ? 5 : qint64(round) * 37 % size;
        m_proxy->setFault({.kind = kind, .after = after, .bytes = "?\r\n"});
        m_proxy->resetAll();
    }
    /// `open` and `close`: the store, whose connections are not counted.
    void leavesNothing(const QObject &object, const std::function<void()> &open, const std::function<void()> &close,
                       const std::function<void(int)> &reconnect);

    std::unique_ptr<LiveStore> m_live;
    std::unique_ptr<FaultProxy> m_proxy;
};

void TestMainWindowReconnects::init()
{
    m_proxy.reset();
    m_live = std::make_unique<LiveStore>();
    m_live->create(sampleReports(QStringLiteral("s"), Trades));
    m_proxy = std::make_unique<FaultProxy>(m_live->url());
}

void TestMainWindowReconnects::leavesNothing(const QObject &object, const std::function<void()> &open,
                                             const std::function<void()> &close,
                                             const std::function<void(int)> &reconnect)
{
    Holdings before;
    open();
    for (int i = 0; i < Rounds; ++i) {
        reconnect(i);
        if (QTest::currentTestFailed())
            return;
        if (i == Warm) {
            close();
            QTRY_COMPARE_WITH_TIMEOUT(m_proxy->running(), 0, 60'000);
            before = holdingsOf(object);
            open();
        }
    }
    close();
    QTRY_COMPARE_WITH_TIMEOUT(m_proxy->running(), 0, 60'000);
    const Holdings after = holdingsOf(object); // less where a pool's thread has been idle long enough to end
    QVERIFY2(after.descriptors <= before.descriptors,
             qPrintable(QStringLiteral("%1, then %2").arg(before.descriptors).arg(after.descriptors)));
    QVERIFY2(after.threads <= before.threads,
             qPrintable(QStringLiteral("%1, then %2").arg(before.threads).arg(after.threads)));
    QVERIFY2(after.objects <= before.objects,
             qPrintable(QStringLiteral("%1, then %2").arg(before.objects).arg(after.objects)));
    QVERIFY2(after.memory <= before.memory + allowedGrowth(4000), // kB: a single one each time would be seen
             qPrintable(QStringLiteral("%1 kB, then %2 kB").arg(before.memory).arg(after.memory)));
}

/// The lanes alone, as the window has them.
void TestMainWindowReconnects::session()
{
    StoreSession session;
    std::optional<qint64> counted;
    const auto ask = [&] {
        counted.reset();
        session.ask(
            &session, [](ReportStore &store, std::stop_token stop) { return store.count("s", stop); },
            [&counted](const Result<qint64> &count) { counted = count.value_or(-1); });
    };
    qint64 size = 0;
    const auto open = [&] {
        session.open({m_proxy->url(), {}});
        ask();
        QTRY_COMPARE_WITH_TIMEOUT(counted, Trades, 60'000);
        size = m_proxy->answered();
    };
    leavesNothing(
        session, open, [&] { session.close(); },
        [&](int round) {
            breakAll(round, size);
            ask();
            QVERIFY(QTest::qWaitFor([&] { return session.state() == State::Lost; }, 60'000));
            QVERIFY(!counted);
            m_proxy->setFault({});
            session.retry();
            ask();
            QVERIFY(QTest::qWaitFor([&] { return counted == Trades; }, 60'000));
            QCOMPARE(session.state(), State::Connected);
        });
}

/// All that the window does when it is back: the servers, the rows, the trade in sight.
void TestMainWindowReconnects::window()
{
    WindowFixture fixture;
    auto &list = *fixture.child<TradeList>("tradeList");
    QByteArray current;
    const auto open = [&] {
        fixture.open(m_proxy->url());
        QTRY_COMPARE_WITH_TIMEOUT(fixture.trades()->rowCount(), Trades, 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.orderId(20).isEmpty(), 60'000);
        list.goToRow(20);
        current = fixture.orderId(20);
    };
    leavesNothing(
        fixture.window(), open, [&] { fixture.trigger("closeAction"); },
        [&](int round) {
            breakAll(round, 5000);
            fixture.trigger("refreshAction");
            QVERIFY(QTest::qWaitFor([&] { return fixture.session().state() == State::Lost; }, 60'000));
            QVERIFY(list.isStale());
            QCOMPARE(fixture.trades()->rowCount(), Trades);
            m_proxy->setFault({});
            fixture.trigger("retryAction");
            QVERIFY(QTest::qWaitFor([&] { return fixture.session().state() == State::Connected; }, 60'000));
            QVERIFY(QTest::qWaitFor([&] { return !list.isStale(); }, 60'000));
            QCOMPARE(fixture.trades()->rowCount(), Trades);
            QCOMPARE(fixture.orderId(list.currentIndex().row()), current);
        });
}

QTEST_MAIN(TestMainWindowReconnects)
#include "tst_mainwindowreconnects.moc"
