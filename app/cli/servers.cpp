// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/context.h"
#include "app/cli/jsonline.h"
#include "app/cli/table.h"
#include "app/cli/terminaltext.h"
#include "core/report/clocktext.h"

#include <array>

namespace arbscope {

namespace {

using namespace Qt::Literals::StringLiterals;

std::string clockCell(std::optional<double> clock, const QTimeZone &zone)
{
    return clock ? clockText(*clock, zone).toStdString() : "-";
}

std::string serverJson(const ServerSummary &server)
{
    return JsonLine()
        .bytes("server", server.name)
        .number("reports", server.reports)
        .number("indexed", server.indexed)
        .number("first_clock", server.firstClock)
        .number("last_clock", server.lastClock)
        .line();
}

ExitStatus run(CommandContext &context)
{
    const std::string zone = " (" + zoneText(context.zone).toStdString() + ")";
    TextTable table(context.out, {{"server"}, {"reports", true}, {"indexed", true}, {"first" + zone}, {"last" + zone}});
    qint64 count = 0;
    ReportStore store = context.store();
    const auto found = [&](const std::vector<ServerSummary> &servers) {
        for (const ServerSummary &server : servers) {
            ++count;
            if (context.json) {
                context.out.write(serverJson(server));
                continue;
            }
            table.addRow({terminalText(server.name), std::to_string(server.reports), std::to_string(server.indexed),
                          clockCell(server.firstClock, context.zone), clockCell(server.lastClock, context.zone)});
        }
        table.flush();
        context.out.flush();
    };
    required(store.servers(found, context.stop));
    if (count == 0) {
        context.messages.note(u"No trading servers: no key execution_report:… in "_s + store.url().display());
    }
    return ExitStatus::Done;
}

constexpr std::array<std::string_view, 2> Examples = {
    "arbscope-cli servers",
    "arbscope-cli --url redis://bot@store:6379/2 --json servers | jq -r .server",
};

} // namespace

const CommandSpec serversCommand
    = {"servers",
       "",
       0,
       "trading servers: name, reports, first and last clock",
       "Lists the trading servers that have reports in the store, as they are found, with the\n"
       "number of their reports and of their index entries, and the clocks of their oldest and\n"
       "newest trades. The two numbers differ when hash and index do not agree.\n\n"
       "With --json: server, reports, indexed, first_clock, last_clock.",
       {},
       Examples,
       run};

} // namespace arbscope
