// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/store/fileflow.h"

#include "ui/dialogs/filechooser.h"
#include "ui/dialogs/lineproblemsdialog.h"
#include "ui/settings/keys.h"
#include "ui/store/storeflow.h"
#include "ui/store/storemark.h"
#include "ui/store/storesession.h"
#include "ui/tasks/backuptask.h"
#include "ui/tasks/taskstrip.h"
#include "ui/text/displaytext.h"
#include "ui/text/errortext.h"
#include "ui/widgets/banner.h"
#include "ui/window/startpage.h"

#include <QDropEvent>
#include <QFileInfo>
#include <QLocale>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QUrl>

namespace arbscope {

namespace {

QString nameOf(const QString &path)
{
    return displayLine(QFileInfo(path).fileName(), 80);
}

/// The file that is being dropped; empty when it is something else.
QString droppedFile(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
}

} // namespace

FileFlow::FileFlow(const Parts &parts)
    : QObject(&parts.window)
    , m_parts(parts)
{
    parts.window.setAcceptDrops(true);
    parts.window.installEventFilter(this);
}

bool FileFlow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_parts.window && (event->type() == QEvent::DragEnter || event->type() == QEvent::Drop)) {
        auto *drop = static_cast<QDropEvent *>(event); // QDragEnterEvent is one
        const QString path = droppedFile(drop->mimeData());
        if (path.isEmpty())
            return false;
        drop->acceptProposedAction();
        if (event->type() == QEvent::Drop)
            open(path);
        return true;
    }
    return QObject::eventFilter(watched, event);
}

void FileFlow::askForFile()
{
    m_parts.files.chooseOpenFile(&m_parts.window, tr("Open a File with Reports"),
                                 m_parts.settings.value(keys::OpenFolder),
                                 tr("Redis dumps and JSON lines (*.rdb *.jsonl *.ndjson *.json);;All files (*)"),
                                 [this](const QString &path) { open(path); });
}

void FileFlow::open(const QString &path)
{
    if (m_opening)
        m_opening->cancel();
    auto *task = new BackupTask(path, this);
    m_opening = task;
    m_parts.start.setBusy(tr("Opening %1…").arg(nameOf(path)));
    connect(task, &BackupTask::opened, this, [this, path](const std::shared_ptr<BackupFile> &file) {
        rememberFolder(path);
        m_parts.start.setBusy({});
        showOpened(file);
    });
    connect(task, &BackupTask::failed, this, [this, path](const RedisError &error) {
        m_parts.start.setBusy({});
        showFailure(path, error);
    });
    connect(task, &BackupTask::cancelled, this, [this, task] {
        if (m_opening == task)
            m_parts.start.setBusy({});
    });
    m_parts.tasks.add(task);
}

void FileFlow::showOpened(const std::shared_ptr<BackupFile> &file)
{
    m_parts.stores.openBackup(file, file->url().database);
    const QLocale locale;
    const ImportResult &lines = file->lines();
    if (const qint64 leftOut = lines.lines - lines.stored; leftOut > 0) {
        m_parts.notice.showMessage(
            Banner::Kind::Warning,
            tr("%1 of %2 lines of %3 are not shown.")
                .arg(locale.toString(leftOut), locale.toString(lines.lines), nameOf(file->path())),
            tr("They are no valid reports, or their order id stands twice."),
            {{tr("List them…"), [this, path = file->path(), problems = file->problems(), leftOut] {
                  listProblems(path, problems, leftOut);
              }}});
    } else if (file->databases().size() > 1) {
        std::vector<BannerAction> others;
        for (const int database : file->databases())
            others.push_back({tr("Database %1").arg(database), [this, weak = std::weak_ptr(file), database] {
                                  if (const auto open = weak.lock())
                                      m_parts.stores.openBackup(open, database);
                              }});
        m_parts.notice.showMessage(Banner::Kind::Info,
                                   tr("%1 holds reports in several databases.").arg(nameOf(file->path())), {},
                                   std::move(others));
    } else {
        m_parts.notice.hide();
    }
}

void FileFlow::showFailure(const QString &path, const RedisError &error)
{
    const QString text = tr("%1 could not be opened.").arg(nameOf(path));
    const QString why = error.code == RedisErrorCode::Usage ? error.detail : errorWords(error, {}).text();
    const BannerAction another{tr("Open another file…"), [this] { askForFile(); }};
    if (m_parts.session.target())
        m_parts.notice.showMessage(Banner::Kind::Error, text, why, {another});
    else
        m_parts.start.showError(text, why);
}

