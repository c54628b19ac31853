// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"

#include "app/cli/failure.h"
#include "core/report/clocktext.h"
#include "core/store/keys.h"

#include <QLocale>

#include <algorithm>

namespace arbscope {

using namespace Qt::Literals::StringLiterals;

namespace {

QTimeZone zoneOf(const CommandLine &line)
{
    const QString name = line.text("--tz").value_or(u"local"_s);
    const std::optional<QTimeZone> zone = timeZoneNamed(name);
    if (!zone) {
        throw CommandFailure::usage(u"--tz: there is no time zone "_s + name);
    }
    return *zone;
}

} // namespace

CommandContext::CommandContext(const CommandLine &commandLine, Output &output, Messages &messageOutput,
                               std::stop_token stopToken)
    : line(commandLine)
    , out(output)
    , messages(messageOutput)
    , stop(std::move(stopToken))
    , zone(zoneOf(commandLine))
    , json(commandLine.has("--json"))
    , access(line, messages, stop)
{ }

ReportStore CommandContext::store(bool writable)
{
    StoreAddress address = access.open(writable);
    return ReportStore(std::move(address.url), std::move(address.options));
}

std::optional<double> CommandContext::clockOption(std::string_view option) const
{
    const std::optional<QString> text = line.text(option);
    if (!text) {
        return std::nullopt;
    }
    const std::optional<double> clock = parseClock(*text, zone);
    if (!clock) {
        throw CommandFailure::usage(QString::fromUtf8(option.data(), static_cast<qsizetype>(option.size()))
                                    + u": epoch seconds or ISO 8601 (2021-03-01T12:00Z), not "_s + *text);
    }
    return clock;
}

std::optional<qint64> CommandContext::rankOption(std::string_view option) const
{
    const std::optional<QString> text = line.text(option);
    if (!text) {
        return std::nullopt;
    }
    bool isNumber = false;
    const qint64 rank = text->toLongLong(&isNumber);
    if (!isNumber) {
        throw CommandFailure::usage(QString::fromUtf8(option.data(), static_cast<qsizetype>(option.size()))
                                    + u": a whole number, negative from the end, not "_s + *text);
    }
    return rank;
}

std::vector<QByteArray> CommandContext::servers() const
{
    std::vector<QByteArray> once;
    for (const QByteArray &server : line.arguments) {
        if (std::ranges::find(once, server) == once.end()) {
            once.push_back(server);
        }
    }
    return once;
}

void CommandContext::listIssues(const QString &where, const std::vector<Issue> &issues) const
{
    for (const Issue &issue : issues) {
        const QString member = issue.member.empty() ? QString() : QString::fromStdString(issue.member) + u": "_s;
        messages.note(where + u": "_s + member + QString::fromStdString(issue.message));
    }
}

bool CommandContext::isIndexMissing(ReportStore &store, const QByteArray &server) const
{
    const ServerSummary summary = required(store.summary(server, stop));
    if (summary.reports == 0 || summary.indexed > 0) {
        return false;
    }
    messages.note(u"The index of the server "_s + QString::fromUtf8(server) + u" is empty, its hash has "_s
                  + countText(summary.reports, u"report"_s, u"reports"_s)
                  + u": the command check tells more, --repair adds them."_s);
    return true;
}

void CommandContext::noteUnindexed(const QByteArray &server) const
{
    messages.note(u"no index: "_s + QString::fromUtf8(server) + u": "_s + QString::fromUtf8(indexKey(server))
                  + u" is no sorted set; the reports come from the hash alone"_s);
}

QString countText(qint64 count, const QString &singular, const QString &plural)
{
    return QLocale(QLocale::English).toString(count) + u' ' + (count == 1 ? singular : plural);
}

} // namespace arbscope
