// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/reportjson.h"
#include "core/report/reportview.h"

#include <bit>
#include <string>
#include <string_view>

namespace arbscope::test {

/// What the two readers, and the ways from text to CSV, make differently of a text; empty when they agree.
inline std::string disagreement(std::string_view text)
{
    const auto bySax = readReportBySax(text);
    if (bySax.report.has_value() == (bySax.verdict == Verdict::Invalid))
        return "a report exactly when it is not invalid";
    if (bySax.issues.empty() != (bySax.verdict == Verdict::Valid))
        return "issues exactly when it is not valid";
    const auto written = bySax.report ? writeReport(*bySax.report) : std::string();
    if (bySax.report) {
        const auto again = readReportBySax(written);
        if (again.verdict != Verdict::Valid || writeReport(*again.report) != written)
            return "what was written does not read back: " + written;
        if (readReport(written).verdict != Verdict::Valid || writeReport(*readReport(written).report) != written)
            return "what was written does not read back by prediction: " + written;
    }

    const auto view = predictReport(text);
    if (!view)
        return {};
    if (bySax.verdict != Verdict::Valid)
        return "predicted, but not valid: " + bySax.issues.front().message;
    if (writeReport(reportOf(*view)) != written)
        return "predicted another report: " + writeReport(reportOf(*view));
    if (isCanonical(*view) != (written == text))
        return "canonical or not";
    if (std::bit_cast<std::uint64_t>(clockOf(*view)) != std::bit_cast<std::uint64_t>(bySax.report->clock))
        return "another clock";
    for (const auto mode : {CsvMode::Exact, CsvMode::Guarded}) {
        std::string fromText = "before";
        std::string fromReport = "before";
        const auto guardedFromText = appendCsvRecord(fromText, *view, mode);
        const auto guardedFromReport = appendCsvRecord(fromReport, *bySax.report, mode);
        if (fromText != fromReport)
            return std::string("other CSV: ").append(fromText).append("instead of ").append(fromReport);
        if (guardedFromText != guardedFromReport)
            return "another number of guarded cells";
    }
    return {};
}

} // namespace arbscope::test
