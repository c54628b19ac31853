// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace arbscope {

// The two keys of a trading server (contract §1). Server names are bytes: any, none, colons too.

[[nodiscard]] QByteArray hashKey(const QByteArray &server); ///< order id → report, HASH
[[nodiscard]] QByteArray indexKey(const QByteArray &server); ///< order id by clock, ZSET
/// The server of a hash key: all after the first colon. None for any other key, an index key too.
[[nodiscard]] std::optional<QByteArray> serverOfHashKey(const QByteArray &key);
/// The pattern for SCAN … MATCH that fits every hash key and no index key.
[[nodiscard]] QByteArray hashKeyPattern();

/// A score as Redis takes it: the shortest text that reads back as the same double, inf and -inf.
[[nodiscard]] QByteArray scoreText(double score);
/// A score as Redis gives it; none when it is no number.
[[nodiscard]] std::optional<double> scoreValue(const QByteArray &text);

} // namespace arbscope
