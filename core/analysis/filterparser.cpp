// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/filterparser.h"

#include "core/analysis/filterliteral.h"
#include "core/analysis/filtertoken.h"
#include "core/analysis/nearestname.h"
#include "core/analysis/tradefacts.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace arbscope {

using namespace Qt::StringLiterals;

namespace {

using Kind = FilterToken::Kind;
using Parsed = std::expected<FilterPart, FilterError>;
using enum FilterErrorCode;

constexpr int DeepestNesting = 200;

template <class T> FilterPart part(T node)
{
    return std::make_shared<const FilterExpression>(FilterExpression{std::move(node)});
}

std::optional<Outcome> outcomeNamed(const QString &name)
{
    using enum Outcome;
    for (const Outcome outcome : {Succeeded, Failed, Contradictory, Closed, Open}) {
        if (outcomeName(outcome) == name)
            return outcome;
    }
    return std::nullopt;
}

std::optional<Comparison> comparisonOf(const FilterToken &token)
{
    using enum Comparison;
    static constexpr std::array all{std::pair{"=="_L1, Equal},    std::pair{"="_L1, Equal},
                                    std::pair{"!="_L1, NotEqual}, std::pair{"<>"_L1, NotEqual},
                                    std::pair{"<"_L1, Less},      std::pair{"<="_L1, LessOrEqual},
                                    std::pair{">"_L1, Greater},   std::pair{">="_L1, GreaterOrEqual}};
    const auto found = std::ranges::find_if(
        all, [&](const auto &known) { return token.kind == Kind::Symbol && token.text == known.first; });
    return found == all.end() ? std::nullopt : std::optional(found->second);
}

/// As seen from the other side: a < b is b > a.
Comparison turned(Comparison comparison)
{
    using enum Comparison;
    switch (comparison) {
    case Less:
        return Greater;
    case LessOrEqual:
        return GreaterOrEqual;
    case Greater:
        return Less;
    case GreaterOrEqual:
        return LessOrEqual;
    case Equal:
    case NotEqual:
        break;
    }
    return comparison;
}

class Parser
{
public:
    Parser(std::vector<FilterToken> tokens, const QTimeZone &zone)
        : m_tokens(std::move(tokens))
        , m_zone(zone)
    { }

    Parsed filter()
    {
        auto whole = either();
        if (whole && now().kind != Kind::End)
            return comparisonOf(now()) ? failed(ComparisonsDoNotChain) : failed(EndExpected, {found()});
        return whole;
    }

private:
    struct Operand
    {
        const FilterToken *token;
        FieldId field = -1; ///< or a literal
    };

    const FilterToken &now() const { return m_tokens[m_next]; }
    const FilterToken &take() { return m_tokens[m_next < m_tokens.size() - 1 ? m_next++ : m_next]; }
    bool isAt(Kind kind, QLatin1StringView text) const { return now().kind == kind && now().text == text; }
    bool takeIf(Kind kind, QLatin1StringView text)
    {
        const bool is = isAt(kind, text);
        if (is)
            take();
        return is;
    }
    FoundWord found() const { return {now().kind == Kind::End ? std::nullopt : std::optional(now().text)}; }
    static std::unexpected<FilterError> failedAt(const FilterToken &token, FilterErrorCode code,
                                                 std::vector<FilterErrorArgument> arguments = {})
    {
        return std::unexpected(
            FilterError{.code = code, .at = token.at, .length = token.length, .arguments = std::move(arguments)});
    }
    std::unexpected<FilterError> failed(FilterErrorCode code, std::vector<FilterErrorArgument> arguments = {}) const
    {
        return failedAt(now(), code, std::move(arguments));
    }
    std::unexpected<FilterError> expected(const QStringList &oneOf) const
    {
        return failed(TokenExpected, {oneOf, found()});
    }

    Parsed either()
    {
        auto left = both();
        while (left && (takeIf(Kind::Keyword, "or"_L1) || takeIf(Kind::Symbol, "||"_L1))) {
            auto right = both();
            if (!right)
                return right;
            left = part(Or{.left = std::move(*left), .right = std::move(*right)});
        }
        return left;
    }

