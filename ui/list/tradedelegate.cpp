// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/tradedelegate.h"

#include "ui/colors/colorrule.h"
#include "ui/list/tradeselection.h"
#include "ui/models/tradetablemodel.h"
#include "ui/theme/icons.h"

#include <QApplication>
#include <QPainter>

#include <optional>

namespace arbscope {

namespace {

constexpr int RuleMarkWidth = 20; ///< of a letter or two, with the space before it

QString markName(Tone tone)
{
    switch (tone) {
    case Tone::Succeeded:
        return QStringLiteral("success");
    case Tone::Failed:
    case Tone::Invalid:
        return QStringLiteral("error");
    case Tone::OneLegged:
    case Tone::Contradictory:
    case Tone::Coerced:
        return QStringLiteral("warning");
    case Tone::Open:
        return QStringLiteral("clock");
    default:
        return QStringLiteral("info");
    }
}

std::optional<Tone> toneOf(const QModelIndex &index)
{
    const QVariant tone = index.data(TradeTableModel::ToneRole);
    return tone.isValid() ? std::optional(static_cast<Tone>(tone.toInt())) : std::nullopt;
}

const ColorRule *ruleOf(const QModelIndex &index)
{
    return index.data(TradeTableModel::RuleRole).value<const ColorRule *>();
}

bool isFigure(const QModelIndex &index)
{
    return Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()).testFlag(Qt::AlignRight);
}

} // namespace

TradeDelegate::TradeDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
    , m_points(std::make_unique<DecimalPoints>())
{
    for (const Tone tone : {Tone::Succeeded, Tone::Failed, Tone::OneLegged, Tone::Contradictory, Tone::Open,
                            Tone::Closed, Tone::Coerced, Tone::Invalid})
        m_marks.emplace(tone, themedIcon(markName(tone), tone));
}

void TradeDelegate::setMarkColumns(int outcome, int state)
{
    m_outcomeColumn = outcome;
    m_stateColumn = state;
}

int TradeDelegate::rowHeight(const QFont &font)
{
    return QFontMetrics(font).height() + 8;
}

bool TradeDelegate::showsState(const QModelIndex &index) const
{
    using RowState = TradeTableModel::RowState;
    const auto state = index.data(TradeTableModel::StateRole).value<RowState>();
    return index.column() == m_stateColumn && (state == RowState::Coerced || state == RowState::NotIndexed);
}

QString TradeDelegate::unitOf(const QModelIndex &index) const
{
    return m_unitColumns.contains(index.column()) ? index.data(TradeTableModel::UnitRole).toString() : QString();
}

void TradeDelegate::paintFigure(QPainter *painter, const QRect &area, const QModelIndex &index,
                                const QColor &unitColor) const
{
    const QString text = index.data(Qt::DisplayRole).toString();
    const QString unit = unitOf(index);
    const QFontMetrics metrics = painter->fontMetrics();
    m_points->see(index.column(), text, unit, metrics);
    const DecimalPoints::Place place = m_points->place(index.column(), text, area.left(), area.width(), metrics);
    const int flags = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine;
    painter->drawText(QRect(QPoint(place.left, area.top()), area.bottomRight()), flags, place.text);
    if (unit.isEmpty() || place.unitLeft < 0)
        return;
    painter->setPen(unitColor);
    painter->drawText(QRect(QPoint(place.unitLeft, area.top()), area.bottomRight()), flags, unit);
}

QSize TradeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool figure = isFigure(index);
    const QFontMetrics metrics(figure ? numberFont(option.font) : option.font);
    const int marks = (index.column() == m_outcomeColumn ? 1 : 0) + (showsState(index) ? 1 : 0);
    const QString shown = index.data(Qt::DisplayRole).toString();
    if (figure)
        m_points->see(index.column(), shown, unitOf(index), metrics);
    const int text = figure ? m_points->width(index.column()) : metrics.horizontalAdvance(shown);
    const int ruleMark = index.column() == m_stateColumn ? RuleMarkWidth : 0; // rules are judged later
    return {text + ruleMark + 2 * Margin + marks * (MarkSize + Margin / 2) + 1, rowHeight(option.font)};
}

void TradeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    using RowState = TradeTableModel::RowState;
    const auto state = index.data(TradeTableModel::StateRole).value<RowState>();
    const bool selected
        = option.state.testFlag(QStyle::State_Selected) || (m_selection && m_selection->isApart(index.row()));
    const auto group = option.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    const std::optional<Tone> tone = toneOf(index);

    const ColorRule *rule = ruleOf(index);
    const ColorRule::Colors colors = rule ? rule->colorsFor(option.palette) : ColorRule::Colors();
    if (selected)
        painter->fillRect(option.rect, option.palette.brush(group, QPalette::Highlight));
    else if (state == RowState::Unreadable || state == RowState::Missing)
        painter->fillRect(option.rect, toneBackground(Tone::Invalid, option.palette));
    else if (state == RowState::NotIndexed)
        painter->fillRect(option.rect, toneBackground(Tone::Coerced, option.palette));
    else if (colors.ground.isValid())
        painter->fillRect(option.rect, colors.ground);

    QColor color = option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
    if (!selected && state == RowState::Loading)
        color = option.palette.color(QPalette::PlaceholderText);
    else if (!selected && m_stale)
        color = toneColor(Tone::Stale, option.palette);
    else if (!selected && tone)
        color = toneColor(*tone, option.palette);
    else if (!selected && colors.text.isValid())
        color = colors.text;

    painter->save();
    QRect area = option.rect.adjusted(Margin, 0, -Margin, 0);
    const auto drawMark = [&](const QIcon &icon, int x) {
        const QRect place(x, area.center().y() - MarkSize / 2, MarkSize, MarkSize);
        painter->drawPixmap(place,
                            icon.pixmap(place.size(), painter->device()->devicePixelRatio(),
                                        selected ? QIcon::Selected : QIcon::Normal));
    };
    const auto mark = tone ? m_marks.find(*tone) : m_marks.end();
    if (index.column() == m_outcomeColumn && mark != m_marks.end()) {
        drawMark(mark->second, area.left());
        area.setLeft(area.left() + MarkSize + Margin / 2);
    }
    if (index.column() == m_stateColumn && rule && !rule->mark.isEmpty()) {
        area.setRight(area.right() - RuleMarkWidth);
        QFont bold = option.font;
        bold.setBold(true);
        painter->setFont(bold);
        painter->setPen(color);
        painter->drawText(QRect(area.right(), area.top(), RuleMarkWidth, area.height()),
                          Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, rule->mark);
    }
    if (showsState(index)) {
        drawMark(m_marks.at(Tone::Coerced), area.right() - MarkSize);
        area.setRight(area.right() - MarkSize - Margin / 2);
    }

    painter->setFont(isFigure(index) ? numberFont(option.font) : option.font);
    painter->setPen(color);
    if (isFigure(index)) {
        paintFigure(painter, area, index, selected ? color : option.palette.color(QPalette::PlaceholderText));
    } else {
        const QString text = index.data(Qt::DisplayRole).toString();
        painter->drawText(area, index.data(Qt::TextAlignmentRole).toInt() | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, area.width()));
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Highlight));
        painter->setOpacity(0.5);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

} // namespace arbscope
