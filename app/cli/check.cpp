// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/checkreport.h"
#include "app/cli/command.h"
#include "app/cli/context.h"

#include <array>

namespace arbscope {

namespace {

using namespace Qt::Literals::StringLiterals;

/// Checks one server and, where asked to, mends what an index entry can mend.
class ServerCheck
{
public:
    ServerCheck(CommandContext &context, CheckReport &report, ReportStore &store, QByteArray server)
        : m_context(context)
        , m_report(report)
        , m_store(store)
        , m_server(std::move(server))
        , m_dryRun(context.line.has("--dry-run"))
        , m_repair(context.line.has("--repair"))
    { }

    void run()
    {
        const auto connection = required(m_store.connection(m_context.stop));
        const auto onFinding = [&](const Finding &finding) { take(*connection, finding); };
        const auto onProgress
            = [this](qint64 done, qint64 total) { m_context.messages.progress(done, total, u"trades"_s); };
        const auto result = checkServer(*connection, m_server, {}, onFinding, onProgress, m_context.stop);
        m_context.messages.endProgress();
        // A repair that failed has closed the connection, which is not what went wrong.
        if (m_failure) {
            throw CommandFailure::store(*m_failure);
        }
        if (!result && result.error().code == RedisErrorCode::WrongType) {
            m_report.addWrongType(m_server, result.error());
            return;
        }
        m_report.addServer(m_server, required(result));
    }

private:
    template <class Connection> void take(Connection &connection, const Finding &finding)
    {
        const std::optional<RepairStep> step = m_repair ? repairStep(finding) : std::nullopt;
        m_report.addFinding(finding, step);
        if (!step || m_dryRun || m_failure || m_context.stop.stop_requested()) {
            return;
        }
        const auto outcome = repair(connection, *step, m_context.stop);
        if (outcome) {
            m_report.addOutcome(*step, *outcome);
        } else {
            m_failure = outcome.error();
        }
    }

    CommandContext &m_context;
    CheckReport &m_report;
    ReportStore &m_store;
    QByteArray m_server;
    bool m_dryRun;
    bool m_repair;
    std::optional<RedisError> m_failure;
};

ExitStatus run(CommandContext &context)
{
    const bool repairs = context.line.has("--repair");
    const bool dryRun = context.line.has("--dry-run");
    if (dryRun && !repairs) {
        throw CommandFailure::usage(u"--dry-run goes with --repair"_s);
    }
    ReportStore store = context.store(repairs && !dryRun);
    std::vector<QByteArray> servers = context.servers();
    if (servers.empty()) {
        servers = required(serversToCheck(*required(store.connection(context.stop)), context.stop));
    }
    CheckReport report(context, repairs, dryRun);
    for (const QByteArray &server : servers) {
        ServerCheck(context, report, store, server).run();
    }
    return report.finish(store.url());
}

constexpr std::array Options = {
    OptionSpec{"--repair", "", "mend the index: add and correct entries of it"},
    OptionSpec{"--dry-run", "", "with --repair: tell the changes, make none"},
};

constexpr std::array<std::string_view, 4> Examples = {
    "arbscope-cli check",
    "arbscope-cli check arb-fra-1 arb-ams-1 --json | jq -r 'select(.finding) | .order_id'",
    "arbscope-cli check --repair --dry-run",
    "arbscope-cli check arb-fra-1 --repair",
};

} // namespace

const CommandSpec checkCommand
    = {"check",
       "[SERVER]…",
       0,
       "holds hash, index and reports against each other",
       "Looks through every trade of the servers, of all when none is named, and lists index\n"
       "entries without report, reports that the index lacks, scores that are not their report's\n"
       "clock, reports whose order id or server is not the one they are kept under, invalid and\n"
       "coerced ones. Bots may store meanwhile: what does not fit is looked at again before it is\n"
       "told, and the store is never locked. Exit status 1 when anything was found.\n\n"
       "--repair adds what the index lacks and corrects its scores. Each change is told before it\n"
       "is made, and made only if all is still as it was found. Reports are never touched and no\n"
       "entry is removed: for one without report the command that does it by hand is told. The\n"
       "exit status is 1 then, too: check again to see that all is well. Without --repair the\n"
       "store is only read.\n\n"
       "With --json: a line for each finding (server, order_id, finding, score, clock, found,\n"
       "issues, message, by_hand, and with --repair: repair, before, after), one for what became\n"
       "of each repair (server, order_id, repair, outcome), and one for each server (server,\n"
       "entries, reports, findings, unconfirmed, and with --repair: repaired).",
       Options,
       Examples,
       run,
       true};

} // namespace arbscope
