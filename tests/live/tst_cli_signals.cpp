// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/paths.h"
#include "tests/support/clirun.h"
#include "tests/support/livestore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <csignal>

using namespace arbscope;
using namespace arbscope::test;
using namespace Qt::Literals::StringLiterals;

namespace {

void send(const QProcess &process, int signal)
{
    ::kill(static_cast<pid_t>(process.processId()), signal);
}

/// Whether it is the program by now, and has a handler of its own for the signal.
bool catches(const QProcess &process, int signal)
{
    const QString folder = u"/proc/%1/"_s.arg(process.processId());
    QFile status(folder + u"status");
    if (!QFile::symLinkTarget(folder + u"exe").endsWith(u"arbscope-cli"_s) || !status.open(QIODevice::ReadOnly))
        return false;
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("SigCgt:");
    if (at < 0) // it has ended
        return false;
    const quint64 caught = text.sliced(at).split('\n').front().split('\t').value(1).toULongLong(nullptr, 16);
    return (caught >> (signal - 1) & 1) != 0;
}

/// A line of the process's standard output; waits for it.
QByteArray firstLine(QProcess &process)
{
    while (!process.canReadLine()) {
        if (!process.waitForReadyRead(60'000)) {
            return {};
        }
    }
    return process.readLine().trimmed();
}

} // namespace

class TestCliSignals final : public QObject
{
    Q_OBJECT
private slots:
    void demoRunsUntilInterrupted_data();
    void demoRunsUntilInterrupted();
    void demoTellsUrlAsJson();
    void interruptsReading_data();
    void interruptsReading();
    void interruptsWaitingForStore();
    void interruptsWriting();
    void readerMayGo_data();
    void readerMayGo();
    void diskMayBeFull_data();
    void diskMayBeFull();
    void standardDescriptorsMayBeClosed_data();
    void standardDescriptorsMayBeClosed();
};

void TestCliSignals::demoRunsUntilInterrupted_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGHUP") << SIGHUP;
}

void TestCliSignals::demoRunsUntilInterrupted()
{
    QFETCH(const int, signal);
    const auto demo = startCli({"demo"});
    const QByteArray url = firstLine(*demo);
    QVERIFY2(url.startsWith("unix:///"), demo->readAllStandardError());
    const CliResult servers = runCli({"servers", "--json", "--url", url});
    QCOMPARE(servers.status, 0);
    QCOMPARE(jsonLines(servers.out).size(), std::size_t(3));
    for (const QJsonObject &server : jsonLines(servers.out)) {
        QVERIFY(server["reports"_L1].toInt() >= 5000);
    }
    send(*demo, signal);
    QCOMPARE(finishCli(*demo), 130);
    QVERIFY(!QFileInfo::exists(QString::fromUtf8(url.mid(7))));
}

void TestCliSignals::demoTellsUrlAsJson()
{
    const auto demo = startCli({"--json", "demo"});
    const QByteArray line = firstLine(*demo);
    QVERIFY(jsonLines(line).front()["url"_L1].toString().startsWith(u"unix:///"));
    send(*demo, SIGINT);
    QCOMPARE(finishCli(*demo), 130);
}

void TestCliSignals::interruptsReading_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<bool>("fromPipe");
    for (const char *command : {"validate", "import"}) {
        QTest::addRow("%s standard input", command) << QByteArray(command) << false;
        QTest::addRow("%s named pipe", command) << QByteArray(command) << true;
    }
}

