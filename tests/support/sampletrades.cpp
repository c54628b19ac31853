// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sampletrades.h"

#include "tests/support/livestore.h"

namespace arbscope::test {

std::shared_ptr<const StoredTrade> sampleTrade(const QByteArray &raw, const QByteArray &orderId)
{
    auto trade = std::make_shared<StoredTrade>();
    trade->orderId = orderId;
    trade->present = true;
    trade->raw = raw;
    trade->read = readReport({raw.data(), std::size_t(raw.size())});
    return trade;
}

std::shared_ptr<const StoredTrade> sampleTrade(const Report &report)
{
    return sampleTrade(textOf(report), report.orderId.toUtf8());
}

std::shared_ptr<const StoredTrade> missingTrade()
{
    auto trade = std::make_shared<StoredTrade>();
    trade->orderId = "gone";
    return trade;
}

Report completeTrade()
{
    const auto decimal = [](const char *text) { return *Decimal::fromText(text); };
    Report r;
    r.asset1 = QStringLiteral("BTC");
    r.asset2 = QStringLiteral("EUR");
    r.exchange1 = QStringLiteral("Kraken");
    r.exchange2 = QStringLiteral("Gemini");
    r.version = QStringLiteral("2.3.0");
    r.orderId = QStringLiteral("order-1");
    r.sessionName = QStringLiteral("session");
    r.serverName = QStringLiteral("server-1");
    r.sessionStartedAt = 1600000000;
    r.startedAt = 1600000001.5;
    r.clock = 1600000001.123;
    r.kind = QStringLiteral("buy_1_sell_2");
    r.quantity1 = decimal("0.500");
    r.quantity2 = decimal("10000");
    r.market1BidPrice = decimal("19990");
    r.market2BidPrice = decimal("20110");
    r.market1AskPrice = decimal("20000");
    r.market2AskPrice = decimal("20120");
    r.profitabilityBuy1Sell2 = 0.0055;
    r.profitabilityBuy2Sell1 = -0.006;
    r.expectedProfitability = 0.0055;
    r.exchange1Id = QStringLiteral("K-1");
    r.executedQuantity1 = decimal("0.500");
    r.executedPrice1 = decimal("20000");
    r.closedAt = 1600000003.5;
    r.succeedAt = 1600000003.25;
    r.order1Latency = 0.25;
    r.order2Latency = 0.125;
    r.order1Data = QStringLiteral(R"({"id": 1, "price": 20000.00})");
    r.order2Data = QStringLiteral("plain answer");
    r.executedPrice2 = decimal("20100");
    r.executedQuantity2 = decimal("0.500");
    r.exchange2Id = QStringLiteral("G-1");
    r.exchange1FeesPaid = decimal("5.5");
    r.exchange2FeesPaid = decimal("6.0");
    r.realisedArbitration = decimal("38.5");
    r.realisedProfitability = 0.005;
    r.realisedProfitabilityWithFees = 0.00385;
    r.exchange2AcceptedSlippage = 20;
    r.exchange2FokAttempts = 1;
    return r;
}

Report oneLeggedTrade()
{
    Report r = completeTrade();
    r.succeedAt.reset();
    r.failedAt = 1600000003.25;
    r.order2Latency.reset();
    r.order2Data.reset();
    r.executedPrice2.reset();
    r.executedQuantity2.reset();
    r.exchange2Id.reset();
    r.exchange2FeesPaid.reset();
    r.realisedArbitration.reset();
    r.realisedProfitability.reset();
    r.realisedProfitabilityWithFees.reset();
    return r;
}

} // namespace arbscope::test
