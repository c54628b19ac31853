// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/serversmodel.h"

#include "ui/text/displaytext.h"
#include "ui/text/sentence.h"
#include "ui/text/timedisplay.h"

#include <QIcon>
#include <QLocale>

#include <algorithm>

namespace arbscope {

namespace {

constexpr quintptr StoreId = 0; ///< internal ids: the store's row, and the rows below it
constexpr quintptr ServerId = 1;

/// The C locale's collator would go by code points only.
QLocale sortingLocale()
{
    const QLocale locale;
    return locale.language() == QLocale::C ? QLocale(QLocale::English) : locale;
}

} // namespace

ServersModel::ServersModel(const TimeDisplay &times, QObject *parent)
    : QAbstractItemModel(parent)
    , m_times(times)
    , m_collator(sortingLocale())
{
    connect(&times, &TimeDisplay::changed, this, &ServersModel::showTimes);
    m_collator.setNumericMode(true);
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
}

QModelIndex ServersModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? ServerId : StoreId);
}

QModelIndex ServersModel::parent(const QModelIndex &index) const
{
    return index.isValid() && index.internalId() == ServerId ? createIndex(0, 0, StoreId) : QModelIndex();
}

int ServersModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return m_title.isEmpty() ? 0 : 1;
    return parent.internalId() == StoreId && parent.column() == 0 ? static_cast<int>(m_servers.size()) : 0;
}

int ServersModel::columnCount(const QModelIndex &) const
{
    return 1;
}

Qt::ItemFlags ServersModel::flags(const QModelIndex &index) const
{
    return index.parent().isValid() ? QAbstractItemModel::flags(index) : Qt::NoItemFlags;
}

QVariant ServersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (index.internalId() == StoreId)
        return role == Qt::DisplayRole || role == Qt::ToolTipRole ? QVariant(m_title) : QVariant();

    const ServerSummary &server = m_servers[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return displayBytes(server.name);
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole: {
        QStringList lines{displayBytes(server.name), counted(server.indexed, tr("1 trade"), tr("%1 trades"))};
        if (server.firstClock)
            lines << tr("First: %1").arg(m_times.format().text(*server.firstClock));
        if (server.lastClock)
            lines << tr("Last: %1").arg(m_times.format().text(*server.lastClock));
        lines << index.data(ApartRole).toString();
        lines.removeAll(QString());
        return role == Qt::ToolTipRole ? plainToolTip(lines.join(u'\n')) : lines.join(u", ");
    }
    case NameRole:
        return server.name;
    case ReportsRole:
        return std::max(server.reports, server.indexed);
    case SpanRole:
        return tradeSpan(server);
    case ApartRole:
        if (server.reports > server.indexed)
            return tr("not in the index: %L1").arg(server.reports - server.indexed);
        if (server.indexed > server.reports)
            return tr("%L1 more trades in the index than reports").arg(server.indexed - server.reports);
        return QString();
    default:
        return {};
    }
}

QString ServersModel::tradeSpan(const ServerSummary &server) const
{
    if (!server.firstClock || !server.lastClock)
        return tr("no trades in the index");
    TimeFormat format = m_times.format();
    if (format.style != TimeStyle::Epoch) // a date; an age would have to be told anew all the time
        format.style = TimeStyle::DateTime;
    const QString first = format.text(*server.firstClock);
    const QString last = format.text(*server.lastClock);
    if (format.style == TimeStyle::Epoch)
        return first + u" – " + last;
    return first.left(10) == last.left(10) ? first.left(10) : first.left(10) + u" – " + last.left(10);
}

void ServersModel::setStore(const QString &title)
{
    beginResetModel();
    m_title = title;
    m_servers.clear();
    m_sortKeys.clear();
    m_seen.clear();
    m_rows.clear();
    endResetModel();
}

void ServersModel::showTimes()
{
    if (!m_servers.empty()) {
        const QModelIndex store = index(0, 0);
        emit dataChanged(index(0, 0, store), index(static_cast<int>(m_servers.size()) - 1, 0, store));
    }
}

