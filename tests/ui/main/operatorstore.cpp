// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/main/operatorstore.h"

#include "tests/support/livestore.h"
#include "tests/support/sampletrades.h"
#include "tests/ui/main/operatorhands.h"
#include "tests/ui/main/windowfixture.h"

#include <QAbstractItemModel>
#include <QLineEdit>
#include <QTest>

namespace arbscope::test {

using namespace Qt::StringLiterals;

namespace {

Decimal decimal(int coefficient, int exponent)
{
    return Decimal::fromParts({.coefficient = coefficient, .exponent = exponent});
}

} // namespace

OperatorTrades::OperatorTrades(int count)
{
    for (int i = 0; i < count; ++i)
        m_reports.push_back(make(i));
}

Report OperatorTrades::make(int number)
{
    const bool isFailed = number % 7 == 3;
    const double clock = FirstDay + 600.0 * number;
    Report r = isFailed ? oneLeggedTrade() : completeTrade();
    r.orderId = u"op-%1"_s.arg(number, 5, 10, QChar(u'0'));
    r.serverName = u"arb"_s;
    r.asset1 = number % 3 == 0 ? u"ETH"_s : u"BTC"_s;
    r.exchange2 = number % 2 == 0 ? u"Gemini"_s : u"Bitstamp"_s;
    r.version = number < 216 ? u"2.4.0"_s : u"2.5.0"_s;
    r.clock = clock;
    r.startedAt = clock + 0.5;
    r.closedAt = clock + 3;
    r.order1Latency = (50 + number * 37 % 500) / 1000.0;
    if (isFailed) {
        r.failedAt = clock + 2;
        r.executedQuantity1 = decimal(100 + number, -3);
        r.dustGathered = decimal(number + 1, -5);
    } else {
        r.succeedAt = clock + 2;
        r.order2Data = u"{\"id\": %1, \"status\": \"filled\"}"_s.arg(number);
        r.realisedProfitability = r.expectedProfitability - (number * 13 % 97) / 10000.0;
        r.dustCleared = number % 5 == 0 ? std::optional(decimal(1, -5)) : std::nullopt;
        r.exchange1Balance1 = decimal(5000 + number, -3);
        r.exchange1Balance2 = decimal(100'000 + 7 * number, -2);
        r.exchange2Balance1 = decimal(9000 - number, -3);
        r.exchange2Balance2 = decimal(200'000 - 3 * number, -2);
    }
    return r;
}

QByteArrayList OperatorTrades::idsOf(const std::function<bool(const Report &)> &isWanted) const
{
    QByteArrayList ids;
    for (const Report &report : m_reports) {
        if (isWanted(report))
            ids << report.orderId.toUtf8();
    }
    return ids;
}

void openOperatorStore(LiveStore &store, WindowFixture &fixture, const OperatorTrades &trades)
{
    store.clear();
    store.create(trades.reports());
    fixture.open(store.url());
    QTRY_COMPARE(fixture.trades()->rowCount(), int(trades.reports().size()));
    QTRY_COMPARE(fixture.orderId(0), trades.reports().back().orderId.toUtf8());
}

void typeFilter(WindowFixture &fixture, const QString &text)
{
    giveKeyboardBack(fixture); // the completion's popup had it
    press(Qt::Key_Slash, Qt::ControlModifier);
    auto *line = fixture.child<QLineEdit>("filterLine");
    QVERIFY(line->hasFocus());
    press(Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(line, text + u' '); // nothing to complete after a blank
    QTest::keyClick(line, Qt::Key_Return);
}

QStringList rowsOf(const QAbstractItemModel &model)
{
    QStringList rows;
    const std::function<void(const QModelIndex &, const QString &)> add
        = [&](const QModelIndex &parent, const QString &branch) {
              for (int row = 0; row < model.rowCount(parent); ++row) {
                  QStringList cells;
                  for (int column = 0; column < model.columnCount(parent); ++column)
                      cells << model.index(row, column, parent).data().toString();
                  rows << branch + cells.join(u" | "_s);
                  add(model.index(row, 0, parent), branch + cells.first() + u": "_s);
              }
          };
    add({}, {});
    return rows;
}

} // namespace arbscope::test
