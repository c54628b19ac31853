// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/storecheck.h"

#include <QByteArray>

namespace arbscope::test::checked {

// What the tests of the store's check and of its repairs look at.

inline const QByteArray server("bot: 1 ü");
inline constexpr double clock0 = 1'600'000'000;

/// A valid report's text.
[[nodiscard]] QByteArray json(const QByteArray &orderId, double clock = clock0, const QByteArray &of = server);
/// Without waiting for what may be under way.
[[nodiscard]] CheckOptions atOnce();

} // namespace arbscope::test::checked
