// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/statisticsdock.h"

#include "ui/docks/panellayout.h"
#include "ui/figures/figureactions.h"
#include "ui/figures/figureroles.h"
#include "ui/figures/figuresmodel.h"
#include "ui/figures/groupsmodel.h"
#include "ui/figures/viewplace.h"
#include "ui/theme/icons.h"
#include "ui/widgets/messagepage.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>

namespace arbscope {

StatisticsDock::StatisticsDock(FiguresModel &figures, GroupsModel &groups, QWidget *parent)
    : QDockWidget(tr("Statistics"), parent)
    , m_groupBy(new QComboBox)
    , m_unitTests(new QCheckBox(tr("Test trades, too")))
    , m_readOthers(figureButton("readOtherServers", tr("&Read the other servers"), QStringLiteral("refresh")))
    , m_compare(figureButton("compareStatistics", {}, QStringLiteral("columns")))
    , m_save(figureButton("saveStatistics", tr("Save as CSV…"), QStringLiteral("save")))
    , m_note(makePanelNote("statisticsNote"))
    , m_stack(new QStackedWidget)
    , m_message(new MessagePage)
    , m_tree(new QTreeView)
    , m_table(new QTableView)
{
    setObjectName(QStringLiteral("statisticsDock"));
    m_groupBy->setObjectName(QStringLiteral("groupBy"));
    m_groupBy->setAccessibleName(tr("Group by"));
    const std::initializer_list<std::pair<QString, GroupBy>> choices{{tr("All together"), GroupBy::Nothing},
                                                                     {tr("By server"), GroupBy::Server},
                                                                     {tr("By pair"), GroupBy::Pair},
                                                                     {tr("By version"), GroupBy::Version},
                                                                     {tr("By session"), GroupBy::Session},
                                                                     {tr("By direction"), GroupBy::Kind},
                                                                     {tr("By day"), GroupBy::Day}};
    for (const auto &[text, by] : choices)
        m_groupBy->addItem(text, int(by));
    connect(m_groupBy, &QComboBox::currentIndexChanged, this, [this] {
        showView();
        emit groupingChanged();
    });
    m_unitTests->setObjectName(QStringLiteral("unitTests"));
    m_unitTests->setToolTip(tr("Count trades that tests wrote, too"));
    connect(m_unitTests, &QCheckBox::toggled, this, &StatisticsDock::unitTestsChanged);
    m_readOthers->setToolTip(tr("Add up the trades of the other servers that the filter is true of, too"));
    m_readOthers->hide();
    connect(m_readOthers, &QToolButton::clicked, this, &StatisticsDock::othersRequested);
    connect(m_compare, &QToolButton::clicked, this, [this] {
        if (m_comparing)
            emit compareEnded();
        else
            emit compareRequested();
    });
    connect(m_save, &QToolButton::clicked, this, &StatisticsDock::saveRequested);

    m_tree->setObjectName(QStringLiteral("figuresTree"));
    m_tree->setAccessibleName(tr("Figures"));
    m_tree->setModel(&figures);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(14);
    m_tree->setAllColumnsShowFocus(false);
    m_tree->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_tree->header()->setSectionsMovable(false);
    m_table->setObjectName(QStringLiteral("groupsTable"));
    m_table->setAccessibleName(tr("Figures of groups"));
    m_table->setModel(&groups);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(0, Qt::AscendingOrder);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 8);
    m_table->horizontalHeader()->setHighlightSections(false);
    setUpFigureView(*m_tree, *m_tree->header());
    setUpFigureView(*m_table, *m_table->horizontalHeader());
    addFilterAction(*m_tree);
    addFilterAction(*m_table);

    m_stack->addWidget(m_message);
    m_stack->addWidget(m_tree);
    m_stack->addWidget(m_table);
    layOutPanel(*this, {m_groupBy, m_unitTests, m_compare, m_save, m_readOthers}, 8, m_note, *m_stack);
    setFocusProxy(m_tree);
    setComparing(false);
}

GroupBy StatisticsDock::groupBy() const
{
    return m_comparing ? GroupBy::Nothing : GroupBy(m_groupBy->currentData().toInt());
}

bool StatisticsDock::countsUnitTests() const
{
    return m_unitTests->isChecked();
}

QAbstractItemView &StatisticsDock::view() const
{
    if (groupBy() == GroupBy::Nothing)
        return *m_tree;
    return *m_table;
}

const QAbstractItemModel &StatisticsDock::shownModel() const
{
    return *view().model();
}

void StatisticsDock::addFilterAction(QAbstractItemView &view)
{
    auto *show = new QAction(themedIcon(QStringLiteral("filter")), tr("&Show these trades"), &view);
    const auto ask = [this](const QModelIndex &index) {
        if (const QString filter = index.data(FilterRole).toString(); !filter.isEmpty())
            emit filterRequested(filter);
    };
    connect(show, &QAction::triggered, this, [ask, &view] { ask(view.currentIndex()); });
    connect(&view, &QAbstractItemView::activated, this, ask);
    connect(view.selectionModel(), &QItemSelectionModel::currentChanged, show,
            [show](const QModelIndex &index) { show->setEnabled(!index.data(FilterRole).toString().isEmpty()); });
    show->setEnabled(false);
    view.insertAction(view.actions().value(0), show);
}

void StatisticsDock::setNote(const QString &text)
{
    showPanelNote(*m_note, text);
}

void StatisticsDock::setMessage(const QString &title, const QString &text)
{
    m_hasMessage = !title.isEmpty();
    if (m_hasMessage)
        m_message->setMessage(title, text);
    m_save->setEnabled(!m_hasMessage);
    showView();
}

void StatisticsDock::setOthersOffered(bool offered)
{
    if (!offered && m_readOthers->hasFocus())
        view().setFocus();
    m_readOthers->setVisible(offered);
}

void StatisticsDock::setComparing(bool comparing)
{
    m_comparing = comparing;
    m_groupBy->setEnabled(!comparing);
    m_compare->setText(comparing ? tr("Stop comparing") : tr("Compare with…"));
    m_compare->setToolTip(comparing ? tr("Show the figures of the trades shown only")
                                    : tr("Put another server, period or filter beside the trades shown"));
    showView();
}

void StatisticsDock::showView()
{
    QWidget *shown = m_hasMessage ? static_cast<QWidget *>(m_message) : &view();
    const bool hadFocus = m_stack->currentWidget() && m_stack->currentWidget()->hasFocus();
    setFocusProxy(shown); // also while it reads: the keys go on to the figures
    m_stack->setCurrentWidget(shown);
    if (hadFocus)
        shown->setFocus();
}

void StatisticsDock::changeModels(const std::function<void()> &change)
{
    const ViewPlace place(view());
    const int columns = view().model()->columnCount();
    bool wasReset = false;
    const auto watch = connect(view().model(), &QAbstractItemModel::modelReset, this, [&wasReset] { wasReset = true; });
    change();
    disconnect(watch);
    QHeaderView &header = view().inherits("QTreeView") ? *m_tree->header() : *m_table->horizontalHeader();
    if (columns != view().model()->columnCount())
        for (int column = 0; column < header.count(); ++column)
            header.resizeSection(column, header.minimumSectionSize()); // other columns
    if (wasReset)
        place.restore(view());
    widenColumns(header, view());
}

} // namespace arbscope
