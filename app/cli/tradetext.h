// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/schema.h"
#include "core/store/storedtrade.h"

#include <QTimeZone>

#include <optional>
#include <string>

namespace arbscope {

/// One line of --json: where the trade is, its verdict, the report (null when it cannot be read, then with its raw
/// text) and the issues. `rank` is its place in a list.
[[nodiscard]] std::string tradeJson(const QByteArray &server, const StoredTrade &trade,
                                    std::optional<qint64> rank = {});
/// The issues as a JSON array of contract §6.
[[nodiscard]] std::string issuesJson(const std::vector<Issue> &issues);

/// A value for people, unescaped: exact, with its unit; "-" when it is not known.
[[nodiscard]] QString valueText(const MemberValue &value, MemberUnit unit, const Report &report, const QTimeZone &zone);
/// The value alone, as the CSV has it; empty when it is not known.
[[nodiscard]] QString plainText(const MemberValue &value);

} // namespace arbscope
