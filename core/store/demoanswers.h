// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/demomarket.h"

#include <string>

namespace arbscope {

/// One order as its venue answers it.
struct DemoOrder
{
    const DemoPair *pair = nullptr;
    QString id;
    bool buys = true;
    qint64 limitPrice = 0; ///< units of 10^-pricePlaces
    qint64 price = 0; ///< executed
    qint64 quantity = 0; ///< asked for; amount units, see demofixed.h
    qint64 filled = 0;
    qint64 fee = 0;
    qint64 microseconds = 0; ///< since the epoch
};

/// An order id of the venue's form.
[[nodiscard]] QString demoOrderId(DemoRandom &random, DemoVenueApi api);
[[nodiscard]] QString demoUuid(DemoRandom &random);
/// The venue's raw answer for an order that it filled, wholly or in part, or let run out.
[[nodiscard]] QString demoAnswer(DemoVenueApi api, const DemoOrder &order);
/// The venue's raw answer when it refused the order; not always JSON.
[[nodiscard]] QString demoRefusal(DemoRandom &random, DemoVenueApi api, const DemoOrder &order);

} // namespace arbscope
