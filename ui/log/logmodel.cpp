// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/logmodel.h"

#include "ui/text/displaytext.h"
#include "ui/text/timedisplay.h"
#include "ui/theme/icons.h"

namespace arbscope {

namespace {

constexpr qsizetype LongestLine = 2000; ///< characters

QString levelText(LogLevel level)
{
    switch (level) {
    case LogLevel::Info:
        return LogModel::tr("Info");
    case LogLevel::Warning:
        return LogModel::tr("Warning");
    case LogLevel::Error:
        break;
    }
    return LogModel::tr("Error");
}

QIcon levelIcon(LogLevel level)
{
    switch (level) {
    case LogLevel::Info:
        return themedIcon(QStringLiteral("info"));
    case LogLevel::Warning:
        return themedIcon(QStringLiteral("warning"), Tone::OneLegged);
    case LogLevel::Error:
        break;
    }
    return themedIcon(QStringLiteral("error"), Tone::Failed);
}

} // namespace

LogModel::LogModel(const TimeDisplay &times, QObject *parent)
    : QAbstractTableModel(parent)
    , m_times(times)
{
    connect(&times, &TimeDisplay::zoneChanged, this, &LogModel::showTimes);
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry = m_entries[static_cast<size_t>(index.row())];
    if (role == LevelRole)
        return static_cast<int>(entry.level);
    if (role == LineRole)
        return QString(timeText(entry) + u'\t' + levelText(entry.level) + u'\t' + textOf(entry));
    if (role == Qt::DecorationRole && index.column() == LevelColumn)
        return levelIcon(entry.level);
    if (role == Qt::ToolTipRole && index.column() == TextColumn)
        return plainToolTip(textOf(entry));
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case TimeColumn:
        return timeText(entry);
    case LevelColumn:
        return levelText(entry.level);
    default:
        return textOf(entry);
    }
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case LevelColumn:
        return tr("Level");
    default:
        return tr("What happened");
    }
}

void LogModel::add(LogLevel level, const QString &text)
{
    const QString line = displayLine(m_secrets.cleaned(text), LongestLine);
    if (!m_entries.empty() && m_entries.back().level == level && m_entries.back().text == line) {
        ++m_entries.back().times;
        const int last = rowCount() - 1;
        emit dataChanged(index(last, TextColumn), index(last, TextColumn));
        return;
    }
    if (rowCount() == Limit) {
        beginRemoveRows({}, 0, 0);
        m_entries.pop_front();
        endRemoveRows();
    }
    beginInsertRows({}, rowCount(), rowCount());
    m_entries.push_back({QDateTime::currentDateTimeUtc(), level, line});
    endInsertRows();
}

void LogModel::clear()
{
    beginResetModel();
    m_entries.clear();
    endResetModel();
}

void LogModel::showTimes()
{
    if (rowCount() > 0)
        emit dataChanged(index(0, TimeColumn), index(rowCount() - 1, TimeColumn));
}

QString LogModel::timeText(const Entry &entry) const
{
    return entry.time.toTimeZone(m_times.zone()).toString(u"yyyy-MM-dd HH:mm:ss.zzz");
}

QString LogModel::textOf(const Entry &entry)
{
    return entry.times == 1 ? entry.text : QString(entry.text + u" (×" + QString::number(entry.times) + u')');
}

} // namespace arbscope
