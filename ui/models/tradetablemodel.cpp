// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/tradetablemodel.h"

#include "ui/columns.h"
#include "ui/models/tradefeed.h"

#include <algorithm>
#include <limits>

namespace arbscope {

namespace {

/// What a view can count and scroll; beyond it the oldest or newest end is cut, and the status bar shows the true
/// total.
int rowsFor(qint64 trades)
{
    return static_cast<int>(std::min<qint64>(trades, std::numeric_limits<int>::max() / 64));
}

} // namespace

TradeTableModel::TradeTableModel(TradeFeed &feed, QObject *parent)
    : QAbstractTableModel(parent)
    , m_feed(feed)
{
    connect(&feed, &TradeFeed::reset, this, [this] {
        beginResetModel();
        m_rows = rowsFor(m_feed.total().value_or(0));
        endResetModel();
    });
    connect(&feed, &TradeFeed::grown, this, &TradeTableModel::grow);
    connect(&feed, &TradeFeed::loaded, this, &TradeTableModel::announce);
}

int TradeTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int TradeTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(tradeColumns().size());
}

QVariant TradeTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TradeColumn &column = tradeColumns()[static_cast<size_t>(index.column())];
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(column.alignment);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != StateRole && role != ToneRole
        && role != OrderIdRole && role != Qt::AccessibleDescriptionRole)
        return {};

    const TradePtr trade = m_feed.at(rankOf(index.row()));
    switch (role) {
    case Qt::DisplayRole:
        if (!trade)
            return index.column() == 0 ? tr("loading…") : QString();
        return column.text(*trade, m_format);
    case StateRole:
        return QVariant::fromValue(stateOf(trade.get()));
    case ToneRole: {
        const auto tone = trade ? column.tone(*trade) : std::nullopt;
        return tone ? QVariant(static_cast<int>(*tone)) : QVariant();
    }
    case OrderIdRole:
        return trade ? QVariant(trade->orderId) : QVariant();
    default: // tool tip, accessible description
        return trade ? stateText(trade.get()) : QVariant();
    }
}

QVariant TradeTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const TradeColumn &column = tradeColumns()[static_cast<size_t>(section)];
    switch (role) {
    case Qt::DisplayRole:
        return columnTitle(column, m_format);
    case Qt::ToolTipRole:
        return column.toolTip;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(column.alignment);
    default:
        return {};
    }
}

void TradeTableModel::setOrder(TradeOrder order)
{
    if (order == m_order)
        return;
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    m_order = order;
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &index : before)
        after.append(this->index(m_rows - 1 - index.row(), index.column()));
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

void TradeTableModel::setTimeFormat(const TimeFormat &format)
{
    if (format == m_format)
        return;
    m_format = format;
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (m_rows > 0)
        emit dataChanged(index(0, 0), index(m_rows - 1, columnCount() - 1), {Qt::DisplayRole});
}

TradePtr TradeTableModel::trade(int row) const
{
    return row >= 0 && row < m_rows ? m_feed.cached(rankOf(row)) : nullptr;
}

qint64 TradeTableModel::rankOf(int row) const
{
    return m_order == TradeOrder::OldestFirst ? row : m_rows - 1 - row;
}

int TradeTableModel::rowOf(qint64 rank) const
{
    if (rank < 0 || rank >= m_rows)
        return -1;
    return static_cast<int>(m_order == TradeOrder::OldestFirst ? rank : m_rows - 1 - rank);
}

TradeTableModel::RowState TradeTableModel::stateOf(const StoredTrade *trade)
{
    if (!trade)
        return RowState::Loading;
    if (!trade->present)
        return RowState::Missing;
    switch (trade->read.verdict) {
    case Verdict::Valid:
        return RowState::Readable;
    case Verdict::Coerced:
        return RowState::Coerced;
    case Verdict::Invalid:
        break;
    }
    return RowState::Unreadable;
}

QString TradeTableModel::stateText(const StoredTrade *trade)
{
    constexpr size_t MostIssues = 6;
    QStringList lines;
    switch (stateOf(trade)) {
    case RowState::Loading:
    case RowState::Readable:
        return {};
    case RowState::Missing:
        return tr("The index names this trade, but the store holds no report for it.");
    case RowState::Coerced:
        lines << tr("Read by converting:");
        break;
    case RowState::Unreadable:
        lines << tr("This is not a readable report:");
        break;
    }
    const std::vector<Issue> &issues = trade->read.issues;
    for (size_t i = 0; i < std::min(MostIssues, issues.size()); ++i) {
        const QString member = QString::fromStdString(issues[i].member);
        const QString message = displayLine(QString::fromStdString(issues[i].message));
        lines << (member.isEmpty() ? message : displayLine(member) + u": " + message);
    }
    if (issues.size() > MostIssues)
        lines << tr("and %n more", nullptr, static_cast<int>(issues.size() - MostIssues));
    return lines.join(u'\n');
}

void TradeTableModel::grow(qint64 before, qint64 after)
{
    const bool ascending = m_order == TradeOrder::OldestFirst;
    insert(ascending ? m_rows : 0, after);
    insert(ascending ? 0 : m_rows, before);
}

void TradeTableModel::insert(int row, qint64 count)
{
    const int added = rowsFor(m_rows + count) - m_rows;
    if (added <= 0)
        return;
    beginInsertRows({}, row, row + added - 1);
    m_rows += added;
    endInsertRows();
}

void TradeTableModel::announce(qint64 fromRank, qint64 toRank)
{
    const int a = rowOf(std::min<qint64>(fromRank, m_rows - 1));
    const int b = rowOf(std::min<qint64>(toRank, m_rows - 1));
    if (a >= 0 && b >= 0)
        emit dataChanged(index(std::min(a, b), 0), index(std::max(a, b), columnCount() - 1));
}

} // namespace arbscope
