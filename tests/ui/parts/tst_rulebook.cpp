// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sampletrades.h"
#include "ui/colors/rulebook.h"
#include "ui/settings/settings.h"
#include "ui/text/timedisplay.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace arbscope;
using namespace arbscope::test;
using namespace Qt::StringLiterals;

namespace {

std::ptrdiff_t blocks = 0; ///< of CountingAllocator

template <class T> struct CountingAllocator
{
    using value_type = T;
    CountingAllocator() = default;
    template <class Other> explicit CountingAllocator(const CountingAllocator<Other> &) { }
    T *allocate(std::size_t count)
    {
        ++blocks;
        return std::allocator<T>().allocate(count);
    }
    void deallocate(T *block, std::size_t count)
    {
        --blocks;
        std::allocator<T>().deallocate(block, count);
    }
    bool operator==(const CountingAllocator &) const = default;
};

std::vector<TradePtr> copiesOf(const StoredTrade &trade, int count)
{
    std::vector<TradePtr> copies;
    copies.reserve(std::size_t(count));
    for (int i = 0; i < count; ++i)
        copies.push_back(std::allocate_shared<StoredTrade>(CountingAllocator<StoredTrade>(), trade));
    return copies;
}

} // namespace

class TestRuleBook final : public QObject
{
    Q_OBJECT

private slots:
    void firstRuleThatHolds();
    void manyTradesAfterEachOther();
    void keepsNoMemoryOfTradesThatAreGone();

private:
    /// The mark of each trade's rule, once they are judged.
    static QStringList judge(RuleBook &book, const std::vector<TradePtr> &trades)
    {
        const QSignalSpy judged(&book, &RuleBook::judged);
        for (const TradePtr &trade : trades)
            (void)book.ruleOf(trade);
        [&] { QTRY_COMPARE(judged.count(), 1); }();
        QStringList marks;
        for (const TradePtr &trade : trades) {
            const ColorRule *rule = book.ruleOf(trade);
            marks << (rule ? rule->mark : QString());
        }
        return marks;
    }
    static ColorRule rule(const QString &mark, const QString &filter)
    {
        ColorRule made;
        made.mark = mark;
        made.filter = filter;
        return made;
    }

    QTemporaryDir m_folder;
    Settings m_settings{m_folder.filePath(u"rules.ini"_s)};
    const TimeDisplay m_times;
};

void TestRuleBook::firstRuleThatHolds()
{
    RuleBook book(m_settings, m_times);
    book.setRules({rule(u"G"_s, u"exchange_2 == \"Gemini\" and succeed_at is not null"_s), rule(u"F"_s, u"failed"_s),
                   rule(u"A"_s, u"asset_1 == \"BTC\""_s)});
    Report other = completeTrade();
    other.exchange2 = u"Bitstamp"_s;
    Report none = other;
    none.asset1 = u"ETH"_s;
    const std::vector<TradePtr> trades{sampleTrade(completeTrade()), sampleTrade(oneLeggedTrade()), sampleTrade(other),
                                       sampleTrade(none), missingTrade()};
    QCOMPARE(judge(book, trades), QStringList({u"G"_s, u"F"_s, u"A"_s, u""_s, u""_s}));
    book.setRules({rule(u"A"_s, u"asset_1 == \"BTC\""_s)}); // what was judged holds no more
    QCOMPARE(book.ruleOf(trades[0]), nullptr);
    QCOMPARE(judge(book, trades), QStringList({u"A"_s, u"A"_s, u"A"_s, u""_s, u""_s}));
}

void TestRuleBook::manyTradesAfterEachOther()
{
    RuleBook book(m_settings, m_times);
    book.setRules({rule(u"F"_s, u"failed"_s)});
    const TradePtr done = sampleTrade(completeTrade());
    const TradePtr failed = sampleTrade(oneLeggedTrade());
    for (int round = 0; round < 12; ++round) { // past the rows that a selector keeps
        std::vector<TradePtr> trades = copiesOf(*done, 700);
        trades[std::size_t(round) * 17] = std::make_shared<StoredTrade>(*failed);
        const QStringList marks = judge(book, trades);
        QCOMPARE(marks.count(u"F"_s), 1);
        QCOMPARE(marks[round * 17], u"F"_s);
    }
}

void TestRuleBook::keepsNoMemoryOfTradesThatAreGone()
{
    constexpr int Batch = 200, Batches = 100;
    RuleBook book(m_settings, m_times);
    book.setRules({rule(u"A"_s, u"asset_1 == \"BTC\""_s)});
    const std::vector<TradePtr> kept = copiesOf(*sampleTrade(completeTrade()), Batch);
    (void)judge(book, kept);
    for (int batch = 0; batch < Batches; ++batch)
        (void)judge(book, copiesOf(*kept.front(), Batch));
    QVERIFY2(blocks <= 10 * Batch, qPrintable(QString::number(blocks)));
    for (const TradePtr &trade : kept) // these are still known
        QVERIFY(book.ruleOf(trade));
}

QTEST_MAIN(TestRuleBook)
#include "tst_rulebook.moc"
