// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Each fault of networks and servers against the whole window: the cause is said, the rows stay, and all comes back.
#include "tests/support/faultproxy.h"
#include "tests/support/protectedmode.h"
#include "tests/support/rediscli.h"
#include "tests/support/tlsserver.h"
#include "tests/support/why.h"
#include "tests/ui/main/windowfixture.h"
#include "ui/list/tradelist.h"
#include "ui/tasks/taskstrip.h"

#include <QAction>
#include <QDir>
#include <QLabel>
#include <QProcess>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTest>

#include <csignal>

using namespace arbscope;
using namespace arbscope::test;
using namespace std::chrono_literals;

using Kind = ProxyFault::Kind;

namespace {

constexpr int Trades = 450; // three pages
constexpr auto Lost = "closed the connection|cannot be reached"; // whichever the kernel tells first

/// A store with its network, both of which can be harmed.
class Desk
{
public:
    Desk() { live.create(sampleReports(QStringLiteral("s"), Trades)); }

    QByteArray ask(const QByteArrayList &command) const { return redisCli(live.url(), command); }
    void signal(int number) const
    {
        if (::kill(static_cast<pid_t>(live.processId()), number) != 0)
            qFatal("kill");
    }
    /// For the connections that there are, and for those to come.
    void harm(const ProxyFault &fault)
    {
        proxy.setFault(fault);
        proxy.resetAll();
    }
    void heal()
    {
        proxy.setFault({});
        proxy.setTranslation({});
        proxy.resetAll();
    }

    QByteArray heard() { return m_heard += other.readAll(); } ///< all that `other` has said

    LiveStore live;
    FaultProxy proxy{live.url()};
    QProcess other; ///< redis-cli, busy with something

private:
    QByteArray m_heard;
};

struct Fault
{
    std::function<void(Desk &)> begin;
    std::function<void(Desk &)> end;
    QString words; ///< expression for what the banner says; none: nobody notices anything
    ConnectionOptions options{};
    QString user{}; ///< with the password "old"
};

Fault onTheWire(const ProxyFault &harm, const char *words, const ConnectionOptions &options = {})
{
    return {[harm](Desk &desk) { desk.harm(harm); }, [](Desk &desk) { desk.heal(); }, QString::fromLatin1(words),
            options};
}

Fault byCommands(const QList<QByteArrayList> &begin, const QList<QByteArrayList> &end, const char *words)
{
    const auto run = [](const QList<QByteArrayList> &commands) {
        return [commands](Desk &desk) {
            for (const QByteArrayList &command : commands) {
                const QByteArray answer = desk.ask(command);
                if (answer.startsWith("ERR"))
                    qFatal("%s", answer.constData());
            }
        };
    };
    return {run(begin), run(end), QString::fromLatin1(words)};
}

ConnectionOptions impatient()
{
    ConnectionOptions options;
    options.connectTimeout = 1s;
    options.replyTimeout = 1s;
    return options;
}

} // namespace

Q_DECLARE_METATYPE(Fault)

class TestMainWindowEachFault : public QObject
{
    Q_OBJECT

private slots:
    void comesBackAtTheSamePlace_data();
    void comesBackAtTheSamePlace();
    void cutAllOverAPage();
    void resetInTheTlsHandshake();
    void killedAndStartedAgain();

private:
    /// The window with the trade in row 300 the current one, somewhere in the middle of the list.
    void open(WindowFixture &fixture, const StoreTarget &target);
    void isLost(WindowFixture &fixture, const QString &words);
    void longTasksEnd(WindowFixture &fixture);
    void isBack(WindowFixture &fixture);
    static TradeList &list(const WindowFixture &fixture) { return *fixture.child<TradeList>("tradeList"); }

    QByteArray m_current;
    int m_scrolled = 0;
};

void TestMainWindowEachFault::open(WindowFixture &fixture, const StoreTarget &target)
{
    fixture.window().storeFlow().open(target);
    QTRY_COMPARE(fixture.trades()->rowCount(), Trades);
    list(fixture).goToRow(300);
    QTRY_VERIFY(!fixture.orderId(300).isEmpty());
    m_current = fixture.orderId(300);
    m_scrolled = list(fixture).verticalScrollBar()->value();
    QVERIFY(m_scrolled > 0);
}

