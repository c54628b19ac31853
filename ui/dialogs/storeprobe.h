// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/store/storetarget.h"

#include <chrono>
#include <stop_token>

namespace arbscope {

/// What a look at a store found.
struct StoreProbe
{
    std::chrono::microseconds roundTrip{0}; ///< of one PING on the open connection
    QString version; ///< "7.0.15"; empty where the user may not ask
    qint64 servers = 0; ///< trading servers
    qint64 reports = 0; ///< of them all
    bool complete = true; ///< false: there may be more, the count was ended to keep the test short
};

/// Connects, asks and disconnects; blocking, for a worker thread. Reads only.
[[nodiscard]] Result<StoreProbe> probeStore(const StoreTarget &target, std::stop_token stop = {});

} // namespace arbscope