bool FileFlow::canImport() const
{
    return m_parts.session.state() == StoreSession::State::Connected && m_parts.session.target()->options.writable;
}

void FileFlow::askForImport()
{
    m_parts.files.chooseOpenFile(&m_parts.window, tr("Import Reports"), m_parts.settings.value(keys::OpenFolder),
                                 tr("JSON lines (*.jsonl *.ndjson *.json);;All files (*)"),
                                 [this](const QString &path) { confirmImport(path); });
}

void FileFlow::confirmImport(const QString &path)
{
    if (!canImport())
        return;
    const StoreTarget target = *m_parts.session.target();
    auto *question = new QMessageBox(&m_parts.window);
    question->setObjectName(QStringLiteral("confirmImport"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setIcon(QMessageBox::Warning);
    question->setTextFormat(Qt::PlainText);
    question->setWindowTitle(tr("Import"));
    const QString mark = markText(target.mark);
    question->setText(tr("Store the reports of %1 in %2?").arg(nameOf(path), displayLine(target.title(), 120)));
    QStringList more;
    if (!mark.isEmpty())
        more.append(tr("This store is marked: %1.").arg(mark));
    if (!target.name.isEmpty())
        more.append(displayLine(target.display()));
    more.append(
        tr("A report whose order id is there already is left as it is; what is no valid report is refused. What "
           "has been stored cannot be taken back here."));
    question->setInformativeText(more.join(u'\n'));
    auto *import = question->addButton(tr("&Import"), QMessageBox::AcceptRole);
    import->setObjectName(QStringLiteral("confirmImportButton"));
    question->setDefaultButton(question->addButton(QMessageBox::Cancel));
    connect(question, &QDialog::finished, this, [this, question, import, path, target] {
        // Only into the store that was named: it may have been closed, or another one opened, meanwhile.
        if (question->clickedButton() == import && canImport() && *m_parts.session.target() == target)
            startImport(path);
    });
    question->open();
}

void FileFlow::startImport(const QString &path)
{
    rememberFolder(path);
    m_parts.notice.hide();
    auto *task = new ImportTask(m_parts.session.bulk(), path, this);
    connect(task, &ImportTask::finished, this, &FileFlow::showImported);
    m_parts.tasks.add(task);
}

void FileFlow::showImported(const ImportTask::Outcome &outcome)
{
    const QLocale locale;
    const ImportResult &result = outcome.result;
    const auto count = [&locale](qint64 number, const QString &text) {
        return number > 0 ? text.arg(locale.toString(number)) : QString();
    };
    QStringList notes{count(result.alreadyThere, tr("%1 were there already.")),
                      count(result.refused, tr("%1 lines were refused.")),
                      count(result.unsure, tr("%1 were sent when the connection ended: they may be stored or not."))};
    bool whole = true;
    if (!result.fileError.isEmpty()) {
        notes.prepend(tr("The file could not be read to its end: %1").arg(result.fileError));
        whole = false;
    } else if (result.error && result.error->code == RedisErrorCode::Cancelled) {
        notes.prepend(tr("The import was cancelled."));
        whole = false;
    } else if (result.error) {
        notes.prepend(errorWords(*result.error, m_parts.session.target().value_or(StoreTarget{}).url).text());
        whole = false;
    }
    notes.removeAll(QString());
    const qint64 leftOut = result.alreadyThere + result.refused + result.unsure;
    std::vector<BannerAction> actions;
    if (leftOut > 0)
        actions.push_back(
            {tr("List them…"), [this, outcome, leftOut] { listProblems(outcome.path, outcome.problems, leftOut); }});
    const Banner::Kind kind = !whole              ? Banner::Kind::Error
        : result.refused > 0 || result.unsure > 0 ? Banner::Kind::Warning
                                                  : Banner::Kind::Info;
    m_parts.notice.showMessage(kind,
                               tr("%1: stored %2 reports.").arg(nameOf(outcome.path), locale.toString(result.stored)),
                               notes.join(u'\n'), std::move(actions));
    if (result.stored > 0)
        emit imported();
}

void FileFlow::listProblems(const QString &path, const std::vector<ImportProblem> &problems, qint64 total)
{
    auto *dialog = new LineProblemsDialog(QFileInfo(path).fileName(), problems, total, &m_parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void FileFlow::rememberFolder(const QString &path)
{
    m_parts.settings.setValue(keys::OpenFolder, QFileInfo(path).absolutePath());
}

} // namespace arbscope
