// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/tradeimport.h"

#include "core/store/boundedqueue.h"
#include "core/store/importdecoder.h"
#include "core/store/reportstore.h"

#include <thread>
#include <utility>

namespace arbscope {

namespace {

constexpr std::size_t BatchesInRing = 3;

/// Of a trade whose server has a key for something else: that is a fault of its server_name.
std::vector<Issue> issuesOf(const CreateManyResult &stored, const QByteArray &server, CreateOutcome outcome)
{
    if (outcome != CreateOutcome::Refused)
        return {};
    return {{.member = "server_name",
             .code = IssueCode::Value,
             .message = stored.refusals.at(server).message().toStdString()}};
}

/// Counts a stored batch and tells its problems in the order of the lines.
void account(ImportBatch &&batch, const CreateManyResult &stored, ImportResult &result,
             const std::function<void(const ImportProblem &)> &onProblem)
{
    const std::vector<CreateOutcome> &outcomes = stored.outcomes;
    auto refused = batch.refused.cbegin();
    const auto tellRefused = [&](qint64 before) {
        for (; refused != batch.refused.cend() && refused->line < before; ++refused) {
            ++result.lines;
            ++result.refused;
            if (onProblem)
                onProblem(*refused);
        }
    };
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        if (outcomes[i] == CreateOutcome::NotStored)
            return; // the store failed here
        tellRefused(batch.tradeLines[i]);
        ++result.lines;
        switch (outcomes[i]) {
        case CreateOutcome::Stored:
            ++result.stored;
            continue;
        case CreateOutcome::AlreadyThere:
            ++result.alreadyThere;
            break;
        case CreateOutcome::Refused:
            ++result.refused;
            break;
        case CreateOutcome::Unsure:
        case CreateOutcome::NotStored:
            ++result.unsure;
            break;
        }
        if (onProblem)
            onProblem({.line = batch.tradeLines[i],
                       .server = batch.trades[i].server,
                       .orderId = batch.trades[i].orderId,
                       .alreadyThere = outcomes[i] == CreateOutcome::AlreadyThere,
                       .unsure = outcomes[i] == CreateOutcome::Unsure,
                       .verdict = Verdict::Valid,
                       .issues = issuesOf(stored, batch.trades[i].server, outcomes[i])});
    }
    tellRefused(std::numeric_limits<qint64>::max());
}

} // namespace

ImportResult importReports(ReportStore &store, QIODevice &lines,
                           const std::function<void(const ImportProblem &)> &onProblem,
                           const std::function<void(qint64)> &onProgress, std::stop_token stop)
{
    ImportResult result;
    BoundedQueue<ImportBatch> ring(BatchesInRing);
    std::stop_source reading; // ended by the caller's stop, or by a failure of the store
    const std::stop_callback passOn(stop, [&reading]() { reading.request_stop(); });
    QString fileError;
    std::jthread thread([&ring, &lines, &fileError, token = reading.get_token()]() {
        ImportDecoder decoder(lines, token);
        for (ImportBatch batch = decoder.next(); batch.lines > 0; batch = decoder.next()) {
            if (!ring.push(std::move(batch)))
                break;
        }
        if (decoder.failed())
            fileError = decoder.errorString();
        ring.close();
    });
    while (auto batch = ring.pop()) {
        if (stop.stop_requested())
            break;
        CreateManyResult stored;
        if (!batch->trades.empty())
            stored = store.createMany(batch->trades, stop);
        const qint64 bytes = batch->bytes;
        account(std::move(*batch), stored, result, onProblem);
        result.error = std::move(stored.error);
        if (result.error)
            break;
        if (onProgress)
            onProgress(bytes);
    }
    reading.request_stop();
    ring.abandon();
    thread.join();
    if (stop.stop_requested() && !result.error)
        result.error = RedisError{.code = RedisErrorCode::Cancelled, .detail = {}, .command = {}, .key = {}};
    else
        result.fileError = fileError;
    return result;
}

} // namespace arbscope
