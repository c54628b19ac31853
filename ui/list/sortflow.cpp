// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/sortflow.h"

#include "core/analysis/tradetable.h"
#include "ui/analysis/tradeanalyst.h"
#include "ui/columns/columns.h"
#include "ui/list/tradelist.h"
#include "ui/store/storesession.h"
#include "ui/widgets/banner.h"

#include <QLocale>

#include <algorithm>

namespace arbscope {

namespace {

const TradeColumn &columnOf(const SortMark &mark)
{
    return tradeColumns()[static_cast<size_t>(mark.column)];
}

/// The way that a first click sorts: the greatest numbers and the newest times on top, texts as in a register.
bool descendsFirst(int column)
{
    const TradeColumn &shown = tradeColumns()[static_cast<size_t>(column)];
    const MemberType type = fields()[static_cast<size_t>(shown.fields.front())].type;
    return type != MemberType::Text;
}

} // namespace

SortFlow::SortFlow(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connect(&parts.list, &TradeList::headerClicked, this, &SortFlow::click);
    connect(&parts.list, &TradeList::sortRequested, this, &SortFlow::sortBy);
    connect(&parts.list, &TradeList::sortingCleared, this, &SortFlow::clear);
    connect(&parts.banner, &Banner::closed, this, &SortFlow::clear);
    connect(&parts.analyst, &TradeAnalyst::progressed, this, &SortFlow::showState);
    connect(&parts.session, &StoreSession::stateChanged, this, [this] {
        if (m_parts.session.isFresh())
            clear();
    });
}

void SortFlow::click(int column, bool withShift)
{
    const bool isClock = tradeColumns()[static_cast<size_t>(column)].id == u"clock";
    if (isClock && !withShift) {
        if (isSorted())
            clear();
        else
            emit orderClicked();
        return;
    }
    if (!canSortBy(column))
        return;
    const bool first = descendsFirst(column);
    const auto known = std::ranges::find(m_marks, column, &SortMark::column);
    if (!withShift && (m_marks.size() != 1 || known == m_marks.end()))
        m_marks = {{column, first}};
    else if (known == m_marks.end())
        m_marks.push_back({column, first});
    else if (known->descending == first)
        known->descending = !first;
    else
        m_marks.erase(known);
    apply();
}

void SortFlow::sortBy(int column, bool descending)
{
    if (!canSortBy(column))
        return;
    m_marks = {{column, descending}};
    apply();
}

void SortFlow::clear()
{
    if (!isSorted())
        return;
    m_marks.clear();
    apply();
}

bool SortFlow::canSortBy(int column)
{
    const TradeColumn &shown = tradeColumns()[static_cast<size_t>(column)];
    static const std::vector<FieldId> kept = TradeTable::allButRawAnswers();
    const bool can = std::ranges::all_of(shown.fields, [](FieldId field) {
        return fields()[static_cast<size_t>(field)].origin != Field::Origin::Member
            || std::ranges::find(kept, field) != kept.end();
    });
    if (!can)
        emit refused(tr("The exchanges' raw answers cannot be sorted by."));
    return can;
}

void SortFlow::apply()
{
    TradeChoice choice = m_parts.analyst.choice();
    choice.keys.clear();
    for (const SortMark &mark : m_marks) {
        for (const FieldId field : columnOf(mark).fields)
            choice.keys.push_back({field, mark.descending});
    }
    m_parts.list.setSortMarks(m_marks);
    m_parts.analyst.choose(choice);
    showState();
    emit changed();
}

void SortFlow::showState()
{
    if (!isSorted()) {
        m_shown.clear();
        m_parts.banner.hide();
        return;
    }
    QStringList names;
    for (const SortMark &mark : m_marks)
        names << (mark.descending ? tr("%1 (descending)") : tr("%1 (ascending)")).arg(columnOf(mark).title);
    const QLocale locale;
    const TradeAnalyst &analyst = m_parts.analyst;
    const QString title = tr("Sorted by %1").arg(names.join(tr(", then ")));
    QString detail;
    if (analyst.isFull())
        detail = tr("There is not enough memory to sort %1 trades: they stand in the order of time.")
                     .arg(locale.toString(analyst.total()));
    else if (analyst.isReading() && analyst.read() < analyst.total())
        detail = tr("Reading the trades: %1 of %2; then they are sorted.")
                     .arg(locale.toString(analyst.read()), locale.toString(analyst.total()));
    if (const QString shown = title + detail; std::exchange(m_shown, shown) != shown)
        m_parts.banner.showMessage(Banner::Kind::Info, title, detail, {{tr("Clear sorting"), [this] { clear(); }}});
}

} // namespace arbscope
