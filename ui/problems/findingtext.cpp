// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problems/findingtext.h"

#include "ui/text/displaytext.h"

#include <QCoreApplication>

#include <cmath>
#include <utility>

namespace arbscope {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(arbscope::Findings)

public:
    static QString title(FindingKind kind);
    static QString text(const Finding &finding, const TimeFormat &format);
    static QString title(RepairStep::Kind kind);
    static QString text(const RepairStep &step, const TimeFormat &format);

private:
    static QString clock(const std::optional<double> &clock, const TimeFormat &format);
    static QString issues(const Finding &finding);
};

QString Words::title(FindingKind kind)
{
    switch (kind) {
    case FindingKind::NoReport:
        return tr("No report");
    case FindingKind::NotIndexed:
        return tr("Not in the index");
    case FindingKind::ScoreDiffers:
        return tr("Wrong place in the index");
    case FindingKind::OrderIdDiffers:
        return tr("Other order id");
    case FindingKind::ServerDiffers:
        return tr("Other server");
    case FindingKind::Invalid:
        return tr("Unreadable");
    case FindingKind::Coerced:
        return tr("Read by converting");
    }
    std::unreachable();
}

/// The stored number too: two clocks may differ by less than is shown.
QString Words::clock(const std::optional<double> &clock, const TimeFormat &format)
{
    if (!clock)
        return unknownText();
    TimeFormat exact = format;
    if (exact.style == TimeStyle::Age || exact.style == TimeStyle::SincePrevious)
        exact.style = TimeStyle::DateTime;
    const QString time = exact.text(*clock);
    const QString number = numberText(*clock);
    return time == number ? number : QStringLiteral("%1 (%2)").arg(time, number);
}

QString Words::issues(const Finding &finding)
{
    QStringList all;
    for (const Issue &issue : finding.issues) {
        const QString message = QString::fromStdString(issue.message);
        const QString member = QString::fromStdString(issue.member);
        all << (member.isEmpty() ? message : QString(member + u": " + message));
    }
    return displayLine(all.join(u"; "));
}

QString Words::text(const Finding &finding, const TimeFormat &format)
{
    switch (finding.kind) {
    case FindingKind::NoReport:
        return tr("The index names it at %1, but the store holds no report for it. Import it, or take the entry out "
                  "by hand, in redis-cli: %2")
            .arg(clock(finding.score, format), displayLine(finding.commandByHand()));
    case FindingKind::NotIndexed:
        return finding.clock ? tr("The index does not name the report of %1.").arg(clock(finding.clock, format))
                             : tr("The index does not name the report, and its clock cannot be read.");
    case FindingKind::ScoreDiffers:
        return tr("The index has it at %1, the report says %2.")
            .arg(clock(finding.score, format), clock(finding.clock, format));
    case FindingKind::OrderIdDiffers:
        return tr("The report's order id is %1.").arg(displayBytes(finding.found));
    case FindingKind::ServerDiffers:
        return tr("The report says that its server is %1.").arg(displayBytes(finding.found));
    case FindingKind::Invalid:
    case FindingKind::Coerced:
        return issues(finding);
    }
    std::unreachable();
}

QString Words::title(RepairStep::Kind kind)
{
    return kind == RepairStep::Kind::Add ? tr("Add to the index") : tr("Correct the index");
}

QString Words::text(const RepairStep &step, const TimeFormat &format)
{
    if (step.kind == RepairStep::Kind::Add)
        return tr("at %1, the report's clock").arg(clock(step.after, format));
    return tr("from %1 to %2, the report's clock").arg(clock(step.before, format), clock(step.after, format));
}

} // namespace

QString findingTitle(FindingKind kind)
{
    return Words::title(kind);
}

QString findingText(const Finding &finding, const TimeFormat &format)
{
    return Words::text(finding, format);
}

QString repairTitle(RepairStep::Kind kind)
{
    return Words::title(kind);
}

QString repairText(const RepairStep &step, const TimeFormat &format)
{
    return Words::text(step, format);
}

} // namespace arbscope
