// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/storedtrade.h"
#include "ui/models/tradeptr.h"

#include <QAbstractTableModel>

#include <optional>

namespace arbscope {

class MarkBook;
class OrphanFeed;
class RuleBook;
class TimeDisplay;
class TradeFeed;
struct Mark;
struct NewPlaces;
struct TradeColumn;

/// The trade list: one row a trade of the feed's server in the order shown, one column for each of tradeColumns(); at
/// the end, in either order, the reports that the index does not name. A row that is not read yet says "loading…" and
/// is asked for by being shown.
class TradeTableModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        StateRole = Qt::UserRole, ///< RowState
        ToneRole, ///< Tone as int, of the cell; invalid when plain
        OrderIdRole, ///< QByteArray; invalid while loading
        RuleRole, ///< const ColorRule *, of the row; null: none
        ExactRole, ///< QString, the cell's text with every digit
        UnitRole, ///< QString, what the cell's amount is in
    };
    enum class RowState {
        Loading,
        Readable,
        Coerced, ///< read by converting a type
        Unreadable, ///< its stored text is no report
        Missing, ///< the index names it, the hash does not have it
        NotIndexed, ///< readable, but the index does not name it
    };
    Q_ENUM(RowState)

    TradeTableModel(TradeFeed &feed, OrphanFeed &orphans, const TimeDisplay &times, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] TradeOrder order() const { return m_order; } ///< of time, where nothing else is sorted by
    [[nodiscard]] bool isSorted() const { return m_sorted; } ///< rows stand in the feed's order, whatever order()
    [[nodiscard]] TradeOrder rankOrder() const { return m_sorted ? TradeOrder::OldestFirst : m_order; } ///< of rows
    void setOrder(TradeOrder order);
    void setMarks(const MarkBook *marks) { m_marks = marks; } ///< shown in the vertical header and in tool tips
    void setRules(RuleBook *rules); ///< rows are coloured by
    [[nodiscard]] TradePtr trade(int row) const; ///< null while it is loading
    [[nodiscard]] bool isIndexed(int row) const; ///< whether the index names it
    [[nodiscard]] qint64 rankOf(int row) const; ///< the feed's; -1: it stands behind the feed's trades
    [[nodiscard]] int rowOf(qint64 rank) const; ///< -1: no such row
    [[nodiscard]] int rowBeside(const QByteArray &orderId) const; ///< of a report beside the index; -1: none here
    [[nodiscard]] int lastIndexedRow() const { return m_rows - 1; }
    [[nodiscard]] int rowTurned(int row) const; ///< where it stands in the other order
    [[nodiscard]] static RowState stateOf(const StoredTrade *trade, bool indexed = true);
    /// Why a row is marked, a line each; empty for a readable one.
    [[nodiscard]] static QString stateText(const StoredTrade *trade, bool indexed = true);

private:
    /// Of a trade of the index.
    QString listText(const TradeColumn &column, const StoredTrade &trade, qint64 rank) const;
    /// A number with all its digits and its unit.
    [[nodiscard]] QString exactText(const TradeColumn &column, const StoredTrade &trade) const;
    [[nodiscard]] QString rowText(const TradePtr &trade, bool indexed, int role) const;
    [[nodiscard]] const Mark *markOf(const StoredTrade &trade) const;
    [[nodiscard]] QVariant markData(int row, int role) const;
    void grow(qint64 before, qint64 after);
    void beginToGrow(const NewPlaces &places);
    void endGrowing();
    void insert(int row, qint64 count);
    void announce(qint64 fromRank, qint64 toRank);
    void announceRows(int from, int to);
    [[nodiscard]] int orphanRows() const;
    void setOrphanRows(int rows);
    void showTimes();

    TradeFeed &m_feed;
    OrphanFeed &m_orphans;
    const TimeDisplay &m_times;
    const MarkBook *m_marks = nullptr;
    RuleBook *m_rules = nullptr;
    TradeOrder m_order = TradeOrder::NewestFirst;
    bool m_sorted = false;
    int m_growth = 0; ///< rows that are being inserted
    int m_rows = 0; ///< of the index
    int m_orphanRows = 0; ///< below them
};

} // namespace arbscope
