// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/jsonindent.h"

#include <algorithm>
#include <array>
#include <utility>

namespace arbscope {

namespace {

constexpr std::size_t DeepestLevel = 200;
constexpr qsizetype IndentWidth = 2;

enum class Layout { Indented, AsIs };

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isNumber(QByteArrayView text)
{
    qsizetype at = text.startsWith('-') ? 1 : 0;
    const auto digits = [&text, &at] {
        const qsizetype begin = at;
        while (at < text.size() && isDigit(text[at]))
            ++at;
        return at - begin;
    };
    const bool leadingZero = at < text.size() && text[at] == '0';
    const qsizetype whole = digits();
    if (whole == 0 || (leadingZero && whole > 1))
        return false;
    if (at < text.size() && text[at] == '.') {
        ++at;
        if (digits() == 0)
            return false;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '+' || text[at] == '-'))
            ++at;
        if (digits() == 0)
            return false;
    }
    return at == text.size();
}

bool isLiteral(QByteArrayView text)
{
    constexpr std::array<QByteArrayView, 6> Words{"true", "false", "null", "NaN", "Infinity", "-Infinity"};
    return std::ranges::find(Words, text) != Words.end() || isNumber(text);
}

/// Reads tokens and writes them again with its own white space, or the text's own.
class Indenter
{
public:
    Indenter(QByteArrayView json, Layout layout)
        : m_in(json)
        , m_layout(layout)
    {
        if (layout == Layout::Indented)
            m_out.text.reserve(json.size() + json.size() / 2);
    }

    std::optional<IndentedJson> run()
    {
        skipSpace();
        if (m_at >= m_in.size() || (m_in[m_at] != '{' && m_in[m_at] != '['))
            return {};
        while (m_at < m_in.size()) {
            if (!step())
                return {};
            skipSpace();
        }
        return m_levels.empty() && m_expect == Expect::End ? std::optional(std::move(m_out)) : std::nullopt;
    }

private:
    enum class Expect { Value, ValueOrClose, KeyOrClose, Key, Colon, CommaOrClose, End };

    [[nodiscard]] qsizetype position() const { return m_layout == Layout::Indented ? m_out.text.size() : m_at; }
    void write(QByteArrayView text)
    {
        if (m_layout == Layout::Indented)
            m_out.text.append(text);
        m_at += text.size();
    }
    void newLine()
    {
        if (m_layout == Layout::Indented) {
            m_out.text.append('\n');
            m_out.text.append(qsizetype(m_levels.size()) * IndentWidth, ' ');
        }
    }
    void skipSpace()
    {
        while (m_at < m_in.size() && isSpace(m_in[m_at]))
            ++m_at;
    }

    /// The string that starts here, with its quotes; empty when it does not end.
    [[nodiscard]] QByteArrayView string() const
    {
        for (qsizetype i = m_at + 1; i < m_in.size(); ++i) {
            if (m_in[i] == '\\')
                ++i;
            else if (m_in[i] == '"')
                return m_in.sliced(m_at, i + 1 - m_at);
        }
        return {};
    }
    [[nodiscard]] QByteArrayView word() const
    {
        qsizetype end = m_at;
        while (end < m_in.size() && !isSpace(m_in[end]) && !QByteArrayView(",:[]{}\"").contains(m_in[end]))
            ++end;
        return m_in.sliced(m_at, end - m_at);
    }

    void valueEnded()
    {
        if (m_levels.size() == 1 && m_levels.back() == '{')
            m_out.members.back().end = position();
        m_expect = m_levels.empty() ? Expect::End : Expect::CommaOrClose;
    }
    bool open(char bracket)
    {
        if (m_levels.size() >= DeepestLevel)
            return false;
        write(m_in.sliced(m_at, 1));
        m_levels.push_back(bracket);
        m_expect = bracket == '{' ? Expect::KeyOrClose : Expect::ValueOrClose;
        m_empty = true;
        return true;
    }
    bool close(char bracket)
    {
        const bool fits = m_levels.back() == (bracket == '}' ? '{' : '[');
        const bool expected
            = m_expect == Expect::CommaOrClose || m_expect == Expect::KeyOrClose || m_expect == Expect::ValueOrClose;
        if (!fits || !expected)
            return false;
        m_levels.pop_back();
        if (!std::exchange(m_empty, false))
            newLine();
        write(m_in.sliced(m_at, 1));
        valueEnded();
        return true;
    }
    bool key()
    {
        const QByteArrayView text = string();
        if (text.isEmpty())
            return false;
        newLine();
        if (m_levels.size() == 1)
            m_out.members.push_back({text.sliced(1, text.size() - 2).toByteArray(), position(), position()});
        write(text);
        m_expect = Expect::Colon;
        m_empty = false;
        return true;
    }
    bool scalar(QByteArrayView text)
    {
        if (text.isEmpty())
            return false;
        if (m_levels.back() == '[')
            newLine();
        write(text);
        m_empty = false;
        valueEnded();
        return true;
    }
    bool step();

    QByteArrayView m_in;
    Layout m_layout;
    qsizetype m_at = 0;
    std::vector<char> m_levels;
    Expect m_expect = Expect::Value;
    bool m_empty = false; ///< the innermost bracket has nothing in it yet
    IndentedJson m_out;
};

bool Indenter::step()
{
    const char c = m_in[m_at];
    if (m_expect == Expect::End)
        return false;
    if (c == '}' || c == ']')
        return !m_levels.empty() && close(c);
    if (m_expect == Expect::CommaOrClose) {
        if (c != ',')
            return false;
        write(",");
        m_expect = m_levels.back() == '{' ? Expect::Key : Expect::Value;
        return true;
    }
    if (m_expect == Expect::Colon) {
        if (c != ':')
            return false;
        write(":");
        if (m_layout == Layout::Indented)
            m_out.text.append(' ');
        m_expect = Expect::Value;
        return true;
    }
    if (m_expect == Expect::Key || m_expect == Expect::KeyOrClose)
        return c == '"' && key();
    if (c == '{' || c == '[') {
        if (!m_levels.empty() && m_levels.back() == '[')
            newLine();
        return open(c);
    }
    if (c == '"')
        return scalar(string());
    return isLiteral(word()) && scalar(word());
}

} // namespace

std::optional<IndentedJson> indentJson(QByteArrayView json)
{
    return Indenter(json, Layout::Indented).run();
}

std::vector<JsonSpan> jsonMembers(QByteArrayView json)
{
    auto read = Indenter(json, Layout::AsIs).run();
    return read ? std::move(read->members) : std::vector<JsonSpan>();
}

} // namespace arbscope
