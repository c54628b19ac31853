// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/statisticsrun.h"

#include <QDockWidget>

#include <functional>

class QAbstractItemModel;
class QAbstractItemView;
class QCheckBox;
class QComboBox;
class QLabel;
class QStackedWidget;
class QTableView;
class QToolButton;
class QTreeView;

namespace arbscope {

class FiguresModel;
class GroupsModel;
class MessagePage;

/// The figures of the trades shown: all of them under headings, those of groups as a table, or those of two choices of
/// trades beside each other.
class StatisticsDock final : public QDockWidget
{
    Q_OBJECT
public:
    StatisticsDock(FiguresModel &figures, GroupsModel &groups, QWidget *parent = nullptr);

    [[nodiscard]] GroupBy groupBy() const;
    [[nodiscard]] bool countsUnitTests() const;
    void setNote(const QString &text); ///< what the figures are of
    void setMessage(const QString &title, const QString &text); ///< in place of figures; without a title: figures
    void setOthersOffered(bool offered); ///< a button that reads the servers not shown
    void setComparing(bool comparing); ///< all figures, without groups
    [[nodiscard]] const QAbstractItemModel &shownModel() const;

    /// Changes what the models have; what a person looks at stays where it is.
    void changeModels(const std::function<void()> &change);

signals:
    void groupingChanged();
    void unitTestsChanged();
    void othersRequested();
    void compareRequested();
    void compareEnded();
    void saveRequested();
    void filterRequested(const QString &filter); ///< for the trades that a cell is of

private:
    [[nodiscard]] QAbstractItemView &view() const; ///< the one in sight
    void addFilterAction(QAbstractItemView &view);
    void showView();

    QComboBox *m_groupBy;
    QCheckBox *m_unitTests;
    QToolButton *m_readOthers;
    QToolButton *m_compare;
    QToolButton *m_save;
    QLabel *m_note;
    QStackedWidget *m_stack;
    MessagePage *m_message;
    QTreeView *m_tree;
    QTableView *m_table;
    bool m_comparing = false;
    bool m_hasMessage = false;
};

} // namespace arbscope
