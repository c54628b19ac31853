// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/context.h"
#include "app/cli/filteroption.h"
#include "app/cli/jsonline.h"
#include "app/cli/tradetext.h"
#include "core/analysis/pageselector.h"
#include "core/report/names.h"
#include "core/store/tradeexport.h"

#include <QDateTime>
#include <QFile>

#include <array>

namespace arbscope {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr auto StandardOutput = "-"_L1;

ExportRequest requestOf(const CommandContext &context)
{
    ExportRequest request;
    request.servers = context.line.all("--server");
    request.since = context.clockOption("--since").value_or(request.since);
    request.until = context.clockOption("--until").value_or(request.until);
    request.csvMode = context.line.has("--exact") ? CsvMode::Exact : CsvMode::Guarded;
    request.zone = context.zone;
    if (const auto filter = filterOption(context)) {
        request.select = selectorOf(*filter);
    }
    const QByteArray format = context.line.value("--format").value_or("csv");
    if (format == "jsonl") {
        request.format = ExportFormat::JsonLines;
    } else if (format != "csv") {
        throw CommandFailure::usage(u"--format: csv or jsonl, not "_s + QString::fromUtf8(format));
    }
    return request;
}

std::string resultJson(const ExportResult &result, const QString &path)
{
    std::string problems = "[";
    for (const ExportProblem &problem : result.problems) {
        problems += problems.size() > 1 ? ", " : "";
        problems += JsonLine()
                        .bytes("server", problem.server)
                        .bytes("order_id", problem.orderId)
                        .raw("issues", issuesJson(problem.issues))
                        .object();
    }
    problems += ']';
    std::string unindexed = "[";
    for (const QByteArray &server : result.unindexed)
        unindexed += (unindexed.size() > 1 ? ", " : "") + JsonLine().bytes("server", server).object();
    unindexed += ']';
    JsonLine line;
    line.number("trades", result.trades);
    if (result.trades > 0 && path != StandardOutput) {
        line.text("file", path);
    } else {
        line.raw("file", "null");
    }
    return line.text("caption", result.caption)
        .number("guarded", result.guarded)
        .number("coerced", result.coerced)
        .number("unreadable", result.unreadable)
        .raw("problems", problems)
        .raw("unindexed", unindexed)
        .line();
}

void tell(const CommandContext &context, const ExportResult &result, const QString &path)
{
    Messages &messages = context.messages;
    for (const ExportProblem &problem : result.problems) {
        const QString where
            = u"left out: "_s + QString::fromUtf8(problem.server) + u": "_s + QString::fromUtf8(problem.orderId);
        if (problem.issues.empty()) {
            messages.note(where + u": the index names it, the hash does not have it"_s);
        }
        context.listIssues(where, problem.issues);
    }
    for (const QByteArray &server : result.unindexed) {
        context.noteUnindexed(server);
    }
    if (result.unreadable > 0) {
        messages.note(countText(result.unreadable, u"report"_s, u"reports"_s) + u" left out: cannot be read."_s);
    }
    if (result.coerced > 0) {
        messages.note(countText(result.coerced, u"report"_s, u"reports"_s) + u" read by converting a type."_s);
    }
    if (result.guarded > 0) {
        messages.note(countText(result.guarded, u"cell"_s, u"cells"_s)
                      + u" guarded against running as a formula (--exact leaves them as they are)."_s);
    }
    if (result.trades == 0) {
        messages.note(u"No trades: nothing was written."_s);
        return;
    }
    messages.note(result.caption + (path == StandardOutput ? QString() : u": "_s + path));
}

ExitStatus fail(CommandContext &context, const ExportError &error, const QString &path)
{
    if (path == StandardOutput && (!error.store || context.out.readerIsGone())) {
        context.out.noteFailure(); // main tells what became of standard output
        return ExitStatus::FileFailed;
    }
    if (error.store) {
        throw CommandFailure::store(*error.store);
    }
    throw CommandFailure::file(path + u": "_s + error.file);
}

ExitStatus run(CommandContext &context)
{
    const ExportRequest request = requestOf(context);
    const QString suffix = request.format == ExportFormat::Csv ? u"csv"_s : u"jsonl"_s;
    const QDate today = QDateTime::currentDateTimeUtc().toTimeZone(context.zone).date();
    const QString path = context.line.text("-o").value_or(exportFileName(today, suffix));
    if (path.isEmpty()) {
        throw CommandFailure::usage(u"-o: the name of the file is empty"_s);
    }
    const auto progress
        = [&context](ExportProgress now) { context.messages.progress(now.done, now.total, u"trades"_s); };
    ReportStore store = context.store();
    RedisSession *connection = required(store.connection(context.stop));
    const auto result = path == StandardOutput
        ? exportTradesTo(*connection, request, context.out.device(), progress, context.stop)
        : exportTrades(*connection, request, path, progress, context.stop);
    context.messages.endProgress();
    if (!result) {
        return fail(context, result.error(), path);
    }
    if (!context.json) {
        tell(context, *result, path);
    } else if (path == StandardOutput) {
        context.messages.note(QString::fromStdString(resultJson(*result, path)).trimmed());
    } else {
        context.out.write(resultJson(*result, path));
    }
    return result->unreadable > 0 || !result->unindexed.empty() ? ExitStatus::FoundWrong : ExitStatus::Done;
}

constexpr std::array Options = {
    OptionSpec{"--server", "S", "only this trading server; may be given several times", true},
    OptionSpec{"--since", "T", "only trades whose clock is T or later"},
    OptionSpec{"--until", "T", "only trades whose clock is T or earlier"},
    OptionSpec{"--filter", "EXPR", "only trades that this filter is true of"},
    OptionSpec{"--format", "FORMAT", "csv (default) or jsonl (canonical reports)"},
    OptionSpec{"--exact", "",
               "leave cells as they are that a spreadsheet would run as a\nformula; otherwise they get a leading '"},
    OptionSpec{"-o", "FILE",
               "where to; - is standard output; default\ntrade-export-YYYY-MM-DD.csv (or .jsonl) of today, here"},
};

constexpr std::array<std::string_view, 4> Examples = {
    "arbscope-cli export",
    "arbscope-cli export --server arb-fra-1 --server arb-lon-1 --since 2021-03-01 -o march.csv",
    "arbscope-cli export --filter 'one_legged and not unit_test' -o one-legged.csv",
    "arbscope-cli export --format jsonl -o - | gzip > all.jsonl.gz",
};

} // namespace

const CommandSpec exportCommand
    = {"export",
       "",
       0,
       "all reports as CSV or JSON lines",
       "Writes the reports of one, several or all trading servers, merged by clock, then server,\n"
       "then order id. The file is the old one or the whole new one, never a part; without trades\n"
       "nothing is written. Reports that cannot be read are left out, listed and counted, and the\n"
       "exit status is then 1; so it is when a server's index key holds something else: its reports\n"
       "then come from the hash alone, and it is named. T is epoch seconds or ISO 8601, with or\n"
       "without offset (without: in the time zone of --tz).\n\n"
       "With --json: trades, file, caption, guarded, coerced, unreadable, problems (the first 1,000\n"
       "reports left out), unindexed (the servers without an index); on standard error when the\n"
       "reports go to standard output.",
       Options,
       Examples,
       run};

} // namespace arbscope
