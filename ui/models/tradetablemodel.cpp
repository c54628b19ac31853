// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/tradetablemodel.h"

#include "ui/colors/rulebook.h"
#include "ui/columns/columns.h"
#include "ui/marks/markbook.h"
#include "ui/marks/marktext.h"
#include "ui/models/orphanfeed.h"
#include "ui/models/tradefeed.h"
#include "ui/text/timedisplay.h"
#include "ui/theme/icons.h"

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

TradeTableModel::TradeTableModel(TradeFeed &feed, OrphanFeed &orphans, const TimeDisplay &times, QObject *parent)
    : QAbstractTableModel(parent)
    , m_feed(feed)
    , m_orphans(orphans)
    , m_times(times)
{
    connect(&times, &TimeDisplay::changed, this, &TradeTableModel::showTimes);
    connect(&feed, &TradeFeed::reset, this, [this] {
        beginResetModel();
        m_rows = rowsFor(m_feed.total().value_or(0));
        m_orphanRows = orphanRows();
        m_sorted = m_feed.isSorted();
        endResetModel();
    });
    connect(&feed, &TradeFeed::grown, this, &TradeTableModel::grow);
    connect(&feed, &TradeFeed::aboutToGrowWithin, this, &TradeTableModel::beginToGrow);
    connect(&feed, &TradeFeed::grownWithin, this, &TradeTableModel::endGrowing);
    connect(&feed, &TradeFeed::loaded, this, &TradeTableModel::announce);
    connect(&orphans, &OrphanFeed::changed, this, [this] {
        setOrphanRows(0); // another report each
        setOrphanRows(orphanRows());
    });
    connect(&feed, &TradeFeed::refreshed, this, [this] { setOrphanRows(orphanRows()); });
    connect(&orphans, &OrphanFeed::loaded, this, [this](qint64 from, qint64 to) {
        if (to < m_orphanRows) // else they are not shown
            announceRows(m_rows + int(from), m_rows + int(to));
    });
}

/// Where trades are chosen, those that only the hash has are among them.
int TradeTableModel::orphanRows() const
{
    return m_feed.isChosen() ? 0 : static_cast<int>(m_orphans.count());
}

int TradeTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows + m_orphanRows;
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
        && role != OrderIdRole && role != RuleRole && role != ExactRole && role != UnitRole
        && role != Qt::AccessibleTextRole && role != Qt::AccessibleDescriptionRole)
        return {};

    const bool indexed = index.row() < m_rows;
    const TradePtr trade = indexed ? m_feed.at(rankOf(index.row())) : m_orphans.at(index.row() - m_rows);
    switch (role) {
    case Qt::DisplayRole:
        if (!trade)
            return index.column() == 0 ? tr("loading…") : QString();
        return indexed ? listText(column, *trade, rankOf(index.row())) : column.text(*trade, m_times.format());
    case StateRole:
        return QVariant::fromValue(stateOf(trade.get(), isIndexed(index.row())));
    case ToneRole: {
        const auto tone = trade ? column.tone(*trade) : std::nullopt;
        return tone ? QVariant(static_cast<int>(*tone)) : QVariant();
    }
    case OrderIdRole:
        return trade ? QVariant(trade->orderId) : QVariant();
    case RuleRole:
        return QVariant::fromValue(trade && m_rules ? m_rules->ruleOf(trade) : nullptr);
    case UnitRole:
        return trade ? QVariant(cellUnit(column, *trade)) : QVariant();
    case ExactRole:
        return trade && column.exact ? QVariant(column.exact(*trade)) : data(index, Qt::DisplayRole);
    case Qt::AccessibleTextRole:
        return trade && column.exact ? QVariant(exactText(column, *trade)) : data(index, Qt::DisplayRole);
    case Qt::ToolTipRole:
        if (trade && column.exact) {
            const QString row = rowText(trade, isIndexed(index.row()), Qt::AccessibleDescriptionRole);
            const QString value = column.title + u": " + exactText(column, *trade);
            return plainToolTip(row.isEmpty() ? value : QString(value + u'\n' + row));
        }
        [[fallthrough]];
    default: // accessible description
        return trade ? rowText(trade, isIndexed(index.row()), role) : QVariant();
    }
}

QString TradeTableModel::exactText(const TradeColumn &column, const StoredTrade &trade) const
{
    constexpr qsizetype MostDigits = 2000; // of a text to be looked at
    const QString value = displayLine(column.exact(trade), MostDigits);
    const QString unit = cellUnit(column, trade);
    return unit.isEmpty() ? value : QString(value + u' ' + unit);
}

QString TradeTableModel::listText(const TradeColumn &column, const StoredTrade &trade, qint64 rank) const
{
    if (!needsPrevious(column, m_times.format()) || rank == 0)
        return cellText(column, trade, nullptr, m_times.format());
    const TradePtr previous = m_feed.at(rank - 1);
    return previous ? cellText(column, trade, previous.get(), m_times.format()) : QStringLiteral("…");
}

QVariant TradeTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return markData(section, role);
    if (section < 0 || section >= columnCount())
        return {};
    const TradeColumn &column = tradeColumns()[static_cast<size_t>(section)];
    switch (role) {
    case Qt::DisplayRole:
        return columnTitle(column, m_times.format());
    case Qt::ToolTipRole:
        return column.toolTip;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(column.alignment);
    default:
        return {};
    }
}

void TradeTableModel::setRules(RuleBook *rules)
{
    m_rules = rules;
}

