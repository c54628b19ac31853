// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/importdecoder.h"

#include "core/report/reportview.h"

#include <optional>
#include <utility>

namespace arbscope {

namespace {

constexpr qint64 LinesAtOnce = 512;
constexpr qint64 BytesAtOnce = 1 << 20;
constexpr qsizetype LongestLine = 512 << 20; // the most that a Redis string holds

QByteArray bytesOf(std::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

/// The trade of a line that may be stored as it stands; none when that takes a closer look.
std::optional<NewTrade> ordinaryTrade(std::string_view line)
{
    static const auto serverName = std::size_t(memberIndex("server_name"));
    static const auto orderId = std::size_t(memberIndex("order_id"));
    const auto view = predictReport(line);
    if (!view || !isCanonical(*view))
        return std::nullopt;
    for (const std::size_t member : {serverName, orderId}) {
        if (view->values[member].size == 0 || view->values[member].has(ValueView::Escaped))
            return std::nullopt;
    }
    return NewTrade{.server = bytesOf(view->values[serverName].text()),
                    .orderId = bytesOf(view->values[orderId].text()),
                    .clock = clockOf(*view),
                    .json = bytesOf(line)};
}

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
    if (!m_reader.isTooLong()) {
        if (auto trade = ordinaryTrade(m_reader.line())) {
            batch.trades.push_back(std::move(*trade));
            batch.tradeLines.push_back(m_line);
            return;
        }
    }
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
