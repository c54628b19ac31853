// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sortedspool.h"

#include <QBuffer>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace arbscope;

namespace {

constexpr double NaN = std::numeric_limits<double>::quiet_NaN();
constexpr double Infinity = std::numeric_limits<double>::infinity();

struct Record
{
    double clock;
    int server;
    std::string id;
    std::string text;

    TradeKey key() const { return {clock, server, id}; }
};

/// What a spool makes of the records, and whether it had to merge.
struct Outcome
{
    QByteArray bytes;
    bool sorted = false;
};

Outcome spooled(const std::vector<Record> &records)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("spool")));
    if (!file.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        qFatal("no spool");
    SortedSpool spool(file, folder.path());
    spool.setHeader("header\n");
    bool written = true;
    for (const Record &record : records) {
        spool.begin(record.key()) += record.text;
        written = spool.end() && written;
    }
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    written = spool.finish() && written && (spool.isSorted() ? spool.copyTo(out, {}) : spool.mergeTo(out, {}));
    return written ? Outcome{out.data(), spool.isSorted()} : Outcome{};
}

QByteArray sorted(std::vector<Record> records)
{
    std::ranges::sort(records, [](const Record &a, const Record &b) { return a.key() < b.key(); });
    QByteArray bytes("header\n");
    for (const Record &record : records)
        bytes += QByteArray::fromStdString(record.text);
    return bytes;
}

Record record(double clock, int server, const std::string &id, std::size_t size = 0)
{
    return {clock, server, id,
            std::to_string(clock) + '/' + std::to_string(server) + '/' + id + std::string(size, '.') + '\n'};
}

} // namespace

class TestSortedSpool : public QObject
{
    Q_OBJECT

private slots:
    void order_data();
    void order();
    void inOrderNeedsNoMerge();
    void manyLateOnesAreSortedOutsideOfMemory();
    void nothingIsLeftBehind();
    void stopEndsTheMerge();
};

void TestSortedSpool::order_data()
{
    QTest::addColumn<std::vector<Record>>("records");
    QTest::newRow("none") << std::vector<Record>{};
    QTest::newRow("one late") << std::vector{record(1, 0, "a"), record(3, 0, "b"), record(2, 0, "c")};
    QTest::newRow("late before the first") << std::vector{record(5, 0, "a"), record(1, 0, "b")};
    QTest::newRow("ties by server") << std::vector{record(1, 1, "a"), record(1, 0, "b"), record(1, 1, "b"),
                                                   record(1, 0, "a")};
    QTest::newRow("ids by bytes") << std::vector{record(1, 0, "a\xff"), record(1, 0, "b"), record(1, 0, "a\x7f"),
                                                 record(1, 0, "a")};
    QTest::newRow("NaN last") << std::vector{record(NaN, 1, "b"),      record(1, 0, "a"),         record(NaN, 0, "z"),
                                             record(Infinity, 0, "i"), record(-Infinity, 0, "m"), record(NaN, 1, "a")};
    QTest::newRow("only NaN") << std::vector{record(NaN, 0, "b"), record(NaN, 0, "a")};
    QTest::newRow("zeros are equal") << std::vector{record(0.0, 0, "b"), record(-0.0, 0, "a")};
    QTest::newRow("falling") << std::vector{record(4, 0, "a"), record(3, 0, "b"), record(2, 0, "c"), record(1, 0, "d")};
}

void TestSortedSpool::order()
{
    QFETCH(std::vector<Record>, records);
    QCOMPARE(spooled(records).bytes, sorted(records));
}

void TestSortedSpool::inOrderNeedsNoMerge()
{
    std::vector<Record> records;
    records.reserve(20000);
    for (int i = 0; i < 20000; ++i)
        records.push_back(record(std::floor(i * 0.5), i % 2, "id" + std::to_string(i), 150));
    const Outcome outcome = spooled(records);
    QVERIFY(outcome.sorted);
    QCOMPARE(outcome.bytes, sorted(records));
}

void TestSortedSpool::manyLateOnesAreSortedOutsideOfMemory()
{
    std::mt19937 random(7);
    std::vector<Record> records;
    records.reserve(30001);
    for (int i = 0; i < 30000; ++i) // about 30 MB, most of it late: several runs
        records.push_back(record(double(random() % 5000), int(random() % 3), std::to_string(i), random() % 2000));
    records.push_back(record(17, 1, "huge", 20'000'000));
    const Outcome outcome = spooled(records);
    QVERIFY(!outcome.sorted);
    QVERIFY(outcome.bytes == sorted(records));
}

void TestSortedSpool::nothingIsLeftBehind()
{
    const QTemporaryDir folder;
    {
        QTemporaryFile file(folder.filePath(QStringLiteral("XXXXXX")));
        QVERIFY(file.open());
        SortedSpool spool(file, folder.path());
        for (int i = 0; i < 20000; ++i) {
            spool.begin({double(-i), 0, "id"}) += std::string(1000, 'x');
            QVERIFY(spool.end());
        }
        QVERIFY(spool.finish());
    }
    QCOMPARE(QDir(folder.path()).entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::Hidden), QStringList());
}

void TestSortedSpool::stopEndsTheMerge()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("spool")));
    QVERIFY(file.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
    SortedSpool spool(file, folder.path());
    for (const double clock : {2.0, 1.0}) {
        spool.begin({clock, 0, "id"}) += "record\n";
        QVERIFY(spool.end());
    }
    QVERIFY(spool.finish());
    QBuffer out;
    QVERIFY(out.open(QIODevice::WriteOnly));
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!spool.mergeTo(out, stop.get_token()));
    QVERIFY(out.data().isEmpty());
}

QTEST_GUILESS_MAIN(TestSortedSpool)
#include "tst_sortedspool.moc"
