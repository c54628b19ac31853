// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/pagecache.h"

#include <QTest>

using namespace arbscope;

namespace {

TradePtr trade(const QByteArray &id, qsizetype bytes = 100)
{
    StoredTrade stored;
    stored.orderId = id;
    stored.present = true;
    stored.raw = QByteArray(bytes, 'x');
    return std::make_shared<const StoredTrade>(std::move(stored));
}

std::vector<TradePtr> trades(qint64 first, int count)
{
    std::vector<TradePtr> made;
    for (qint64 rank = first; rank < first + count; ++rank)
        made.push_back(trade(QByteArray::number(rank)));
    return made;
}

} // namespace

class TestPageCache : public QObject
{
    Q_OBJECT

private slots:
    void holdsTradesByRank();
    void rangesMayLieAcrossPages();
    void replacesWhatStandsThere();
    void staleTradesStayUntilReplaced();
    void forgetsTheLeastUsedPage();
    void keepsTheLastPageHoweverLarge();
    void clears();
};

void TestPageCache::holdsTradesByRank()
{
    PageCache cache(1 << 20);
    QVERIFY(!cache.at(0));
    QVERIFY(cache.isStale(0));
    cache.insert(400, trades(400, 200));
    QCOMPARE(cache.at(400)->orderId, "400");
    QCOMPARE(cache.at(599)->orderId, "599");
    QVERIFY(!cache.at(399));
    QVERIFY(!cache.at(600));
    QVERIFY(!cache.isStale(450));
    QCOMPARE(cache.pageCount(), 1);
}

void TestPageCache::rangesMayLieAcrossPages()
{
    PageCache cache(1 << 20);
    cache.insert(150, trades(150, 120)); // of pages 0 and 1
    QCOMPARE(cache.pageCount(), 2);
    QCOMPARE(cache.at(150)->orderId, "150");
    QCOMPARE(cache.at(269)->orderId, "269");
    QVERIFY(!cache.at(149));
    QVERIFY(cache.isStale(149)); // a gap in a page that is here
    QVERIFY(cache.isStale(270));
    QVERIFY(!cache.isStale(200));
}

void TestPageCache::replacesWhatStandsThere()
{
    PageCache cache(1 << 20);
    cache.insert(0, {trade("a", 1000)});
    const qint64 before = cache.bytes();
    cache.insert(0, {trade("b", 10)});
    QCOMPARE(cache.at(0)->orderId, "b");
    QCOMPARE(cache.bytes(), before - 3 * 990);
}

void TestPageCache::staleTradesStayUntilReplaced()
{
    PageCache cache(1 << 20);
    cache.insert(0, {trade("a")});
    cache.markStale();
    QCOMPARE(cache.at(0)->orderId, "a");
    QVERIFY(cache.isStale(0));
    cache.insert(0, {trade("b")});
    QVERIFY(!cache.isStale(0));
}

void TestPageCache::forgetsTheLeastUsedPage()
{
    PageCache one(1LL << 40);
    one.insert(0, trades(0, 200));
    const qint64 page = one.bytes();

    PageCache cache(3 * page);
    for (const qint64 first : {0, 200, 400})
        cache.insert(first, trades(first, 200));
    QVERIFY(cache.at(0)); // used again: 200…399 is the oldest now
    cache.insert(600, trades(600, 200));
    QVERIFY(cache.at(0));
    QVERIFY(!cache.at(200));
    QVERIFY(cache.at(400));
    QVERIFY(cache.at(600));
    QVERIFY(cache.bytes() <= 3 * page);
}

void TestPageCache::keepsTheLastPageHoweverLarge()
{
    PageCache cache(1000);
    cache.insert(0, {trade("small")});
    cache.insert(200, {trade("large", 1 << 20)});
    QVERIFY(!cache.at(0));
    QCOMPARE(cache.at(200)->orderId, "large");
}

void TestPageCache::clears()
{
    PageCache cache(1 << 20);
    cache.insert(0, trades(0, 10));
    cache.clear();
    QVERIFY(!cache.at(0));
    QCOMPARE(cache.bytes(), 0);
    QCOMPARE(cache.pageCount(), 0);
}

QTEST_GUILESS_MAIN(TestPageCache)
#include "tst_pagecache.moc"
