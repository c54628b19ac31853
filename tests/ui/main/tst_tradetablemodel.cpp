// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The list's model and its feed on a real store.
#include "tests/support/livestore.h"
#include "tests/support/rediscli.h"
#include "ui/columns/columns.h"
#include "ui/models/orphanfeed.h"
#include "ui/models/tradefeed.h"
#include "ui/models/tradetablemodel.h"
#include "ui/store/storesession.h"
#include "ui/text/timedisplay.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace arbscope;
using namespace arbscope::test;
using RowState = TradeTableModel::RowState;

namespace {

struct Fixture
{
    explicit Fixture(const RedisUrl &url) { session.open({url, {}}); }

    StoreSession session;
    TradeFeed feed{session};
    OrphanFeed orphans{session};
    TimeDisplay times;
    TradeTableModel model{feed, orphans, times};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    QByteArray id(int row) const { return model.index(row, 0).data(TradeTableModel::OrderIdRole).toByteArray(); }
    RowState state(int row) const { return model.index(row, 0).data(TradeTableModel::StateRole).value<RowState>(); }
    QString text(int row, const char *column) const
    {
        return model.index(row, tradeColumnIndex(QString::fromLatin1(column))).data().toString();
    }
};

} // namespace

class TestTradeTableModel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_store = std::make_unique<LiveStore>(); }
    void init() { m_store->clear(); }

    void showsRanksInBothOrders();
    void readsPagesAsTheyAreShown();
    void marksWhatCannotBeRead();
    void emptyAndUnknownServers();
    void serverOfAnotherType();
    void growsAtTheEnds();
    void growsInBetween();
    void startsAnewWhenTradesGo();
    void keepsRowsUntilARefreshAnswers();
    void locatesByIdAndClock();
    void timeSinceThePreviousTrade();
    void oddNames();

private:
    std::unique_ptr<LiveStore> m_store;
};

void TestTradeTableModel::showsRanksInBothOrders()
{
    m_store->create(sampleReports(QStringLiteral("s"), 5));
    Fixture f(m_store->url());
    f.feed.show("s");
    QTRY_COMPARE(f.model.rowCount(), 5);
    QCOMPARE(f.model.columnCount(), int(tradeColumns().size()));
    QTRY_COMPARE(f.id(0), "id-000004");
    QCOMPARE(f.id(4), "id-000000");
    QPersistentModelIndex third(f.model.index(1, 2));
    f.model.setOrder(TradeOrder::OldestFirst);
    QCOMPARE(f.id(0), "id-000000");
    QCOMPARE(third.row(), 3);
    QCOMPARE(f.id(third.row()), "id-000003");
}

void TestTradeTableModel::readsPagesAsTheyAreShown()
{
    m_store->create(sampleReports(QStringLiteral("s"), 1500));
    Fixture f(m_store->url());
    f.feed.show("s");
    QTRY_COMPARE(f.model.rowCount(), 1500);
    QCOMPARE(f.state(0), RowState::Readable); // the end seen first came with the number
    QCOMPARE(f.state(1000), RowState::Loading);
    QCOMPARE(f.text(1000, "clock"), u"loading…");
    QVERIFY(!f.model.trade(1000));
    QSignalSpy changes(&f.model, &QAbstractItemModel::dataChanged);
    QTRY_COMPARE(f.state(1000), RowState::Readable);
    QCOMPARE(f.id(1000), "id-000499");
    QVERIFY(!changes.isEmpty());
    QVERIFY(!f.model.trade(800)); // not of that page, and asking in this way reads nothing
}

void TestTradeTableModel::marksWhatCannotBeRead()
{
    m_store->create({sampleReport(QStringLiteral("s"), QStringLiteral("good"), 1)});
    m_store->put("s", "bad", "{\"asset_1\": 5}", 2);
    m_store->put("s", "garbage", "\xff\xfe <b>no</b>", 3);
    m_store->call({"ZADD", "execution_report_sorted:s", "4", "gone"});
    QByteArray coerced = *m_store->call({"HGET", "execution_report:s", "good"}).bulk();
    coerced.replace("\"good\"", "17");
    m_store->put("s", "17", coerced, 5);
    Fixture f(m_store->url());
    f.model.setOrder(TradeOrder::OldestFirst);
    f.feed.show("s");
    QTRY_COMPARE(f.model.rowCount(), 5);
    QTRY_COMPARE(f.state(4), RowState::Coerced);
    QCOMPARE(f.state(0), RowState::Readable);
    QCOMPARE(f.state(1), RowState::Unreadable);
    QCOMPARE(f.state(2), RowState::Unreadable);
    QCOMPARE(f.state(3), RowState::Missing);
    QCOMPARE(f.text(1, "order_id"), u"bad");
    QCOMPARE(f.text(3, "order_id"), u"gone");
    const auto why = [&f](int row) { return f.model.index(row, 0).data(Qt::ToolTipRole).toString(); };
    QVERIFY(why(0).isEmpty());
    QVERIFY2(why(1).contains(u"asset_1"), qPrintable(why(1)));
    QVERIFY(why(3).contains(u"no report"));
    QVERIFY2(why(4).contains(u"order_id"), qPrintable(why(4)));
}

