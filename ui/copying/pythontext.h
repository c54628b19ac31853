// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace arbscope {

struct Report;

/// The report as a Python expression: {'asset_1': 'BTC', …, 'quantity_1': Decimal('0.5'), 'closed_at': None}. It reads
/// back with `from decimal import Decimal` alone.
[[nodiscard]] QString pythonDict(const Report &report);

} // namespace arbscope
