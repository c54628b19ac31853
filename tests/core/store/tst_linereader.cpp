// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/linereader.h"

#include <QBuffer>
#include <QFile>
#include <QTest>

#include <thread>

#include <unistd.h>

using namespace arbscope;

namespace {

/// Gives at most `step` bytes a read, and fails at `failAt`.
class ChunkedDevice : public QIODevice
{
public:
    ChunkedDevice(QByteArray bytes, qint64 step, qint64 failAt = -1)
        : m_bytes(std::move(bytes))
        , m_step(step)
        , m_failAt(failAt)
    {
        open(ReadOnly | Unbuffered);
    }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 size) override
    {
        if (m_failAt >= 0 && m_position >= m_failAt)
            return -1;
        const qint64 count = std::min({size, m_step, qint64(m_bytes.size()) - m_position});
        std::copy_n(m_bytes.constData() + m_position, count, data);
        m_position += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_step;
    qint64 m_failAt;
    qint64 m_position = 0;
};

} // namespace

class TestLineReader : public QObject
{
    Q_OBJECT

private slots:
    void lines_data();
    void lines();
    void tooLongLinesAreSkipped_data();
    void tooLongLinesAreSkipped();
    void failureOfTheDevice();
    void stopEndsWaiting();
};

void TestLineReader::lines_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArrayList>("lines");
    QTest::newRow("nothing") << QByteArray() << QByteArrayList{};
    QTest::newRow("one") << QByteArray("a\n") << QByteArrayList{"a"};
    QTest::newRow("unended") << QByteArray("a\nbc") << QByteArrayList{"a", "bc"};
    QTest::newRow("blank ones") << QByteArray("\n\na\n\n") << QByteArrayList{"", "", "a", ""};
    QTest::newRow("CR LF") << QByteArray("a\r\nb\r\n") << QByteArrayList{"a", "b"};
    QTest::newRow("a lone CR is text") << QByteArray("a\rb\n\r") << QByteArrayList{"a\rb", "\r"};
    QTest::newRow("two CRs") << QByteArray("a\r\r\n") << QByteArrayList{"a\r"};
    QTest::newRow("zero bytes") << QByteArray("a\0b\n\0", 5)
                                << QByteArrayList{QByteArray("a\0b", 3), QByteArray("\0", 1)};
    QTest::newRow("longer than a block") << QByteArray(3'000'000, 'x') + "\ny\n"
                                         << QByteArrayList{QByteArray(3'000'000, 'x'), "y"};
}

void TestLineReader::lines()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArrayList, lines);
    for (const qint64 step : {1'000'000'000, 65'537, 1}) {
        if (step == 1 && bytes.size() > 1000)
            continue;
        ChunkedDevice device(bytes, step);
        LineReader reader(device, 1 << 30);
        QByteArrayList read;
        while (reader.next()) {
            QVERIFY(!reader.isTooLong());
            read.push_back(QByteArray(reader.line().data(), qsizetype(reader.line().size())));
        }
        QVERIFY(!reader.failed());
        QCOMPARE(read, lines);
        QCOMPARE(reader.bytesRead(), qint64(bytes.size()));
    }
}

void TestLineReader::tooLongLinesAreSkipped_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("seen"); // "L" too long, else the line
    const QByteArray longLine(5'000'000, 'x');
    QTest::newRow("first") << longLine + "\nb\n" << QByteArray("L b ");
    QTest::newRow("middle") << "a\n" + longLine + "\nb" << QByteArray("a L b ");
    QTest::newRow("last") << "a\n" + longLine << QByteArray("a L ");
    QTest::newRow("two") << longLine + '\n' + longLine + "\nc\n" << QByteArray("L L c ");
    QTest::newRow("in one block") << QByteArray("a\n1234567890\nb\n") << QByteArray("a L b ");
}

void TestLineReader::tooLongLinesAreSkipped()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, seen);
    ChunkedDevice device(bytes, 100'000);
    LineReader reader(device, 9);
    QByteArray read;
    while (reader.next())
        read += (reader.isTooLong() ? QByteArray("L")
                                    : QByteArray(reader.line().data(), qsizetype(reader.line().size())))
            + ' ';
    QCOMPARE(read, seen);
    QCOMPARE(reader.bytesRead(), qint64(bytes.size()));
}

void TestLineReader::failureOfTheDevice()
{
    ChunkedDevice device("one\ntwo\nthree\n", 5, 10);
    LineReader reader(device, 1000);
    QVERIFY(reader.next());
    QVERIFY(reader.next());
    QVERIFY(!reader.next());
    QVERIFY(reader.failed());
}

void TestLineReader::stopEndsWaiting()
{
    std::array<int, 2> ends{};
    QCOMPARE(::pipe(ends.data()), 0);
    QFile pipe;
    QVERIFY(pipe.open(ends[0], QIODevice::ReadOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle));
    QCOMPARE(::write(ends[1], "a\nb", 3), ssize_t(3));
    std::stop_source source;
    LineReader reader(pipe, 1000, source.get_token());
    QVERIFY(reader.next());
    bool more = true;
    std::jthread thread([&]() { more = reader.next(); });
    source.request_stop();
    thread.join();
    QVERIFY(!more);
    QVERIFY(!reader.failed());
    ::close(ends[1]);
}

QTEST_GUILESS_MAIN(TestLineReader)
#include "tst_linereader.moc"
