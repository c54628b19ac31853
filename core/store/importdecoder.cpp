// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/importdecoder.h"

#include <utility>

namespace arbscope {

namespace {

constexpr qint64 LinesAtOnce = 512;
constexpr qint64 BytesAtOnce = 1 << 20;
constexpr qsizetype LongestLine = 512 << 20; // the most that a Redis string holds

} // namespace

ImportDecoder::ImportDecoder(QIODevice &device, std::stop_token stop)
    : m_reader(device, LongestLine, std::move(stop))
{ }

ImportBatch ImportDecoder::next()
{
    ImportBatch batch;
    const qint64 from = m_reader.bytesRead();
    while (batch.lines < LinesAtOnce && m_reader.bytesRead() - from < BytesAtOnce && m_reader.next()) {
        ++m_line;
        ++batch.lines;
        decode(batch);
    }
    batch.bytes = m_reader.bytesRead();
    return batch;
}

void ImportDecoder::decode(ImportBatch &batch)
{
    ImportProblem problem{.line = m_line, .server = {}, .orderId = {}, .issues = {}};
    if (m_reader.isTooLong()) {
        problem.issues.push_back({.member = {},
                                  .code = IssueCode::Range,
                                  .message = "a line of at most 512 MiB was expected, this one is longer"});
    } else {
        ReadReport read = readReport(m_reader.line());
        problem.verdict = read.verdict;
        problem.issues = std::move(read.issues);
        if (read.report) {
            NewTrade trade = NewTrade::of(*read.report);
            if (read.verdict == Verdict::Valid)
                problem.issues = storingIssues(*read.report);
            if (read.verdict == Verdict::Valid && problem.issues.empty()) {
                batch.trades.push_back(std::move(trade));
                batch.tradeLines.push_back(m_line);
                return;
            }
            problem.server = std::move(trade.server);
            problem.orderId = std::move(trade.orderId);
        }
    }
    batch.refused.push_back(std::move(problem));
}

} // namespace arbscope