void TestCliSignals::interruptsReading()
{
    QFETCH(const QByteArray, command);
    QFETCH(const bool, fromPipe);
    const LiveStore live;
    const QTemporaryDir directory;
    const QByteArray pipe = directory.filePath(u"pipe"_s).toUtf8();
    QCOMPARE(::mkfifo(pipe.constData(), 0600), 0);
    const auto process = startCli({command, fromPipe ? pipe : QByteArray("-"), "--json"},
                                  {"ARBSCOPE_URL=" + live.url().display().toUtf8()});
    // What has been read is told before more is waited for: then it is known to wait.
    if (fromPipe) {
        QFile writer(QString::fromUtf8(pipe));
        QVERIFY(writer.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        if (command == "validate") {
            writer.write("{}\n");
            QVERIFY(!firstLine(*process).isEmpty());
        }
        send(*process, SIGINT);
        QCOMPARE(finishCli(*process), 130);
        return;
    }
    if (command == "validate") {
        process->write("{}\n");
        QVERIFY(!firstLine(*process).isEmpty());
    } else {
        QTRY_VERIFY(catches(*process, SIGINT));
    }
    send(*process, SIGINT);
    QVERIFY(process->waitForFinished(60'000)); // its standard input is still open
    QCOMPARE(process->exitCode(), 130);
}

void TestCliSignals::interruptsWaitingForStore()
{
    LiveStore frozen;
    frozen.create(sampleReports(u"ams1"_s, 1));
    const QByteArray url = frozen.url().display().toUtf8();
    QCOMPARE(::kill(static_cast<pid_t>(frozen.processId()), SIGSTOP), 0);
    for (const QByteArrayList &command : {QByteArrayList{"servers"}, {"export", "-o", "-"}, {"list", "ams1"}}) {
        const auto process = startCli(command + QByteArrayList{"--url", url, "--timeout", "3600"});
        // It waits for the store's answer once it has a socket.
        QTRY_VERIFY(catches(*process, SIGTERM));
        QTRY_VERIFY([&process] {
            const QDir descriptors(u"/proc/%1/fd"_s.arg(process->processId()));
            for (const QString &name : descriptors.entryList(QDir::System | QDir::Files)) {
                char target[64] = {};
                const QByteArray link = descriptors.filePath(name).toUtf8();
                if (::readlink(link.constData(), target, sizeof target - 1) > 0
                    && QByteArray(target).startsWith("socket:")) {
                    return true;
                }
            }
            return false;
        }());
        send(*process, SIGTERM);
        QCOMPARE(finishCli(*process), 130);
    }
    ::kill(static_cast<pid_t>(frozen.processId()), SIGCONT);
}

void TestCliSignals::interruptsWriting()
{
    LiveStore live;
    live.create(sampleReports(u"ams1"_s, 3000));
    // A reader that does not read: the pipe fills up.
    for (const QByteArray &command : {QByteArray("list"), QByteArray("export")}) {
        std::array<int, 2> ends{};
        QCOMPARE(::pipe2(ends.data(), O_CLOEXEC), 0);
        const auto arguments = command == "list" ? QByteArrayList{"list", "ams1", "--format", "csv"}
                                                 : QByteArrayList{"export", "-o", "-"};
        const auto process = startCli(arguments + QByteArrayList{"--url", live.url().display().toUtf8()}, {}, ends[1]);
        ::close(ends[1]);
        QTRY_VERIFY([&ends] {
            int filled = 0;
            return ::ioctl(ends[0], FIONREAD, &filled) == 0 && filled > 60'000;
        }());
        send(*process, SIGINT);
        QCOMPARE(finishCli(*process), 130);
        ::close(ends[0]);
    }
}

void TestCliSignals::readerMayGo_data()
{
    QTest::addColumn<QByteArrayList>("arguments");
    QTest::newRow("list") << QByteArrayList{"list", "ams1", "--format", "jsonl"};
    QTest::newRow("table") << QByteArrayList{"list", "ams1"};
    QTest::newRow("export") << QByteArrayList{"export", "-o", "-"};
    QTest::newRow("help") << QByteArrayList{"--help"};
}

void TestCliSignals::readerMayGo()
{
    QFETCH(const QByteArrayList, arguments);
    LiveStore live;
    live.create(sampleReports(u"ams1"_s, 3000));
    std::array<int, 2> ends{};
    QCOMPARE(::pipe2(ends.data(), O_CLOEXEC), 0);
    ::close(ends[0]);
    const auto process = startCli(arguments + QByteArrayList{"--url", live.url().display().toUtf8()}, {}, ends[1]);
    ::close(ends[1]);
    QCOMPARE(finishCli(*process), 0);
    QCOMPARE(process->readAllStandardError(), QByteArray());
}

void TestCliSignals::diskMayBeFull_data()
{
    readerMayGo_data();
}

void TestCliSignals::diskMayBeFull()
{
    QFETCH(const QByteArrayList, arguments);
    LiveStore live;
    live.create(sampleReports(u"ams1"_s, 3000));
    QFile full(u"/dev/full"_s);
    QVERIFY(full.open(QIODevice::WriteOnly));
    const auto process
        = startCli(arguments + QByteArrayList{"--url", live.url().display().toUtf8()}, {}, full.handle());
    QCOMPARE(finishCli(*process), 4);
    QVERIFY(process->readAllStandardError().contains("standard output: No space left"));
}

void TestCliSignals::standardDescriptorsMayBeClosed_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("output") << u"servers >&-"_s << 4 << QByteArray("standard output: Bad file descriptor");
    QTest::newRow("output not needed") << u"export -o /dev/null >&-"_s << 0 << QByteArray("Export of 3 trades");
    QTest::newRow("input") << u"validate - <&-"_s << 4 << QByteArray("standard input: Bad file descriptor");
    QTest::newRow("input to import") << u"import - <&-"_s << 4 << QByteArray("standard input: Bad file descriptor");
    QTest::newRow("input not needed") << u"servers <&-"_s << 0 << QByteArray();
    QTest::newRow("error") << u"servers 2>&-"_s << 0 << QByteArray();
    QTest::newRow("error, needed") << u"nonsense 2>&-"_s << 2 << QByteArray();
    QTest::newRow("all") << u"servers <&- >&- 2>&-"_s << 4 << QByteArray();
}

void TestCliSignals::standardDescriptorsMayBeClosed()
{
    QFETCH(const QString, command);
    QFETCH(const int, status);
    QFETCH(const QByteArray, message);
    LiveStore live;
    live.create(sampleReports(u"ams1"_s, 3));
    QProcess process;
    process.start(u"/bin/sh"_s,
                  {u"-c"_s, u"exec \"$0\" --url \"$1\" "_s + command, QStringLiteral(ARBSCOPE_BIN_DIR "/arbscope-cli"),
                   live.url().display()});
    QCOMPARE(finishCli(process), status);
    const QByteArray told = process.readAllStandardError();
    QVERIFY2(told.contains(message) && told.isEmpty() == message.isEmpty(), told);
}

QTEST_GUILESS_MAIN(TestCliSignals)
#include "tst_cli_signals.moc"
