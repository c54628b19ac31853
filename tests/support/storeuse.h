// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/reportstore.h"

#include <QByteArray>

#include <span>

namespace arbscope::test {

class LiveStore;

/// One thing that programs read of a store, and all that came of it as text: equal when the same was read.
struct StoreUse
{
    const char *name;
    Result<QByteArray> (*run)(ReportStore &store);
};

/// Each way to read the server "ams1": a page by rank, one by clock, one trade, the list of servers, a walk, an export,
/// a check.
[[nodiscard]] std::span<const StoreUse> storeUses();
/// Stores a few trades of "ams1" with something of everything that these can meet.
void fillForUses(LiveStore &live);

} // namespace arbscope::test
