// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/checkreport.h"

#include "app/cli/jsonline.h"
#include "app/cli/terminaltext.h"
#include "app/cli/tradetext.h"

#include <numeric>
#include <utility>

namespace arbscope {

using namespace Qt::Literals::StringLiterals;

namespace {

std::string_view repairName(RepairStep::Kind kind)
{
    return kind == RepairStep::Kind::Add ? "add" : "correct";
}

std::string_view outcomeName(RepairOutcome outcome)
{
    switch (outcome) {
    case RepairOutcome::Done:
        return "done";
    case RepairOutcome::NotAsSaid:
        return "changed meanwhile";
    case RepairOutcome::Contended:
        return "contended";
    }
    std::unreachable();
}

std::string findingJson(const Finding &finding, bool repairs, const std::optional<RepairStep> &step)
{
    JsonLine line;
    line.bytes("server", finding.server)
        .bytes("order_id", finding.orderId)
        .text("finding", findingName(finding.kind))
        .number("score", finding.score)
        .number("clock", finding.clock);
    if (finding.found.isEmpty()) {
        line.raw("found", "null");
    } else {
        line.bytes("found", finding.found);
    }
    line.raw("issues", issuesJson(finding.issues)).text("message", finding.message());
    if (const QString byHand = finding.commandByHand(); byHand.isEmpty()) {
        line.raw("by_hand", "null");
    } else {
        line.text("by_hand", byHand);
    }
    if (step) {
        line.text("repair", repairName(step->kind))
            .number("before", step->before)
            .number("after", std::optional(step->after));
    } else if (repairs) {
        line.raw("repair", "null");
    }
    return line.line();
}

std::string findingsJson(const CheckResult &result)
{
    JsonLine counts;
    for (std::size_t i = 0; i < FindingKinds; ++i) {
        const auto kind = static_cast<FindingKind>(i);
        counts.number(findingName(kind), result.count(kind));
    }
    return counts.object();
}

std::string placeText(const QByteArray &server, const QByteArray &orderId)
{
    return terminalText(server) + "  " + terminalText(orderId) + "  ";
}

} // namespace

CheckReport::CheckReport(CommandContext &context, bool repairs, bool dryRun)
    : m_context(context)
    , m_repairs(repairs)
    , m_dryRun(dryRun)
{ }

void CheckReport::addFinding(const Finding &finding, const std::optional<RepairStep> &step)
{
    ++m_findings;
    m_mendable += step ? 1 : 0;
    m_context.messages.endProgress();
    if (m_context.json) {
        m_context.out.write(findingJson(finding, m_repairs, step));
    } else {
        std::string text = placeText(finding.server, finding.orderId) + std::string(findingName(finding.kind)) + ": "
            + terminalText(finding.message()) + '\n';
        if (const QString byHand = finding.commandByHand(); !byHand.isEmpty()) {
            text += "  import its report, or take the entry out by hand, in redis-cli: " + terminalText(byHand) + '\n';
        }
        if (step) {
            text += m_dryRun ? "  would be repaired: " : "  repair: ";
            text += terminalText(step->message()) + '\n';
        }
        m_context.out.write(text);
    }
    if (step) {
        m_context.out.flush();
    }
}

void CheckReport::addOutcome(const RepairStep &step, RepairOutcome outcome)
{
    m_mendedHere += outcome == RepairOutcome::Done ? 1 : 0;
    if (m_context.json) {
        m_context.out.write(JsonLine()
                                .bytes("server", step.server)
                                .bytes("order_id", step.orderId)
                                .text("repair", repairName(step.kind))
                                .text("outcome", outcomeName(outcome))
                                .line());
        return;
    }
    switch (outcome) {
    case RepairOutcome::Done:
        m_context.out.write("  done\n");
        return;
    case RepairOutcome::NotAsSaid:
        m_context.out.write("  not done: the store is no longer as it was found\n");
        return;
    case RepairOutcome::Contended:
        m_context.out.write("  not done: others write to this server without a pause, try again\n");
        return;
    }
}

void CheckReport::addServer(const QByteArray &server, const CheckResult &result)
{
    ++m_servers;
    m_trades += std::max(result.entries, result.reports);
    m_clean = m_clean && result.isClean();
    const qint64 mended = std::exchange(m_mendedHere, 0);
    m_mended += mended;
    if (m_context.json) {
        JsonLine line;
        line.bytes("server", server)
            .number("entries", result.entries)
            .number("reports", result.reports)
            .raw("findings", findingsJson(result))
            .number("unconfirmed", result.unconfirmed);
        if (m_repairs && !m_dryRun) {
            line.number("repaired", mended);
        }
        m_context.out.write(line.line());
    } else if (result.unconfirmed > 0) {
        m_context.messages.note(QString::fromStdString(terminalText(server)) + u": "_s
                                + countText(result.unconfirmed, u"more trade"_s, u"more trades"_s)
                                + u" that seemed not to fit: too many to be looked at again. Check again when these"
                                  u" are repaired."_s);
    }
    if (result.entries == 0 && result.reports == 0) {
        m_context.messages.note(u"No trades on the server "_s + QString::fromUtf8(server) + u'.');
    }
    m_context.out.flush();
}

void CheckReport::addWrongType(const QByteArray &server, const RedisError &error)
{
    ++m_servers;
    ++m_findings;
    m_clean = false;
    if (m_context.json) {
        m_context.out.write(JsonLine()
                                .bytes("server", server)
                                .raw("finding", "\"wrong-type\"")
                                .bytes("key", error.key)
                                .text("message", error.message())
                                .line());
        return;
    }
    m_context.out.write(terminalText(server) + "  wrong-type: " + terminalText(error.message()) + '\n');
}

ExitStatus CheckReport::finish(const RedisUrl &store)
{
    Messages &messages = m_context.messages;
    if (m_servers == 0) {
        messages.note(u"No trading servers: no key execution_report:… in "_s + store.display());
        return ExitStatus::Done;
    }
    QString text = countText(m_servers, u"server"_s, u"servers"_s) + u", "_s
        + countText(m_trades, u"trade"_s, u"trades"_s) + u": "_s
        + (m_clean ? u"nothing wrong"_s : countText(m_findings, u"finding"_s, u"findings"_s));
    if (m_repairs) {
        text += u", "_s
            + (m_dryRun ? countText(m_mendable, u"change"_s, u"changes"_s) + u" to make"_s
                        : countText(m_mended, u"change"_s, u"changes"_s) + u" made"_s);
    }
    messages.note(text + u'.');
    return m_clean ? ExitStatus::Done : ExitStatus::FoundWrong;
}

} // namespace arbscope