    Parsed both()
    {
        auto left = negation();
        while (left && (takeIf(Kind::Keyword, "and"_L1) || takeIf(Kind::Symbol, "&&"_L1))) {
            auto right = negation();
            if (!right)
                return right;
            left = part(And{.left = std::move(*left), .right = std::move(*right)});
        }
        return left;
    }

    Parsed negation()
    {
        if (++m_nesting > DeepestNesting)
            return failed(NestedTooDeeply);
        Parsed result = std::unexpected(FilterError{});
        if (takeIf(Kind::Keyword, "not"_L1) || takeIf(Kind::Symbol, "!"_L1)) {
            result = negation();
            if (result)
                result = part(Not{std::move(*result)});
        } else if (takeIf(Kind::Symbol, "("_L1)) {
            result = either();
            if (result && !takeIf(Kind::Symbol, ")"_L1))
                return expected({u")"_s});
        } else {
            result = condition();
        }
        --m_nesting;
        return result;
    }

    Parsed condition()
    {
        auto left = operand();
        if (!left)
            return std::unexpected(left.error());
        if (const auto comparison = comparisonOf(now()))
            return compared(*left, *comparison);
        if (left->field < 0)
            return failed(ComparisonExpected, {left->token->text});
        const bool negated = isAt(Kind::Keyword, "not"_L1);
        if (negated)
            take();
        Parsed result = std::unexpected(FilterError{});
        if (takeIf(Kind::Keyword, "in"_L1))
            result = oneOf(left->field);
        else if (isAt(Kind::Keyword, "contains"_L1) || isAt(Kind::Keyword, "matches"_L1))
            result = textual(left->field, take().text == "contains"_L1);
        else if (negated)
            return failed(NegatableExpected, {found()});
        else if (takeIf(Kind::Keyword, "is"_L1))
            return nullness(left->field);
        else
            return flag(*left);
        if (!result || !negated)
            return result;
        // Of an unknown value nothing is true, so "not in" is no mere negation.
        return part(And{.left = part(Not{part(IsNull{left->field})}), .right = part(Not{std::move(*result)})});
    }

    std::expected<Operand, FilterError> operand()
    {
        if (isLiteral(now()))
            return Operand{.token = &take(), .field = -1};
        if (now().kind != Kind::Name)
            return failed(MemberExpected, {found()});
        const FieldId field = fieldId(now().text.toStdString());
        if (field < 0 && !outcomeNamed(now().text))
            return unknownName();
        return Operand{.token = &take(), .field = field < 0 ? fieldId("outcome") : field};
    }

    std::unexpected<FilterError> unknownName() const
    {
        const QString &name = now().text;
        const std::string_view nearest = nearestFieldName(name.toStdString());
        return nearest.empty()
            ? failed(UnknownName, {name})
            : failed(MisspeltName, {name, QString::fromLatin1(nearest.data(), qsizetype(nearest.size()))});
    }

    std::expected<FilterLiteral, FilterError> literal(FieldId field, const FilterToken &token) const
    {
        auto read = readLiteral(token, field, m_zone);
        if (!read)
            return failedAt(token, read.error());
        return std::move(*read);
    }

    Parsed compared(const Operand &left, Comparison comparison)
    {
        if (isOutcomeWord(*left.token))
            return failed(OutcomeCompared, {left.token->text});
        take();
        if (left.field >= 0 && now().kind == Kind::Name && fieldId(now().text.toStdString()) < 0 && isText(left.field))
            return failed(TextWithoutQuotes, {now().text});
        if (isAt(Kind::Keyword, "null"_L1))
            return failed(NullCompared);
        auto right = operand();
        if (!right)
            return std::unexpected(right.error());
        if (left.field >= 0 && right->field >= 0)
            return comparedFields(left, comparison, *right);
        if (left.field < 0 && right->field < 0)
            return failedAt(*right->token, NothingToCompare);
        const Operand &known = left.field >= 0 ? left : *right;
        auto value = literal(known.field, left.field >= 0 ? *right->token : *left.token);
        if (!value)
            return std::unexpected(value.error());
        return part(CompareLiteral{.field = known.field,
                                   .comparison = left.field >= 0 ? comparison : turned(comparison),
                                   .literal = std::move(*value)});
    }

