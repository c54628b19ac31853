// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultproxy.h"
#include "tests/support/livestore.h"
#include "tests/support/storeuse.h"
#include "tests/support/testcertificates.h"
#include "tests/support/tlsserver.h"
#include "tests/support/why.h"

#include <QTest>

#include <algorithm>

using namespace arbscope;
using namespace arbscope::test;
using namespace std::chrono_literals;

using Kind = ProxyFault::Kind;

Q_DECLARE_METATYPE(const StoreUse *)

namespace {

constexpr qint64 handshake = 5; // "+OK\r\n" to CLIENT SETNAME

/// Ends of a connection, in the words that a person can act on; never an answer of the wrong shape, nor none at all.
bool isLoss(const RedisError &error)
{
    return (error.code == RedisErrorCode::Closed || error.code == RedisErrorCode::Unreachable)
        && !error.message().isEmpty();
}

/// Short deadlines where one is what ends it; elsewhere a busy machine must not meet one.
ConnectionOptions optionsFor(Kind kind)
{
    ConnectionOptions options;
    if (kind != Kind::Hold && kind != Kind::Replace)
        return options;
    options.connectTimeout = 100ms;
    options.replyTimeout = 100ms;
    return options;
}

} // namespace

/// What goes wrong between ArbScope and the store, done by a proxy before a real server: in each case reading ends with
/// the right cause or the right answer, and goes on when the fault is over.
class TestFaultsWire : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();
    void endedAtEveryByte_data();
    void endedAtEveryByte();
    void endedInAuthentication_data();
    void endedInAuthentication();
    void endedInEachKindOfReply_data();
    void endedInEachKindOfReply();
    void absurdReplies_data();
    void absurdReplies();
    void tlsHandshakeEnded_data();
    void tlsHandshakeEnded();

private:
    LiveStore m_live;
    std::unique_ptr<FaultProxy> m_proxy;
};

void TestFaultsWire::initTestCase()
{
    fillForUses(m_live);
    m_proxy = std::make_unique<FaultProxy>(m_live.url());
}

void TestFaultsWire::cleanup()
{
    m_proxy->setFault({});
}

void TestFaultsWire::endedAtEveryByte_data()
{
    QTest::addColumn<const StoreUse *>("use");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<qint64>("step");
    for (const StoreUse &use : storeUses()) {
        const bool isLong = QByteArrayList{"walk", "export", "check"}.contains(use.name);
        QTest::addRow("%s, cut", use.name) << &use << Kind::Cut << (isLong ? 7LL : 1LL);
        QTest::addRow("%s, reset", use.name) << &use << Kind::Reset << (isLong ? 7LL : 1LL);
    }
}

void TestFaultsWire::endedAtEveryByte()
{
    QFETCH(const StoreUse *, use);
    QFETCH(const Kind, kind);
    QFETCH(const qint64, step);
    ReportStore unharmed(m_proxy->url());
    const auto expected = use->run(unharmed);
    QVERIFY2(expected, why(expected));
    const qint64 size = m_proxy->answered();
    QVERIFY(size > handshake + 4);
    ReportStore store(m_proxy->url());
    for (qint64 at = 0; at < size; at += step) {
        store.close();
        m_proxy->setFault({.kind = kind, .after = at});
        const auto ended = use->run(store);
        QVERIFY2(!ended, qPrintable(QStringLiteral("byte %1 of %2").arg(at).arg(size)));
        QVERIFY2(isLoss(ended.error()), qPrintable(QStringLiteral("byte %1: %2").arg(at).arg(ended.error().message())));
        if (at / step % 16 != 0)
            continue;
        // One loss on a session that stood is mended by itself or told; then all is as before.
        m_proxy->setFault({});
        const auto again = use->run(store);
        QVERIFY2(again, why(again));
        QCOMPARE(*again, *expected);
    }
}

void TestFaultsWire::endedInAuthentication_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::newRow("cut") << Kind::Cut;
    QTest::newRow("reset") << Kind::Reset;
    QTest::newRow("request cut") << Kind::CutRequest;
}

