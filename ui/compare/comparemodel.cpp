// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparemodel.h"

#include "ui/text/displaytext.h"
#include "ui/text/membertext.h"
#include "ui/theme/theme.h"

#include <QFont>
#include <QGuiApplication>

#include <cmath>
#include <optional>

namespace arbscope {

namespace {

constexpr qsizetype LongestTip = 1500;

MemberUnit unitOf(const DetailSlot &slot)
{
    if (const auto *member = std::get_if<const Member *>(&slot))
        return (*member)->unit;
    return std::get<const DerivedValue *>(slot)->unit;
}

/// Derived ratios are shown as percentages.
QString unitWords(const DetailSlot &slot, const Report *assets)
{
    const bool isPercent = std::holds_alternative<const DerivedValue *>(slot) && unitOf(slot) == MemberUnit::Ratio;
    return isPercent ? QStringLiteral("%") : unitText(unitOf(slot), assets);
}

/// That the units of both may name: none where they are not of the same assets.
const Report *commonAssets(const std::array<TradePtr, 2> &trades)
{
    const Report *first = trades[0]->report();
    const Report *second = trades[1]->report();
    const bool isSame = first && second && first->asset1 == second->asset1 && first->asset2 == second->asset2;
    return isSame ? first : nullptr;
}

bool isSlotOfLeg2(const DetailRow &row)
{
    return !std::holds_alternative<std::monostate>(row.second);
}

MemberValue valueOf(const DetailSlot &slot, const Report &report)
{
    if (const auto *member = std::get_if<const Member *>(&slot))
        return memberValue(report, **member);
    return std::get<const DerivedValue *>(slot)->compute(report);
}

QString textOf(const DetailSlot &slot, const Report &report, const TimeFormat &format)
{
    if (const auto *member = std::get_if<const Member *>(&slot))
        return memberCell(report, **member, format);
    const DerivedValue &derived = *std::get<const DerivedValue *>(slot);
    return derivedCell(derived.compute(report), derived.unit);
}

/// As a number, exactly as it is written; none for what is none.
std::optional<Decimal> numberOf(const MemberValue &value)
{
    if (const auto *decimal = std::get_if<Decimal>(&value))
        return *decimal;
    if (const auto *integer = std::get_if<qint64>(&value))
        return Decimal(*integer);
    if (const auto *number = std::get_if<double>(&value))
        return Decimal::fromText(numberText(*number).toStdString());
    return std::nullopt;
}

bool isSame(const MemberValue &a, const MemberValue &b)
{
    const auto first = numberOf(a);
    const auto second = numberOf(b);
    if (!first || !second)
        return a == b;
    return *first == *second || (first->isNaN() && second->isNaN());
}

QString exactOf(const DetailSlot &slot, const Report &report)
{
    const MemberValue value = valueOf(slot, report);
    if (const auto *text = std::get_if<QString>(&value))
        return *text;
    const auto number = numberOf(value);
    return number ? QString::fromStdString(number->text()) : QString();
}

} // namespace

CompareModel::CompareModel(const std::array<TradePtr, 2> &trades, const std::array<QString, 2> &titles,
                           const TimeFormat &format, QObject *parent)
    : GroupTreeModel(parent)
    , m_trades(trades)
    , m_titles(titles)
{
    for (const DetailGroup &group : detailGroups()) {
        Group own{group.title, {}};
        for (const DetailRow &row : group.rows) {
            const bool both = isSlotOfLeg2(row) && !std::holds_alternative<std::monostate>(row.first);
            if (!std::holds_alternative<std::monostate>(row.first))
                own.lines.push_back(lineOf(both ? tr("%1, leg 1").arg(row.label) : row.label, row.first, format));
            if (isSlotOfLeg2(row))
                own.lines.push_back(lineOf(tr("%1, leg 2").arg(row.label), row.second, format));
        }
        m_groups.push_back(std::move(own));
    }
}

CompareModel::Line CompareModel::lineOf(const QString &label, const DetailSlot &slot, const TimeFormat &format) const
{
    Line line{label, {unknownText(), unknownText()}, {}, false, {}};
    if (const QString unit = unitWords(slot, commonAssets(m_trades)); !unit.isEmpty())
        line.label += u" (" + unit + u')';
    std::array<MemberValue, 2> values;
    for (std::size_t i = 0; i < 2; ++i) {
        if (const Report *report = m_trades[i]->report()) {
            values[i] = valueOf(slot, *report);
            line.texts[i] = textOf(slot, *report, format);
            line.exact[i] = exactOf(slot, *report);
        }
    }
    line.differs = !isSame(values[0], values[1]);
    const auto first = numberOf(values[0]);
    const auto second = numberOf(values[1]);
    if (line.differs && first && second && first->isFinite() && second->isFinite()) {
        const Decimal difference = *second - *first;
        line.difference
            = (difference.isNegative() ? QString() : QStringLiteral("+")) + QString::fromStdString(difference.text());
        if (unitOf(slot) == MemberUnit::EpochSeconds)
            line.difference += u' ' + unitText(MemberUnit::Seconds);
    }
    return line;
}

int CompareModel::differences() const
{
    int count = 0;
    for (const Group &group : m_groups) {
        for (const Line &line : group.lines)
            count += line.differs ? 1 : 0;
    }
    return count;
}

int CompareModel::values() const
{
    int count = 0;
    for (const Group &group : m_groups)
        count += int(group.lines.size());
    return count;
}

std::size_t CompareModel::groupCount() const
{
    return m_groups.size();
}

std::size_t CompareModel::lineCount(std::size_t group) const
{
    return m_groups[group].lines.size();
}

int CompareModel::columnCount(const QModelIndex &parent) const
{
    Q_UNUSED(parent)
    return ColumnCount;
}

QVariant CompareModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto group = groupOfLine(index);
    if (!group) {
        QFont font = QGuiApplication::font();
        font.setBold(true);
        if (role == Qt::FontRole)
            return font;
        return role == Qt::DisplayRole && index.column() == NameColumn
            ? QVariant(m_groups[std::size_t(index.row())].title)
            : QVariant();
    }
    const Line &line = m_groups[*group].lines[std::size_t(index.row())];
    const bool value = index.column() == FirstColumn || index.column() == SecondColumn;
    const auto side = std::size_t(index.column() == SecondColumn);
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == NameColumn)
            return line.label;
        if (value)
            return line.texts[side];
        return line.differs ? QVariant(QString(u"≠ " + line.difference)) : QVariant();
    case Qt::ToolTipRole: {
        const QString tip = value ? line.exact[side] : index.column() == DifferenceColumn ? line.difference : QString();
        return tip.isEmpty() ? QVariant() : QVariant(plainToolTip(displayLine(tip, LongestTip)));
    }
    case Qt::ForegroundRole:
        if (line.differs && index.column() != NameColumn)
            return toneColor(Tone::OneLegged, QGuiApplication::palette());
        return {};
    case DiffersRole:
        return line.differs;
    default:
        return {};
    }
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Member");
    case FirstColumn:
    case SecondColumn:
        return m_titles[std::size_t(section - FirstColumn)];
    case DifferenceColumn:
        return tr("Difference");
    default:
        return {};
    }
}

} // namespace arbscope
