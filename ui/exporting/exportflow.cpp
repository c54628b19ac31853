// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exporting/exportflow.h"

#include "core/analysis/pageselector.h"
#include "core/report/names.h"
#include "ui/dialogs/filechooser.h"
#include "ui/exporting/exportdialog.h"
#include "ui/exporting/exporttask.h"
#include "ui/settings/keys.h"
#include "ui/settings/lastfolder.h"
#include "ui/store/storesession.h"
#include "ui/tasks/taskstrip.h"
#include "ui/text/displaytext.h"
#include "ui/text/errortext.h"
#include "ui/text/sentence.h"
#include "ui/text/timedisplay.h"
#include "ui/widgets/banner.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QUrl>

namespace arbscope {

namespace {

constexpr size_t MostListed = 4; ///< problems named in the banner

/// The home folder would do where the documents' turns out not to be there.
ExportTarget defaultTarget(const Settings &settings, const QString &name)
{
    const bool isFirst = settings.value(keys::ExportFolder).isEmpty();
    return {inLastFolder(settings, name), false, isFirst ? QDir::homePath() : QString()};
}

QString problemText(const ExportProblem &problem)
{
    const QString name = displayBytes(problem.server, 40) + u' ' + displayBytes(problem.orderId, 60);
    if (problem.issues.empty())
        return ExportFlow::tr("%1: the index names it, the store holds no report").arg(name);
    const Issue &issue = problem.issues.front();
    const QString member = displayLine(QString::fromStdString(issue.member), 60);
    const QString message = displayLine(QString::fromStdString(issue.message), 160);
    return name + u": " + (member.isEmpty() ? message : QString(member + u": " + message));
}

} // namespace

ExportFlow::ExportFlow(const Parts &parts)
    : QObject(&parts.window)
    , m_parts(parts)
{ }

void ExportFlow::exportAtOnce(const QByteArray &server, const FilterPart &filter, bool sayOrder)
{
    ExportRequest request;
    request.servers = {server};
    if (filter)
        request.select = selectorOf(filter);
    request.zone = m_parts.times.zone();
    const QString name
        = exportFileName(QDateTime::currentDateTime().toTimeZone(m_parts.times.zone()).date(), QStringLiteral("csv"));
    start(request, defaultTarget(m_parts.settings, name),
          sayOrder ? tr("The file is in the order of time, oldest first, however the list is sorted.") : QString());
}

void ExportFlow::exportWithChoices(const std::vector<ServerSummary> &servers, const std::vector<QByteArray> &selected)
{
    auto *dialog
        = new ExportDialog(servers, selected, m_parts.times.format(), m_parts.settings, m_parts.files, &m_parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const ExportChoice choice = dialog->choice();
        start(choice.request, {choice.path, true}); // the dialog asks before it names a file that is there
    });
    dialog->open();
}

void ExportFlow::exportTo(const ExportRequest &request, const QString &name)
{
    m_parts.files.chooseSaveFile(&m_parts.window, tr("Export"), defaultTarget(m_parts.settings, name).path,
                                 tr("CSV (*.csv)"), [this, request](const QString &path) {
                                     if (!path.isEmpty())
                                         start(request, {path, true});
                                 });
}

void ExportFlow::start(const ExportRequest &request, const ExportTarget &target, const QString &note)
{
    auto *task = new ExportTask(m_parts.session.bulk(), request, target, this);
    connect(task, &ExportTask::exported, this,
            [this, note](const ExportResult &result, const QString &path) { showResult(result, path, note); });
    connect(task, &ExportTask::failed, this, &ExportFlow::showFailure);
    connect(task, &ExportTask::cancelled, this, [this] {
        m_parts.banner.showMessage(Banner::Kind::Info, tr("The export was cancelled; no file was written."));
    });
    m_parts.banner.hide();
    m_parts.tasks.add(task);
}

void ExportFlow::showResult(const ExportResult &result, const QString &path, const QString &note)
{
    const QLocale locale;
    QStringList notes;
    if (!note.isEmpty())
        notes << note;
    if (result.guarded > 0)
        notes << counted(result.guarded, tr("1 cell that a spreadsheet would run as a formula got a leading '."),
                         tr("%1 cells that a spreadsheet would run as a formula got a leading '."));
    if (result.coerced > 0)
        notes << counted(result.coerced, tr("1 report was read by converting a value."),
                         tr("%1 reports were read by converting a value."));
    for (const QByteArray &server : result.unindexed)
        notes << tr("%1 has no readable index: its reports were taken from the hash alone. A check of the store tells "
                    "more.")
                     .arg(displayBytes(server, 40));
    if (result.unreadable > 0) {
        notes << counted(result.unreadable, tr("1 trade could not be read and was left out:"),
                         tr("%1 trades could not be read and were left out:"));
        for (size_t i = 0; i < std::min(MostListed, result.problems.size()); ++i)
            notes << problemText(result.problems[i]);
        if (result.unreadable > static_cast<qint64>(MostListed))
            notes << tr("and %1 more").arg(locale.toString(result.unreadable - static_cast<qint64>(MostListed)));
    }
    if (result.trades == 0) {
        m_parts.banner.showMessage(Banner::Kind::Info, tr("There were no trades to export; no file was written."),
                                   notes.join(u'\n'));
        return;
    }
    const QFileInfo file(path);
    notes.prepend(QDir::toNativeSeparators(path));
    rememberFolderOf(m_parts.settings, path);
    m_parts.banner.showMessage(
        result.unreadable > 0 || !result.unindexed.empty() ? Banner::Kind::Warning : Banner::Kind::Info, result.caption,
        notes.join(u'\n'),
        {{tr("Open"), [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); }},
         {tr("Show in folder"), [folder = file.path()] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); }}});
}

void ExportFlow::showFailure(const ExportError &error, const QString &path)
{
    QString detail = error.file;
    QString text = tr("The export failed; no file was written.");
    if (error.store && m_parts.session.target()) {
        const ErrorWords words = errorWords(*error.store, m_parts.session.target()->url);
        detail = words.text();
    } else {
        text = tr("%1 could not be written.").arg(QDir::toNativeSeparators(path));
    }
    m_parts.banner.showMessage(Banner::Kind::Error, text, detail,
                               {{tr("Export with choices…"), [this] { emit choicesRequested(); }}});
}

} // namespace arbscope
