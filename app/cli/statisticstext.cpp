// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/statisticstext.h"

#include "app/cli/output.h"
#include "app/cli/table.h"
#include "app/cli/terminaltext.h"
#include "core/analysis/tradefacts.h"
#include "core/report/clocktext.h"

#include <initializer_list>

namespace arbscope {

namespace {

std::string safe(const std::string &text)
{
    return terminalText(QByteArray::fromStdString(text));
}

std::string figure(const MemberValue &value, double factor, int places)
{
    if (const auto *decimal = std::get_if<Decimal>(&value))
        return (*decimal * Decimal(qint64(factor))).fixed(places);
    const auto *real = std::get_if<double>(&value);
    return real ? QByteArray::number(*real * factor, 'f', places).toStdString() : "-";
}

std::string percent(const std::optional<Decimal> &ratio)
{
    return ratio ? (*ratio * Decimal(100)).fixed(2) + " %" : "-";
}

std::string amount(const Total &total)
{
    return total.n > 0 ? total.sum.fixed(2) : "-";
}

/// The quote assets' nets, "12.50 EUR, -3.00 USD".
std::string nets(const Statistics &figures)
{
    std::string text;
    for (const auto &[asset, totals] : figures.quotes) {
        if (totals.net.n > 0)
            text += (text.empty() ? "" : ", ") + totals.net.sum.fixed(2) + ' ' + safe(asset);
    }
    return text.empty() ? "-" : text;
}

std::int64_t at(const Statistics &figures, Outcome outcome)
{
    return figures.outcomes[std::size_t(outcome)];
}

void addQuantiles(TextTable &table, const std::string &name, const Quantiles &quantiles, double factor, int places)
{
    std::vector<std::string> cells{name, std::to_string(quantiles.n)};
    for (const MemberValue &value : quantiles.values)
        cells.push_back(figure(value, factor, places));
    table.addRow(std::move(cells));
}

void printTrades(Output &out, const Statistics &figures, const QTimeZone &zone)
{
    TextTable table(out, {{"trades"}, {std::to_string(figures.trades), true}});
    for (std::size_t i = 0; i < figures.outcomes.size(); ++i)
        table.addRow({outcomeName(Outcome(i)).toStdString(), std::to_string(figures.outcomes[i])});
    table.addRow({"one-legged", std::to_string(figures.oneLegged)});
    table.addRow({"success rate", percent(figures.successRate())});
    table.addRow({"unit tests, left out", std::to_string(figures.unitTests)});
    table.addRow({"unreadable, left out", std::to_string(figures.unreadable)});
    if (figures.firstClock) {
        table.addRow({"first", clockText(*figures.firstClock, zone).toStdString()});
        table.addRow({"last", clockText(*figures.lastClock, zone).toStdString()});
    }
    table.flush();
}

void printMoney(Output &out, const Statistics &figures)
{
    out.write("\n");
    TextTable quotes(out,
                     {{"quote"}, {"n", true}, {"gross", true}, {"fees", true}, {"net", true}, {"fees/gross", true}});
    for (const auto &[asset, totals] : figures.quotes)
        quotes.addRow({safe(asset), std::to_string(totals.net.n), amount(totals.gross), amount(totals.fees),
                       amount(totals.net), percent(totals.feesShare)});
    quotes.flush();
    out.write("\n");
    TextTable assets(
        out, {{"asset"}, {"dust gathered", true}, {"cleared", true}, {"outstanding", true}, {"exposure", true}});
    for (const auto &[asset, totals] : figures.assets)
        assets.addRow({safe(asset), totals.dustGathered.sum.text(), totals.dustCleared.sum.text(),
                       totals.dustOutstanding().text(), totals.exposure.sum.text()});
    assets.flush();
}

void printDistributions(Output &out, const Statistics &figures)
{
    out.write("\n");
    TextTable table(out,
                    {{"distribution"},
                     {"n", true},
                     {"least", true},
                     {"p10", true},
                     {"median", true},
                     {"p90", true},
                     {"p95", true},
                     {"p99", true},
                     {"greatest", true}});
    addQuantiles(table, "gap, bp", figures.gap, 1, 2);
    addQuantiles(table, "net gap, bp", figures.netGap, 1, 2);
    addQuantiles(table, "slippage 1, bp", figures.slippage[0], 1, 2);
    addQuantiles(table, "slippage 2, bp", figures.slippage[1], 1, 2);
    for (const auto &[key, quantiles] : figures.latency)
        addQuantiles(table, "latency " + safe(key.first) + ", leg " + std::to_string(key.second) + ", ms", quantiles,
                     1000, 1);
    table.flush();
}

void printCounts(Output &out, const Statistics &figures)
{
    out.write("\n");
    TextTable rounds(out, {{"FOK rounds", true}, {"trades", true}});
    for (const auto &[count, trades] : figures.fokRounds)
        rounds.addRow({std::to_string(count), std::to_string(trades)});
    rounds.flush();
    out.write("\n");
    static constexpr std::array days{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    TextTable byDay(out, {{"failures"}, {"", true}});
    for (std::size_t day = 0; day < days.size(); ++day)
        byDay.addRow({days[day], std::to_string(figures.failuresByWeekday[day])});
    for (std::size_t hour = 0; hour < figures.failuresByHour.size(); ++hour) {
        if (figures.failuresByHour[hour] > 0)
            byDay.addRow(
                {(hour < 10 ? "0" : "") + std::to_string(hour) + ":00", std::to_string(figures.failuresByHour[hour])});
    }
    byDay.flush();
}

void printBalances(Output &out, const Statistics &figures, const QTimeZone &zone)
{
    out.write("\n");
    TextTable table(out, {{"exchange"}, {"asset"}, {"balance", true}, {"as of"}});
    for (const auto &[key, balance] : figures.balances)
        table.addRow(
            {safe(key.first), safe(key.second), balance.amount.text(), clockText(balance.clock, zone).toStdString()});
    table.flush();
}

} // namespace

void printStatistics(Output &out, const Statistics &figures, const QTimeZone &zone)
{
    printTrades(out, figures, zone);
    printMoney(out, figures);
    printDistributions(out, figures);
    printCounts(out, figures);
    printBalances(out, figures, zone);
}

void printGroups(Output &out, const std::string &by, const std::map<std::string, Statistics> &groups)
{
    TextTable table(out,
                    {{by},
                     {"trades", true},
                     {"succeeded", true},
                     {"failed", true},
                     {"one-legged", true},
                     {"success", true},
                     {"gap bp, median", true},
                     {"net"}});
    for (const auto &[group, figures] : groups)
        table.addRow({group.empty() ? "-" : safe(group), std::to_string(figures.trades),
                      std::to_string(at(figures, Outcome::Succeeded)), std::to_string(at(figures, Outcome::Failed)),
                      std::to_string(figures.oneLegged), percent(figures.successRate()),
                      figure(figures.gap.values[2], 1, 2), nets(figures)});
    table.flush();
}

} // namespace arbscope