void ServersModel::beginListing()
{
    ++m_listing;
}

void ServersModel::add(const std::vector<ServerSummary> &servers)
{
    const QModelIndex store = index(0, 0);
    if (!store.isValid())
        return;
    std::vector<const ServerSummary *> fresh;
    for (const ServerSummary &server : servers) {
        const auto known = m_rows.constFind(server.name);
        if (known == m_rows.constEnd()) {
            m_rows.insert(server.name, static_cast<int>(m_servers.size() + fresh.size()));
            fresh.push_back(&server);
            continue;
        }
        const auto row = static_cast<size_t>(*known);
        if (row >= m_servers.size())
            continue; // twice in one batch
        m_seen[row] = m_listing;
        if (m_servers[row] != server) {
            m_servers[row] = server;
            emit dataChanged(index(*known, 0, store), index(*known, 0, store));
        }
    }
    if (fresh.empty())
        return;
    const int first = static_cast<int>(m_servers.size());
    beginInsertRows(store, first, first + static_cast<int>(fresh.size()) - 1);
    for (const ServerSummary *server : fresh) {
        m_servers.push_back(*server);
        m_sortKeys.push_back(m_collator.sortKey(displayBytes(server->name)));
        m_seen.push_back(m_listing);
    }
    endInsertRows();
}

void ServersModel::endListing()
{
    const QModelIndex store = index(0, 0);
    const auto gone = [this](int row) { return m_seen[static_cast<size_t>(row)] != m_listing; };
    for (int last = static_cast<int>(m_servers.size()) - 1; last >= 0; --last) {
        if (!gone(last))
            continue;
        int first = last;
        while (first > 0 && gone(first - 1))
            --first;
        beginRemoveRows(store, first, last);
        m_servers.erase(m_servers.begin() + first, m_servers.begin() + last + 1);
        m_sortKeys.erase(m_sortKeys.begin() + first, m_sortKeys.begin() + last + 1);
        m_seen.erase(m_seen.begin() + first, m_seen.begin() + last + 1);
        endRemoveRows();
        last = first;
    }
    m_rows.clear();
    for (size_t i = 0; i < m_servers.size(); ++i)
        m_rows.insert(m_servers[i].name, static_cast<int>(i));
}

void ServersModel::setIndexed(const QByteArray &server, qint64 indexed)
{
    const auto row = m_rows.constFind(server);
    if (row == m_rows.constEnd())
        return;
    ServerSummary &known = m_servers[static_cast<size_t>(*row)];
    if (known.indexed == indexed)
        return;
    known.reports += indexed - known.indexed; // a report comes with its index entry
    known.indexed = indexed;
    const QModelIndex changed = index(*row, 0, index(0, 0));
    emit dataChanged(changed, changed);
}

const ServerSummary *ServersModel::summary(const QByteArray &server) const
{
    const auto row = m_rows.constFind(server);
    return row == m_rows.constEnd() ? nullptr : &m_servers[static_cast<size_t>(*row)];
}

QModelIndex ServersModel::indexOf(const QByteArray &server) const
{
    const auto row = m_rows.constFind(server);
    return row == m_rows.constEnd() ? QModelIndex() : index(*row, 0, index(0, 0));
}

QByteArray ServersModel::latest() const
{
    const auto newest
        = std::max_element(m_servers.begin(), m_servers.end(),
                           [](const ServerSummary &a, const ServerSummary &b) { return a.lastClock < b.lastClock; });
    return newest == m_servers.end() ? QByteArray() : newest->name;
}

bool ServersModel::lessThan(const QModelIndex &a, const QModelIndex &b) const
{
    if (a.internalId() != ServerId || b.internalId() != ServerId)
        return a.row() < b.row();
    const int order = m_sortKeys[static_cast<size_t>(a.row())].compare(m_sortKeys[static_cast<size_t>(b.row())]);
    return order != 0 ? order < 0
                      : m_servers[static_cast<size_t>(a.row())].name < m_servers[static_cast<size_t>(b.row())].name;
}

} // namespace arbscope