void TestFaultsWire::endedInAuthentication()
{
    QFETCH(const Kind, kind);
    RedisUrl url = m_proxy->url();
    url.user = QStringLiteral("default");
    url.password = QStringLiteral("any is right: there is none");
    url.database = 1;
    const auto session = RedisConnection::open(url, {});
    QVERIFY2(session, why(session));
    const qint64 size = kind == Kind::CutRequest ? m_proxy->asked() : m_proxy->answered();
    QVERIFY(size >= 15);
    for (qint64 at = 0; at < size; ++at) {
        m_proxy->setFault({.kind = kind, .after = at});
        const auto ended = RedisConnection::open(url, optionsFor(kind));
        QVERIFY2(!ended, qPrintable(QStringLiteral("byte %1 of %2").arg(at).arg(size)));
        QVERIFY2(isLoss(ended.error()), qPrintable(QStringLiteral("byte %1: %2").arg(at).arg(ended.error().message())));
        QVERIFY(!ended.error().message().contains(url.password));
    }
    m_proxy->setFault({});
    QVERIFY(RedisConnection::open(url, {}));
}

void TestFaultsWire::endedInEachKindOfReply_data()
{
    QTest::addColumn<QByteArrayList>("command");
    QTest::newRow("status") << QByteArrayList{"PING"};
    QTest::newRow("error") << QByteArrayList{"HGET", "execution_report_sorted:ams1", "x"};
    QTest::newRow("integer") << QByteArrayList{"HLEN", "execution_report:ams1"};
    QTest::newRow("bulk string") << QByteArrayList{"HGET", "execution_report:ams1", "id-000001"};
    QTest::newRow("nil") << QByteArrayList{"HGET", "execution_report:ams1", "nobody"};
    QTest::newRow("array") << QByteArrayList{"ZRANGE", "execution_report_sorted:ams1", "0", "-1"};
    QTest::newRow("array with nil") << QByteArrayList{"HMGET", "execution_report:ams1", "ghost", "orphan"};
    QTest::newRow("nested array") << QByteArrayList{"SCAN", "0"};
}

void TestFaultsWire::endedInEachKindOfReply()
{
    QFETCH(const QByteArrayList, command);
    const CommandArgs args(command.begin(), command.end());
    auto whole = RedisConnection::open(m_proxy->url(), {});
    QVERIFY2(whole, why(whole));
    const auto expected = whole->pipeline({args});
    QVERIFY2(expected, why(expected));
    const qint64 size = m_proxy->answered();
    QVERIFY(size > handshake);
    for (const Kind kind : {Kind::Cut, Kind::Reset, Kind::Hold}) {
        for (qint64 at = handshake; at < size; at += kind == Kind::Hold ? 1 + size / 7 : 1) {
            m_proxy->setFault({.kind = kind, .after = at});
            auto session = RedisConnection::open(m_proxy->url(), optionsFor(kind));
            if (!session) { // the reset overtook the greeting's answer
                QVERIFY2(kind == Kind::Hold || isLoss(session.error()), why(session));
                continue;
            }
            const auto ended = session->call(args);
            QVERIFY(!ended);
            QVERIFY2(kind == Kind::Hold ? ended.error().code == RedisErrorCode::TimedOut : isLoss(ended.error()),
                     why(ended));
            QVERIFY(!session->isOpen()); // a late reply can answer nothing
        }
    }
}

