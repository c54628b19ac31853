// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/sortmark.h"

#include <QObject>
#include <QString>

#include <vector>

namespace arbscope {

class Banner;
class StoreSession;
class TradeAnalyst;
class TradeList;

/// Sorts the list by columns, as its header says: a click sorts by that column, the next one the other way, the third
/// brings back the order of time; with Shift the column comes behind those that are there. Ends with the store.
class SortFlow final : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        StoreSession &session;
        TradeAnalyst &analyst;
        TradeList &list;
        Banner &banner; ///< says what the list is sorted by, and leads back
    };
    explicit SortFlow(const Parts &parts, QObject *parent = nullptr);

    [[nodiscard]] bool isSorted() const { return !m_marks.empty(); }
    void sortBy(int column, bool descending);
    void clear();

signals:
    void changed(); ///< isSorted()
    void orderClicked(); ///< the clock's header, while nothing else is sorted by: the other end first
    void refused(const QString &why);

private:
    void click(int column, bool withShift);
    [[nodiscard]] bool canSortBy(int column);
    void apply();
    void showState();

    Parts m_parts;
    std::vector<SortMark> m_marks;
    QString m_shown; ///< in the banner
};

} // namespace arbscope
