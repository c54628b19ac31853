// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/field.h"

#include <QStringList>

namespace arbscope {

class TradeFeed;

/// The texts that a field has among the trades that were read for the list, and those that it can have anyway; sorted,
/// each once. Nothing for numbers, and for ids and raw answers, which hardly stand twice.
[[nodiscard]] QStringList seenValues(const TradeFeed &feed, FieldId field);

} // namespace arbscope