void TestMainWindowEachFault::isLost(WindowFixture &fixture, const QString &words)
{
    QTRY_COMPARE_WITH_TIMEOUT(fixture.session().state(), StoreSession::State::Lost, 60'000);
    QVERIFY(fixture.child<QLabel>("stateLabel")->text().startsWith(u"Not connected"));
    const QString said = fixture.banner("connectionBanner");
    QVERIFY2(said.contains(QRegularExpression(words)), qPrintable(said));
    const auto *detail
        = fixture.child<QWidget>("connectionBanner")->findChild<QLabel *>(QStringLiteral("bannerDetail"));
    QVERIFY(!detail->text().isEmpty()); // what to do about it
    QVERIFY(fixture.child<QAction>("retryAction")->isEnabled());
    // The rows stay, look old, and can be walked.
    TradeList &rows = list(fixture);
    QVERIFY(rows.isVisible() && rows.isStale());
    QCOMPARE(fixture.trades()->rowCount(), Trades);
    QCOMPARE(fixture.orderId(300), m_current);
    QTest::keyClick(&rows, Qt::Key_Down);
    QCOMPARE(rows.currentIndex().row(), 301);
    QVERIFY(!fixture.orderId(301).isEmpty());
    QTest::keyClick(&rows, Qt::Key_Up);
    QCOMPARE(rows.currentIndex().row(), 300);
}

/// An export and a check that are begun now say why they ended, and leave nothing half done.
void TestMainWindowEachFault::longTasksEnd(WindowFixture &fixture)
{
    fixture.trigger("exportAction");
    QTRY_VERIFY_WITH_TIMEOUT(fixture.banner("noticeBanner").startsWith(u"The export failed"), 60'000);
    QCOMPARE(QDir(fixture.folder()).entryList({QStringLiteral("*.csv*")}), QStringList());
    fixture.trigger("checkStoreAction");
    const auto *note = fixture.child<QLabel>("checkNote");
    QTRY_VERIFY_WITH_TIMEOUT(note->text().startsWith(u"The check ended early"), 60'000);
    QTRY_COMPARE(fixture.child<TaskStrip>("taskStrip")->count(), 0);
}

void TestMainWindowEachFault::isBack(WindowFixture &fixture)
{
    QTRY_COMPARE_WITH_TIMEOUT(fixture.session().state(), StoreSession::State::Connected, 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.banner("connectionBanner"), QString(), 60'000);
    TradeList &rows = list(fixture);
    QVERIFY(!rows.isStale());
    QCOMPARE(fixture.trades()->rowCount(), Trades);
    QCOMPARE(rows.currentIndex().row(), 300);
    QTRY_COMPARE(fixture.orderId(300), m_current);
    QCOMPARE(rows.verticalScrollBar()->value(), m_scrolled);
}

void TestMainWindowEachFault::comesBackAtTheSamePlace_data()
{
    QTest::addColumn<Fault>("fault");
    const auto row = [](const char *name, const Fault &fault) { QTest::newRow(name) << fault; };
    const auto late = impatient();

    row("black hole", onTheWire({.kind = Kind::Hold}, "did not answer in time", late));
    row("reset in the handshake", onTheWire({.kind = Kind::Reset}, Lost));
    row("cut in the handshake", onTheWire({.kind = Kind::Cut, .after = 3}, Lost));
    Fault inAuthentication = onTheWire({.kind = Kind::Reset, .after = 2}, Lost);
    inAuthentication.user = QStringLiteral("desk");
    row("reset in AUTH", inAuthentication);
    row("reset in a page", onTheWire({.kind = Kind::Reset, .after = 30'000}, Lost));
    row("cut in a page", onTheWire({.kind = Kind::Cut, .after = 30'000}, Lost));
    row("silence in a page", onTheWire({.kind = Kind::Hold, .after = 30'000}, "did not answer in time", late));
    row("one byte at a time", onTheWire({.kind = Kind::ByteByByte}, ""));
    row("latency of ten seconds", onTheWire({.kind = Kind::Delay, .pause = 10s}, "did not answer in time", late));
    row("half of the answers stall", onTheWire({.kind = Kind::Stall, .pause = 10s}, "did not answer in time", late));
    row("absurd length",
        onTheWire({.kind = Kind::Replace, .after = 5, .bytes = "$9223372036854775807\r\n"}, "is not Redis"));
    row("absurd count", onTheWire({.kind = Kind::Replace, .after = 5, .bytes = "*2147483647\r\n"}, "is not Redis"));
    row("a web server",
        onTheWire({.kind = Kind::Replace, .bytes = "HTTP/1.1 400 Bad Request\r\n\r\n"}, "is not Redis"));

    Fault asleep = onTheWire({}, "", late);
    asleep.begin = [](Desk &desk) { desk.proxy.holdAll(); };
    asleep.options.idleProbe = 0ms; // so long ago is what was heard last
    row("died silently while the laptop slept", asleep);

    Fault loading = onTheWire({}, "still loading");
    loading.begin = [](Desk &desk) {
        desk.proxy.setTranslation([](CommandArgs command) {
            return command.front() == "CLIENT" ? command
                                               : commandThatFails("LOADING Redis is loading the dataset in memory");
        });
        desk.proxy.resetAll();
    };
    row("loading its data", loading);
    row("frozen",
        {[](Desk &desk) { desk.signal(SIGSTOP); }, [](Desk &desk) { desk.signal(SIGCONT); },
         QStringLiteral("did not answer in time"), late});
    Fault busy = byCommands({{"CONFIG", "SET", "busy-reply-threshold", "1"}}, {}, "The store is busy");
    busy.begin = [configure = busy.begin](Desk &desk) {
        configure(desk);
        desk.other.start(QStringLiteral("redis-cli"),
                         {QStringLiteral("-s"), desk.live.url().socketPath, QStringLiteral("EVAL"),
                          QStringLiteral("while true do end"), QStringLiteral("0")});
        QTRY_VERIFY(desk.ask({"PING"}).startsWith("BUSY"));
    };
    busy.end = [](Desk &desk) {
        // More than once: its client may have sent it again.
        QTRY_VERIFY(!desk.ask({"SCRIPT", "KILL"}).isEmpty() && desk.other.state() == QProcess::NotRunning);
    };
    row("busy with a script", busy);
    row("replica without its master",
        byCommands({{"CONFIG", "SET", "replica-serve-stale-data", "no"}, {"REPLICAOF", "127.0.0.1", "1"}},
                   {{"REPLICAOF", "NO", "ONE"}}, "still loading"));
    Fault password = byCommands({{"ACL", "SETUSER", "desk", "resetpass", ">new"}, {"CLIENT", "KILL", "USER", "desk"}},
                                {{"ACL", "SETUSER", "desk", "resetpass", ">old"}}, "did not let you in");
    password.user = QStringLiteral("desk");
    row("password changed", password);
    if (const LiveStore probe; protectedUrl(probe.url())) {
        row("protected mode",
            {[](Desk &desk) {
                 desk.proxy.setUpstream(*protectedUrl(desk.live.url()));
                 desk.proxy.resetAll();
             },
             [](Desk &desk) { desk.proxy.setUpstream(desk.live.url()); }, QStringLiteral("runs in protected mode")});
    }
    // One that is connected may stay, and give the place back.
    row("too many clients",
        {[](Desk &desk) {
             desk.live.store().close();
             desk.other.start(QStringLiteral("stdbuf"),
                              {QStringLiteral("-oL"), QStringLiteral("redis-cli"), QStringLiteral("-s"),
                               desk.live.url().socketPath});
             desk.other.write("CONFIG SET maxclients 1\n");
             QTRY_COMPARE(desk.heard(), "OK\n");
             desk.proxy.resetAll();
         },
         [](Desk &desk) {
             desk.other.write("CONFIG SET maxclients 100\n");
             QTRY_COMPARE(desk.heard(), "OK\nOK\n");
         },
         QStringLiteral("The store is busy")});

    row("out of memory", byCommands({{"CONFIG", "SET", "maxmemory", "1"}}, {{"CONFIG", "SET", "maxmemory", "0"}}, ""));
    row("read-only replica", byCommands({{"REPLICAOF", "127.0.0.1", "1"}}, {{"REPLICAOF", "NO", "ONE"}}, ""));
    // The window asks once a second while it is idle: what an idle time-out does to it, the server does here at once.
    row("idle time-out", byCommands({{"CLIENT", "KILL", "TYPE", "normal"}}, {}, ""));
}

void TestMainWindowEachFault::comesBackAtTheSamePlace()
{
    QFETCH(const Fault, fault);
    Desk desk;
    StoreTarget target{desk.proxy.url(), fault.options};
    if (!fault.user.isEmpty()) {
        desk.ask({"ACL", "SETUSER", fault.user.toUtf8(), "on", ">old", "~*", "&*", "+@all"});
        target.url.user = fault.user;
        target.url.password = QStringLiteral("old");
    }
    WindowFixture fixture;
    open(fixture, target);

    fault.begin(desk);
    const QDateTime before = fixture.session().lastAnswer();
    fixture.trigger("refreshAction");
    if (fault.words.isEmpty()) {
        QTRY_VERIFY_WITH_TIMEOUT(fixture.session().lastAnswer() > before, 60'000);
        isBack(fixture);
        fault.end(desk);
    } else {
        isLost(fixture, fault.words);
        longTasksEnd(fixture);
        fault.end(desk);
        if (fixture.child<QAction>("retryAction")->isEnabled()) // or it did so by itself
            fixture.trigger("retryAction");
    }
    isBack(fixture);
    // And goes on: what comes now is seen.
    desk.live.create({sampleReport(QStringLiteral("s"), QStringLiteral("new"), 1'700'000'000)});
    fixture.trigger("refreshAction");
    QTRY_COMPARE(fixture.trades()->rowCount(), Trades + 1);
    QTRY_COMPARE(fixture.orderId(list(fixture).currentIndex().row()), m_current);
    desk.other.kill();
    desk.other.waitForFinished();
}

void TestMainWindowEachFault::cutAllOverAPage()
{
    Desk desk;
    WindowFixture fixture;
    open(fixture, {desk.proxy.url(), {}});
    // At least the page in sight is asked for again.
    const qint64 size = 200 * textOf(sampleReports(QStringLiteral("s"), 1).front()).size();
    for (qint64 at = 0; at < size; at += 1 + size / 25) {
        desk.harm({.kind = Kind::Cut, .after = at});
        fixture.trigger("refreshAction");
        isLost(fixture, QString::fromLatin1(Lost));
        desk.heal();
        if (fixture.child<QAction>("retryAction")->isEnabled())
            fixture.trigger("retryAction");
        isBack(fixture);
    }
}

void TestMainWindowEachFault::resetInTheTlsHandshake()
{
    const TestCertificates certificates;
    const auto server
        = startTlsServer(certificates.sign(QStringLiteral("store"), QStringLiteral("DNS:localhost,IP:127.0.0.1")));
    QVERIFY2(server, why(server));
    ReportStore filling(server->plain, writableOptions());
    const auto stored = filling.createMany(sampleReports(QStringLiteral("s"), Trades));
    QVERIFY2(stored && !stored->error, why(stored));
    FaultProxy proxy(server->tls);
    StoreTarget target{proxy.url(), {}};
    target.options.caFile = certificates.authority();
    WindowFixture fixture;
    open(fixture, target);
    for (const qint64 at : {0, 1, 100, 700}) {
        proxy.setFault({.kind = Kind::Reset, .after = at});
        proxy.resetAll();
        fixture.trigger("refreshAction");
        isLost(fixture, proxy.url().display());
        proxy.setFault({});
        if (fixture.child<QAction>("retryAction")->isEnabled())
            fixture.trigger("retryAction");
        isBack(fixture);
    }
}

void TestMainWindowEachFault::killedAndStartedAgain()
{
    Desk desk;
    QTemporaryDir folder;
    const QString link = folder.filePath(QStringLiteral("redis.sock"));
    QFile dump(folder.filePath(QStringLiteral("saved.rdb")));
    QVERIFY(dump.open(QIODevice::WriteOnly));
    dump.write(desk.live.dump());
    dump.close();
    RedisUrl url = desk.live.url();
    QVERIFY(QFile::link(url.socketPath, link));
    url.socketPath = link;
    WindowFixture fixture;
    open(fixture, {url, {}});

    desk.signal(SIGKILL); // its socket stays, and nobody answers there
    isLost(fixture, QStringLiteral("Nobody answers at"));
    const auto again = PrivateServer::startWithData(dump.fileName(), {});
    QVERIFY2(again, why(again));
    QVERIFY(QFile::remove(link) && QFile::link(again->url().socketPath, link));
    isBack(fixture); // by itself

    // And without its data: then there is nothing to show.
    QVERIFY(QFile::remove(link));
    const LiveStore empty;
    QVERIFY(QFile::link(empty.url().socketPath, link));
    ::kill(static_cast<pid_t>(again->processId()), SIGKILL);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.message(), u"No trades of s", 60'000);
    QCOMPARE(fixture.trades()->rowCount(), 0);
}

QTEST_MAIN(TestMainWindowEachFault)
#include "tst_mainwindoweachfault.moc"
