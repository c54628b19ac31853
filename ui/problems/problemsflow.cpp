// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problems/problemsflow.h"

#include "ui/models/tradefeed.h"
#include "ui/problems/checktask.h"
#include "ui/problems/problemsdock.h"
#include "ui/problems/repairdialog.h"
#include "ui/problems/repairtask.h"
#include "ui/store/storeflow.h"
#include "ui/store/storesession.h"
#include "ui/tasks/taskstrip.h"
#include "ui/text/displaytext.h"
#include "ui/text/errortext.h"
#include "ui/text/timedisplay.h"

#include <QLocale>

namespace arbscope {

namespace {

std::vector<RepairStep> stepsFor(const std::vector<Finding> &findings)
{
    std::vector<RepairStep> steps;
    for (const Finding &finding : findings) {
        if (auto step = repairStep(finding))
            steps.push_back(std::move(*step));
    }
    return steps;
}

} // namespace

ProblemsFlow::ProblemsFlow(const Parts &parts)
    : QObject(&parts.window)
    , m_parts(parts)
    , m_model(parts.times)
    , m_dock(new ProblemsDock(m_model, &parts.window))
{
    connect(m_dock, &ProblemsDock::checkRequested, this, &ProblemsFlow::check);
    connect(m_dock, &ProblemsDock::repairRequested, this, &ProblemsFlow::askToRepair);
    connect(&m_parts.feed, &TradeFeed::serverChanged, this,
            [this] { m_dock->setServerShown(m_parts.feed.server().has_value()); });
    connect(&m_parts.session, &StoreSession::stateChanged, this, [this] {
        if (m_parts.session.isFresh())
            clear();
    });
}

ProblemsFlow::~ProblemsFlow() = default;

void ProblemsFlow::clear()
{
    if (m_check)
        m_check->cancel();
    m_lane.connectTo(std::nullopt);
    m_model.clear();
    m_dock->setNote({});
    m_dock->setRepair(false, {});
}

void ProblemsFlow::check(bool all)
{
    if (all)
        start({});
    else if (m_parts.feed.server())
        start({*m_parts.feed.server()});
}

void ProblemsFlow::start(const std::vector<QByteArray> &servers)
{
    if (m_check || !m_parts.session.target())
        return;
    m_checked = servers;
    m_model.clear();
    m_dock->setRepair(false, {});
    m_dock->setChecking(true);
    m_dock->setNote(servers.empty() ? tr("Checking all servers…")
                                    : tr("Checking %1…").arg(displayBytes(servers.front(), 60)));
    m_lane.connectTo(m_parts.session.target());
    m_check = new CheckTask(m_lane, servers, this);
    connect(m_check, &CheckTask::found, &m_model, &FindingsModel::append);
    connect(m_check, &CheckTask::finished, this, [this](const CheckSummary &summary) {
        m_check = nullptr;
        m_dock->setChecking(false);
        showSummary(summary);
    });
    m_parts.tasks.add(m_check);
}

void ProblemsFlow::showSummary(const CheckSummary &summary)
{
    const QLocale locale;
    if (!m_parts.session.target()) {
        clear();
        return;
    }
    QStringList words;
    if (const QString repaired = std::exchange(m_repaired, {}); !repaired.isEmpty())
        words << repaired;
    if (summary.error && summary.error->code == RedisErrorCode::Cancelled)
        words << tr("The check was cancelled.");
    else if (summary.error)
        words << tr("The check ended early: %1.").arg(errorWords(*summary.error, m_parts.session.target()->url).title);
    words << (summary.findings == 0 ? tr("No problems.") : tr("Problems: %1.").arg(locale.toString(summary.findings)))
          << tr("Reports looked at: %1.").arg(locale.toString(summary.reports));
    if (m_checked.empty())
        words << tr("Servers: %1.").arg(locale.toString(summary.servers));
    if (summary.findings > CheckTask::MostTold)
        words << tr("The first %1 are listed.").arg(locale.toString(CheckTask::MostTold));
    if (summary.unconfirmed > 0)
        words << tr("Not looked at again: %1.").arg(locale.toString(summary.unconfirmed));
    m_dock->setNote(words.join(u' '));
    showRepair();
}

void ProblemsFlow::showRepair()
{
    const bool any = !stepsFor(m_model.findings()).empty();
    const bool writable = m_parts.session.target() && m_parts.session.target()->options.writable;
    m_dock->setRepair(any,
                      writable ? QString()
                               : tr("This store was opened read-only. Store › Allow writing opens it so that its index "
                                    "can be mended."));
}

void ProblemsFlow::askToRepair()
{
    const std::vector<RepairStep> steps = stepsFor(m_model.findings());
    if (steps.empty())
        return;
    const qint64 unmended = qint64(m_model.findings().size()) - qint64(steps.size());
    auto *dialog = new RepairDialog(m_parts.flow.title(), steps, unmended, m_parts.times.format(), &m_parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, steps] { repair(steps); });
    connect(&m_model, &QAbstractItemModel::modelReset, dialog, &QDialog::reject); // another store or check
    dialog->open();
}

void ProblemsFlow::repair(const std::vector<RepairStep> &steps)
{
    m_dock->setRepair(true, tr("Repairing…"));
    m_dock->setChecking(true);
    auto *task = new RepairTask(m_lane, steps, this);
    connect(task, &RepairTask::finished, this, &ProblemsFlow::showRepaired);
    m_parts.tasks.add(task);
}

void ProblemsFlow::showRepaired(const RepairSummary &summary)
{
    m_dock->setChecking(false);
    emit repaired();
    if (!m_parts.session.target())
        return;
    const QLocale locale;
    QStringList words{tr("Changes made: %1.").arg(locale.toString(summary.done))};
    if (summary.notAsSaid > 0)
        words << tr("Not made, because the store had changed: %1.").arg(locale.toString(summary.notAsSaid));
    if (summary.contended > 0)
        words << tr("Not made, because others were writing: %1.").arg(locale.toString(summary.contended));
    if (summary.error)
        words << errorWords(*summary.error, m_parts.session.target()->url).text().replace(u'\n', u' ');
    if (!summary.error && summary.notAsSaid + summary.contended == 0) {
        m_repaired = words.front();
        start(std::vector(m_checked)); // to see what is left
        return;
    }
    m_dock->setNote(words.join(u' '));
    m_dock->setRepair(false, {});
}

} // namespace arbscope
