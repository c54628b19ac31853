// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/memberreader.h"

#include "core/report/pynumbers.h"
#include "core/report/utf8.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace arbscope {

namespace {

using Kind = JsonValue::Kind;

constexpr std::size_t ShownSize = 60; ///< bytes of a value that a message quotes

std::string shortened(std::string_view text)
{
    const auto prefix = utf8Prefix(text, ShownSize);
    std::string shown(prefix);
    std::ranges::replace_if(shown, [](char c) { return (c >= 0 && c < 0x20) || c == 0x7f; }, '?');
    return prefix.size() < text.size() ? shown + "…" : shown;
}

std::string described(const JsonValue &value)
{
    switch (value.kind) {
    case Kind::Null:
        return "null";
    case Kind::False:
        return "false";
    case Kind::True:
        return "true";
    case Kind::Number:
        return "the number " + shortened(value.text);
    case Kind::Text:
        return "the text \"" + shortened(value.text) + '"';
    case Kind::Array:
        return "an array";
    case Kind::Object:
        return "an object";
    }
    return {};
}

/// A value's worth for one type of member. `wanted` names the type in messages.
struct Reading
{
    const JsonValue &value;
    std::string_view wanted;

    MemberFinding coerced(std::string_view readAs, IssueCode code = IssueCode::Type) const
    {
        return {Verdict::Coerced, code,
                "expected " + std::string(wanted) + ", found " + described(value) + "; read as " + shortened(readAs)};
    }
    MemberFinding invalid(IssueCode code, std::string_view why = {}) const
    {
        return {Verdict::Invalid, code,
                "expected " + std::string(wanted) + ", found " + described(value) + std::string(why)};
    }
};

bool isIntegerLiteral(std::string_view literal)
{
    return literal.find_first_of(".eENI") == literal.npos;
}

/// The digits of an integer literal as Python's int prints them: -0 is 0.
std::string_view integerText(std::string_view literal)
{
    return literal == "-0" ? "0" : literal;
}

double numberOf(std::string_view literal)
{
    if (literal == "NaN")
        return std::numeric_limits<double>::quiet_NaN();
    if (literal.ends_with("Infinity"))
        return literal.starts_with('-') ? -std::numeric_limits<double>::infinity()
                                        : std::numeric_limits<double>::infinity();
    return parseJsonNumber(literal);
}

std::string reprOf(double value)
{
    std::string text;
    appendFloatRepr(text, value);
    return text;
}

bool isAscii(std::string_view text)
{
    return std::ranges::none_of(text, [](char c) { return (static_cast<unsigned char>(c) & 0x80u) != 0; });
}

MemberFinding readInto(QString &out, const Reading &reading)
{
    const auto &value = reading.value;
    std::string text;
    switch (value.kind) {
    case Kind::Text:
        out = textFromUtf8(value.text);
        return {};
    case Kind::True:
        text = "True";
        break;
    case Kind::False:
        text = "False";
        break;
    case Kind::Number:
        text = isIntegerLiteral(value.text) ? std::string(integerText(value.text)) : reprOf(numberOf(value.text));
        break;
    default:
        return reading.invalid(IssueCode::Type);
    }
    out = QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
    return reading.coerced('"' + text + '"');
}

MemberFinding readInto(bool &out, const Reading &reading)
{
    const auto &value = reading.value;
    switch (value.kind) {
    case Kind::True:
    case Kind::False:
        out = value.kind == Kind::True;
        return {};
    case Kind::Number:
        out = numberOf(value.text) != 0; // NaN is true, as in Python
        break;
    case Kind::Text:
        if (!isAscii(value.text))
            return reading.invalid(IssueCode::Value);
        out = !value.text.empty();
        break;
    default:
        return reading.invalid(IssueCode::Type);
    }
    return reading.coerced(out ? "true" : "false");
}

/// Whether a finite double is exactly the integer of this literal.
bool isExactly(double number, std::string_view literal)
{
    return Decimal::fromDouble(number).text() == integerText(literal) || (number == 0 && integerText(literal) == "0");
}

MemberFinding readInto(double &out, const Reading &reading)
{
    const auto &value = reading.value;
    switch (value.kind) {
    case Kind::Number: {
        if (!isIntegerLiteral(value.text)) {
            out = numberOf(value.text);
            return {};
        }
        const double number = numberOf(integerText(value.text)); // the integer -0 has no sign
        if (std::isinf(number))
            return reading.invalid(IssueCode::Range, ", too large for a double");
        out = number;
        return isExactly(number, value.text) ? MemberFinding() : reading.coerced(reprOf(number), IssueCode::Value);
    }
    case Kind::True:
    case Kind::False:
        out = value.kind == Kind::True ? 1 : 0;
        break;
    case Kind::Text: {
        const auto number = parsePythonFloat(value.text);
        if (!number)
            return reading.invalid(IssueCode::Value);
        out = *number;
        break;
    }
    default:
        return reading.invalid(IssueCode::Type);
    }
    return reading.coerced(reprOf(out));
}

MemberFinding readInto(Decimal &out, const Reading &reading)
{
    const auto &value = reading.value;
    switch (value.kind) {
    case Kind::Text: {
        auto decimal = Decimal::fromText(value.text);
        if (!decimal)
            return reading.invalid(IssueCode::Value);
        out = *std::move(decimal);
        return {};
    }
    case Kind::Number:
        out = isIntegerLiteral(value.text) ? Decimal::fromText(integerText(value.text)).value_or(Decimal())
                                           : Decimal::fromDouble(numberOf(value.text));
        break;
    case Kind::True:
    case Kind::False:
        out = Decimal(value.kind == Kind::True ? 1 : 0);
        break;
    default:
        return reading.invalid(IssueCode::Type);
    }
    return reading.coerced(out.text());
}

MemberFinding readInto(qint64 &out, const Reading &reading)
{
    constexpr std::string_view beyond = ", outside 64 bits";
    const auto &value = reading.value;
    switch (value.kind) {
    case Kind::Number: {
        if (isIntegerLiteral(value.text)) {
            const auto *begin = value.text.begin();
            if (std::from_chars(begin, value.text.end(), out).ec != std::errc())
                return reading.invalid(IssueCode::Range, beyond);
            return {};
        }
        const double number = numberOf(value.text);
        if (!std::isfinite(number))
            return reading.invalid(IssueCode::Value);
        constexpr double limit = 9223372036854775808.0; // 2^63
        if (number >= limit || number < -limit)
            return reading.invalid(IssueCode::Range, beyond);
        out = static_cast<qint64>(number);
        break;
    }
    case Kind::True:
    case Kind::False:
        out = value.kind == Kind::True ? 1 : 0;
        break;
    case Kind::Text: {
        const auto integer = parsePythonInteger(value.text);
        if (!integer && integer.error() == IntegerFault::OutOfRange)
            return reading.invalid(IssueCode::Range, beyond);
        if (!integer)
            return reading.invalid(IssueCode::Value);
        out = *integer;
        break;
    }
    default:
        return reading.invalid(IssueCode::Type);
    }
    return reading.coerced(std::to_string(out));
}

} // namespace

std::string_view expectedOf(MemberType type)
{
    switch (type) {
    case MemberType::Text:
        return "text";
    case MemberType::Bool:
        return "true or false";
    case MemberType::Float:
        return "a number";
    case MemberType::Decimal:
        return "a decimal number as text";
    case MemberType::Integer:
        return "an integer";
    }
    return {};
}

MemberFinding readMember(Report &report, const Member &member, const JsonValue &value)
{
    const Reading reading{value, expectedOf(member.type)};
    const auto readPlace = [&](auto place) {
        auto &target = report.*place;
        if constexpr (requires { target.has_value(); }) {
            if (value.kind == Kind::Null) {
                target.reset();
                return MemberFinding();
            }
            return readInto(target.emplace(), reading);
        } else {
            return readInto(target, reading);
        }
    };
    return std::visit(readPlace, member.place);
}

} // namespace arbscope
