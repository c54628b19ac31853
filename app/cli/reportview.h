// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/storedtrade.h"

#include <QTimeZone>

#include <string>

namespace arbscope {

/// A trade for people: its members by groups (inspection.md §1), leg 1 beside leg 2, with units and what follows from
/// them; its issues, and the raw text of one that cannot be read.
[[nodiscard]] std::string reportView(const QByteArray &server, const StoredTrade &trade, const QTimeZone &zone);

} // namespace arbscope
