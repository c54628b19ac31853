// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of the list: which ones, how wide, and their header.
#include "ui/list/tradedelegate.h"
#include "ui/list/tradeheader.h"
#include "ui/list/tradelist.h"
#include "ui/models/tradetablemodel.h"

#include <QGuiApplication>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

namespace arbscope {

namespace {

constexpr int RowsToFit = 100; ///< columns are made wide enough for so many
constexpr int ArrowWidth = 30; ///< of the header's sort indicator, with its number and space

int clockColumn()
{
    return tradeColumnIndex(u"clock");
}

} // namespace

void TradeList::setUpHeader()
{
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed); // none of a million rows is measured
    QHeaderView *header = horizontalHeader();
    header->setObjectName(QStringLiteral("tradeHeader"));
    header->setProperty("headerMargin", TradeDelegate::Margin); // titles stand over the cells' texts
    header->setSectionsMovable(true);
    header->setSectionsClickable(true);
    header->setHighlightSections(false);
    header->setSortIndicatorShown(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(header, &QWidget::customContextMenuRequested, this, &TradeList::showHeaderMenu);
    connect(header, &QHeaderView::sectionClicked, this, [this](int column) {
        emit headerClicked(column, QGuiApplication::keyboardModifiers().testFlag(Qt::ShiftModifier));
        showOrder(); // the header has moved its arrow by itself
    });
    const auto edited = [this] {
        if (m_settingColumns)
            return;
        updateMarks();
        emit columnsEdited();
    };
    connect(header, &QHeaderView::sectionMoved, this, [this, edited](int column, int from, int to) {
        if (!m_settingColumns)
            keepFrozen(column, from, to);
        edited();
    });
    connect(header, &QHeaderView::sectionResized, this, [this, edited](int column) {
        if (!m_settingColumns)
            m_sized.insert(column);
        edited();
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_fitPending = true;
        m_delegate->points().forget();
    });
    connect(&m_model, &QAbstractItemModel::headerDataChanged, this, [this] { m_fitPending = true; });
}

void TradeList::applyMetrics()
{
    m_delegate->points().forget();
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(TradeDelegate::rowHeight(font()));
    horizontalHeader()->setMinimumSectionSize(fontMetrics().averageCharWidth() * 4);
    horizontalHeader()->setMinimumHeight(fontMetrics().height() + 12);
    verticalScrollBar()->setSingleStep(TradeDelegate::rowHeight(font()));
}

int TradeList::headerWidth(int column) const
{
    const bool marked
        = column == clockColumn() || std::ranges::find(m_sortMarks, column, &SortMark::column) != m_sortMarks.end();
    const int arrow = marked ? ArrowWidth : 0;
    const QString title = m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    return horizontalHeader()->fontMetrics().horizontalAdvance(title) + arrow + 2 * TradeDelegate::Margin + 2;
}

int TradeList::defaultWidth(int column) const
{
    const int text = tradeColumns()[static_cast<size_t>(column)].width * fontMetrics().averageCharWidth();
    return std::max(text + 2 * TradeDelegate::Margin, headerWidth(column));
}

void TradeList::setColumns(const std::vector<ColumnState> &columns)
{
    const QScopedValueRollback setting(m_settingColumns, true);
    QHeaderView *header = horizontalHeader();
    m_sized.clear();
    m_units.clear();
    m_delegate->points().forget();
    m_fitPending = true;
    int place = 0;
    int frozen = 0;
    bool leading = true;
    for (const ColumnState &state : columns) {
        const int column = tradeColumnIndex(state.id);
        if (column < 0)
            continue;
        header->moveSection(header->visualIndex(column), place++);
        setColumnHidden(column, !state.visible);
        setColumnWidth(column, state.width > 0 ? state.width : defaultWidth(column));
        if (state.width > 0)
            m_sized.insert(column);
        if (state.units && hasCellUnit(tradeColumns()[static_cast<size_t>(column)]))
            m_units.insert(column);
        leading = leading && (state.frozen || !state.visible);
        frozen += leading && state.visible ? 1 : 0;
    }
    m_header->setFrozen(frozen);
    m_delegate->setUnitColumns(m_units);
    updateMarks();
    showOrder();
    fitNewColumns();
    viewport()->update();
}

std::vector<ColumnState> TradeList::columns() const
{
    const QHeaderView *header = horizontalHeader();
    std::vector<ColumnState> columns;
    int visible = 0;
    for (int place = 0; place < header->count(); ++place) {
        const int column = header->logicalIndex(place);
        const bool hidden = header->isSectionHidden(column);
        const int width = hidden || !m_sized.contains(column) ? 0 : header->sectionSize(column);
        visible += hidden ? 0 : 1;
        columns.push_back({tradeColumns()[static_cast<size_t>(column)].id, !hidden, width,
                           !hidden && visible <= m_header->frozen(), m_units.contains(column)});
    }
    return columns;
}

void TradeList::fitNewColumns()
{
    if (!m_fitPending || !isVisible() || !m_model.trade(std::max(0, rowAt(0))))
        return;
    m_fitPending = false;
    fitColumns();
}

void TradeList::fitColumns()
{
    const QScopedValueRollback setting(m_settingColumns, true);
    const int first = std::max(0, rowAt(0));
    const int end = std::min(m_model.rowCount(), first + RowsToFit);
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    for (int column = 0; column < m_model.columnCount(); ++column) {
        if (isColumnHidden(column) || m_sized.contains(column))
            continue;
        int width = headerWidth(column);
        for (int row = first; row < end && m_model.trade(row); ++row)
            width = std::max(width, m_delegate->sizeHint(option, m_model.index(row, column)).width());
        setColumnWidth(column, width);
    }
}

void TradeList::updateMarks()
{
    const int outcome = tradeColumnIndex(u"outcome");
    const QHeaderView *header = horizontalHeader();
    int state = outcome;
    for (int place = 0; state < 0 || header->isSectionHidden(state); ++place) {
        if (place == header->count())
            break;
        state = header->logicalIndex(place);
    }
    m_delegate->setMarkColumns(outcome, state);
    viewport()->update();
}

void TradeList::addColumnActions(QMenu &menu, int column)
{
    const TradeColumn &known = tradeColumns()[static_cast<size_t>(column)];
    menu.addAction(tr("&Freeze up to “%1”").arg(known.title), this, [this, column] { freezeUpTo(column); })
        ->setObjectName(QStringLiteral("freezeHere"));
    QAction *unfreeze = menu.addAction(tr("&Unfreeze"), this, [this] { setFrozen(0); });
    unfreeze->setEnabled(m_header->frozen() > 0);
    QAction *hide = menu.addAction(tr("&Hide “%1”").arg(known.title), this, [this, column] { hideOne(column); });
    hide->setEnabled(shownColumns().size() > 1);
    menu.addAction(tr("Fit &width to what is shown"), this, [this, column] { resizeColumnToContents(column); });
    if (!hasCellUnit(known))
        return;
    QAction *units
        = menu.addAction(tr("U&nits in cells"), this, [this, column] { setUnits(column, !m_units.contains(column)); });
    units->setObjectName(QStringLiteral("unitsHere"));
    units->setCheckable(true);
    units->setChecked(m_units.contains(column));
}

void TradeList::hideOne(int column)
{
    if (m_header->isFrozen(column))
        m_header->setFrozen(m_header->frozen() - 1);
    hideColumn(column);
    updateMarks();
    emit columnsEdited();
}

void TradeList::setUnits(int column, bool shown)
{
    if (shown)
        m_units.insert(column);
    else
        m_units.erase(column);
    m_delegate->setUnitColumns(m_units);
    m_delegate->points().forget();
    fitColumns();
    viewport()->update();
    emit columnsEdited();
}

void TradeList::showHeaderMenu(const QPoint &position)
{
    const int column = m_header->columnAt(position.x());
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("headerMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (column >= 0) {
        menu->addAction(tr("Sort &ascending"), this, [this, column] { emit sortRequested(column, false); });
        menu->addAction(tr("Sort &descending"), this, [this, column] { emit sortRequested(column, true); });
        QAction *clear = menu->addAction(tr("&Clear sorting"), this, &TradeList::sortingCleared);
        clear->setEnabled(!m_sortMarks.empty());
        menu->addSeparator();
        addColumnActions(*menu, column);
        menu->addSeparator();
    }
    menu->addAction(tr("C&olumns…"), this, &TradeList::chooserRequested);
    menu->popup(horizontalHeader()->mapToGlobal(position));
}

void TradeList::showOrder()
{
    // The arrow points the way the clock runs: down from the oldest, or up to the newest on top.
    std::vector<SortMark> marks = m_sortMarks;
    if (marks.empty())
        marks.push_back({clockColumn(), m_model.order() == TradeOrder::NewestFirst});
    m_header->setMarks(marks);
    const QScopedValueRollback setting(m_settingColumns, true);
    for (const SortMark &mark : marks) {
        if (!m_sized.contains(mark.column) && !isColumnHidden(mark.column))
            setColumnWidth(mark.column, std::max(columnWidth(mark.column), headerWidth(mark.column)));
    }
}

} // namespace arbscope
