// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/storecheckrepair.h"

#include "core/report/bytesview.h"
#include "core/store/keys.h"
#include "core/store/replyshape.h"

#include <cmath>
#include <utility>

namespace arbscope {

namespace {

constexpr int MaxTries = 200; // one is lost when another client writes to the keys within a round trip

std::optional<double> clockOf(const std::optional<QByteArray> &report)
{
    if (!report)
        return std::nullopt;
    const ReadReport read = readReport(viewOf(*report));
    return read.report ? std::optional(read.report->clock) : std::nullopt;
}

CommandArgs changeOf(const RepairStep &step)
{
    // Add where there is none, correct where there is one: what WATCH makes sure of where there is WATCH.
    return {"ZADD", indexKey(step.server), step.kind == RepairStep::Kind::Add ? "NX" : "XX", scoreText(step.after),
            step.orderId};
}

/// Whether the store is as the step says.
Result<bool> isAsSaid(RedisSession &connection, const RepairStep &step, bool watch, const std::stop_token &stop)
{
    std::vector<CommandArgs> commands{{"ZSCORE", indexKey(step.server), step.orderId},
                                      {"HGET", hashKey(step.server), step.orderId}};
    if (watch)
        commands.insert(commands.begin(), {"WATCH", hashKey(step.server), indexKey(step.server)});
    auto replies = connection.pipeline(commands, stop);
    if (!replies)
        return std::unexpected(std::move(replies.error()));
    if (const auto first = checkReply(replies->front(), commands.front()); !first)
        return std::unexpected(first.error());
    const std::size_t score = commands.size() - 2;
    const auto text = bulkIn(std::move((*replies)[score]), commands[score]);
    if (!text)
        return std::unexpected(text.error());
    const auto report = bulkIn(std::move(replies->back()), commands.back());
    if (!report)
        return std::unexpected(report.error());
    if ((*text ? scoreValue(**text) : std::nullopt) != step.before)
        return false;
    return clockOf(*report) == step.after;
}

/// False when another client wrote to the keys since they were watched.
Result<bool> make(RedisSession &connection, const RepairStep &step, const std::stop_token &stop)
{
    const std::vector<CommandArgs> commands{{"MULTI"}, changeOf(step), {"EXEC"}};
    auto replies = connection.pipeline(commands, stop);
    if (!replies)
        return std::unexpected(std::move(replies.error()));
    for (std::size_t i = 0; i < commands.size(); ++i) {
        if (const auto checked = checkReply((*replies)[i], commands[i]); !checked)
            return std::unexpected(checked.error());
    }
    if (replies->back().isNil())
        return false;
    const auto done = arrayIn(std::move(replies->back()), commands.back());
    if (!done)
        return std::unexpected(done.error());
    if (done->size() != 1)
        return std::unexpected(unexpectedReply(commands.back()));
    if (const auto changed = integerIn(done->front(), commands[1]); !changed)
        return std::unexpected(changed.error());
    return true;
}

Result<RepairOutcome> repairOrFail(RedisSession &connection, const RepairStep &step, const std::stop_token &stop)
{
    for (int i = 0; i < MaxTries; ++i) {
        const auto asSaid = isAsSaid(connection, step, true, stop);
        if (!asSaid)
            return std::unexpected(asSaid.error());
        if (!*asSaid) {
            if (const auto released = connection.call({"UNWATCH"}, stop); !released)
                return std::unexpected(released.error());
            return RepairOutcome::NotAsSaid;
        }
        const auto made = make(connection, step, stop);
        if (!made)
            return std::unexpected(made.error());
        if (*made)
            return RepairOutcome::Done;
    }
    return RepairOutcome::Contended;
}

/// In a cluster, where nothing holds both keys at once. A report is never changed once it is there, and is there before
/// its index entry, so an entry can be added or corrected at any time.
Result<RepairOutcome> repairApart(RedisSession &session, const RepairStep &step, const std::stop_token &stop)
{
    const auto asSaid = isAsSaid(session, step, false, stop);
    if (!asSaid)
        return std::unexpected(asSaid.error());
    if (!*asSaid)
        return RepairOutcome::NotAsSaid;
    if (const auto changed = session.call(changeOf(step), stop); !changed)
        return std::unexpected(changed.error());
    return RepairOutcome::Done;
}

QString text(double number)
{
    return QString::fromLatin1(scoreText(number));
}

} // namespace

QString RepairStep::message() const
{
    switch (kind) {
    case Kind::Add:
        return QStringLiteral("add it to the index with its report's clock %1").arg(text(after));
    case Kind::Correct:
        return QStringLiteral("change its score in the index from %1 to its report's clock %2")
            .arg(text(*before), text(after));
    }
    std::unreachable();
}

std::optional<RepairStep> repairStep(const Finding &finding)
{
    const bool isMissing = finding.kind == FindingKind::NotIndexed;
    if ((!isMissing && finding.kind != FindingKind::ScoreDiffers) || !finding.clock || std::isnan(*finding.clock))
        return std::nullopt;
    return RepairStep{.kind = isMissing ? RepairStep::Kind::Add : RepairStep::Kind::Correct,
                      .server = finding.server,
                      .orderId = finding.orderId,
                      .before = finding.score,
                      .after = *finding.clock};
}

Result<RepairOutcome> repair(RedisSession &connection, const RepairStep &step, std::stop_token stop)
{
    if (!connection.isWritable())
        return std::unexpected(RedisError{.code = RedisErrorCode::ReadOnly, .key = indexKey(step.server)});
    if (connection.isCluster())
        return repairApart(connection, step, stop);
    auto outcome = repairOrFail(connection, step, stop);
    // The server may still hold our watches or an open transaction; the next user of the session must not inherit them.
    if (!outcome && connection.isOpen())
        connection.close();
    return outcome;
}

} // namespace arbscope
