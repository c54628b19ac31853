// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace arbscope {

/// Contract §4: what a stored text is worth.
enum class Verdict { Valid, Coerced, Invalid };

/// Contract §6: the codes that `validate` prints.
enum class IssueCode { Syntax, Encoding, Unknown, Missing, Type, Value, Range, Duplicate };

/// One thing that was converted or is wrong, with its member (empty for the text as a whole).
struct Issue
{
    std::string member;
    IssueCode code = IssueCode::Syntax;
    std::string message; ///< English: what was expected and what was found; long values are cut, never secrets
    bool operator==(const Issue &) const = default;
};

/// What became of a stored text. `report` is empty exactly when the verdict is Invalid.
struct ReadReport
{
    Verdict verdict = Verdict::Invalid;
    std::optional<Report> report;
    std::vector<Issue> issues;
};

[[nodiscard]] std::string_view verdictName(Verdict verdict); ///< "valid", "coerced", "invalid"
[[nodiscard]] std::string_view issueCodeName(IssueCode code);

/// Reads a stored text by the rules of contract §4: the predicting reader first, the SAX reader for all else.
[[nodiscard]] ReadReport readReport(std::string_view json);
/// The reader that decides (nlohmann_json's SAX); readReport() must always give the same.
[[nodiscard]] ReadReport readReportBySax(std::string_view json);

/// Canonical text, contract §3, byte for byte the reference's to_json.
[[nodiscard]] std::string writeReport(const Report &report);
void appendReport(std::string &out, const Report &report);

/// Contract §4 "Storing is strict": why a report may not be stored; empty when it may. A Report is typed, so what is
/// left are server_name, order_id and clock (not empty, not NaN).
[[nodiscard]] std::vector<Issue> storingIssues(const Report &report);

} // namespace arbscope