    Parsed comparedFields(const Operand &left, Comparison comparison, const Operand &right) const
    {
        if (isText(left.field) != isText(right.field) || isFlag(left.field) != isFlag(right.field))
            return failedAt(*right.token, KindsDiffer,
                            {left.token->text, kindOf(left.field), right.token->text, kindOf(right.field)});
        return part(CompareFields{.left = left.field, .comparison = comparison, .right = right.field});
    }

    Parsed oneOf(FieldId field)
    {
        if (!takeIf(Kind::Symbol, "{"_L1))
            return failed(SetExpected, {found()});
        OneOf set{.field = field, .literals = {}};
        do {
            auto value = literal(field, now());
            if (!value)
                return std::unexpected(value.error());
            take();
            set.literals.push_back(std::move(*value));
        } while (takeIf(Kind::Symbol, ","_L1));
        if (!takeIf(Kind::Symbol, "}"_L1))
            return expected({u","_s, u"}"_s});
        return part(std::move(set));
    }

    Parsed textual(FieldId field, bool contains)
    {
        if (!isText(field))
            return failedAt(m_tokens[m_next - 1], TextsOnly, {kindOf(field)});
        if (now().kind != Kind::Text)
            return failed(QuotedExpected, {found()});
        const FilterToken &token = take();
        if (contains)
            return part(Contains{.field = field, .text = token.text.toStdString()});
        QRegularExpression pattern(token.text, QRegularExpression::UseUnicodePropertiesOption);
        if (!pattern.isValid())
            return std::unexpected(
                FilterError{.code = BadPattern,
                            .at = token.at + 1 + std::max<qsizetype>(0, pattern.patternErrorOffset()),
                            .length = 1,
                            .arguments = {pattern.errorString()}});
        pattern.optimize();
        return part(Matches{.field = field, .pattern = std::move(pattern)});
    }

    Parsed nullness(FieldId field)
    {
        const bool negated = takeIf(Kind::Keyword, "not"_L1);
        if (!takeIf(Kind::Keyword, "null"_L1))
            return expected({u"null"_s});
        FilterPart null = part(IsNull{field});
        return negated ? part(Not{std::move(null)}) : null;
    }

    Parsed flag(const Operand &operand) const
    {
        if (isOutcomeWord(*operand.token))
            return part(CompareLiteral{.field = operand.field,
                                       .comparison = Comparison::Equal,
                                       .literal = {operand.token->text.toStdString()}});
        if (isFlag(operand.field))
            return part(CompareLiteral{.field = operand.field, .comparison = Comparison::Equal, .literal = {true}});
        return failed(ComparisonNotFound, {operand.token->text, found()});
    }

    static bool isOutcomeWord(const FilterToken &token)
    {
        return token.kind == Kind::Name && fieldId(token.text.toStdString()) < 0;
    }

    std::vector<FilterToken> m_tokens;
    std::size_t m_next = 0;
    int m_nesting = 0;
    QTimeZone m_zone;
};

/// Words and nothing else, none of which means anything in a filter.
std::optional<AnyTextHas> plainWords(const QString &text)
{
    static const QRegularExpression meant(u"[\"<>=!&|(){}]"_s);
    if (text.contains(meant))
        return std::nullopt;
    const QStringList words = text.split(QRegularExpression(u"\\s+"_s), Qt::SkipEmptyParts);
    const bool any = std::ranges::any_of(words, [](const QString &word) {
        const auto tokens = filterTokens(word);
        return tokens && tokens->size() == 2
            && (tokens->front().kind == Kind::Keyword || fieldId(word.toStdString()) >= 0 || outcomeNamed(word));
    });
    if (any || words.isEmpty())
        return std::nullopt;
    return AnyTextHas{.words = {words.begin(), words.end()}};
}

} // namespace

std::expected<FilterPart, FilterError> parseFilter(const QString &text, const QTimeZone &zone)
{
    if (auto words = plainWords(text))
        return part(std::move(*words));
    auto tokens = filterTokens(text);
    if (!tokens)
        return std::unexpected(tokens.error());
    return Parser(std::move(*tokens), zone).filter();
}

} // namespace arbscope
