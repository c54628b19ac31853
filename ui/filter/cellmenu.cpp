// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/cellmenu.h"

#include "core/analysis/filtertext.h"
#include "ui/columns/columns.h"
#include "ui/detail/detailpane.h"
#include "ui/filter/filterflow.h"
#include "ui/list/tradelist.h"
#include "ui/text/displaytext.h"
#include "ui/theme/icons.h"

#include <QAction>
#include <QMenu>

namespace arbscope {

using namespace Qt::StringLiterals;

namespace {

MemberValue valueOf(FieldId field, const StoredTrade &trade)
{
    if (!trade.present && fields()[static_cast<size_t>(field)].origin == Field::Origin::Verdict)
        return u"missing"_s;
    return fieldValue(field, trade.read.verdict, trade.report());
}

/// That all of these fields have the trade's values; with several, that is one condition to be negated as a whole.
QString conditionOf(const std::vector<FieldId> &fieldIds, const StoredTrade &trade, bool negated)
{
    if (fieldIds.size() == 1)
        return filterTextFor(fieldIds.front(), valueOf(fieldIds.front(), trade),
                             negated ? Comparison::NotEqual : Comparison::Equal);
    QStringList parts;
    for (const FieldId field : fieldIds)
        parts << filterTextFor(field, valueOf(field, trade));
    const QString all = parts.join(u" and "_s);
    return negated ? QString(u"not (" + all + u')') : all;
}

} // namespace

CellMenu::CellMenu(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connect(&parts.list, &TradeList::cellMenuRequested, this, &CellMenu::showListMenu);
    connect(&parts.detail, &DetailPane::filterMenuRequested, this, [this](QMenu *menu, const QString &name) {
        const FieldId field = fieldId(name.toStdString());
        if (field >= 0 && m_parts.detail.trade())
            fill(*menu, {field}, *m_parts.detail.trade());
    });
}

void CellMenu::showListMenu(const QPoint &position)
{
    const QModelIndex cell = m_parts.list.currentIndex();
    const TradePtr trade = m_parts.list.currentTrade();
    if (!cell.isValid() || !trade)
        return;
    const TradeColumn &column = tradeColumns()[static_cast<size_t>(cell.column())];
    auto *menu = new QMenu(&m_parts.list);
    menu->setObjectName(u"cellMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QMenu *filter = menu->addMenu(themedIcon(u"filter"_s), tr("Apply as &filter"));
    filter->setObjectName(u"applyAsFilter"_s);
    fill(*filter, column.fields, *trade);
    menu->addAction(tr("Sort &ascending"), this,
                    [this, cell] { emit m_parts.list.sortRequested(cell.column(), false); });
    menu->addAction(tr("Sort &descending"), this,
                    [this, cell] { emit m_parts.list.sortRequested(cell.column(), true); });
    menu->addSeparator();
    for (QAction *action : m_parts.actions) {
        if (action)
            menu->addAction(action);
        else
            menu->addSeparator();
    }
    menu->popup(position);
}

void CellMenu::fill(QMenu &menu, const std::vector<FieldId> &fieldIds, const StoredTrade &trade)
{
    menu.clear();
    const QString is = conditionOf(fieldIds, trade, false);
    const QString isNot = conditionOf(fieldIds, trade, true);
    QAction *what = menu.addAction(displayLine(is, 60).replace(u'&', u"&&"_s));
    what->setEnabled(false);
    FilterFlow *flow = &m_parts.filter;
    const bool joins = flow->isFiltering();
    const auto add = [&menu, flow](const char *name, const QString &text, const QString &condition,
                                   void (FilterFlow::*apply)(const QString &), bool enabled) {
        QAction *action = menu.addAction(text, flow, [flow, condition, apply] { (flow->*apply)(condition); });
        action->setObjectName(QLatin1StringView(name));
        action->setEnabled(enabled);
    };
    add("filterIs", tr("&Is"), is, &FilterFlow::apply, true);
    add("filterIsNot", tr("Is &not"), isNot, &FilterFlow::apply, true);
    add("filterAnd", tr("… &and is"), is, &FilterFlow::narrow, joins);
    add("filterAndNot", tr("… and is no&t"), isNot, &FilterFlow::narrow, joins);
    add("filterOr", tr("… &or is"), is, &FilterFlow::widen, joins);
    add("filterOrNot", tr("… or is not"), isNot, &FilterFlow::widen, joins);
    if (fieldIds.size() != 1)
        return;
    const MemberValue value = valueOf(fieldIds.front(), trade);
    using enum Comparison;
    for (const auto &[name, comparison] :
         {std::pair("filterLess", Less), std::pair("filterLessOrEqual", LessOrEqual),
          std::pair("filterGreater", Greater), std::pair("filterGreaterOrEqual", GreaterOrEqual)}) {
        const QString condition = filterTextFor(fieldIds.front(), value, comparison);
        if (condition.isEmpty())
            return;
        if (comparison == Less)
            menu.addSeparator();
        const QString text = displayLine(condition, 60);
        add(name, joins ? tr("… and %1").arg(text) : text, condition, &FilterFlow::narrow, true);
    }
}

} // namespace arbscope
