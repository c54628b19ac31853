// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/storedtrade.h"

#include "core/report/bytesview.h"

#include <utility>

namespace arbscope {

StoredTrade storedTrade(QByteArray orderId, std::optional<QByteArray> raw)
{
    StoredTrade trade{.orderId = std::move(orderId), .present = raw.has_value(), .raw = {}, .read = {}};
    if (raw) {
        trade.raw = std::move(*raw);
        trade.read = readReport(viewOf(trade.raw));
    }
    return trade;
}

} // namespace arbscope
