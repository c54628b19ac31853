// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/session.h"

#include <QByteArray>

#include <optional>
#include <span>
#include <stop_token>
#include <utility>
#include <vector>

namespace arbscope {

// Where trades that are known by their order ids stand. Each answers in the order asked, some hundreds in a round trip.

/// Scores in the server's index; none for those that it does not name.
[[nodiscard]] Result<std::vector<std::optional<double>>> scoresOf(RedisSession &connection, const QByteArray &server,
                                                                  std::span<const QByteArray> orderIds,
                                                                  const std::stop_token &stop = {});
/// Ranks in the server's index, from 0, oldest first; none for those that it does not name.
[[nodiscard]] Result<std::vector<std::optional<qint64>>> ranksOf(RedisSession &connection, const QByteArray &server,
                                                                 std::span<const QByteArray> orderIds,
                                                                 const std::stop_token &stop = {});
/// The order ids at these ranks (from 0; first and last of each part) of the server's index, oldest first.
[[nodiscard]] Result<std::vector<QByteArray>> orderIdsAt(RedisSession &connection, const QByteArray &server,
                                                         std::span<const std::pair<qint64, qint64>> ranks,
                                                         const std::stop_token &stop = {});
/// Which of all trading servers know this order id, by their hash or by their index alone; ascending by bytes. One
/// whose keys are of other types knows none.
[[nodiscard]] Result<std::vector<QByteArray>> serversWith(RedisSession &connection, const QByteArray &orderId,
                                                          const std::stop_token &stop = {});

} // namespace arbscope
