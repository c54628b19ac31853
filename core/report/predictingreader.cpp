// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportview.h"

#include "core/report/bytemask.h"
#include "core/report/jsonescapes.h"
#include "core/report/pynumbers.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <limits>

namespace arbscope {

namespace {

/// What is expected of a member: the text up to its value, the type of its value.
struct Expected
{
    std::array<char, 2 * MaskWidth> before{}; ///< `{"asset_1": `, padded to whole blocks
    std::array<std::uint32_t, 2> masks{}; ///< which bytes of each block count
    std::size_t size = 0;
    MemberType type = MemberType::Text;
    bool required = false;
};

const std::array<Expected, MemberCount> &expectedMembers()
{
    static const auto expected = [] {
        std::array<Expected, MemberCount> all;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto &member = schema()[i];
            const auto before = (i == 0 ? "{\"" : ", \"") + std::string(member.name) + "\": ";
            auto &entry = all[i];
            entry.size = before.copy(entry.before.data(), entry.before.size());
            for (std::size_t at = 0; at < entry.size; ++at)
                entry.masks[at / MaskWidth] |= std::uint32_t{1} << at % MaskWidth;
            entry.type = member.type;
            entry.required = member.required;
        }
        return all;
    }();
    return expected;
}

/// Reads one text from front to back. Each function advances over what it reads, or answers false: not as predicted.
class PredictingReader
{
public:
    explicit PredictingReader(std::string_view text)
        : m_at(text.data())
        , m_end(text.data() + text.size())
    { }

    bool skip(std::string_view expected)
    {
        if (left() < expected.size() || std::memcmp(m_at, expected.data(), expected.size()) != 0)
            return false;
        m_at += expected.size();
        return true;
    }
    bool skip(const Expected &expected)
    {
        if (left() < expected.before.size())
            return skip(std::string_view(expected.before.data(), expected.size));
        const auto isSame = [&](std::size_t block) {
            const auto mask = expected.masks[block];
            const auto from = block * MaskWidth;
            return mask == 0 || (sameMask(m_at + from, expected.before.data() + from) & mask) == mask;
        };
        if (!isSame(0) || !isSame(1))
            return false;
        m_at += expected.size;
        return true;
    }
    bool read(ValueView &value, const Expected &expected);
    bool atEnd() const { return m_at == m_end; }

private:
    std::size_t left() const { return static_cast<std::size_t>(m_end - m_at); }
    void finish(ValueView &value, const char *end, ValueView::Kind kind)
    {
        value.data = m_at;
        value.size = static_cast<std::uint32_t>(end - m_at);
        value.kind = kind;
        m_at = end;
    }
    bool readText(ValueView &value);
    bool readEscape(ValueView &value, const char *&at);
    bool readBool(ValueView &value);
    bool readDecimal(ValueView &value);
    bool readFloat(ValueView &value);
    bool readInteger(ValueView &value);
    /// The end of a number literal: where the next member or the end of the report begins.
    const char *literalEnd() const;

