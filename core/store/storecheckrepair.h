// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/session.h"
#include "core/store/storecheckfinding.h"

#include <optional>
#include <stop_token>

namespace arbscope {

/// One change of an index that mends a finding. A report is never touched, and no entry removed.
struct RepairStep
{
    enum class Kind {
        Add, ///< the report stands there, the index gets its clock
        Correct, ///< the score becomes the report's clock
    };
    Kind kind = Kind::Add;
    QByteArray server;
    QByteArray orderId;
    std::optional<double> before; ///< score; none where the index does not name it
    double after = 0; ///< the report's clock

    [[nodiscard]] QString message() const; ///< English, what will be done, without place
    bool operator==(const RepairStep &) const = default;
};

/// What mends it; none where an index entry cannot (no report, a clock that is NaN or cannot be read, wrong names,
/// invalid text).
[[nodiscard]] std::optional<RepairStep> repairStep(const Finding &finding);

enum class RepairOutcome {
    Done,
    NotAsSaid, ///< the store is no longer as the finding said; nothing was changed
    Contended, ///< others write to the server's keys without a pause; nothing was changed, try again
};

/// Makes the change if everything is still as it was found, which is looked at and held in one transaction (WATCH), so
/// that nothing of another client's is undone; a cluster has no such transaction. Needs a writable connection.
[[nodiscard]] Result<RepairOutcome> repair(RedisSession &connection, const RepairStep &step, std::stop_token stop = {});

} // namespace arbscope
