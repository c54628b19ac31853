// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/marks/markfile.h"

#include "ui/marks/markformats.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>

#include <functional>

namespace arbscope {

namespace {

constexpr int LockMs = 5000; ///< another window writes; takes milliseconds
constexpr qint64 MostBytes = 256 * 1024 * 1024; ///< more is no list that a person made

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(arbscope::MarkFile)
};

/// Where it went; empty: it could not be put aside.
QString putAside(const QString &path)
{
    const QFileInfo file(path);
    const QString stem = file.path() + u'/' + file.completeBaseName() + u" (unreadable "
        + QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd HH-mm-ss"));
    for (int number = 1; number < 100; ++number) {
        const QString other
            = stem + (number > 1 ? QString(u' ' + QString::number(number)) : QString()) + u")." + file.suffix();
        if (!QFileInfo::exists(other) && QFile::rename(path, other))
            return other;
    }
    return {};
}

std::expected<ReadMarks, QString> read(QFile &file)
{
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(file.errorString());
    if (file.size() > MostBytes)
        return std::unexpected(Words::tr("It is larger than any list of marks."));
    const QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return std::unexpected(file.errorString());
    return marksFromJson(bytes);
}

QString write(const QString &path, const std::vector<MarkEntry> &entries)
{
    const QByteArray bytes = marksToJson(entries);
    QSaveFile file(path);
    const bool done = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    return done ? QString()
                : Words::tr("%1 could not be written: %2.").arg(QDir::toNativeSeparators(path), file.errorString());
}

std::expected<MarkFileState, QString> readLocked(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return MarkFileState{};
    auto marks = read(file);
    file.close();
    if (marks && marks->problems.empty())
        return MarkFileState{std::move(marks->entries)};
    MarkFileState state;
    state.keptAside = putAside(path);
    if (state.keptAside.isEmpty())
        return std::unexpected(Words::tr("%1 cannot be read and not be put aside: marks are kept for this run only.")
                                   .arg(QDir::toNativeSeparators(path)));
    if (marks) {
        state.entries = std::move(marks->entries);
        state.problems = std::move(marks->problems);
        if (const QString fault = write(path, state.entries); !fault.isEmpty())
            state.problems.push_back(fault);
    } else {
        state.problems.push_back(marks.error());
    }
    return state;
}

/// Runs `work()` while no other window touches the file.
std::expected<MarkFileState, QString> locked(const QString &path,
                                             const std::function<std::expected<MarkFileState, QString>()> &work)
{
    if (!QDir().mkpath(QFileInfo(path).path()))
        return std::unexpected(
            Words::tr("The folder %1 cannot be made.").arg(QDir::toNativeSeparators(QFileInfo(path).path())));
    QLockFile lock(path + QStringLiteral(".lock"));
    if (!lock.tryLock(LockMs))
        return std::unexpected(
            lock.error() == QLockFile::LockFailedError
                ? Words::tr("Another window of ArbScope is writing to %1.").arg(QDir::toNativeSeparators(path))
                : Words::tr("%1 could not be written: %2.")
                      .arg(QDir::toNativeSeparators(path), Words::tr("permission denied")));
    return work();
}

} // namespace

std::expected<MarkFileState, QString> readMarkFile(const QString &path)
{
    if (!QFileInfo::exists(path))
        return MarkFileState{}; // nor is a folder made for it
    return locked(path, [&path] { return readLocked(path); });
}

std::expected<MarkFileState, QString> updateMarkFile(const QString &path, const std::vector<MarkEntry> &changes)
{
    return locked(path, [&]() -> std::expected<MarkFileState, QString> {
        auto state = readLocked(path);
        if (!state)
            return state;
        std::map<std::pair<QString, TradeName>, Mark> all;
        for (const MarkEntry &entry : state->entries)
            all[{entry.store, entry.trade}] = entry.mark;
        for (const MarkEntry &change : changes) {
            if (change.mark.isEmpty())
                all.erase({change.store, change.trade});
            else
                all[{change.store, change.trade}] = change.mark;
        }
        state->entries.clear();
        for (const auto &[name, mark] : all)
            state->entries.push_back({name.first, name.second, mark});
        if (const QString fault = write(path, state->entries); !fault.isEmpty())
            return std::unexpected(fault);
        return state;
    });
}

} // namespace arbscope
