// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/filterflow.h"

#include "core/analysis/filterparser.h"
#include "ui/filter/filterbar.h"
#include "ui/list/tradelist.h"
#include "ui/settings/keys.h"
#include "ui/settings/settings.h"
#include "ui/text/filterwords.h"
#include "ui/text/timedisplay.h"

#include <QKeyEvent>
#include <QLocale>

#include <algorithm>
#include <utility>
#include <variant>

namespace arbscope {

namespace {

constexpr qsizetype MostRemembered = 20;
constexpr int ErrorDelay = 700; // ms

} // namespace

FilterFlow::FilterFlow(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    m_parts.bar.setHistory(m_parts.settings.value(keys::FilterHistory));
    m_parts.list.installEventFilter(this);
    m_parts.empty.installEventFilter(this);
    m_errorTimer.setSingleShot(true);
    m_errorTimer.setInterval(ErrorDelay);
    connect(&m_errorTimer, &QTimer::timeout, this, &FilterFlow::showError);
    connect(&m_parts.bar, &FilterBar::edited, this, &FilterFlow::check);
    connect(&m_parts.bar, &FilterBar::applied, this, &FilterFlow::apply);
    connect(&m_parts.bar, &FilterBar::left, this, &FilterFlow::focusTrades);
    connect(&m_parts.analyst, &TradeAnalyst::progressed, this, &FilterFlow::showProgress);
    connect(&m_parts.times, &TimeDisplay::zoneChanged, this, &FilterFlow::readTimesAnew);
}

/// While it is being written.
void FilterFlow::check(const QString &text)
{
    m_errorTimer.stop();
    if (text.trimmed().isEmpty()) {
        m_parts.bar.setLook(FilterBar::Look::Empty);
        if (isFiltering())
            clear(); // the clear button, or the last letter taken away
        return;
    }
    if (isFiltering() && text == m_text) {
        m_parts.bar.setLook(FilterBar::Look::Applied);
        return;
    }
    const auto filter = parseFilter(text, m_parts.times.zone());
    m_parts.bar.setLook(filter ? FilterBar::Look::Valid : FilterBar::Look::Invalid);
    if (!filter)
        m_errorTimer.start();
    else if (std::holds_alternative<AnyTextHas>((*filter)->node))
        m_parts.bar.showNote(tr("Searches every text for these words."));
}

void FilterFlow::showError()
{
    if (const auto filter = parseFilter(m_parts.bar.text(), m_parts.times.zone()); !filter)
        m_parts.bar.showError(filterWords(filter.error()), filter.error().at, filter.error().length);
}

void FilterFlow::apply(const QString &text)
{
    const QString before = m_text;
    if (!take(text) || m_text == before)
        return;
    m_undo = m_undo.mid(std::max<qsizetype>(0, m_undo.size() - MostRemembered + 1)) << before;
    m_redo.clear();
    emit changed();
}

/// False: it is no filter, and the list stays as it was.
bool FilterFlow::take(const QString &text)
{
    if (text.trimmed().isEmpty()) {
        m_filter.reset();
        m_text.clear();
        choose();
        m_parts.bar.setText({});
        emit changed();
        return true;
    }
    auto filter = parseFilter(text, m_parts.times.zone());
    if (!filter) {
        check(text);
        showError();
        return false;
    }
    m_filter = std::move(*filter);
    m_text = text;
    remember(text);
    if (m_parts.bar.text() != text)
        m_parts.bar.setText(text);
    check(text);
    choose();
    focusTrades();
    emit changed();
    return true;
}

void FilterFlow::narrow(const QString &condition)
{
    if (!canJoin())
        return;
    const bool isEither = isFiltering() && std::holds_alternative<Or>(m_filter->node);
    const QString both = !isFiltering() ? condition
        : isEither                      ? QString(u'(' + m_text + u") and " + condition)
                                        : QString(m_text + u" and " + condition);
    apply(both);
}

void FilterFlow::widen(const QString &condition)
{
    if (canJoin()) // nothing binds looser than `or`
        apply(isFiltering() ? QString(m_text + u" or " + condition) : condition);
}

bool FilterFlow::canJoin()
{
    if (!isFiltering() || !std::holds_alternative<AnyTextHas>(m_filter->node))
        return true;
    m_parts.bar.showNote(tr("A search for words cannot be joined with a condition."));
    return false;
}

void FilterFlow::undo()
{
    if (m_undo.isEmpty())
        return;
    m_redo << m_text;
    if (!take(m_undo.takeLast()))
        m_redo.removeLast();
}

void FilterFlow::redo()
{
    if (m_redo.isEmpty())
        return;
    m_undo << m_text;
    if (!take(m_redo.takeLast()))
        m_undo.removeLast();
}

/// A day in the filter applied is a day of the zone that times are shown in.
void FilterFlow::readTimesAnew()
{
    const auto isTime = [](FieldId field) { return fields()[std::size_t(field)].unit == MemberUnit::EpochSeconds; };
    if (!isFiltering() || std::ranges::none_of(fieldsOf(*m_filter), isTime))
        return;
    if (auto filter = parseFilter(m_text, m_parts.times.zone())) { // no error in another zone
        m_filter = std::move(*filter);
        choose();
        emit changed();
    }
}

void FilterFlow::choose()
{
    TradeChoice choice = m_parts.analyst.choice();
    choice.filter = m_filter;
    m_parts.analyst.choose(choice);
}

void FilterFlow::remember(const QString &text)
{
    QStringList history = m_parts.settings.value(keys::FilterHistory);
    history.removeAll(text);
    history.prepend(text);
    m_parts.settings.setValue(keys::FilterHistory, history.mid(0, MostRemembered));
    m_parts.bar.setHistory(history.mid(0, MostRemembered));
}

void FilterFlow::showProgress()
{
    emit changed();
    if (!isFiltering() || m_parts.bar.text() != m_text)
        return;
    const QLocale locale;
    if (m_parts.analyst.isReading() && m_parts.analyst.read() < m_parts.analyst.total())
        m_parts.bar.showNote(
            tr("Looking through the trades: %1 of %2")
                .arg(locale.toString(m_parts.analyst.read()), locale.toString(m_parts.analyst.total())));
    else
        m_parts.bar.showNote({});
}

void FilterFlow::focusTrades()
{
    QWidget &shown = m_parts.list.isHidden() ? m_parts.empty : m_parts.list;
    shown.setFocus();
}

/// Typing in the list begins a filter; also where one hides them all.
bool FilterFlow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool plain = (key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
    const QString text = key->text();
    if (!plain || text.isEmpty() || !text.front().isPrint() || text.front().isSpace())
        return QObject::eventFilter(watched, event);
    m_parts.bar.focusText();
    m_parts.bar.insertText(text);
    return true;
}

} // namespace arbscope
