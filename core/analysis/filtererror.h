// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <variant>
#include <vector>

namespace arbscope {

/// What is wrong with a filter's text, and after it the arguments that tell of it.
enum class FilterErrorCode {
    NotAWord,              ///< the characters; they begin nothing
    NotANumber,            ///< the word; it begins like a number or a time
    NoClosingQuote,
    UnknownName,           ///< the name
    MisspeltName,          ///< the name, the nearest one
    NestedTooDeeply,
    MemberExpected,        ///< what is found
    EndExpected,           ///< what is found; and, or would do, too
    TokenExpected,         ///< those that would do, what is found
    SetExpected,           ///< what is found
    NegatableExpected,     ///< what is found; after "not"
    ComparisonExpected,    ///< the literal before it
    ComparisonNotFound,    ///< the name before it, what is found
    QuotedExpected,        ///< what is found
    TextExpected,          ///< for a text member
    TruthExpected,         ///< for one of yes or no
    NumberExpected,        ///< for a number
    TimeExpected,          ///< for a time
    ComparisonsDoNotChain,
    OutcomeCompared,       ///< the outcome's word
    TextWithoutQuotes,     ///< the text
    NullCompared,
    NothingToCompare,      ///< literals on both sides
    KindsDiffer,           ///< a name, its kind, the other name, its kind
    TextsOnly,             ///< the member's kind
    BadPattern,            ///< the pattern library's own words
    NoSuchTime,
    OutOfRange,
};

enum class FilterValueKind { Text, Flag, Time, Number }; ///< what a field holds; a flag is yes or no

/// What stands where something else was expected.
struct FoundWord
{
    std::optional<QString> word; ///< none: the filter ends there
    bool operator==(const FoundWord &) const = default;
};
using FilterErrorArgument = std::variant<QString, FoundWord, FilterValueKind, QStringList /* one of these */>;

/// Why a filter's text is none.
struct FilterError
{
    FilterErrorCode code = FilterErrorCode::MemberExpected;
    qsizetype at = 0; ///< UTF-16 units
    qsizetype length = 0; ///< 0: at the text's end
    std::vector<FilterErrorArgument> arguments{};

    /// A sentence without capital and full stop: in English for the command line, and in the language that `translated`
    /// makes of the English sentences (marked for lupdate with the context arbscope::FilterError) for the window.
    [[nodiscard]] QString message() const;
    [[nodiscard]] QString message(QString (*translated)(const char *english)) const;
};

} // namespace arbscope
