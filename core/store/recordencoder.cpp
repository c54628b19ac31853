// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/recordencoder.h"

namespace arbscope {

std::string RecordEncoder::header() const
{
    std::string header;
    if (m_format == ExportFormat::Csv)
        appendCsvHeader(header);
    return header;
}

bool RecordEncoder::read(std::string_view json)
{
    m_view = predictReport(json);
    if (m_view) {
        m_clock = clockOf(*m_view);
        return true;
    }
    m_read = readReportBySax(json);
    if (m_read.report)
        m_clock = m_read.report->clock;
    return m_read.report.has_value();
}

int RecordEncoder::append(std::string &out) const
{
    if (m_format == ExportFormat::Csv)
        return m_view ? appendCsvRecord(out, *m_view, m_mode) : appendCsvRecord(out, *m_read.report, m_mode);
    if (!m_view)
        appendReport(out, *m_read.report);
    else if (isCanonical(*m_view))
        out += m_view->json;
    else
        appendReport(out, reportOf(*m_view));
    out += '\n';
    return 0;
}

} // namespace arbscope