void TestFaultsWire::absurdReplies_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("bulk of all memory") << QByteArray("$9223372036854775807\r\n");
    QTest::newRow("bulk of 2 GB") << QByteArray("$2147483647\r\n");
    QTest::newRow("bulk of 600 MB") << QByteArray("$600000000\r\n");
    QTest::newRow("bulk of more than a number") << QByteArray("$99999999999999999999999\r\n");
    QTest::newRow("bulk of less than nothing") << QByteArray("$-5\r\n");
    QTest::newRow("array of 4 billion") << QByteArray("*4294967297\r\n");
    QTest::newRow("array of 2 billion") << QByteArray("*2147483647\r\n");
    QTest::newRow("array of 100 million") << QByteArray("*100000000\r\n");
    QTest::newRow("array of less than nothing") << QByteArray("*-2\r\n");
    QTest::newRow("integer beyond 64 bits") << QByteArray(":99999999999999999999\r\n");
    QTest::newRow("deep nesting") << QByteArray("*1\r\n").repeated(10'000);
    QTest::newRow("RESP3 map") << QByteArray("%1\r\n+a\r\n+b\r\n");
    QTest::newRow("a web server") << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n");
    QTest::newRow("zeros") << QByteArray(100, '\0');
    QTest::newRow("endless line") << QByteArray("+" + QByteArray(100'000, 'x'));
    QTest::newRow("answers nobody asked for") << QByteArray(":1\r\n").repeated(100);
    QTest::newRow("another shape") << QByteArray("+OK\r\n*0\r\n");
}

void TestFaultsWire::absurdReplies()
{
    QFETCH(const QByteArray, bytes);
    ReportStore store(m_proxy->url(), optionsFor(Kind::Replace));
    for (const StoreUse &use : storeUses()) {
        ReportStore unharmed(m_proxy->url());
        m_proxy->setFault({});
        const auto expected = use.run(unharmed);
        QVERIFY2(expected, why(expected));
        store.close();
        m_proxy->setFault({.kind = Kind::Replace, .after = handshake, .bytes = bytes});
        const auto answered = use.run(store);
        QVERIFY2(!answered, use.name);
        QVERIFY2(answered.error().code == RedisErrorCode::Protocol || answered.error().code == RedisErrorCode::TimedOut,
                 why(answered));
        m_proxy->setFault({});
        ReportStore patient(m_proxy->url());
        QCOMPARE(use.run(patient).value(), *expected);
    }
}

void TestFaultsWire::tlsHandshakeEnded_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::newRow("cut") << Kind::Cut;
    QTest::newRow("reset") << Kind::Reset;
    QTest::newRow("silent") << Kind::Hold;
    QTest::newRow("request reset") << Kind::CutRequest;
}

void TestFaultsWire::tlsHandshakeEnded()
{
    QFETCH(const Kind, kind);
    const TestCertificates certificates;
    const auto server
        = startTlsServer(certificates.sign(QStringLiteral("store"), QStringLiteral("DNS:localhost,IP:127.0.0.1")));
    QVERIFY2(server, why(server));
    FaultProxy proxy(server->tls);
    ConnectionOptions options;
    options.caFile = certificates.authority();
    auto whole = RedisConnection::open(proxy.url(), options);
    QVERIFY2(whole, why(whole));
    // Signatures are some bytes longer one time than another.
    const qint64 size = (kind == Kind::CutRequest ? proxy.asked() : proxy.answered()) - 20;
    QVERIFY(size > 200);
    ConnectionOptions impatient = options;
    if (kind == Kind::Hold)
        impatient.connectTimeout = 300ms;
    for (qint64 at = 0; at < size; at += 1 + size / (kind == Kind::Hold ? 10 : 150)) {
        proxy.setFault({.kind = kind, .after = at});
        const auto ended = RedisConnection::open(proxy.url(), impatient);
        QVERIFY2(!ended, qPrintable(QStringLiteral("byte %1 of %2").arg(at).arg(size)));
        const RedisErrorCode code = ended.error().code;
        QVERIFY2(kind == Kind::Hold ? code == RedisErrorCode::TimedOut
                                    : code == RedisErrorCode::Tls || isLoss(ended.error()),
                 why(ended));
    }
    proxy.setFault({});
    const auto again = RedisConnection::open(proxy.url(), options);
    QVERIFY2(again, why(again));
}

QTEST_GUILESS_MAIN(TestFaultsWire)
#include "tst_faults_wire.moc"
