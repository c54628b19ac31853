// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/jsonline.h"
#include "app/cli/statisticstext.h"
#include "core/analysis/tradefacts.h"
#include "core/report/pynumbers.h"

#include <array>

namespace arbscope {

namespace {

/// {"name": …, …} of whatever `add` puts in.
class Joined
{
public:
    explicit Joined(char open)
        : m_text(1, open)
    { }
    void add(const std::string &item)
    {
        if (m_text.size() > 1)
            m_text += ", ";
        m_text += item;
    }
    void add(std::string_view name, const std::string &item)
    {
        std::string key;
        appendJsonText(key, name);
        add(key + ": " + item);
    }
    [[nodiscard]] std::string close(char end) const { return m_text + end; }

private:
    std::string m_text;
};

std::string decimalJson(const std::optional<Decimal> &value)
{
    return value ? '"' + value->text() + '"' : "null";
}

std::string valueJson(const MemberValue &value)
{
    if (const auto *decimal = std::get_if<Decimal>(&value))
        return decimalJson(*decimal);
    const auto *real = std::get_if<double>(&value);
    std::string text;
    if (real)
        appendJsonFloat(text, *real);
    return real ? text : "null";
}

std::string totalJson(const Total &total)
{
    return JsonLine().number("n", qint64(total.n)).raw("sum", decimalJson(total.sum)).object();
}

void addQuantiles(JsonLine &line, const Quantiles &quantiles)
{
    static constexpr std::array names{"least", "p10", "p50", "p90", "p95", "p99", "greatest"};
    static_assert(names.size() == Quantiles::Percents.size());
    line.number("n", qint64(quantiles.n));
    for (std::size_t i = 0; i < names.size(); ++i)
        line.raw(names[i], valueJson(quantiles.values[i]));
}

std::string quantilesJson(const Quantiles &quantiles)
{
    JsonLine line;
    addQuantiles(line, quantiles);
    return line.object();
}

std::string outcomesJson(const Statistics &figures)
{
    Joined outcomes('{');
    for (std::size_t i = 0; i < figures.outcomes.size(); ++i)
        outcomes.add(outcomeName(Outcome(i)).toStdString(), std::to_string(figures.outcomes[i]));
    return outcomes.close('}');
}

std::string quotesJson(const Statistics &figures)
{
    Joined quotes('{');
    for (const auto &[asset, totals] : figures.quotes)
        quotes.add(asset,
                   JsonLine()
                       .raw("gross", totalJson(totals.gross))
                       .raw("fees", totalJson(totals.fees))
                       .raw("net", totalJson(totals.net))
                       .raw("fees_share", decimalJson(totals.feesShare))
                       .object());
    return quotes.close('}');
}

std::string assetsJson(const Statistics &figures)
{
    Joined assets('{');
    for (const auto &[asset, totals] : figures.assets)
        assets.add(asset,
                   JsonLine()
                       .raw("dust_gathered", totalJson(totals.dustGathered))
                       .raw("dust_cleared", totalJson(totals.dustCleared))
                       .raw("dust_outstanding", decimalJson(totals.dustOutstanding()))
                       .raw("exposure", totalJson(totals.exposure))
                       .object());
    return assets.close('}');
}

std::string latencyJson(const Statistics &figures)
{
    Joined all('[');
    for (const auto &[key, quantiles] : figures.latency) {
        JsonLine line;
        line.text("exchange", key.first).number("leg", qint64(key.second));
        addQuantiles(line, quantiles);
        all.add(line.object());
    }
    return all.close(']');
}

std::string balancesJson(const Statistics &figures)
{
    Joined all('[');
    for (const auto &[key, balance] : figures.balances)
        all.add(JsonLine()
                    .text("exchange", key.first)
                    .text("asset", key.second)
                    .raw("amount", decimalJson(balance.amount))
                    .number("clock", std::optional(balance.clock))
                    .object());
    return all.close(']');
}

std::string roundsJson(const Statistics &figures)
{
    Joined all('{');
    for (const auto &[rounds, trades] : figures.fokRounds)
        all.add(std::to_string(rounds), std::to_string(trades));
    return all.close('}');
}

template <class Counts> std::string countsJson(const Counts &counts)
{
    Joined all('[');
    for (const std::int64_t count : counts)
        all.add(std::to_string(count));
    return all.close(']');
}

} // namespace

std::string statisticsJson(const std::string &by, const std::string &group, const Statistics &figures)
{
    JsonLine line;
    if (!by.empty())
        line.text("by", by).text("group", group);
    return line.number("trades", qint64(figures.trades))
        .number("unit_tests", qint64(figures.unitTests))
        .number("unreadable", qint64(figures.unreadable))
        .raw("outcomes", outcomesJson(figures))
        .raw("success_rate", decimalJson(figures.successRate()))
        .number("one_legged", qint64(figures.oneLegged))
        .number("first_clock", figures.firstClock)
        .number("last_clock", figures.lastClock)
        .raw("quotes", quotesJson(figures))
        .raw("assets", assetsJson(figures))
        .raw("gap_bps", quantilesJson(figures.gap))
        .raw("net_gap_bps", quantilesJson(figures.netGap))
        .raw("slippage_1_bps", quantilesJson(figures.slippage[0]))
        .raw("slippage_2_bps", quantilesJson(figures.slippage[1]))
        .raw("latency", latencyJson(figures))
        .raw("fok_rounds", roundsJson(figures))
        .raw("failures_by_hour", countsJson(figures.failuresByHour))
        .raw("failures_by_weekday", countsJson(figures.failuresByWeekday))
        .raw("balances", balancesJson(figures))
        .line();
}

} // namespace arbscope
