// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeredisserver.h"
#include "tests/support/livestore.h"
#include "tests/support/rediscli.h"
#include "ui/store/storesession.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <csignal>

using namespace arbscope;
using namespace arbscope::test;
using namespace std::chrono_literals;
using State = StoreSession::State;

class TestStoreSession : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_store = std::make_unique<LiveStore>(); }
    void cleanup() { m_store.reset(); }

    void opensAndAnswers();
    void answersOnItsOwnThreadOnly();
    void dropsTheAnswerOfAStoppedRequest();
    void dropsTheAnswerForAContextThatWent();
    void dropsAnswersOfTheStoreBefore();
    void anErrorOfOneRequestKeepsTheConnection();
    void triesAgainByItself();
    void doesNotRetryWhatCannotPass();
    void saysWhenTheStoreIsSlowAndGivesUp();
    void endsAtOnceWhileTheStoreHangs();
    void noticesByItselfThatAnIdleStoreIsGone();
    void mendsAnIdleConnectionByItself();
    void theInteractiveLaneNeverWrites();

private:
    static auto count(StoreSession &session, const QByteArray &server, qint64 &answer)
    {
        return session.ask(
            &session, [server](ReportStore &store, std::stop_token stop) { return store.count(server, stop); },
            [&answer](const Result<qint64> &counted) { answer = counted.value_or(-1); });
    }
    std::unique_ptr<LiveStore> m_store;
};

void TestStoreSession::opensAndAnswers()
{
    m_store->create(sampleReports(QStringLiteral("s"), 3));
    StoreSession session;
    QSignalSpy states(&session, &StoreSession::stateChanged);
    session.open({m_store->url(), {}});
    QCOMPARE(session.state(), State::Connecting);
    qint64 answer = -2;
    count(session, "s", answer); // asked before there is a connection
    QTRY_COMPARE(answer, 3);
    QCOMPARE(session.state(), State::Connected);
    QVERIFY(session.wasConnected());
    QVERIFY(session.lastAnswer().isValid());
    session.close();
    QCOMPARE(session.state(), State::Closed);
    QCOMPARE(states.count(), 3);
}

void TestStoreSession::answersOnItsOwnThreadOnly()
{
    StoreSession session;
    session.open({m_store->url(), {}});
    QThread *worker = nullptr;
    QThread *answered = nullptr;
    session.ask(
        &session, [](ReportStore &, std::stop_token) -> Result<QThread *> { return QThread::currentThread(); },
        [&](const Result<QThread *> &thread) {
            worker = *thread;
            answered = QThread::currentThread();
        });
    QTRY_VERIFY(answered);
    QCOMPARE(answered, QThread::currentThread());
    QVERIFY(worker != answered);
}

void TestStoreSession::dropsTheAnswerOfAStoppedRequest()
{
    StoreSession session;
    session.open({m_store->url(), {}});
    qint64 stopped = -2;
    qint64 other = -2;
    std::stop_source request = count(session, "s", stopped);
    request.request_stop();
    count(session, "s", other);
    QTRY_COMPARE(other, 0);
    QCOMPARE(stopped, -2);
    QCOMPARE(session.state(), State::Connected); // and nothing was broken off
}

void TestStoreSession::dropsTheAnswerForAContextThatWent()
{
    StoreSession session;
    session.open({m_store->url(), {}});
    bool called = false;
    auto context = std::make_unique<QObject>();
    session.ask(
        context.get(), [](ReportStore &store, std::stop_token stop) { return store.count("s", stop); },
        [&called](const Result<qint64> &) { called = true; });
    context.reset();
    qint64 other = -2;
    count(session, "s", other);
    QTRY_COMPARE(other, 0);
    QVERIFY(!called);
}

void TestStoreSession::dropsAnswersOfTheStoreBefore()
{
    LiveStore second;
    second.create(sampleReports(QStringLiteral("s"), 7));
    StoreSession session;
    session.open({m_store->url(), {}});
    qint64 before = -2;
    qint64 after = -2;
    count(session, "s", before);
    session.open({second.url(), {}});
    count(session, "s", after);
    QTRY_COMPARE(after, 7);
    QCOMPARE(before, -2);
}

void TestStoreSession::anErrorOfOneRequestKeepsTheConnection()
{
    redisCli(m_store->url(), {"SET", "execution_report_sorted:s", "text"});
    StoreSession session;
    session.open({m_store->url(), {}});
    std::optional<RedisError> error;
    session.ask(
        &session, [](ReportStore &store, std::stop_token stop) { return store.count("s", stop); },
        [&error](const Result<qint64> &counted) { error = counted.error(); });
    QTRY_VERIFY(error);
    QCOMPARE(error->code, RedisErrorCode::WrongType);
    QCOMPARE(session.state(), State::Connected);
}

