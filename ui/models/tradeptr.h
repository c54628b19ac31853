// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/storedtrade.h"

#include <memory>

namespace arbscope {

/// A decoded trade, shared between the worker that read it, the list's cache and the detail.
using TradePtr = std::shared_ptr<const StoredTrade>;

} // namespace arbscope
