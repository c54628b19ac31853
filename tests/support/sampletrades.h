// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"
#include "core/store/storedtrade.h"

#include <QByteArray>

#include <memory>

namespace arbscope::test {

/// A trade as a store would hand it on, read from its text.
[[nodiscard]] std::shared_ptr<const StoredTrade> sampleTrade(const QByteArray &raw,
                                                             const QByteArray &orderId = "order-1");
[[nodiscard]] std::shared_ptr<const StoredTrade> sampleTrade(const Report &report);
/// Named by the index, not in the hash.
[[nodiscard]] std::shared_ptr<const StoredTrade> missingTrade();

/// A complete trade: bought 0.5 BTC on Kraken at 20000, sold 0.5 on Gemini at 20100; net 38.5 EUR.
[[nodiscard]] Report completeTrade();
/// The second leg was never done; nothing of it is known.
[[nodiscard]] Report oneLeggedTrade();

} // namespace arbscope::test
