// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/secretfilter.h"

#include <QAbstractTableModel>
#include <QDateTime>

#include <deque>

namespace arbscope {

class TimeDisplay;

enum class LogLevel { Info, Warning, Error };

/// What the program did and what went wrong, the newest last; plain text without secrets. Bounded: the oldest lines go.
/// The same once more only counts.
class LogModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { TimeColumn, LevelColumn, TextColumn, ColumnCount };
    enum Roles { LevelRole = Qt::UserRole + 1, LineRole }; ///< LogLevel as int; the whole line, for copying
    static constexpr int Limit = 5000;

    explicit LogModel(const TimeDisplay &times, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void add(LogLevel level, const QString &text);
    void addSecret(const QString &secret) { m_secrets.add(secret); } ///< never to be shown from now on
    void clear();

private:
    struct Entry
    {
        QDateTime time; ///< of the first
        LogLevel level;
        QString text; ///< one line
        int times = 1;
    };
    [[nodiscard]] QString timeText(const Entry &entry) const;
    [[nodiscard]] static QString textOf(const Entry &entry);
    void showTimes();

    const TimeDisplay &m_times;
    std::deque<Entry> m_entries;
    SecretFilter m_secrets;
};

} // namespace arbscope
