// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/session.h"
#include "core/store/storecheckfinding.h"

#include <array>
#include <chrono>
#include <functional>
#include <stop_token>
#include <vector>

namespace arbscope {

struct CheckOptions
{
    /// How long a bot may take between writing the hash and the index before that is a finding.
    std::chrono::milliseconds settle{500};
    /// Trades whose hash and index do not fit, kept in memory until the second look at the end.
    std::size_t maxSuspects = 250'000;
};

struct CheckResult
{
    qint64 entries = 0; ///< of the index
    qint64 reports = 0; ///< of the hash
    std::array<qint64, FindingKinds> findings{}; ///< by FindingKind
    qint64 unconfirmed = 0; ///< suspects beyond CheckOptions::maxSuspects: not looked at again, not told
    [[nodiscard]] qint64 count(FindingKind kind) const { return findings[std::size_t(kind)]; }
    [[nodiscard]] bool isClean() const; ///< nothing found at all
    bool operator==(const CheckResult &) const = default;
};

/// Holds one server's hash and index against each other and against the reports, while others read and write. What may
/// come from a trade being stored at that moment is looked at again when everything has been seen, so that it raises no
/// alarm. `onFinding` runs on the calling thread. What the reports themselves tell (OrderIdDiffers, ServerDiffers,
/// Invalid, Coerced) comes at once; NoReport, NotIndexed and ScoreDiffers come at the end, and then `onFinding` may use
/// the connection, to repair() it. `onProgress(done, total)` counts trades; total may grow.
[[nodiscard]] Result<CheckResult> checkServer(RedisSession &connection, const QByteArray &server,
                                              const CheckOptions &options,
                                              const std::function<void(const Finding &)> &onFinding,
                                              const std::function<void(qint64, qint64)> &onProgress = {},
                                              std::stop_token stop = {});

/// All servers of the store, ascending by bytes: with the ones of which only the index is there.
[[nodiscard]] Result<std::vector<QByteArray>> serversToCheck(RedisSession &connection,
                                                             const std::stop_token &stop = {});

} // namespace arbscope
