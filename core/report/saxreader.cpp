// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportjson.h"

#include "core/report/jsonprescan.h"
#include "core/report/memberreader.h"
#include "core/report/utf8.h"

#include <array>
#include <charconv>

#include <nlohmann/json.hpp>

namespace arbscope {

namespace {

using nlohmann::json;

constexpr std::size_t MaxUnknown = 100; ///< unknown members that are listed; a hostile text may have millions
constexpr std::size_t ShownNameSize = 100; ///< bytes of an unknown member's name

/// nlohmann's words for a syntax error, without its own name and without the text read so far, which may be all of it.
std::string syntaxMessage(std::size_t offset, std::string_view what)
{
    constexpr std::string_view lastRead = "; last read: '";
    constexpr std::string_view expected = "; expected ";
    // A number that overflows gets here only when it runs on into something else: the prescan takes the whole ones.
    std::string_view reason = " - malformed number";
    if (what.find(" - ") != what.npos)
        reason = what;
    reason.remove_prefix(reason.find(" - ") + 3);
    std::string_view wanted;
    if (const auto at = reason.find(lastRead); at != reason.npos) {
        if (const auto last = reason.rfind(expected); last != reason.npos && last > at)
            wanted = reason.substr(last);
        reason = reason.substr(0, at);
    }
    return "not JSON at byte " + std::to_string(offset) + ": " + std::string(utf8Prefix(reason, 200))
        + std::string(utf8Prefix(wanted, 100));
}

/// Takes the parser's events straight into a report.
class ReportHandler
{
public:
    explicit ReportHandler(const JsonPrescan &prescan)
        : m_prescan(prescan)
    { }

    [[nodiscard]] ReadReport result() &&;

    // The parser's interface, under nlohmann's names. NOLINTBEGIN(readability-identifier-naming)
    bool null() { return take({JsonValue::Kind::Null, {}}); }
    bool boolean(bool value) { return take({value ? JsonValue::Kind::True : JsonValue::Kind::False, {}}); }
    bool number_integer(json::number_integer_t value) { return takeInteger(value); }
    bool number_unsigned(json::number_unsigned_t value) { return takeInteger(value); }
    bool number_float(json::number_float_t, const std::string &literal) { return takeNumber(literal); }
    bool string(const std::string &text);
    bool binary(const json::binary_t &) { return false; } // not in JSON text
    bool key(const std::string &name);
    bool start_object(std::size_t) { return begin(JsonValue::Kind::Object); }
    bool start_array(std::size_t) { return begin(JsonValue::Kind::Array); }
    bool end_object() { return end(); }
    bool end_array() { return end(); }
    bool parse_error(std::size_t position, const std::string &, const json::exception &error);
    // NOLINTEND(readability-identifier-naming)

private:
    struct MemberState
    {
        int count = 0;
        MemberFinding finding; ///< of the last occurrence
        std::optional<std::size_t> loneSurrogate; ///< offset of the first one in any occurrence
    };

    bool take(const JsonValue &value);
    bool takeNumber(std::string_view literal);
    template <typename T> bool takeInteger(T value)
    {
        char text[24];
        return takeNumber({text, std::to_chars(text, text + sizeof text, value).ptr});
    }
    bool begin(JsonValue::Kind kind);
    bool end();
    /// The next string's lone surrogate, if it has one.
    std::optional<std::size_t> nextSurrogate();
    void addUnknown(const std::string &name, std::optional<std::size_t> loneSurrogate);
    void addMemberIssues(const Member &member, const MemberState &state);

    const JsonPrescan &m_prescan;
    std::size_t m_numbers = 0;
    std::size_t m_strings = 0;
    std::size_t m_replacedNumber = 0;
    std::size_t m_replacedString = 0;

