// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/filtererror.h"

#include <utility>

namespace arbscope {

namespace {

using Translation = QString (*)(const char *english);

const char *sentence(FilterErrorCode code)
{
    using enum FilterErrorCode;
    switch (code) {
    case NotAWord:
        return QT_TRANSLATE_NOOP("arbscope::FilterError", "“%1” means nothing here; text goes between quotes");
    case NotANumber:
        return QT_TRANSLATE_NOOP("arbscope::FilterError", "“%1” is neither a number nor a time");
    case NoClosingQuote:
        return QT_TRANSLATE_NOOP("arbscope::FilterError", "this text has no closing quote");
    case UnknownName:
        return QT_TRANSLATE_NOOP("arbscope::FilterError", "there is no member or value “%1”");
    case MisspeltName:
        return QT_TRANSLATE_NOOP("arbscope::FilterError", "there is no member or value “%1”; did you mean “%2”?");
    case NestedTooDeeply:
        return QT_TRANSLATE_NOOP("arbscope::FilterError", "nested too deeply");
    case MemberExpected:
        return QT_TRANSLATE_NOOP("arbscope::FilterError", "expected a member such as clock or order_id here, not %1");
    case EndExpected:
        return QT_TRANSLATE_NOOP("arbscope::FilterError", "expected and, or, or the end of the filter, not %1");
    case TokenExpected:
        return QT_TRANSLATE_NOOP("arbscope::FilterError", "expected %1 here, not %2");
    case SetExpected:
        return QT_TRANSLATE_NOOP("arbscope::FilterError", "expected { here, not %1: in {\"Kraken\", \"Gemini\"}");
    case NegatableExpected:
        return QT_TRANSLATE_NOOP("arbscope::FilterError", "expected in, contains or matches after not, not %1");
    case ComparisonExpected:
        return QT_TRANSLATE_NOOP("arbscope::FilterError", "expected a comparison after “%1”, such as == or <");
    case ComparisonNotFound:
        return QT_TRANSLATE_NOOP("arbscope::FilterError", "expected a comparison after “%1”, such as == or <, not %2");
    case QuotedExpected:
        return QT_TRANSLATE_NOOP("arbscope::FilterError", "expected a text between quotes here, not %1");
    case TextExpected:
        return QT_TRANSLATE_NOOP("arbscope::FilterError", "expected a text between quotes here");
    case TruthExpected:
        return QT_TRANSLATE_NOOP("arbscope::FilterError", "expected true or false here");
    case NumberExpected:
        return QT_TRANSLATE_NOOP("arbscope::FilterError", "expected a number here");
    case TimeExpected:
        return QT_TRANSLATE_NOOP("arbscope::FilterError",
                                 "expected a time such as 2021-03-01T12:00Z here, or epoch seconds");
    case ComparisonsDoNotChain:
        return QT_TRANSLATE_NOOP("arbscope::FilterError", "comparisons do not chain; join two of them by and");
    case OutcomeCompared:
        return QT_TRANSLATE_NOOP("arbscope::FilterError", "“%1” is an outcome; write outcome == \"%1\"");
    case TextWithoutQuotes:
        return QT_TRANSLATE_NOOP("arbscope::FilterError", "text goes between quotes: \"%1\"");
    case NullCompared:
        return QT_TRANSLATE_NOOP("arbscope::FilterError", "write “is null” or “is not null”");
    case NothingToCompare:
        return QT_TRANSLATE_NOOP("arbscope::FilterError", "one side must be a member or derived value");
    case KindsDiffer:
        return QT_TRANSLATE_NOOP("arbscope::FilterError", "“%1” is %2, “%3” is %4: they do not compare");
    case TextsOnly:
        return QT_TRANSLATE_NOOP("arbscope::FilterError", "only texts have contains and matches, and this is %1");
    case BadPattern:
        return QT_TRANSLATE_NOOP("arbscope::FilterError", "no regular expression: %1");
    case NoSuchTime:
        return QT_TRANSLATE_NOOP("arbscope::FilterError",
                                 "there is no such time; write 2021-03-01 or 2021-03-01T12:00:00Z");
    case OutOfRange:
        return QT_TRANSLATE_NOOP("arbscope::FilterError", "this number is out of range");
    }
    std::unreachable();
}

const char *nameOf(FilterValueKind kind)
{
    using enum FilterValueKind;
    switch (kind) {
    case Text:
        return QT_TRANSLATE_NOOP("arbscope::FilterError", "a text");
    case Flag:
        return QT_TRANSLATE_NOOP("arbscope::FilterError", "yes or no");
    case Time:
        return QT_TRANSLATE_NOOP("arbscope::FilterError", "a time");
    case Number:
        return QT_TRANSLATE_NOOP("arbscope::FilterError", "a number");
    }
    std::unreachable();
}

struct ArgumentText
{
    Translation translated;

    QString operator()(const QString &word) const { return word; }
    QString operator()(const FoundWord &found) const
    {
        return found.word ? translated(QT_TRANSLATE_NOOP("arbscope::FilterError", "“%1”")).arg(*found.word)
                          : translated(QT_TRANSLATE_NOOP("arbscope::FilterError", "the end"));
    }
    QString operator()(FilterValueKind kind) const { return translated(nameOf(kind)); }
    QString operator()(const QStringList &oneOf) const
    {
        return oneOf.join(translated(QT_TRANSLATE_NOOP("arbscope::FilterError", " or ")));
    }
};

/// In one go: an argument may hold a %1 of its own.
QString filled(QString sentence, const QStringList &arguments)
{
    for (qsizetype at = 0; (at = sentence.indexOf(u'%', at)) >= 0 && at + 1 < sentence.size();) {
        const QString argument = arguments.value(sentence[at + 1].digitValue() - 1);
        sentence.replace(at, 2, argument);
        at += argument.size();
    }
    return sentence;
}

} // namespace

QString FilterError::message() const
{
    return message([](const char *english) { return QString::fromUtf8(english); });
}

QString FilterError::message(Translation translated) const
{
    QStringList texts;
    for (const FilterErrorArgument &argument : arguments)
        texts += std::visit(ArgumentText{translated}, argument);
    return filled(translated(sentence(code)), texts);
}

} // namespace arbscope
