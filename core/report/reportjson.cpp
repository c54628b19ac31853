// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportjson.h"

#include "core/report/reportview.h"
#include "core/report/schema.h"

#include <cmath>

namespace arbscope {

namespace {

bool hasLoneSurrogate(const QString &text)
{
    return !text.isValidUtf16();
}

} // namespace

std::string_view verdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Valid:
        return "valid";
    case Verdict::Coerced:
        return "coerced";
    case Verdict::Invalid:
        return "invalid";
    }
    return {};
}

std::string_view issueCodeName(IssueCode code)
{
    switch (code) {
    case IssueCode::Syntax:
        return "syntax";
    case IssueCode::Encoding:
        return "encoding";
    case IssueCode::Unknown:
        return "unknown";
    case IssueCode::Missing:
        return "missing";
    case IssueCode::Type:
        return "type";
    case IssueCode::Value:
        return "value";
    case IssueCode::Range:
        return "range";
    case IssueCode::Duplicate:
        return "duplicate";
    }
    return {};
}

ReadReport readReport(std::string_view json)
{
    if (const auto view = predictReport(json))
        return {Verdict::Valid, reportOf(*view), {}};
    return readReportBySax(json);
}

std::vector<Issue> storingIssues(const Report &report)
{
    std::vector<Issue> issues;
    for (const auto &member : schema()) {
        const auto value = memberValue(report, member);
        if (const auto *text = std::get_if<QString>(&value); text && hasLoneSurrogate(*text))
            issues.push_back({std::string(member.name), IssueCode::Encoding, "expected text, found a lone surrogate"});
    }
    if (report.orderId.isEmpty())
        issues.push_back({"order_id", IssueCode::Value, "expected text, found the empty text"});
    if (report.serverName.isEmpty())
        issues.push_back({"server_name", IssueCode::Value, "expected text, found the empty text"});
    if (std::isnan(report.clock))
        issues.push_back({"clock", IssueCode::Value, "expected a number to sort by, found NaN"});
    return issues;
}

} // namespace arbscope
