// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/exportwriter.h"

#include "core/report/bytesview.h"

#include <algorithm>

namespace arbscope {

namespace {

constexpr std::size_t MaxProblems = 1000;

} // namespace

ExportWriter::ExportWriter(const ExportRequest &request, const std::vector<QByteArray> &servers, QFileDevice &spool,
                           const QString &folder)
    : m_request(request)
    , m_servers(servers)
    , m_encoder(request.format, request.csvMode)
    , m_spool(spool, folder)
{
    m_spool.setHeader(m_encoder.header());
}

bool ExportWriter::add(const WalkPage &page)
{
    if (!m_request.select)
        return std::ranges::all_of(page.entries,
                                   [&](const WalkPage::Entry &entry) { return addReport(entry, page.orphans); });
    const std::vector<bool> selected = m_request.select(page);
    for (std::size_t i = 0; i < page.entries.size(); ++i) {
        if (selected[i] && !addReport(page.entries[i], page.orphans))
            return false;
    }
    return true;
}

bool ExportWriter::addReport(const WalkPage::Entry &entry, bool orphan)
{
    if (!entry.present || !m_encoder.read(entry.raw)) {
        leaveOut(entry, entry.present ? m_encoder.issues() : std::vector<Issue>());
        return true;
    }
    const double clock = m_encoder.clock();
    const bool everything = std::isinf(m_request.since) && std::isinf(m_request.until);
    if (orphan && !everything && !(clock >= m_request.since && clock <= m_request.until))
        return true;
    std::string &record = m_spool.begin({clock, entry.server, viewOf(entry.orderId)});
    m_result.guarded += m_encoder.append(record);
    if (m_encoder.isCoerced())
        ++m_result.coerced;
    if (!std::isnan(clock)) {
        m_result.firstClock = std::isnan(m_result.firstClock) ? clock : std::min(m_result.firstClock, clock);
        m_result.lastClock = std::isnan(m_result.lastClock) ? clock : std::max(m_result.lastClock, clock);
    }
    ++m_result.trades;
    return m_spool.end();
}

void ExportWriter::leaveOut(const WalkPage::Entry &entry, const std::vector<Issue> &issues)
{
    ++m_result.unreadable;
    if (m_result.problems.size() < MaxProblems)
        m_result.problems.push_back(
            {.server = m_servers[std::size_t(entry.server)], .orderId = entry.orderId, .issues = issues});
}

} // namespace arbscope
