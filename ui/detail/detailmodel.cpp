// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/detailmodel.h"

#include "core/analysis/tradefacts.h"
#include "ui/text/displaytext.h"
#include "ui/text/membertext.h"
#include "ui/text/timedisplay.h"
#include "ui/theme/theme.h"

#include <QFont>
#include <QGuiApplication>

#include <utility>

namespace arbscope {

namespace {

constexpr qsizetype LongestTip = 1500;

QString nameOf(const DetailSlot &slot)
{
    if (const auto *member = std::get_if<const Member *>(&slot))
        return QString::fromLatin1((*member)->name.data(), qsizetype((*member)->name.size()));
    if (const auto *derived = std::get_if<const DerivedValue *>(&slot))
        return QString::fromLatin1((*derived)->name.data(), qsizetype((*derived)->name.size()));
    return {};
}

QString exactOf(const MemberValue &value)
{
    if (const auto *text = std::get_if<QString>(&value))
        return *text;
    if (const auto *flag = std::get_if<bool>(&value))
        return yesNo(*flag);
    if (const auto *amount = std::get_if<Decimal>(&value))
        return QString::fromLatin1(amount->text());
    return {};
}

/// The slot that a cell stands for; the name and the unit stand for the first leg, or the only one.
const DetailSlot &slotAt(const DetailRow &row, int column)
{
    const bool onlySecond = std::holds_alternative<std::monostate>(row.first);
    const bool second = column == DetailModel::SecondColumn || (onlySecond && column != DetailModel::FirstColumn);
    return second ? row.second : row.first;
}

} // namespace

DetailModel::DetailModel(const TimeDisplay &times, QObject *parent)
    : GroupTreeModel(parent)
    , m_times(times)
    , m_groups(detailGroups())
{
    connect(&times, &TimeDisplay::changed, this, &DetailModel::valuesChanged);
    connect(&times, &TimeDisplay::aged, this, &DetailModel::valuesChanged);
}

void DetailModel::setTrade(std::shared_ptr<const StoredTrade> trade)
{
    m_trade = std::move(trade);
    valuesChanged();
}

void DetailModel::valuesChanged()
{
    emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    for (int group = 0; group < rowCount(); ++group) {
        const QModelIndex parent = index(group, 0);
        emit dataChanged(index(0, 0, parent), index(rowCount(parent) - 1, ColumnCount - 1, parent));
    }
}

QModelIndex DetailModel::indexOf(const QString &name) const
{
    for (int group = 0; group < rowCount(); ++group) {
        const QModelIndex parent = index(group, 0);
        const auto &rows = m_groups[std::size_t(group)].rows;
        for (int row = 0; row < int(rows.size()); ++row) {
            if (nameOf(rows[std::size_t(row)].first) == name)
                return index(row, FirstColumn, parent);
            if (nameOf(rows[std::size_t(row)].second) == name)
                return index(row, SecondColumn, parent);
        }
    }
    return {};
}

std::size_t DetailModel::groupCount() const
{
    return m_groups.size();
}

std::size_t DetailModel::lineCount(std::size_t group) const
{
    return m_groups[group].rows.size();
}

int DetailModel::columnCount(const QModelIndex &parent) const
{
    Q_UNUSED(parent)
    return ColumnCount;
}

Qt::ItemFlags DetailModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    return rowAt(index) ? flags | Qt::ItemNeverHasChildren : flags;
}

const DetailRow *DetailModel::rowAt(const QModelIndex &index) const
{
    const auto group = groupOfLine(index);
    return group ? &m_groups[*group].rows[std::size_t(index.row())] : nullptr;
}

QVariant DetailModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const DetailRow *row = rowAt(index);
    if (!row)
        return groupData(m_groups[std::size_t(index.row())], index.column(), role);
    const DetailSlot &slot = slotAt(*row, index.column());
    const bool value = index.column() == FirstColumn || index.column() == SecondColumn;
    const bool empty = std::holds_alternative<std::monostate>(slot);
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == NameColumn)
            return row->label;
        return index.column() == UnitColumn ? unitText(*row) : valueText(slot);
    case Qt::ToolTipRole:
        return empty ? QVariant() : toolTip(*row, slot);
    case Qt::ForegroundRole:
        if (index.column() == UnitColumn || (value && valueText(slot) == unknownText()))
            return QGuiApplication::palette().color(QPalette::PlaceholderText);
        if (!issueText(slot).isEmpty())
            return toneColor(Tone::Coerced, QGuiApplication::palette());
        return {};
    case NameRole:
        return nameOf(slot);
    case ExactRole:
        return exactText(slot);
    default:
        return {};
    }
}

