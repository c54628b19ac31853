// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/reportjson.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <string_view>
#include <vector>

namespace arbscope {

enum class FindingKind {
    NoReport, ///< the index names it, the hash does not have it
    NotIndexed, ///< the hash has it, the index does not name it: no list by clock shows it
    ScoreDiffers, ///< the index's score is not the report's clock
    OrderIdDiffers, ///< the report's order_id is not its key
    ServerDiffers, ///< the report's server_name is not the server in whose hash it stands
    Invalid, ///< contract §4
    Coerced, ///< contract §4
};
inline constexpr std::size_t FindingKinds = 7;

/// One thing that is wrong with one trade in the store. A trade may have several.
struct Finding
{
    FindingKind kind = FindingKind::NoReport;
    QByteArray server;
    QByteArray orderId; ///< the hash's field and the index's member
    std::optional<double> score; ///< the index's, if it names the trade; NotIndexed: none
    std::optional<double> clock; ///< the report's, if it can be read; may be NaN, which no score can be
    QByteArray found; ///< OrderIdDiffers, ServerDiffers: what the report says
    std::vector<Issue> issues; ///< Invalid, Coerced

    [[nodiscard]] QString message() const; ///< English sentence for the command line, without place
    /// NoReport: what takes the entry out of the index, as one types it in redis-cli; ASCII. ArbScope never sends it:
    /// the report may still be brought back, by an import. Empty for the other kinds.
    [[nodiscard]] QString commandByHand() const;
    bool operator==(const Finding &) const = default;
};

/// "no-report", "not-indexed", "score-differs", "order-id-differs", "server-differs", "invalid", "coerced".
[[nodiscard]] std::string_view findingName(FindingKind kind);

} // namespace arbscope
