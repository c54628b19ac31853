// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/decimal.h"

#include <QString>

#include <optional>

namespace arbscope {

/// One trade's execution report: the contract's 48 members under their names in camel case, in its order.
/// Units and meanings stand in schema.cpp, the one list of members; times are epoch seconds, latencies seconds,
/// profitabilities ratios (0.03 is 3 %). An absent optional member means "not known".
struct Report
{
    QString asset1;
    QString asset2;
    QString exchange1;
    QString exchange2;
    QString version;
    QString orderId;
    QString sessionName;
    QString serverName;
    bool unitTest = false;
    double sessionStartedAt = 0;
    double startedAt = 0;
    double clock = 0;
    QString kind;
    Decimal quantity1;
    Decimal quantity2;
    Decimal market1BidPrice;
    Decimal market2BidPrice;
    Decimal market1AskPrice;
    Decimal market2AskPrice;
    double profitabilityBuy1Sell2 = 0;
    double profitabilityBuy2Sell1 = 0;
    double expectedProfitability = 0;
    QString exchange1Id;
    Decimal executedQuantity1;
    Decimal executedPrice1;
    std::optional<double> closedAt;
    std::optional<double> succeedAt;
    std::optional<double> failedAt;
    std::optional<double> order1Latency;
    std::optional<double> order2Latency;
    std::optional<QString> order1Data;
    std::optional<QString> order2Data;
    std::optional<Decimal> executedPrice2;
    std::optional<Decimal> executedQuantity2;
    std::optional<QString> exchange2Id;
    std::optional<Decimal> dustGathered;
    std::optional<Decimal> dustCleared;
    std::optional<Decimal> exchange1FeesPaid;
    std::optional<Decimal> exchange2FeesPaid;
    std::optional<Decimal> realisedArbitration;
    std::optional<double> realisedProfitability;
    std::optional<double> realisedProfitabilityWithFees;
    std::optional<qint64> exchange2AcceptedSlippage;
    std::optional<qint64> exchange2FokAttempts;
    std::optional<Decimal> exchange1Balance1;
    std::optional<Decimal> exchange1Balance2;
    std::optional<Decimal> exchange2Balance1;
    std::optional<Decimal> exchange2Balance2;

    // The reference's derived names: asset_1 is always crypto, asset_2 always fiat.
    [[nodiscard]] const QString &crypto() const { return asset1; }
    [[nodiscard]] const QString &fiat() const { return asset2; }
    [[nodiscard]] const Decimal &quantityCrypto() const { return quantity1; }
    [[nodiscard]] const Decimal &quantityFiat() const { return quantity2; }
};

} // namespace arbscope
