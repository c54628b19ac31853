// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/marks/markbook.h"

#include <QDir>
#include <QStandardPaths>
#include <QtConcurrent>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace arbscope {

namespace {

constexpr auto WriteDelay = 300ms; // changes of so long go together
constexpr size_t MostProblems = 5; // told of

QString pathOrDefault(const QString &path)
{
    if (!path.isEmpty())
        return path;
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/marks.json");
}

} // namespace

MarkBook::MarkBook(const QString &path, QObject *parent)
    : QObject(parent)
    , m_path(pathOrDefault(path))
{
    m_pool.setMaxThreadCount(1);
    m_timer.setSingleShot(true);
    m_timer.setInterval(WriteDelay);
    connect(&m_timer, &QTimer::timeout, this, &MarkBook::work);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &MarkBook::take);
    work();
}

MarkBook::~MarkBook()
{
    m_watcher.disconnect(this);
    m_pool.waitForDone();
    const bool lost = m_watcher.future().resultCount() > 0 && !m_watcher.result();
    std::vector<MarkEntry> left = lost ? std::move(m_writing) : std::vector<MarkEntry>();
    left.insert(left.end(), m_changes.begin(), m_changes.end());
    if (left.empty())
        return;
    if (const Answer written = updateMarkFile(m_path, left); !written)
        qWarning("Marks were lost: %s", qPrintable(written.error())); // no window is there to say so
}

void MarkBook::open(const QString &store, bool kept)
{
    if (store == m_store && kept == m_kept)
        return; // opened again
    if (!m_kept)
        m_marks.erase(m_store);
    m_store = store;
    m_kept = kept;
    emit changed();
}

const Marks &MarkBook::marks() const
{
    static const Marks None;
    const auto found = m_marks.find(m_store);
    return found == m_marks.end() ? None : found->second;
}

const Mark *MarkBook::find(const TradeName &trade) const
{
    const auto found = marks().find(trade);
    return found == marks().end() ? nullptr : &found->second;
}

std::vector<QByteArray> MarkBook::marked(const QByteArray &server) const
{
    std::vector<QByteArray> ids;
    for (auto at = marks().lower_bound({server, {}}); at != marks().end() && at->first.server == server; ++at) {
        if (at->second.marked)
            ids.push_back(at->first.orderId);
    }
    return ids;
}

std::vector<QByteArray> MarkBook::markedOrNoted(const QByteArray &server) const
{
    std::vector<QByteArray> ids;
    for (auto at = marks().lower_bound({server, {}}); at != marks().end() && at->first.server == server; ++at)
        ids.push_back(at->first.orderId);
    return ids;
}

qint64 MarkBook::markedCount(const QByteArray &server) const
{
    return static_cast<qint64>(marked(server).size());
}

std::vector<MarkEntry> MarkBook::entries() const
{
    std::vector<MarkEntry> entries;
    for (const auto &[trade, mark] : marks())
        entries.push_back({m_store, trade, mark});
    return entries;
}

void MarkBook::setMarked(std::span<const TradeName> trades, bool marked)
{
    for (const TradeName &trade : trades) {
        const Mark *old = find(trade);
        put(trade, {marked, old ? old->note : QString()});
    }
    emit changed();
}

void MarkBook::setNote(const TradeName &trade, const QString &note)
{
    const Mark *old = find(trade);
    const bool isNew = !note.isEmpty() && (!old || old->note.isEmpty());
    put(trade, {isNew || (old && old->marked), note});
    emit changed();
}

qint64 MarkBook::merge(const std::vector<MarkEntry> &entries)
{
    qint64 news = 0;
    for (const MarkEntry &entry : entries) {
        if (entry.mark.isEmpty())
            continue;
        const Mark *old = find(entry.trade);
        Mark mark = entry.mark;
        if (old) {
            mark.marked = mark.marked || old->marked;
            if (mark.note.isEmpty() || old->note.contains(mark.note))
                mark.note = old->note;
            else if (!old->note.isEmpty() && !mark.note.contains(old->note))
                mark.note = old->note + u'\n' + mark.note;
        }
        if (old && *old == mark)
            continue;
        put(entry.trade, mark);
        ++news;
    }
    emit changed();
    return news;
}

void MarkBook::put(const TradeName &trade, const Mark &mark)
{
    Marks &marks = m_marks[m_store];
    if (mark.isEmpty())
        marks.erase(trade);
    else
        marks[trade] = mark;
    if (!m_kept)
        return;
    m_changes.push_back({m_store, trade, mark});
    if (!m_timer.isActive())
        m_timer.start();
}

void MarkBook::work()
{
    if (m_watcher.isRunning() || !m_writing.empty())
        return; // take() goes on
    m_writing = std::exchange(m_changes, {});
    m_watcher.setFuture(QtConcurrent::run(&m_pool, [path = m_path, changes = m_writing]() -> Answer {
        return changes.empty() ? readMarkFile(path) : updateMarkFile(path, changes);
    }));
}

void MarkBook::take()
{
    const Answer answer = m_watcher.result();
    std::vector<MarkEntry> written = std::exchange(m_writing, {});
    if (!answer) {
        // Kept to be written with the next change.
        written.insert(written.end(), m_changes.begin(), m_changes.end());
        m_changes = std::move(written);
        if (!std::exchange(m_failed, true))
            emit told(tr("Marks and notes cannot be kept."), answer.error());
        return;
    }
    m_failed = false;
    // What the file has now, other windows' marks too, under what has changed since.
    std::map<QString, Marks> marks;
    if (!m_kept && m_marks.contains(m_store))
        marks[m_store] = m_marks[m_store];
    for (const MarkEntry &entry : answer->entries)
        marks[entry.store][entry.trade] = entry.mark;
    for (const MarkEntry &change : m_changes) {
        if (change.mark.isEmpty())
            marks[change.store].erase(change.trade);
        else
            marks[change.store][change.trade] = change.mark;
    }
    const bool other = marks != m_marks;
    m_marks = std::move(marks);
    if (!answer->keptAside.isEmpty()) {
        QStringList lines{tr("It was put aside as %1.").arg(QDir::toNativeSeparators(answer->keptAside))};
        for (size_t i = 0; i < std::min(MostProblems, answer->problems.size()); ++i)
            lines << answer->problems[i];
        if (answer->problems.size() > MostProblems)
            lines << tr("and %1 more").arg(answer->problems.size() - MostProblems);
        emit told(answer->entries.empty() ? tr("The file of marks and notes could not be read.")
                                          : tr("Some marks and notes could not be read."),
                  lines.join(u'\n'));
    }
    if (!m_changes.empty())
        m_timer.start();
    if (other)
        emit changed();
}

} // namespace arbscope
