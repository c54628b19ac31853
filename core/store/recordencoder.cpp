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
    m_read = readReport(json);
    return m_read.report.has_value();
}

int RecordEncoder::append(std::string &out) const
{
    if (m_format == ExportFormat::Csv)
        return appendCsvRecord(out, *m_read.report, m_mode);
    appendReport(out, *m_read.report);
    out += '\n';
    return 0;
}

} // namespace arbscope
