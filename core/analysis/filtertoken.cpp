// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/filtertoken.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

namespace arbscope {

using namespace Qt::StringLiterals;

namespace {

using Kind = FilterToken::Kind;

constexpr std::array Keywords{"and"_L1,  "or"_L1,       "not"_L1,     "in"_L1,   "is"_L1,
                              "null"_L1, "contains"_L1, "matches"_L1, "true"_L1, "false"_L1};
constexpr std::array Symbols{"=="_L1, "!="_L1, "<>"_L1, "<="_L1, ">="_L1, "&&"_L1, "||"_L1, "="_L1,
                             "<"_L1,  ">"_L1,  "!"_L1,  "("_L1,  ")"_L1,  "{"_L1,  "}"_L1,  ","_L1};

FilterToken named(FilterToken token)
{
    const QString lower = token.text.toLower();
    if (std::ranges::find(Keywords, lower) != Keywords.end()) {
        token.kind = Kind::Keyword;
        token.text = lower;
    }
    return token;
}

bool isNameCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_';
}

/// A name, a time or a number at `at`; an End when there is something else.
std::expected<FilterToken, FilterError> word(const QString &text, qsizetype at)
{
    const auto runEnd = [&](qsizetype from, auto belongs) {
        while (from < text.size() && belongs(text[from]))
            ++from;
        return from;
    };
    const auto isDigit = [&](qsizetype i) { return i < text.size() && text[i] >= u'0' && text[i] <= u'9'; };
    FilterToken token{.kind = Kind::End, .at = at, .length = 0, .text = {}};
    if (isNameCharacter(text[at]) && !isDigit(at)) {
        token.kind = Kind::Name;
        token.length = runEnd(at, isNameCharacter) - at;
        token.text = text.mid(at, token.length);
        return named(std::move(token));
    }
    const qsizetype afterSign = at + (text[at] == u'+' || text[at] == u'-' ? 1 : 0);
    if (!isDigit(afterSign) && !(afterSign < text.size() && text[afterSign] == u'.' && isDigit(afterSign + 1)))
        return token;
    // There is no arithmetic, so a sign after digits belongs to an exponent, a date or an offset.
    token.length = runEnd(afterSign, [](QChar c) { return isNameCharacter(c) || u".:%+-"_s.contains(c); }) - at;
    token.text = text.mid(at, token.length);
    static const QRegularExpression time(u"^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[Tt].*)?$"_s);
    static const QRegularExpression number(u"^[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?%?$"_s);
    if (time.match(token.text).hasMatch())
        token.kind = Kind::Time;
    else if (number.match(token.text).hasMatch())
        token.kind = Kind::Number;
    else
        return std::unexpected(FilterError{
            .code = FilterErrorCode::NotANumber, .at = at, .length = token.length, .arguments = {token.text}});
    return token;
}

std::expected<FilterToken, FilterError> symbol(const QString &text, qsizetype at)
{
    const QStringView rest = QStringView(text).sliced(at);
    const auto found = std::ranges::find_if(Symbols, [&](QLatin1StringView s) { return rest.startsWith(s); });
    if (found != Symbols.end())
        return FilterToken{.kind = Kind::Symbol, .at = at, .length = found->size(), .text = *found};
    const qsizetype length = text[at].isHighSurrogate() && rest.size() > 1 ? 2 : 1;
    return std::unexpected(FilterError{
        .code = FilterErrorCode::NotAWord, .at = at, .length = length, .arguments = {text.mid(at, length)}});
}

/// Between quotes, \\ and \" stand for themselves without the backslash; any other backslash is one.
std::expected<FilterToken, FilterError> quoted(const QString &text, qsizetype at)
{
    FilterToken token{.kind = Kind::Text, .at = at, .length = 0, .text = {}};
    for (qsizetype i = at + 1; i < text.size(); ++i) {
        if (text[i] == u'"') {
            token.length = i + 1 - at;
            return token;
        }
        const bool escape = text[i] == u'\\' && i + 1 < text.size() && (text[i + 1] == u'"' || text[i + 1] == u'\\');
        token.text += text[escape ? ++i : i];
    }
    return std::unexpected(FilterError{.code = FilterErrorCode::NoClosingQuote, .at = at, .length = text.size() - at});
}

} // namespace

std::expected<std::vector<FilterToken>, FilterError> filterTokens(const QString &text)
{
    std::vector<FilterToken> tokens;
    for (qsizetype at = 0; at < text.size();) {
        if (text[at].isSpace()) {
            ++at;
            continue;
        }
        auto token = text[at] == u'"' ? quoted(text, at) : word(text, at);
        if (token && token->kind == Kind::End)
            token = symbol(text, at);
        if (!token)
            return std::unexpected(token.error());
        at += token->length;
        tokens.push_back(std::move(*token));
    }
    tokens.push_back({.kind = Kind::End, .at = text.size(), .length = 0, .text = {}});
    return tokens;
}

} // namespace arbscope