void TestTradeTableModel::emptyAndUnknownServers()
{
    Fixture f(m_store->url());
    QCOMPARE(f.model.rowCount(), 0);
    QVERIFY(!f.feed.total());
    f.feed.show("nobody");
    QTRY_COMPARE(f.feed.total().value_or(-1), 0);
    QCOMPARE(f.model.rowCount(), 0);
    m_store->create(sampleReports(QStringLiteral("nobody"), 2)); // its first trades come by themselves
    QTRY_COMPARE(f.model.rowCount(), 2);
    f.feed.show(std::nullopt);
    QCOMPARE(f.model.rowCount(), 0);
}

void TestTradeTableModel::serverOfAnotherType()
{
    redisCli(m_store->url(), {"SET", "execution_report_sorted:s", "text"});
    Fixture f(m_store->url());
    QSignalSpy failures(&f.feed, &TradeFeed::failed);
    f.feed.show("s");
    QTRY_COMPARE(failures.count(), 1);
    QCOMPARE(failures.front().front().value<RedisError>().code, RedisErrorCode::WrongType);
    QCOMPARE(f.session.state(), StoreSession::State::Connected);
}

void TestTradeTableModel::growsAtTheEnds()
{
    m_store->create(sampleReports(QStringLiteral("s"), 250));
    Fixture f(m_store->url());
    f.feed.show("s");
    QTRY_COMPARE(f.model.rowCount(), 250);
    QPersistentModelIndex row(f.model.index(10, 0));
    QSignalSpy resets(&f.model, &QAbstractItemModel::modelReset);
    m_store->create(sampleReports(QStringLiteral("s"), 300, 1'700'000'000)); // ids that are there stay as they are
    QTRY_COMPARE(f.model.rowCount(), 300);
    QCOMPARE(row.row(), 60);
    QTRY_COMPARE(f.id(0), "id-000299");
    QTRY_COMPARE(f.id(60), "id-000239");
    QCOMPARE(resets.count(), 0);
}

void TestTradeTableModel::growsInBetween()
{
    m_store->create(sampleReports(QStringLiteral("s"), 10));
    Fixture f(m_store->url());
    f.feed.show("s");
    QTRY_COMPARE(f.model.rowCount(), 10);
    QTRY_COMPARE(f.id(4), "id-000005");
    f.feed.setAnchor(f.model.rankOf(4));
    QPersistentModelIndex anchor(f.model.index(4, 0));
    m_store->create({sampleReport(QStringLiteral("s"), QStringLiteral("late-1"), 1'600'000'002.5),
                     sampleReport(QStringLiteral("s"), QStringLiteral("late-2"), 1'600'000'007.5),
                     sampleReport(QStringLiteral("s"), QStringLiteral("late-3"), 1'600'000'008.5)});
    QTRY_COMPARE(f.model.rowCount(), 13);
    QTRY_COMPARE(f.id(anchor.row()), "id-000005");
    QCOMPARE(anchor.row(), 6);
    QTRY_COMPARE(f.id(1), "late-3");
    QTRY_COMPARE(f.id(9), "late-1");
}

void TestTradeTableModel::startsAnewWhenTradesGo()
{
    m_store->create(sampleReports(QStringLiteral("s"), 10));
    Fixture f(m_store->url());
    f.feed.show("s");
    QTRY_COMPARE(f.model.rowCount(), 10);
    redisCli(m_store->url(), {"ZREM", "execution_report_sorted:s", "id-000009", "id-000003"});
    QTRY_COMPARE(f.model.rowCount(), 8);
    QTRY_COMPARE(f.id(0), "id-000008");
    redisCli(m_store->url(), {"DEL", "execution_report_sorted:s"});
    QTRY_COMPARE(f.model.rowCount(), 0);
}

void TestTradeTableModel::keepsRowsUntilARefreshAnswers()
{
    m_store->create({sampleReport(QStringLiteral("s"), QStringLiteral("a"), 1)});
    m_store->call({"ZADD", "execution_report_sorted:s", "2", "b"});
    Fixture f(m_store->url());
    f.feed.show("s");
    QTRY_COMPARE(f.state(0), RowState::Missing);
    m_store->put("s", "b", *m_store->call({"HGET", "execution_report:s", "a"}).bulk());
    f.feed.refresh();
    QCOMPARE(f.model.rowCount(), 2);
    QCOMPARE(f.id(1), "a"); // shown until the answer comes
    QTRY_COMPARE(f.state(0), RowState::Readable);
}

void TestTradeTableModel::locatesByIdAndClock()
{
    m_store->create(sampleReports(QStringLiteral("s"), 10));
    Fixture f(m_store->url());
    f.feed.show("s");
    QTRY_COMPARE(f.model.rowCount(), 10);
    QSignalSpy tradeLocated(&f.feed, &TradeFeed::tradeLocated);
    f.feed.locate(QByteArray("id-000003"));
    f.feed.locate(QByteArray("nobody"));
    QTRY_COMPARE(tradeLocated.count(), 2); // each with what it answers
    QCOMPARE(tradeLocated[0][0].toByteArray(), "id-000003");
    QCOMPARE(tradeLocated[0][1].value<std::optional<qint64>>(), std::optional<qint64>(3));
    QCOMPARE(tradeLocated[1][0].toByteArray(), "nobody");
    QCOMPARE(tradeLocated[1][1].value<std::optional<qint64>>(), std::nullopt);
    QSignalSpy located(&f.feed, &TradeFeed::clockLocated);
    const auto answer = [&located] { return located.takeFirst().front().value<std::optional<qint64>>(); };
    for (const auto &[clock, rank] : {std::pair(1'600'000'004.0, 4), {1'600'000'004.5, 5}, {0.0, 0}}) {
        f.feed.locate(clock);
        QTRY_COMPARE(located.count(), 1);
        QCOMPARE(answer(), std::optional<qint64>(rank));
    }
    f.feed.locate(1'700'000'000.0);
    QTRY_COMPARE(located.count(), 1);
    QCOMPARE(answer(), std::nullopt);
}

void TestTradeTableModel::timeSinceThePreviousTrade()
{
    m_store->create(sampleReports(QStringLiteral("s"), 401));
    m_store->create({sampleReport(QStringLiteral("s"), QStringLiteral("later"), 1'600'000'600.25)});
    m_store->put("s", "unreadable", "{}", 1'700'000'000);
    Fixture f(m_store->url());
    f.times.setFormat(TimeFormat::make(TimeZoneKind::Utc, {}, TimeStyle::SincePrevious));
    f.feed.show("s");
    QTRY_COMPARE(f.model.rowCount(), 403);
    QCOMPARE(f.model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), u"Time since previous");
    QTRY_COMPARE(f.text(1, "clock"), u"+3 min 20 s");
    QCOMPARE(f.text(0, "clock"), u"–");
    QTRY_COMPARE(f.text(2, "clock"), u"+1.000 s"); // the first of its page: the one before stands on another
    QTRY_COMPARE(f.text(402, "clock"), u"–"); // the oldest of all
    QCOMPARE(f.text(401, "clock"), u"+1.000 s");
    QCOMPARE(f.text(1, "started_at"), u"2020-09-13 12:36:40.500");
    f.model.setOrder(TradeOrder::OldestFirst); // the previous one in time, whatever the order
    QCOMPARE(f.text(401, "clock"), u"+3 min 20 s");
}

void TestTradeTableModel::oddNames()
{
    for (const QByteArray &server :
         {QByteArray("a:b c\"d\n<i>\xf0\x9f\x9a\x80"), QByteArray("\xff\xfe"), QByteArray("")}) {
        m_store->clear();
        m_store->create({sampleReport(QStringLiteral("x"), QStringLiteral("<b>1</b>\n"), 1)});
        const RedisReply stored = m_store->call({"HGET", "execution_report:x", "<b>1</b>\n"});
        const QByteArray text = *stored.bulk();
        m_store->put(server, "<b>1</b>\n", text, 1);
        Fixture f(m_store->url());
        f.feed.show(server);
        QTRY_COMPARE(f.model.rowCount(), 1);
        QTRY_COMPARE(f.id(0), "<b>1</b>\n");
        QCOMPARE(f.text(0, "order_id"), u"<b>1</b>\\n");
    }
}

QTEST_GUILESS_MAIN(TestTradeTableModel)
#include "tst_tradetablemodel.moc"
