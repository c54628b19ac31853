// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/reportview.h"

#include "app/cli/terminaltext.h"
#include "app/cli/tradetext.h"
#include "core/analysis/derivedvalues.h"
#include "core/report/clocktext.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace arbscope {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int NameWidth = 34;
constexpr int LegWidth = 44;

struct Group
{
    MemberGroup group;
    std::string_view title;
};

constexpr std::array GroupsBeforeLegs
    = {Group{MemberGroup::Identity, "Identity"}, Group{MemberGroup::Timeline, "Timeline"},
       Group{MemberGroup::Market, "Market"}};
constexpr std::array GroupsAfterLegs = {Group{MemberGroup::Result, "Result"}, Group{MemberGroup::Dust, "Dust"},
                                        Group{MemberGroup::Balances, "Balances"}};
constexpr std::array<std::string_view, 2> RawMembers = {"order_1_data", "order_2_data"};

void appendPadded(std::string &out, const std::string &text, int width)
{
    out += text;
    out.append(static_cast<std::size_t>(std::max(1, width - terminalWidth(text))), ' ');
}

void appendTitle(std::string &out, std::string_view title)
{
    out += '\n';
    out += title;
    out += '\n';
}

void appendEntry(std::string &out, std::string_view name, const std::string &value)
{
    out += "  ";
    appendPadded(out, std::string(name), NameWidth);
    out += value;
    out += '\n';
}

bool isRawMember(const Member &member)
{
    return std::ranges::find(RawMembers, member.name) != RawMembers.end();
}

/// Exact quotients and differences have more digits than anybody reads; amounts keep theirs.
MemberValue rounded(MemberValue value, MemberUnit unit)
{
    const auto *number = std::get_if<Decimal>(&value);
    if (!number || (unit != MemberUnit::BasisPoints && unit != MemberUnit::Seconds && unit != MemberUnit::Ratio)) {
        return value;
    }
    const int places = unit == MemberUnit::BasisPoints ? 2 : 6;
    return Decimal::fromText(number->fixed(places)).value_or(*number);
}

class View
{
public:
    View(const Report &report, const QTimeZone &zone, std::string &out)
        : m_report(report)
        , m_zone(zone)
        , m_out(out)
    { }
    void append()
    {
        appendGroups(GroupsBeforeLegs);
        appendLegs();
        appendGroups(GroupsAfterLegs);
        appendDerived();
        for (const std::string_view name : RawMembers) {
            appendRaw(name);
        }
    }

private:
    [[nodiscard]] std::string value(const Member &member) const
    {
        return terminalText(valueText(memberValue(m_report, member), member.unit, m_report, m_zone));
    }

    void appendGroups(std::span<const Group> groups)
    {
        for (const auto &[group, title] : groups) {
            appendTitle(m_out, title);
            for (const Member &member : schema()) {
                if (member.group == group && !isRawMember(member)) {
                    appendEntry(m_out, member.name, value(member));
                }
            }
        }
    }

    /// The same member of both legs in one row: their names differ in the leg's number only.
    void appendLegs()
    {
        appendTitle(m_out, "Legs");
        m_out += "  ";
        appendPadded(m_out, "", NameWidth);
        appendPadded(m_out, terminalText(u"1: "_s + m_report.exchange1), LegWidth);
        m_out += terminalText(u"2: "_s + m_report.exchange2) + '\n';
        for (const Member &first : schema()) {
            if (first.group != MemberGroup::Leg1 || isRawMember(first)) {
                continue;
            }
            std::string name(first.name);
            std::ranges::replace(name, '1', '2');
            const int second = memberIndex(name);
            std::ranges::replace(name, '2', 'N');
            appendLegRow(name, value(first), second < 0 ? "" : value(schema()[static_cast<std::size_t>(second)]));
        }
        for (const Member &second : schema()) {
            std::string name(second.name);
            std::ranges::replace(name, '2', '1');
            if (second.group == MemberGroup::Leg2 && !isRawMember(second) && memberIndex(name) < 0) {
                appendLegRow(std::string(second.name), "", value(second));
            }
        }
    }

    void appendLegRow(const std::string &name, const std::string &first, const std::string &second)
    {
        m_out += "  ";
        appendPadded(m_out, name, NameWidth);
        appendPadded(m_out, first, LegWidth);
        m_out += second + '\n';
    }

    void appendDerived()
    {
        appendTitle(m_out, "Derived");
        for (const DerivedValue &derived : derivedValues()) {
            const MemberValue value = rounded(derived.compute(m_report), derived.unit);
            appendEntry(m_out, derived.name, terminalText(valueText(value, derived.unit, m_report, m_zone)));
        }
    }

    /// Indented when it is JSON, as it came otherwise.
    void appendRaw(std::string_view name)
    {
        const int index = memberIndex(name);
        const QString text = plainText(memberValue(m_report, schema()[static_cast<std::size_t>(index)]));
        appendTitle(m_out, name);
        const auto parsed = nlohmann::ordered_json::parse(text.toStdString(), nullptr, false);
        const QString shown = parsed.is_structured()
            ? QString::fromStdString(parsed.dump(2, ' ', false, nlohmann::json::error_handler_t::replace))
            : text;
        std::string body = terminalText(shown.isEmpty() ? u"-"_s : shown, LineBreaks::Kept);
        for (std::size_t at = 0; (at = body.find('\n', at)) != std::string::npos; at += 3) {
            body.insert(at + 1, "  ");
        }
        m_out += "  " + body + '\n';
    }

    const Report &m_report;
    const QTimeZone &m_zone;
    std::string &m_out;
};

} // namespace

std::string reportView(const QByteArray &server, const StoredTrade &trade, const QTimeZone &zone)
{
    std::string out;
    appendEntry(out, "trading server", terminalText(server));
    appendEntry(out, "order id", terminalText(trade.orderId));
    appendEntry(out, "verdict", std::string(verdictName(trade.read.verdict)));
    appendEntry(out, "times in", zoneText(zone).toStdString());
    for (const Issue &issue : trade.read.issues) {
        const std::string member = issue.member.empty() ? std::string() : issue.member + ": ";
        appendEntry(out, issueCodeName(issue.code), terminalText(QString::fromStdString(member + issue.message)));
    }
    if (const Report *report = trade.report()) {
        View(*report, zone, out).append();
    } else {
        appendTitle(out, "Stored text");
        out += "  " + terminalText(trade.raw) + '\n';
    }
    return out;
}

} // namespace arbscope