QVariant DetailModel::groupData(const DetailGroup &group, int column, int role) const
{
    if (role == Qt::FontRole) {
        QFont font = QGuiApplication::font();
        font.setBold(true);
        return font;
    }
    if (role != Qt::DisplayRole)
        return {};
    if (column == NameColumn)
        return group.title;
    const Report *report = m_trade ? m_trade->report() : nullptr;
    if (!group.legs || !report || column == UnitColumn)
        return {};
    const QString exchange = displayLine(column == FirstColumn ? report->exchange1 : report->exchange2, 60);
    const auto sides = direction(*report);
    if (!sides)
        return exchange;
    const bool buys = sides->buy.number == (column == FirstColumn ? 1 : 2);
    return buys ? tr("%1, buy").arg(exchange) : tr("%1, sell").arg(exchange);
}

QVariant DetailModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Member");
    case FirstColumn:
        return tr("Value, leg 1");
    case SecondColumn:
        return tr("Leg 2");
    case UnitColumn:
        return tr("Unit");
    default:
        return {};
    }
}

QString DetailModel::valueText(const DetailSlot &slot) const
{
    if (std::holds_alternative<std::monostate>(slot))
        return {};
    const Report *report = m_trade ? m_trade->report() : nullptr;
    if (!report)
        return unknownText();
    if (const auto *derived = std::get_if<const DerivedValue *>(&slot))
        return derivedCell((*derived)->compute(*report), (*derived)->unit);
    const Member &member = *std::get<const Member *>(slot);
    QString text = memberCell(*report, member, m_times.format());
    if (member.unit != MemberUnit::Ratio)
        return text;
    const MemberValue value = memberValue(*report, member);
    const auto *ratio = std::get_if<double>(&value);
    return ratio ? tr("%1  (%2 %)").arg(text, percentText(*ratio)) : text;
}

QString DetailModel::exactText(const DetailSlot &slot, qsizetype limit) const
{
    const Report *report = m_trade ? m_trade->report() : nullptr;
    if (!report || std::holds_alternative<std::monostate>(slot))
        return {};
    const auto *member = std::get_if<const Member *>(&slot);
    if (!member)
        return exactOf(std::get<const DerivedValue *>(slot)->compute(*report));
    const MemberValue value = memberValue(*report, **member);
    if (const auto *text = std::get_if<QString>(&value))
        return text->size() > limit ? text->first(limit + 1) : *text; // megabytes, perhaps
    return memberText(*report, **member);
}

QString DetailModel::unitText(const DetailRow &row) const
{
    const Report *report = m_trade ? m_trade->report() : nullptr;
    if (row.unit == MemberUnit::EpochSeconds)
        return m_times.format().zoneLabel();
    const bool derived = std::holds_alternative<const DerivedValue *>(row.first);
    if (derived && row.unit == MemberUnit::Ratio)
        return QStringLiteral("%");
    return arbscope::unitText(row.unit, report);
}

QString DetailModel::issueText(const DetailSlot &slot) const
{
    const auto *member = std::get_if<const Member *>(&slot);
    if (!member || !m_trade)
        return {};
    for (const Issue &issue : m_trade->read.issues) {
        if (issue.member == (*member)->name)
            return displayLine(QString::fromStdString(issue.message));
    }
    return {};
}

QString DetailModel::toolTip(const DetailRow &row, const DetailSlot &slot) const
{
    const auto line = [](const QString &text) {
        return QString(QStringLiteral("<p>") % text.toHtmlEscaped() % QStringLiteral("</p>"));
    };
    QString tip = QStringLiteral("<p><b>%1</b></p>").arg(nameOf(slot).toHtmlEscaped());
    if (const auto *member = std::get_if<const Member *>(&slot)) {
        tip += line(schemaText((*member)->meaning));
    } else if (const auto *derived = std::get_if<const DerivedValue *>(&slot)) {
        tip += line(schemaText((*derived)->meaning));
        tip += line(tr("Derived: %1").arg(schemaText((*derived)->formula)));
    }
    if (const QString unit = unitText(row); !unit.isEmpty())
        tip += line(tr("Unit: %1").arg(unit));
    const QString exact = exactText(slot, LongestTip);
    if (!exact.isEmpty())
        tip += line(tr("Exactly: %1").arg(displayLine(exact, LongestTip)));
    else if (valueText(slot) == unknownText())
        tip += line(tr("Not known"));
    if (const QString issue = issueText(slot); !issue.isEmpty())
        tip += line(issue);
    return tip;
}

} // namespace arbscope
