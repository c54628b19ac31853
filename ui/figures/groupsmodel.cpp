// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/groupsmodel.h"

#include "ui/figures/figureroles.h"
#include "ui/figures/figuretext.h"
#include "ui/text/displaytext.h"
#include "ui/text/timedisplay.h"
#include "ui/theme/theme.h"

#include <QGuiApplication>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace arbscope {

GroupsModel::GroupsModel(const TimeDisplay &times, QObject *parent)
    : QAbstractTableModel(parent)
    , m_times(times)
{
    connect(&times, &TimeDisplay::changed, this, &GroupsModel::showTimes);
}

int GroupsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int GroupsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_figures.size()) + 1;
}

QString GroupsModel::nameOf(const Group &group) const
{
    return group.first.empty() ? unknownText() : displayBytes(QByteArray::fromStdString(group.first));
}

QVariant GroupsModel::cell(const Group &group, const FigureKey &key, int role) const
{
    const Figure figure = figureOf(group.second, key);
    switch (role) {
    case Qt::DisplayRole:
        return figureText(key, figure, m_times.format());
    case ExactRole:
        return exactFigure(key, figure);
    case FilterRole:
        if (m_listed && *m_listed != group.first)
            return {};
        return bothFilters(groupFilter(m_by, group.first), figureFilter(key, figure));
    case Qt::ToolTipRole: {
        const QString exact = exactFigure(key, figure);
        return figure.n < 0 || exact.isEmpty()
            ? QVariant()
            : QVariant(plainToolTip(tr("%1 (n = %2)").arg(exact, QLocale().toString(qlonglong(figure.n)))));
    }
    case Qt::ForegroundRole: {
        const bool isMoney = key.kind == FigureKind::Net || key.kind == FigureKind::Gross;
        const auto number = isMoney ? figure.number() : std::nullopt;
        return number && number->isNegative() ? QVariant(toneColor(Tone::Loss, QGuiApplication::palette()))
                                              : QVariant();
    }
    default:
        return {};
    }
}

QVariant GroupsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Group &group = *m_rows[std::size_t(index.row())];
    if (role == IdentityRole)
        return QString::fromStdString(group.first);
    if (index.column() > 0)
        return role == Qt::TextAlignmentRole ? QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter)
                                             : cell(group, keyOf(index.column()), role);
    switch (role) {
    case Qt::DisplayRole:
        return nameOf(group);
    case ExactRole:
        return QString::fromStdString(group.first);
    case FilterRole:
        return groupFilter(m_by, group.first);
    default:
        return {};
    }
}

QVariant GroupsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section > 0) {
        const QString meaning = figureMeaning(keyOf(section));
        return meaning.isEmpty() ? QVariant() : QVariant(plainToolTip(meaning));
    }
    if (role != Qt::DisplayRole)
        return {};
    if (section > 0)
        return figureColumn(keyOf(section));
    switch (m_by) {
    case GroupBy::Server:
        return tr("Server");
    case GroupBy::Pair:
        return tr("Pair");
    case GroupBy::Version:
        return tr("Version");
    case GroupBy::Session:
        return tr("Session");
    case GroupBy::Kind:
        return tr("Direction");
    case GroupBy::Day:
        return tr("Day (%1)").arg(m_times.format().zoneLabel());
    case GroupBy::Nothing:
        break;
    }
    return {};
}

std::vector<const GroupsModel::Group *> GroupsModel::sorted() const
{
    std::vector<std::pair<std::optional<Decimal>, const Group *>> rows;
    if (!m_groups)
        return {};
    const bool byFigure = m_sortColumn > 0 && m_sortColumn < columnCount();
    for (const Group &group : *m_groups) {
        if (group.second.trades > 0) // else all of it was left out: unreadable, or of tests
            rows.emplace_back(byFigure ? figureOf(group.second, keyOf(m_sortColumn)).number() : std::nullopt, &group);
    }
    const bool descending = m_sortOrder == Qt::DescendingOrder;
    if (byFigure) {
        std::ranges::stable_sort(rows, [descending](const auto &a, const auto &b) {
            if (!a.first || !b.first)
                return a.first.has_value() && !b.first;
            return descending ? *b.first < *a.first : *a.first < *b.first;
        });
    } else if (descending) { // else as the map has them
        std::ranges::reverse(rows);
    }
    std::vector<const Group *> groups;
    groups.reserve(rows.size());
    for (const auto &[number, group] : rows)
        groups.push_back(group);
    return groups;
}

void GroupsModel::sort(int column, Qt::SortOrder order)
{
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    m_sortColumn = column;
    m_sortOrder = order;
    const std::vector<const Group *> before = std::exchange(m_rows, sorted());
    QModelIndexList to;
    const QModelIndexList from = persistentIndexList();
    for (const QModelIndex &each : from) {
        const auto now = std::ranges::find(m_rows, before[std::size_t(each.row())]);
        to.append(index(int(now - m_rows.begin()), each.column()));
    }
    changePersistentIndexList(from, to);
    emit layoutChanged({}, VerticalSortHint);
}

void GroupsModel::show(const std::shared_ptr<const FigureGroups> &groups, GroupBy by,
                       const std::optional<std::string> &listed)
{
    m_listed = listed;
    FigureNames names;
    if (groups) {
        for (const Group &group : *groups)
            names.add(group.second);
    }
    const auto before = m_groups; // alive as long as rows of it are
    const auto isSame = [](const Group *a, const Group *b) { return a->first == b->first; };
    m_groups = groups;
    const bool sameColumns = by == m_by && names == m_names && !m_rows.empty();
    std::vector<const Group *> rows = sameColumns ? sorted() : std::vector<const Group *>();
    if (sameColumns && std::ranges::equal(rows, m_rows, isSame)) {
        m_rows = std::move(rows);
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_by = by;
    m_names = std::move(names);
    m_figures = groups ? groupFigures(m_names) : std::vector<FigureKey>();
    m_rows = sorted();
    endResetModel();
}

void GroupsModel::showTimes()
{
    emit headerDataChanged(Qt::Horizontal, 0, 0);
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

} // namespace arbscope
