// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/periodpicker.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

#include <cmath>
#include <limits>

namespace arbscope {

namespace {

QDateTimeEdit *timeEdit(const QString &name, const QString &label, QWidget *parent)
{
    auto *edit = new QDateTimeEdit(parent);
    edit->setObjectName(name);
    edit->setAccessibleName(label);
    edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    edit->setCalendarPopup(true);
    // The field holds a wall clock time; which zone it is in is ours to say (QDateTimeEdit knows local and UTC only).
    edit->setTimeSpec(Qt::UTC);
    return edit;
}

} // namespace

PeriodPicker::PeriodPicker(const QTimeZone &zone, const QDateTime &now, QWidget *parent)
    : QWidget(parent)
    , m_zone(zone)
    , m_now(now.toTimeZone(zone))
    , m_choice(new QComboBox(this))
    , m_from(timeEdit(QStringLiteral("from"), tr("From"), this))
    , m_to(timeEdit(QStringLiteral("to"), tr("To"), this))
{
    m_choice->setObjectName(QStringLiteral("period"));
    m_choice->addItem(tr("All trades"), All);
    m_choice->addItem(tr("Today"), Today);
    m_choice->addItem(tr("Yesterday"), Yesterday);
    m_choice->addItem(tr("Last 7 days"), LastSevenDays);
    m_choice->addItem(tr("Last 30 days"), LastThirtyDays);
    m_choice->addItem(tr("From – to"), Custom);
    m_to->setToolTip(tr("Trades within this second still belong to the period"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_choice);
    row->addWidget(m_from, 1);
    row->addWidget(new QLabel(QStringLiteral("–"), this));
    row->addWidget(m_to, 1);
    setFocusProxy(m_choice);
    show(m_now.date().startOfDay(zone), m_now);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &PeriodPicker::applyChoice);
    connect(m_from, &QDateTimeEdit::dateTimeChanged, this, &PeriodPicker::changed);
    connect(m_to, &QDateTimeEdit::dateTimeChanged, this, &PeriodPicker::changed);
    applyChoice();
}

void PeriodPicker::setChoice(Choice choice)
{
    m_choice->setCurrentIndex(m_choice->findData(choice));
}

void PeriodPicker::setCustom(const QDateTime &from, const QDateTime &to)
{
    setChoice(Custom);
    show(from.toTimeZone(m_zone), to.toTimeZone(m_zone));
    emit changed();
}

void PeriodPicker::applyChoice()
{
    const auto choice = m_choice->currentData().value<int>();
    const QDate today = m_now.date();
    const QDateTime endOfToday = today.endOfDay(m_zone);
    if (choice == Today)
        show(today.startOfDay(m_zone), endOfToday);
    else if (choice == Yesterday)
        show(today.addDays(-1).startOfDay(m_zone), today.addDays(-1).endOfDay(m_zone));
    else if (choice == LastSevenDays)
        show(today.addDays(-6).startOfDay(m_zone), endOfToday);
    else if (choice == LastThirtyDays)
        show(today.addDays(-29).startOfDay(m_zone), endOfToday);
    m_from->setEnabled(choice == Custom);
    m_to->setEnabled(choice == Custom);
    emit changed();
}

void PeriodPicker::show(const QDateTime &from, const QDateTime &to)
{
    const QSignalBlocker first(m_from);
    const QSignalBlocker second(m_to);
    m_from->setDateTime(QDateTime(from.date(), from.time(), Qt::UTC));
    m_to->setDateTime(QDateTime(to.date(), to.time(), Qt::UTC));
}

QDateTime PeriodPicker::inZone(const QDateTimeEdit *edit) const
{
    return {edit->date(), edit->time(), m_zone};
}

Period PeriodPicker::period() const
{
    constexpr double Endless = std::numeric_limits<double>::infinity();
    if (m_choice->currentData().value<int>() == All)
        return {-Endless, Endless};
    const double lastSecond = double(inZone(m_to).toSecsSinceEpoch());
    return {double(inZone(m_from).toSecsSinceEpoch()), std::nextafter(lastSecond + 1, lastSecond)};
}

bool PeriodPicker::isValid() const
{
    return period().since <= period().until;
}

} // namespace arbscope
