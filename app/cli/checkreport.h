// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/context.h"
#include "app/cli/failure.h"
#include "core/store/storecheck.h"
#include "core/store/storecheckrepair.h"

namespace arbscope {

/// Prints what a check finds and what is done about it, as it happens.
class CheckReport
{
public:
    CheckReport(CommandContext &context, bool repairs, bool dryRun);

    /// The finding and the change that mends it, on its way out before the change is made.
    void addFinding(const Finding &finding, const std::optional<RepairStep> &step);
    void addOutcome(const RepairStep &step, RepairOutcome outcome);
    void addServer(const QByteArray &server, const CheckResult &result); ///< when all of it has been looked at
    void addWrongType(const QByteArray &server, const RedisError &error); ///< one of its keys is no hash, or no index
    [[nodiscard]] ExitStatus finish(const RedisUrl &store);

private:
    CommandContext &m_context;
    bool m_repairs;
    bool m_dryRun;
    qint64 m_servers = 0;
    qint64 m_trades = 0;
    qint64 m_findings = 0;
    qint64 m_mendable = 0;
    qint64 m_mended = 0;
    qint64 m_mendedHere = 0; ///< of the server at hand
    bool m_clean = true;
};

} // namespace arbscope
