// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/context.h"
#include "app/cli/reportview.h"
#include "app/cli/terminaltext.h"
#include "app/cli/tradetext.h"
#include "core/report/bytesview.h"

#include <array>

namespace arbscope {

namespace {

using namespace Qt::Literals::StringLiterals;

ExitStatus print(CommandContext &context, const StoredTrade &trade)
{
    const QByteArray &server = context.argument(0);
    if (context.json) {
        context.out.write(tradeJson(server, trade));
    } else if (trade.present) {
        context.out.write(reportView(server, trade, context.zone));
    } else {
        context.messages.error(u"the index names the trade "_s + QString::fromUtf8(trade.orderId)
                               + u", the hash does not have it"_s);
    }
    return trade.report() ? ExitStatus::Done : ExitStatus::FoundWrong;
}

ExitStatus runShow(CommandContext &context)
{
    ReportStore store = context.store();
    const QByteArray &orderId = context.argument(1);
    const bool raw = context.line.has("--raw");
    if (raw && context.json) {
        throw CommandFailure::usage(u"--raw and --json cannot go together"_s);
    }
    const auto trade = required(store.trade(context.argument(0), orderId, context.stop));
    if (!trade) {
        context.messages.error(u"no report "_s + QString::fromUtf8(orderId) + u" on the server "_s
                               + QString::fromUtf8(context.argument(0)));
        return ExitStatus::FoundWrong;
    }
    if (!raw) {
        return print(context, *trade);
    }
    context.out.write(viewOf(trade->raw));
    if (context.out.isTerminal()) {
        context.out.write("\n");
    }
    return ExitStatus::Done;
}

ExitStatus printEnd(CommandContext &context, ReportStore &store, Result<std::optional<StoredTrade>> found)
{
    const std::optional<StoredTrade> trade = required(std::move(found));
    if (!trade) {
        if (context.isIndexMissing(store, context.argument(0))) {
            return ExitStatus::FoundWrong;
        }
        context.messages.note(u"No trades on the server "_s + QString::fromUtf8(context.argument(0)) + u'.');
        return ExitStatus::Done;
    }
    return print(context, *trade);
}

ExitStatus runFirst(CommandContext &context)
{
    ReportStore store = context.store();
    return printEnd(context, store, store.first(context.argument(0), context.stop));
}

ExitStatus runLast(CommandContext &context)
{
    ReportStore store = context.store();
    return printEnd(context, store, store.last(context.argument(0), context.stop));
}

constexpr std::array ShowOptions = {OptionSpec{"--raw", "", "print the stored text as it is, byte for byte"}};
constexpr std::array<std::string_view, 3> ShowExamples = {
    "arbscope-cli show arb-fra-1 0a3e25c1-8f6d-4b0e-9d57-3c8e0f0b7a11",
    "arbscope-cli show arb-fra-1 0a3e25c1-8f6d-4b0e-9d57-3c8e0f0b7a11 --raw > report.json",
    "arbscope-cli show -- -odd-server- -odd-id-",
};
constexpr std::array<std::string_view, 1> FirstExamples = {"arbscope-cli first arb-fra-1"};
constexpr std::array<std::string_view, 2> LastExamples = {
    "arbscope-cli last arb-fra-1 --tz Europe/Berlin",
    "arbscope-cli last arb-fra-1 --json | jq .report.realised_profitability",
};

} // namespace

const CommandSpec showCommand
    = {"show",
       "SERVER ORDER_ID",
       2,
       "one report, for people; --raw prints the stored text",
       "Shows one report: its members by groups with their units, leg 1 beside leg 2, and what\n"
       "follows from them. Exit status 1 when there is no such report or it cannot be read (its\n"
       "text is shown all the same).\n\n"
       "With --json: server, order_id, verdict, report, issues; raw for an invalid one.",
       ShowOptions,
       ShowExamples,
       runShow};

const CommandSpec firstCommand = {"first",
                                  "SERVER",
                                  1,
                                  "oldest trade of a server",
                                  "Shows the oldest trade, as the command show does.\n\n"
                                  "With --json: server, order_id, verdict, report, issues; raw for an invalid one.",
                                  {},
                                  FirstExamples,
                                  runFirst};

const CommandSpec lastCommand = {"last",
                                 "SERVER",
                                 1,
                                 "newest trade of a server",
                                 "Shows the newest trade, as the command show does.\n\n"
                                 "With --json: server, order_id, verdict, report, issues; raw for an invalid one.",
                                 {},
                                 LastExamples,
                                 runLast};

} // namespace arbscope
