// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/context.h"
#include "app/cli/inputfile.h"
#include "app/cli/jsonline.h"
#include "app/cli/tradetext.h"
#include "core/store/tradeimport.h"

#include <array>

namespace arbscope {

namespace {

using namespace Qt::Literals::StringLiterals;

std::string problemJson(const ImportProblem &problem)
{
    const std::string_view outcome = problem.alreadyThere ? "already there" : problem.unsure ? "unsure" : "refused";
    return JsonLine()
        .number("line", problem.line)
        .text("outcome", outcome)
        .bytes("server", problem.server)
        .bytes("order_id", problem.orderId)
        .text("verdict", verdictName(problem.verdict))
        .raw("issues", issuesJson(problem.issues))
        .line();
}

void listProblem(const CommandContext &context, const ImportProblem &problem)
{
    const QString where = u"line "_s + QString::number(problem.line);
    const QString trade = QString::fromUtf8(problem.orderId) + u" of "_s + QString::fromUtf8(problem.server);
    if (problem.alreadyThere) {
        context.messages.note(where + u": already there: "_s + trade);
    } else if (problem.unsure) {
        context.messages.note(where + u": perhaps stored, the connection ended before the answer: "_s + trade);
    } else {
        context.listIssues(where, problem.issues);
    }
}

void tell(const CommandContext &context, const ImportResult &result)
{
    if (context.json) {
        context.out.write(JsonLine()
                              .number("lines", result.lines)
                              .number("stored", result.stored)
                              .number("already_there", result.alreadyThere)
                              .number("refused", result.refused)
                              .number("unsure", result.unsure)
                              .line());
        return;
    }
    QString text = countText(result.lines, u"line: "_s, u"lines: "_s) + QString::number(result.stored) + u" stored, "_s
        + QString::number(result.alreadyThere) + u" already there, "_s + QString::number(result.refused)
        + u" refused"_s;
    if (result.unsure > 0) {
        text += u", "_s + QString::number(result.unsure) + u" unsure"_s;
    }
    context.messages.note(text + u'.');
}

ExitStatus run(CommandContext &context)
{
    const std::unique_ptr<QFile> lines = openInput(context);
    ReportStore store = context.store(true);
    required(store.open(context.stop));
    const qint64 size = lines->isSequential() ? 0 : lines->size();
    const ImportResult result = importReports(
        store, *lines,
        [&context](const ImportProblem &problem) {
            if (context.json) {
                context.out.write(problemJson(problem));
            } else {
                listProblem(context, problem);
            }
        },
        [&context, size](qint64 bytes) { context.messages.progress(bytes, size, u"bytes"_s); }, context.stop);
    context.messages.endProgress();
    tell(context, result);
    if (result.error) {
        throw CommandFailure::store(*result.error);
    }
    if (!result.fileError.isEmpty()) {
        throw CommandFailure::file(inputName(context) + u": "_s + result.fileError);
    }
    return result.stored == result.lines ? ExitStatus::Done : ExitStatus::FoundWrong;
}

constexpr std::array<std::string_view, 2> Examples = {
    "arbscope-cli import trades.jsonl",
    "gunzip -c all.jsonl.gz | arbscope-cli --url redis://127.0.0.1:6380 import -",
};

} // namespace

const CommandSpec importCommand
    = {"import",
       "FILE",
       1,
       "stores the report of each line of a file",
       "Stores the report on each line of FILE (- is standard input) on the trading server that it\n"
       "names. Only valid reports are stored, in canonical form; an order id that is already there\n"
       "is never overwritten. Each line that was not stored is listed with its number, the member\n"
       "at fault and why; the exit status is then 1. Blank lines are no reports.\n\n"
       "With --json: one line for each that was not stored (line, outcome, server, order_id,\n"
       "verdict, issues), then the counts (lines, stored, already_there, refused, unsure).",
       {},
       Examples,
       run};

} // namespace arbscope
