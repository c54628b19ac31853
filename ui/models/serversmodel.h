// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/storedtrade.h"

#include <QAbstractItemModel>
#include <QCollator>
#include <QHash>

#include <vector>

namespace arbscope {

class TimeDisplay;

/// The store as the root's only row, its trading servers as that row's children, in the order they were found.
class ServersModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role {
        NameRole = Qt::UserRole, ///< QByteArray; invalid for the store
        ReportsRole, ///< qint64, of a server
        SpanRole, ///< QString: first and last trade
        ApartRole, ///< QString: what hash and index disagree on; empty when they agree
    };

    explicit ServersModel(const TimeDisplay &times, QObject *parent = nullptr);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override; ///< the store is a heading: not to be chosen

    void setStore(const QString &title); ///< another store: no servers; empty: none at all
    void beginListing();
    void add(const std::vector<ServerSummary> &servers); ///< new ones, or new figures of known ones
    void endListing(); ///< what was not found since beginListing() goes
    void setIndexed(const QByteArray &server, qint64 indexed); ///< the list just learnt it

    [[nodiscard]] const std::vector<ServerSummary> &servers() const { return m_servers; }
    [[nodiscard]] const ServerSummary *summary(const QByteArray &server) const; ///< null: not known
    [[nodiscard]] QModelIndex indexOf(const QByteArray &server) const; ///< invalid: not known
    [[nodiscard]] QByteArray latest() const; ///< the server with the newest trade, any when none has one; empty: none
    /// For views: case and locale aware, digits by value.
    [[nodiscard]] bool lessThan(const QModelIndex &a, const QModelIndex &b) const;

private:
    QString tradeSpan(const ServerSummary &server) const;
    void showTimes();

    const TimeDisplay &m_times;
    QString m_title;
    std::vector<ServerSummary> m_servers;
    std::vector<QCollatorSortKey> m_sortKeys; ///< beside m_servers
    std::vector<quint64> m_seen; ///< beside m_servers: the listing that found it last
    QHash<QByteArray, int> m_rows;
    QCollator m_collator;
    quint64 m_listing = 0;
};

} // namespace arbscope
