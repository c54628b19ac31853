// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/analysis/tradeanalyst.h"

#include <QObject>
#include <QTimer>

class QWidget;

namespace arbscope {

class FilterBar;
class Settings;
class TimeDisplay;
class TradeList;

/// Filters the list: what is written in the bar, or chosen from a cell, becomes what the feed shows.
class FilterFlow final : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        TradeAnalyst &analyst;
        TradeList &list;
        QWidget &empty; ///< in its place when nothing is to be shown
        FilterBar &bar;
        Settings &settings;
        const TimeDisplay &times;
    };
    explicit FilterFlow(const Parts &parts, QObject *parent = nullptr);

    void apply(const QString &text); ///< empty: all trades
    void clear() { apply({}); }
    /// Joins a condition to the filter applied, by `and`, and applies both.
    void narrow(const QString &condition);
    void widen(const QString &condition); ///< by `or`
    /// Back to the filter applied before this one, and forth again; another filter applied ends the way forth.
    void undo();
    void redo();
    [[nodiscard]] bool canUndo() const { return !m_undo.isEmpty(); }
    [[nodiscard]] bool canRedo() const { return !m_redo.isEmpty(); }
    [[nodiscard]] bool isFiltering() const { return m_filter != nullptr; }
    [[nodiscard]] const FilterPart &filter() const { return m_filter; } ///< null: none
    [[nodiscard]] const QString &text() const { return m_text; } ///< of it; empty: none

signals:
    void changed(); ///< isFiltering(), or how far the trades have been looked through

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool take(const QString &text);
    [[nodiscard]] bool canJoin();
    void focusTrades();
    void readTimesAnew();
    void check(const QString &text);
    void showError();
    void choose();
    void remember(const QString &text);
    void showProgress();

    Parts m_parts;
    FilterPart m_filter;
    QString m_text; ///< of the filter applied
    QStringList m_undo; ///< texts that were applied before, the last one at the end; empty: all trades
    QStringList m_redo;
    QTimer m_errorTimer; ///< until an error is told: not between two letters
};

} // namespace arbscope
