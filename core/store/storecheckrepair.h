// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/session.h"
#include "core/store/storecheckfinding.h"

#include <optional>
#include <stop_token>

namespace arbscope {

/// One change of an index that mends a finding. A report is never touched.
struct RepairStep
{
    enum class Kind {
        Add, ///< the report stands there, the index gets its clock
        Correct, ///< the score becomes the report's clock
        Remove, ///< the index names what is not there
    };
    Kind kind = Kind::Add;
    QByteArray server;
    QByteArray orderId;
    std::optional<double> before; ///< score; none where the index does not name it
    std::optional<double> after;

    [[nodiscard]] QString message() const; ///< English, what will be done, without place
    bool operator==(const RepairStep &) const = default;
};

/// What mends it; none where an index entry cannot (a clock that is NaN or cannot be read, wrong names, invalid text).
[[nodiscard]] std::optional<RepairStep> repairStep(const Finding &finding);

enum class RepairOutcome {
    Done,
    NotAsSaid, ///< the store is no longer as the finding said; nothing was changed
    Contended, ///< others write to the server's keys without a pause; nothing was changed, try again
};

/// Makes the change if everything is still as it was found, which is looked at and held in one transaction (WATCH), so
/// that nothing of another client's is undone; in a cluster, which has no such transaction, an entry removed while its
/// report was being stored is put back. Needs a writable connection.
[[nodiscard]] Result<RepairOutcome> repair(RedisSession &connection, const RepairStep &step, std::stop_token stop = {});

} // namespace arbscope
