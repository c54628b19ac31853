// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problems/findingsmodel.h"

#include "ui/problems/findingtext.h"
#include "ui/text/displaytext.h"
#include "ui/text/timedisplay.h"
#include "ui/theme/icons.h"

#include <QIcon>

namespace arbscope {

FindingsModel::FindingsModel(const TimeDisplay &times, QObject *parent)
    : QAbstractTableModel(parent)
    , m_times(times)
{
    connect(&times, &TimeDisplay::changed, this, &FindingsModel::showTimes);
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_findings.size());
}

int FindingsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Finding &finding = m_findings[static_cast<size_t>(index.row())];
    if (role == Qt::DecorationRole && index.column() == KindColumn) {
        const bool light = finding.kind == FindingKind::Coerced;
        return light ? themedIcon(QStringLiteral("warning"), Tone::Coerced)
                     : themedIcon(QStringLiteral("error"), Tone::Invalid);
    }
    if (role == Qt::ToolTipRole)
        return plainToolTip(findingText(finding, m_times.format()));
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case KindColumn:
        return findingTitle(finding.kind);
    case ServerColumn:
        return displayBytes(finding.server);
    case OrderIdColumn:
        return displayBytes(finding.orderId);
    default:
        return findingText(finding, m_times.format());
    }
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case KindColumn:
        return tr("Problem");
    case ServerColumn:
        return tr("Server");
    case OrderIdColumn:
        return tr("Order id");
    case WordsColumn:
        return tr("What was found");
    default:
        return {};
    }
}

void FindingsModel::clear()
{
    beginResetModel();
    m_findings.clear();
    endResetModel();
}

void FindingsModel::append(const std::vector<Finding> &findings)
{
    if (findings.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(findings.size()) - 1);
    m_findings.insert(m_findings.end(), findings.begin(), findings.end());
    endInsertRows();
}

void FindingsModel::showTimes()
{
    if (!m_findings.empty())
        emit dataChanged(index(0, WordsColumn), index(rowCount() - 1, WordsColumn));
}

} // namespace arbscope
