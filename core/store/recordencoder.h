// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/reportjson.h"
#include "core/report/reportview.h"
#include "core/store/tradeexport.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace arbscope {

/// Turns stored texts into records of an export.
class RecordEncoder
{
public:
    RecordEncoder(ExportFormat format, CsvMode mode)
        : m_format(format)
        , m_mode(mode)
    { }

    [[nodiscard]] std::string header() const;
    /// Reads a stored text; false when it is invalid, for the reasons of issues(). The text must outlive append().
    [[nodiscard]] bool read(std::string_view json);
    [[nodiscard]] const std::vector<Issue> &issues() const { return m_read.issues; }
    // Of the text that was read:
    [[nodiscard]] double clock() const { return m_clock; }
    [[nodiscard]] bool isCoerced() const { return !m_view && m_read.verdict == Verdict::Coerced; }
    /// Appends its record; returns how many cells were guarded.
    int append(std::string &out) const;

private:
    ExportFormat m_format;
    CsvMode m_mode;
    std::optional<ReportView> m_view; ///< ordinary texts
    ReadReport m_read; ///< all others
    double m_clock = 0;
};

} // namespace arbscope
