// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/filtersagree.h"

#include "core/analysis/filterparser.h"
#include "core/analysis/filterrun.h"
#include "core/analysis/filtertext.h"
#include "core/analysis/tradeselector.h"
#include "tests/support/naivefilter.h"
#include "tests/support/oddtexts.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <utility>
#include <vector>

namespace arbscope::test {

namespace {

struct Trades
{
    std::vector<std::string> texts;
    std::vector<ReadReport> reports;
    TradeTable table;

    Trades()
        : table(allMembers())
    {
        constexpr std::size_t Every = 17; // so that a fuzzer tries many filters
        const std::vector<std::string> all = oddTexts(240, 11);
        for (std::size_t i = 0; i < all.size(); i += Every) {
            texts.push_back(all[i]);
            reports.push_back(readReport(all[i]));
            table.append("id", 0, all[i]);
        }
    }
    static std::vector<FieldId> allMembers()
    {
        std::vector<FieldId> members(MemberCount);
        std::iota(members.begin(), members.end(), 0);
        return members;
    }
    std::vector<bool> byNaiveEvaluator(const FilterExpression &filter) const
    {
        std::vector<bool> chosen(reports.size());
        std::transform(reports.begin(), reports.end(), chosen.begin(),
                       [&filter](const ReadReport &report) { return isTrueOf(filter, report); });
        return chosen;
    }
    std::vector<bool> byColumns(const FilterPart &filter)
    {
        std::vector<Row> rows;
        if (!FilterRun(table, filter).run(0, table.rows(), rows))
            std::abort(); // nobody stopped it
        std::vector<bool> chosen(texts.size());
        for (const Row row : rows)
            chosen[row] = true;
        return chosen;
    }
    std::vector<bool> byStream(const FilterPart &filter) const
    {
        TradeSelector selector(filter);
        for (const std::string &text : texts)
            selector.add("id", 0, text);
        return selector.take();
    }
};

/// As a report has it.
MemberValue valueOf(const CompareLiteral &condition)
{
    if (const auto *text = std::get_if<std::string>(&condition.literal.value))
        return QString::fromStdString(*text);
    if (const auto *flag = std::get_if<bool>(&condition.literal.value))
        return *flag;
    const Decimal &number = std::get<Decimal>(condition.literal.value);
    if (fields()[std::size_t(condition.field)].type == MemberType::Float)
        return number.toDouble();
    return number;
}

/// Each comparison with a value, written anew and read again.
struct Rewriting
{
    const Trades &trades;

    std::string operator()(const CompareLiteral &condition) const
    {
        const QString text = filterTextFor(condition.field, valueOf(condition), condition.comparison);
        if (text.isEmpty())
            return {};
        const auto again = parseFilter(text, QTimeZone::utc());
        if (!again)
            return "no filter any more when written anew: " + text.toStdString();
        if (trades.byNaiveEvaluator(**again) != trades.byNaiveEvaluator({condition}))
            return "chooses others when written anew: " + text.toStdString();
        return {};
    }
    std::string operator()(const Not &part) const { return std::visit(*this, part.part->node); }
    std::string operator()(const And &part) const { return both(*part.left, *part.right); }
    std::string operator()(const Or &part) const { return both(*part.left, *part.right); }
    std::string operator()(const auto &) const { return {}; }

    std::string both(const FilterExpression &left, const FilterExpression &right) const
    {
        std::string first = std::visit(*this, left.node);
        return first.empty() ? std::visit(*this, right.node) : first;
    }
};

} // namespace

std::string filterDisagreement(std::string_view text)
{
    static Trades trades;
    const QString asked = QString::fromUtf8(text.data(), qsizetype(text.size()));
    const auto filter = parseFilter(asked, QTimeZone::utc());
    if (!filter) {
        const FilterError &error = filter.error();
        const bool isWithin = error.at >= 0 && error.length >= 0 && error.at + error.length <= asked.size();
        return isWithin && !error.message().isEmpty() ? std::string() : "an error without a place or a reason";
    }
    const std::vector<bool> expected = trades.byNaiveEvaluator(**filter);
    if (trades.byColumns(*filter) != expected)
        return "columns choose others";
    if (trades.byStream(*filter) != expected)
        return "the stream chooses others";
    return std::visit(Rewriting{trades}, (*filter)->node);
}

} // namespace arbscope::test