void TestStoreSession::triesAgainByItself()
{
    auto server = PrivateServer::start();
    QVERIFY(server);
    StoreSession session;
    session.open({server->url(), {}});
    QTRY_COMPARE(session.state(), State::Connected);
    server->stop();
    qint64 answer = -2;
    count(session, "s", answer);
    QTRY_COMPARE(session.state(), State::Lost);
    QVERIFY(session.willRetry());
    QVERIFY(session.wasConnected());
    QCOMPARE(answer, -2);
    QSignalSpy states(&session, &StoreSession::stateChanged);
    QTRY_VERIFY_WITH_TIMEOUT(states.count() >= 2, 20000); // it tries and tries, and stays lost
    QCOMPARE(session.state(), State::Lost);
}

void TestStoreSession::doesNotRetryWhatCannotPass()
{
    auto server = PrivateServer::start({QStringLiteral("--requirepass"), QStringLiteral("secret")});
    if (!server)
        QSKIP("the private server cannot ask for a password");
    StoreSession session;
    session.open({server->url(), {}});
    QTRY_COMPARE(session.state(), State::Lost);
    QCOMPARE(session.cause().code, RedisErrorCode::Authentication);
    QVERIFY(!session.willRetry());
}

void TestStoreSession::saysWhenTheStoreIsSlowAndGivesUp()
{
    StoreSession session;
    session.open({m_store->url(), {}});
    QTRY_COMPARE(session.state(), State::Connected);
    kill(static_cast<pid_t>(m_store->processId()), SIGSTOP);
    qint64 answer = -2;
    count(session, "s", answer);
    QTRY_VERIFY(session.isSlow());
    QCOMPARE(session.state(), State::Connected);
    session.giveUp();
    QCOMPARE(session.state(), State::Lost);
    QVERIFY(!session.isSlow());
    QVERIFY(!session.willRetry());
    kill(static_cast<pid_t>(m_store->processId()), SIGCONT);
    session.retry();
    QTRY_COMPARE(session.state(), State::Connected);
    QCOMPARE(answer, -2);
}

void TestStoreSession::endsAtOnceWhileTheStoreHangs()
{
    FakeRedisServer hanging([](FakeClient &client) {
        while (client.readCommand()) { } // takes everything, answers nothing
    });
    QElapsedTimer timer;
    {
        StoreSession session;
        session.open({hanging.url(), {}});
        QTRY_COMPARE(hanging.clients(), 1);
        timer.start();
    }
    QVERIFY(timer.elapsed() < 5000); // and not the reply's ten seconds
}

void TestStoreSession::noticesByItselfThatAnIdleStoreIsGone()
{
    StoreSession session(nullptr, 50ms);
    session.open({m_store->url(), {}});
    QTRY_COMPARE(session.state(), State::Connected);
    kill(static_cast<pid_t>(m_store->processId()), SIGSTOP); // as silent as a store behind a cable that was pulled
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), State::Lost, 40000); // nobody has asked for anything
    QCOMPARE(session.cause().code, RedisErrorCode::TimedOut);
    kill(static_cast<pid_t>(m_store->processId()), SIGCONT);
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), State::Connected, 40000);
}

void TestStoreSession::mendsAnIdleConnectionByItself()
{
    StoreSession session(nullptr, 50ms);
    session.open({m_store->url(), {}});
    QTRY_COMPARE(session.state(), State::Connected);
    const QDateTime before = session.lastAnswer();
    redisCli(m_store->url(), {"CLIENT", "KILL", "TYPE", "normal"});
    QTRY_VERIFY(session.lastAnswer() > before);
    QTRY_VERIFY(redisCli(m_store->url(), {"CLIENT", "LIST"}).contains("name=arbscope"));
    QCOMPARE(session.state(), State::Connected);
}

void TestStoreSession::theInteractiveLaneNeverWrites()
{
    StoreSession session;
    StoreTarget target{m_store->url(), {}};
    target.options.writable = true;
    session.open(target);
    std::optional<bool> interactive;
    session.ask(
        &session, [](ReportStore &store, std::stop_token) -> Result<bool> { return store.options().writable; },
        [&interactive](const Result<bool> &writable) { interactive = writable.value_or(true); });
    QTRY_COMPARE(interactive, false);
    QVERIFY(session.target()->options.writable);
}

QTEST_GUILESS_MAIN(TestStoreSession)
#include "tst_storesession.moc"