    const char *m_at;
    const char *m_end;
};

/// The shape of a literal [-]digits[.digits] of fewer than 32 characters.
struct Digits
{
    bool matches = false; ///< and there is no needless leading zero
    bool isWhole = false; ///< without a point
    bool isZero = false;
    bool beginsWithZero = false;
    int whole = 0; ///< digits before the point
    int fraction = 0; ///< digits after the point
    int fractionZeros = 0; ///< zeros after the point before the first other digit, when it begins with zero
    int significant = 0; ///< digits from the first to the last that is not zero
    bool endsWithZero = false;
};

/// `at` must have MaskWidth bytes.
Digits digitsOf(const char *at, int size)
{
    Digits digits;
    const auto all = (std::uint32_t{1} << size) - 1;
    const int first = *at == '-' ? 1 : 0;
    const auto body = all & ~(first == 1 ? std::uint32_t{1} : 0u);
    const auto digit = digitMask(at) & body;
    const auto other = body & ~digit;
    if (digit == 0 || (other != 0 && ((other & (other - 1)) != 0 || at[std::countr_zero(other)] != '.')))
        return digits;
    const int point = other == 0 ? size : std::countr_zero(other);
    digits.isWhole = other == 0;
    digits.whole = point - first;
    digits.fraction = digits.isWhole ? 0 : size - point - 1;
    digits.beginsWithZero = at[first] == '0';
    digits.matches
        = digits.whole > 0 && (digits.isWhole || digits.fraction > 0) && !(digits.beginsWithZero && digits.whole > 1);
    const auto nonZero = digit & ~equalMask(at, '0');
    digits.isZero = nonZero == 0;
    digits.endsWithZero = at[size - 1] == '0';
    if (!digits.isZero) {
        const int firstNonZero = std::countr_zero(nonZero);
        const int lastNonZero = 31 - std::countl_zero(nonZero);
        digits.significant = lastNonZero - firstNonZero + (point > firstNonZero && point < lastNonZero ? 0 : 1);
        digits.fractionZeros = firstNonZero - point - 1;
    }
    return digits;
}

/// Whether Python's str(Decimal) is the same text: no exponent down to the sixth place after the point.
bool isPlainDecimal(const Digits &digits)
{
    if (!digits.matches)
        return false;
    if (digits.isWhole || !digits.beginsWithZero)
        return true;
    return digits.isZero ? digits.fraction <= 6 : digits.fractionZeros <= 5;
}

/// Whether a float has the form of Python's fixed notation, from 0.0001 up to below 1e16.
bool isFixedFloat(const Digits &digits)
{
    if (!digits.matches || digits.isWhole || digits.whole > 16)
        return false;
    if (digits.endsWithZero)
        return digits.fraction == 1; // 12.0, 0.0
    return !digits.beginsWithZero || digits.fractionZeros <= 3;
}

bool PredictingReader::read(ValueView &value, const Expected &expected)
{
    if (!skip(expected) || left() == 0)
        return false;
    if (*m_at == 'n') {
        value.kind = ValueView::Kind::Null;
        return !expected.required && skip("null");
    }
    switch (expected.type) {
    case MemberType::Text:
        return readText(value);
    case MemberType::Bool:
        return readBool(value);
    case MemberType::Float:
        return readFloat(value);
    case MemberType::Decimal:
        return readDecimal(value);
    case MemberType::Integer:
        return readInteger(value);
    }
    return false;
}

bool PredictingReader::readText(ValueView &value)
{
    if (*m_at != '"')
        return false;
    ++m_at;
    const char *at = m_at;
    // A text is never the last thing in a report: what is too short for a whole block here is no report.
    while (static_cast<std::size_t>(m_end - at) > MaskWidth) {
        auto stops = stopMask(at);
        auto commas = equalMask(at, ',');
        const char *next = at + MaskWidth;
        while (stops != 0) {
            const auto bit = std::countr_zero(stops);
            const char *stop = at + bit;
            if (*stop == '"') {
                commas &= (std::uint32_t{1} << bit) - 1;
                if (commas != 0)
                    value.traits |= ValueView::Quoted;
                if (!value.has(ValueView::Escaped))
                    value.traits |= ValueView::Plain;
                finish(value, stop, ValueView::Kind::Text);
                ++m_at;
                return true;
            }
            if (*stop != '\\' || !readEscape(value, stop))
                return false;
            const auto past = stop - at;
            if (past >= static_cast<std::ptrdiff_t>(MaskWidth)) {
                next = stop;
                break;
            }
            stops &= ~std::uint32_t{0} << past;
        }
        if (commas != 0)
            value.traits |= ValueView::Quoted;
        at = next;
    }
    return false;
}

/// Advances `at` over the escape that begins there.
bool PredictingReader::readEscape(ValueView &value, const char *&at)
{
    value.traits |= ValueView::Escaped;
    if (at[1] == '"') { // by far the most frequent one: bots keep JSON in texts
        value.traits |= ValueView::Quoted;
        at += 2;
        return true;
    }
    value.traits |= ValueView::OtherEscapes;
    const auto escape = readJsonEscape({at, static_cast<std::size_t>(m_end - at)});
    if (escape.size == 0)
        return false;
    if (!escape.isCanonical)
        value.traits |= ValueView::Unusual;
    if (escape.character == '"' || escape.character == '\n' || escape.character == '\r' || escape.character == ',')
        value.traits |= ValueView::Quoted;
    at += escape.size;
    return true;
}

bool PredictingReader::readBool(ValueView &value)
{
    const bool isTrue = *m_at == 't';
    value.kind = isTrue ? ValueView::Kind::True : ValueView::Kind::False;
    return skip(isTrue ? "true" : "false");
}

bool PredictingReader::readDecimal(ValueView &value)
{
    if (*m_at != '"')
        return false;
    ++m_at;
    if (left() >= MaskWidth) {
        const auto quotes = equalMask(m_at, '"');
        if (quotes != 0 && (quotes & 1u) == 0) {
            const int size = std::countr_zero(quotes);
            if (isPlainDecimal(digitsOf(m_at, size))) {
                value.traits = ValueView::Plain;
                finish(value, m_at + size, ValueView::Kind::Text);
                ++m_at;
                return true;
            }
        }
    }
    const auto *quote = static_cast<const char *>(std::memchr(m_at, '"', left()));
    if (!quote)
        return false;
    // White space is legal around a decimal, but not raw control characters in JSON.
    const bool hasControl = std::any_of(m_at, quote, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
    if (hasControl || !Decimal::fromText({m_at, quote}))
        return false;
    finish(value, quote, ValueView::Kind::Text);
    ++m_at;
    return true;
}

const char *PredictingReader::literalEnd() const
{
    return std::find_if(m_at, m_end, [](char c) { return c == ',' || c == '}'; });
}

bool PredictingReader::readFloat(ValueView &value)
{
    if (left() >= MaskWidth) {
        const auto ends = equalMask(m_at, ',') | equalMask(m_at, '}');
        const int size = std::countr_zero(ends);
        if (size > 0 && size < 32) {
            const auto digits = digitsOf(m_at, size);
            if (isFixedFloat(digits) && digits.significant <= 18) {
                // Two decimals of 15 digits never share a double, so that such a literal is its own shortest text.
                value.traits = digits.significant <= 15 ? ValueView::Plain : ValueView::FixedFloat;
                finish(value, m_at + size, ValueView::Kind::Number);
                return true;
            }
        }
    }
    const auto *end = literalEnd();
    const std::string_view literal(m_at, end);
    const bool isInteger = literal.find_first_of(".eE") == literal.npos;
    // Long integers may not convert exactly, and the integer -0 has no sign.
    if (!isJsonNumber(literal) || (isInteger && (literal.size() > 15 || literal == "-0")))
        return false;
    finish(value, end, ValueView::Kind::Number);
    return true;
}

bool PredictingReader::readInteger(ValueView &value)
{
    const auto *end = literalEnd();
    const std::string_view literal(m_at, end);
    if (!isJsonNumber(literal) || literal.size() > 18 || literal == "-0"
        || literal.find_first_of(".eE") != literal.npos)
        return false;
    value.traits = ValueView::Plain;
    finish(value, end, ValueView::Kind::Number);
    return true;
}

} // namespace

std::optional<ReportView> predictReport(std::string_view json)
{
    std::optional<ReportView> view(std::in_place);
    const auto &expected = expectedMembers();
    PredictingReader reader(json);
    bool asPredicted = json.size() <= std::numeric_limits<std::uint32_t>::max();
    for (std::size_t i = 0; i < expected.size() && asPredicted; ++i)
        asPredicted = reader.read(view->values[i], expected[i]);
    if (asPredicted && reader.skip("}") && reader.atEnd())
        view->json = json;
    else
        view.reset();
    return view;
}

} // namespace arbscope
