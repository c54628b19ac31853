// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A bot that records one trade: examplebot URL
#include <core/store/reportstore.h>

#include <cstdio>

int main(int argc, char **argv)
{
    using namespace arbscope;
    const auto url = RedisUrl::parse(QString::fromLocal8Bit(argc == 2 ? argv[1] : ""));
    if (!url)
        return std::fprintf(stderr, "%s\n", qPrintable(url.error())), 2;

    ConnectionOptions options;
    options.writable = true;
    ReportStore store(*url, options);

    Report trade;
    trade.serverName = QStringLiteral("example-bot");
    trade.orderId = QStringLiteral("ex-1");
    trade.clock = 1'614'556'800.25;
    trade.asset1 = QStringLiteral("BTC");
    trade.asset2 = QStringLiteral("EUR");
    trade.quantity1 = Decimal::fromText("0.12500000").value();

    const auto outcome = store.create(trade);
    if (!outcome)
        return std::fprintf(stderr, "%s\n", qPrintable(outcome.error().message())), 1;
    std::puts(*outcome == CreateOutcome::Stored ? "stored" : "not stored");
    return *outcome == CreateOutcome::Stored ? 0 : 1;
}