    std::size_t m_depth = 0;
    int m_member = -1; ///< index of the member whose value comes next; -1 when it is unknown
    Report m_report;
    std::array<MemberState, MemberCount> m_states;
    std::size_t m_unknown = 0;
    std::vector<Issue> m_issues;
    std::optional<std::string> m_wrongRoot;
    std::optional<Issue> m_syntax;
};

bool ReportHandler::take(const JsonValue &value)
{
    if (m_depth == 0) {
        m_wrongRoot = value.kind == JsonValue::Kind::Array ? "expected an object, found an array"
                                                           : "expected an object, found a single value";
    } else if (m_depth == 1 && m_member >= 0) {
        auto &state = m_states[static_cast<std::size_t>(m_member)];
        ++state.count;
        state.finding = readMember(m_report, schema()[static_cast<std::size_t>(m_member)], value);
    }
    return true;
}

bool ReportHandler::takeNumber(std::string_view literal)
{
    const auto &replaced = m_prescan.numbers();
    if (m_replacedNumber < replaced.size() && replaced[m_replacedNumber].ordinal == m_numbers)
        literal = replaced[m_replacedNumber++].original;
    ++m_numbers;
    return take({JsonValue::Kind::Number, literal});
}

std::optional<std::size_t> ReportHandler::nextSurrogate()
{
    const auto &replaced = m_prescan.loneSurrogates();
    std::optional<std::size_t> offset;
    for (; m_replacedString < replaced.size() && replaced[m_replacedString].ordinal == m_strings; ++m_replacedString)
        offset = offset.value_or(replaced[m_replacedString].offset);
    ++m_strings;
    return offset;
}

bool ReportHandler::string(const std::string &text)
{
    const auto surrogate = nextSurrogate();
    if (surrogate && m_depth >= 1 && m_member >= 0) {
        auto &first = m_states[static_cast<std::size_t>(m_member)].loneSurrogate;
        first = first.value_or(*surrogate);
    }
    return take({JsonValue::Kind::Text, text});
}

bool ReportHandler::key(const std::string &name)
{
    const auto surrogate = nextSurrogate();
    if (m_depth == 1) {
        m_member = memberIndex(name);
        if (m_member < 0)
            addUnknown(name, surrogate);
    }
    return true;
}

void ReportHandler::addUnknown(const std::string &name, std::optional<std::size_t> loneSurrogate)
{
    if (++m_unknown > MaxUnknown)
        return;
    const std::string shown(utf8Prefix(name, ShownNameSize));
    if (loneSurrogate)
        m_issues.push_back(
            {shown, IssueCode::Encoding, "name with a lone surrogate at byte " + std::to_string(*loneSurrogate)});
    m_issues.push_back({shown, IssueCode::Unknown, "expected one of the 48 members, found an unknown name"});
}

bool ReportHandler::begin(JsonValue::Kind kind)
{
    if (m_depth > 0 || kind != JsonValue::Kind::Object)
        take({kind, {}});
    ++m_depth;
    return true;
}

bool ReportHandler::end()
{
    --m_depth;
    return true;
}

bool ReportHandler::parse_error(std::size_t position, const std::string &, const json::exception &error)
{
    // nlohmann counts the bytes it has read; the last one of them is where it stopped.
    const auto offset = std::min(position > 0 ? position - 1 : 0, m_prescan.text().size());
    m_syntax = Issue{{}, IssueCode::Syntax, syntaxMessage(offset, error.what())};
    return false;
}

void ReportHandler::addMemberIssues(const Member &member, const MemberState &state)
{
    const std::string name(member.name);
    if (state.count == 0) {
        if (member.required)
            m_issues.push_back({name, IssueCode::Missing,
                                "expected " + std::string(expectedOf(member.type)) + ", found no such member"});
        return;
    }
    if (state.loneSurrogate)
        m_issues.push_back({name, IssueCode::Encoding,
                            "expected " + std::string(expectedOf(member.type)) + ", found a lone surrogate at byte "
                                + std::to_string(*state.loneSurrogate)});
    if (state.finding.verdict != Verdict::Valid)
        m_issues.push_back({name, state.finding.code, state.finding.message});
    if (state.count > 1)
        m_issues.push_back({name, IssueCode::Duplicate,
                            "expected once, found " + std::to_string(state.count) + " times; the last one counts"});
}

ReadReport ReportHandler::result() &&
{
    if (m_syntax)
        return {Verdict::Invalid, std::nullopt, {*std::move(m_syntax)}};
    if (m_wrongRoot)
        return {Verdict::Invalid, std::nullopt, {{{}, IssueCode::Type, *std::move(m_wrongRoot)}}};

    auto verdict = m_unknown > 0 ? Verdict::Invalid : Verdict::Valid;
    if (m_unknown > MaxUnknown)
        m_issues.push_back(
            {{}, IssueCode::Unknown, "and " + std::to_string(m_unknown - MaxUnknown) + " more unknown members"});
    for (std::size_t i = 0; i < m_states.size(); ++i) {
        const auto &member = schema()[i];
        const auto &state = m_states[i];
        addMemberIssues(member, state);
        verdict = std::max(verdict, state.finding.verdict);
        if (state.count > 1)
            verdict = std::max(verdict, Verdict::Coerced);
        if (state.loneSurrogate || (state.count == 0 && member.required))
            verdict = Verdict::Invalid;
    }
    ReadReport read{verdict, std::nullopt, std::move(m_issues)};
    if (verdict != Verdict::Invalid)
        read.report = std::move(m_report);
    return read;
}

ReadReport refusedText(IssueCode code, std::string message)
{
    return {Verdict::Invalid, std::nullopt, {{{}, code, std::move(message)}}};
}

} // namespace

ReadReport readReportBySax(std::string_view json)
{
    if (const auto valid = validUtf8Length(json); valid < json.size())
        return refusedText(IssueCode::Encoding, "not UTF-8 at byte " + std::to_string(valid));
    const JsonPrescan prescan(json);
    if (const auto offset = prescan.refusedByte())
        return refusedText(IssueCode::Syntax,
                           "not JSON at byte " + std::to_string(*offset)
                               + (*offset == 0 && json[0] != '\0' ? ": a byte order mark" : ": a NUL byte"));
    ReportHandler handler(prescan);
    const auto parsed = prescan.text();
    nlohmann::json::sax_parse(parsed.begin(), parsed.end(), &handler);
    return std::move(handler).result();
}

} // namespace arbscope
