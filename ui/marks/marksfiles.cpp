// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of MarksFlow that has to do with files.
#include "ui/dialogs/filechooser.h"
#include "ui/exporting/exportflow.h"
#include "ui/marks/markbook.h"
#include "ui/marks/markformats.h"
#include "ui/marks/marksflow.h"
#include "ui/marks/markwork.h"
#include "ui/settings/lastfolder.h"
#include "ui/settings/settings.h"
#include "ui/store/storesession.h"
#include "ui/tasks/background.h"
#include "ui/text/sentence.h"
#include "ui/widgets/banner.h"

#include <QDir>
#include <QFile>
#include <QLocale>
#include <QSaveFile>

#include <algorithm>

namespace arbscope {

namespace {

constexpr size_t MostProblems = 5; // told of
constexpr qint64 MostBytes = 256 * 1024 * 1024;

/// Empty, or why not.
QString writeMarks(const QString &path, const std::vector<MarkEntry> &entries)
{
    const bool csv = path.endsWith(QLatin1StringView(".csv"), Qt::CaseInsensitive);
    const QByteArray bytes = csv ? marksToCsv(entries) : marksToJson(entries);
    QSaveFile file(path);
    const bool done = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    return done ? QString() : file.errorString();
}

std::expected<ReadMarks, QString> readMarks(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(file.errorString());
    if (file.size() > MostBytes)
        return std::unexpected(MarksFlow::tr("It is larger than any list of marks."));
    const QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return std::unexpected(file.errorString());
    return marksFromFile(bytes);
}

} // namespace

void MarksFlow::exportMarked()
{
    std::map<QByteArray, std::vector<QByteArray>> trades;
    for (const auto &[trade, mark] : m_parts.book.marks()) {
        if (mark.marked)
            trades[trade.server].push_back(trade.orderId);
    }
    if (trades.empty()) {
        tell(tr("No trade of this store is marked. Marks › Mark marks one."));
        return;
    }
    if (!isConnected())
        return;
    m_parts.session.ask(
        this, [trades](ReportStore &store, const std::stop_token &stop) { return exportOf(store, trades, stop); },
        [this](const Result<ExportRequest> &request) {
            if (request)
                m_parts.exports.exportTo(*request, QStringLiteral("marked-trades.csv"));
            else
                tellFailure(request.error());
        });
}

void MarksFlow::exportMarks()
{
    const std::vector<MarkEntry> entries = m_parts.book.entries();
    if (entries.empty()) {
        tell(tr("There are neither marks nor notes in this store."));
        return;
    }
    m_parts.files.chooseSaveFile(
        &m_parts.window, tr("Save Marks"), inLastFolder(m_parts.settings, QStringLiteral("arbscope-marks.json")),
        tr("JSON (*.json);;CSV (*.csv)"), [this, entries](const QString &path) {
            if (path.isEmpty())
                return;
            rememberFolderOf(m_parts.settings, path);
            runInBackground(
                this, [path, entries] { return writeMarks(path, entries); },
                [this, path, count = entries.size()](const QString &fault) {
                    const QString name = QDir::toNativeSeparators(path);
                    if (fault.isEmpty())
                        tell(counted(qint64(count), tr("Saved the marks and notes of 1 trade to %2"),
                                     tr("Saved the marks and notes of %1 trades to %2"))
                                 .arg(name));
                    else
                        m_parts.notice.showMessage(Banner::Kind::Error, tr("%1 could not be written.").arg(name),
                                                   fault);
                });
        });
}

void MarksFlow::importMarks()
{
    m_parts.files.chooseOpenFile(&m_parts.window, tr("Open Marks"), inLastFolder(m_parts.settings, {}),
                                 tr("Marks (*.json *.csv);;All files (*)"), [this](const QString &path) {
                                     if (path.isEmpty())
                                         return;
                                     rememberFolderOf(m_parts.settings, path);
                                     readFile(path);
                                 });
}

void MarksFlow::readFile(const QString &path)
{
    const auto &target = m_parts.session.target();
    if (!target)
        return;
    runInBackground(
        this, [path] { return readMarks(path); },
        [this, path, store = target->display()](const std::expected<ReadMarks, QString> &read) {
            const QString name = QDir::toNativeSeparators(path);
            if (!read) {
                m_parts.notice.showMessage(Banner::Kind::Error, tr("%1 holds no marks.").arg(name), read.error());
                return;
            }
            if (!m_parts.session.target() || m_parts.session.target()->display() != store)
                return; // another one is open by now
            const qint64 news = m_parts.book.merge(read->entries);
            QStringList notes;
            const bool elsewhere = std::ranges::any_of(
                read->entries, [&](const MarkEntry &e) { return !e.store.isEmpty() && e.store != store; });
            if (elsewhere)
                notes << tr("Some were made in a store of another address.");
            for (size_t i = 0; i < std::min(MostProblems, read->problems.size()); ++i)
                notes << read->problems[i];
            if (read->problems.size() > MostProblems)
                notes << tr("and %1 more").arg(read->problems.size() - MostProblems);
            m_parts.notice.showMessage(read->problems.empty() ? Banner::Kind::Info : Banner::Kind::Warning,
                                       counted(qint64(read->entries.size()),
                                               tr("Read the marks and notes of 1 trade; new or changed: %2."),
                                               tr("Read the marks and notes of %1 trades; new or changed: %2."))
                                           .arg(QLocale().toString(news)),
                                       notes.join(u'\n'));
        });
}

} // namespace arbscope