QString TradeTableModel::rowText(const TradePtr &trade, bool indexed, int role) const
{
    QString state = stateText(trade.get(), indexed);
    const ColorRule *rule = m_rules ? m_rules->ruleOf(trade) : nullptr;
    const QString ruleText = rule ? tr("Color rule: %1").arg(displayLine(rule->name, 80)) : QString();
    QStringList lines{state, markText(markOf(*trade)), ruleText};
    lines.removeAll(QString());
    const QString text = lines.join(u'\n');
    if (text == state)
        return state;
    return role == Qt::ToolTipRole ? plainToolTip(text) : text;
}

const Mark *TradeTableModel::markOf(const StoredTrade &trade) const
{
    return m_marks && m_feed.server() ? m_marks->find({*m_feed.server(), trade.orderId}) : nullptr;
}

QVariant TradeTableModel::markData(int row, int role) const
{
    const TradePtr trade = this->trade(row);
    const Mark *mark = trade ? markOf(*trade) : nullptr;
    if (!mark)
        return {};
    switch (role) {
    case Qt::DecorationRole:
        return themedIcon(markIcon(*mark), Tone::Open);
    case Qt::ToolTipRole:
        return plainToolTip(markText(mark));
    case Qt::AccessibleTextRole:
        return markText(mark);
    default:
        return {};
    }
}

void TradeTableModel::setOrder(TradeOrder order)
{
    if (order == m_order)
        return;
    if (m_sorted) { // seen when that is over
        m_order = order;
        return;
    }
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    m_order = order;
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &index : before)
        after.append(this->index(rowTurned(index.row()), index.column()));
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

void TradeTableModel::showTimes()
{
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {Qt::DisplayRole});
}

TradePtr TradeTableModel::trade(int row) const
{
    if (row < 0 || row >= rowCount())
        return nullptr;
    return row < m_rows ? m_feed.cached(rankOf(row)) : m_orphans.cached(row - m_rows);
}

bool TradeTableModel::isIndexed(int row) const
{
    return row < m_rows && m_feed.isIndexed(rankOf(row));
}

qint64 TradeTableModel::rankOf(int row) const
{
    if (row >= m_rows)
        return -1;
    return rankOrder() == TradeOrder::OldestFirst ? row : m_rows - 1 - row;
}

int TradeTableModel::rowOf(qint64 rank) const
{
    if (rank < 0 || rank >= m_rows)
        return -1;
    return static_cast<int>(rankOrder() == TradeOrder::OldestFirst ? rank : m_rows - 1 - rank);
}

int TradeTableModel::rowBeside(const QByteArray &orderId) const
{
    const auto number = m_orphans.numberOf(orderId);
    return number && *number < m_orphanRows ? m_rows + static_cast<int>(*number) : -1;
}

int TradeTableModel::rowTurned(int row) const
{
    return row < m_rows ? m_rows - 1 - row : row;
}

TradeTableModel::RowState TradeTableModel::stateOf(const StoredTrade *trade, bool indexed)
{
    if (!trade)
        return RowState::Loading;
    if (!trade->present)
        return RowState::Missing;
    if (!indexed && trade->read.verdict != Verdict::Invalid)
        return RowState::NotIndexed;
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

QString TradeTableModel::stateText(const StoredTrade *trade, bool indexed)
{
    constexpr size_t MostIssues = 6;
    QStringList lines;
    if (trade && trade->present && !indexed)
        lines << tr("The index does not name this report, so that it has no place in the order of time.");
    switch (stateOf(trade)) {
    case RowState::Loading:
    case RowState::Readable:
    case RowState::NotIndexed:
        return lines.join(u'\n');
    case RowState::Missing:
        return indexed ? tr("The index names this trade, but the store holds no report for it.")
                       : tr("This report is not in the store any more.");
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
    const bool ascending = rankOrder() == TradeOrder::OldestFirst;
    insert(ascending ? m_rows : 0, after);
    insert(ascending ? 0 : m_rows, before);
}

void TradeTableModel::beginToGrow(const NewPlaces &places)
{
    m_growth = rowsFor(m_rows + places.count) - m_rows;
    if (m_growth <= 0)
        return;
    const int rank = static_cast<int>(std::min<qint64>(places.first, m_rows));
    const int row = rankOrder() == TradeOrder::OldestFirst ? rank : m_rows - rank;
    beginInsertRows({}, row, row + m_growth - 1);
}

void TradeTableModel::endGrowing()
{
    if (m_growth <= 0)
        return;
    m_rows += m_growth;
    endInsertRows();
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
    // One more: its time since the previous one.
    const int b = rowOf(std::min<qint64>(toRank + 1, m_rows - 1));
    if (a >= 0 && b >= 0)
        announceRows(std::min(a, b), std::max(a, b));
}

void TradeTableModel::announceRows(int from, int to)
{
    emit dataChanged(index(from, 0), index(to, columnCount() - 1));
}

void TradeTableModel::setOrphanRows(int rows)
{
    if (rows < m_orphanRows) {
        beginRemoveRows({}, m_rows + rows, m_rows + m_orphanRows - 1);
        m_orphanRows = rows;
        endRemoveRows();
    } else if (rows > m_orphanRows) {
        beginInsertRows({}, m_rows + m_orphanRows, m_rows + rows - 1);
        m_orphanRows = rows;
        endInsertRows();
    }
}

} // namespace arbscope
