// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/statusline.h"

#include "ui/tasks/taskstrip.h"
#include "ui/timeformat.h"

#include <QLabel>
#include <QLocale>

namespace arbscope {

StatusLine::StatusLine(QWidget *parent)
    : QStatusBar(parent)
    , m_counts(new QLabel)
    , m_tasks(new TaskStrip)
{
    setObjectName(QStringLiteral("statusLine"));
    m_counts->setObjectName(QStringLiteral("countsLabel"));
    m_counts->setContentsMargins(8, 0, 8, 0);
    addWidget(m_counts);
    addPermanentWidget(m_tasks);
    m_refreshed = addPart("refreshedLabel");
    m_refreshed->setToolTip(tr("When the store answered last"));
    m_zone = addPart("zoneLabel");
    m_zone->setToolTip(tr("The time zone of all times shown"));
    m_readOnly = addPart("readOnlyLabel");
    m_state = addPart("stateLabel");
    setCounts(std::nullopt, 0, 0, 0);
}

QLabel *StatusLine::addPart(const char *name)
{
    auto *label = new QLabel;
    label->setObjectName(QLatin1StringView(name));
    label->setTextFormat(Qt::PlainText);
    label->setContentsMargins(6, 0, 6, 0);
    addPermanentWidget(label);
    return label;
}

void StatusLine::setCounts(std::optional<qint64> indexed, qint64 notIndexed, qint64 shown, qint64 selected)
{
    if (!indexed) {
        m_counts->clear();
        return;
    }
    const QLocale locale;
    QString text = tr("%1 trades").arg(locale.toString(*indexed + notIndexed));
    if (notIndexed > 0)
        text += u" · " + tr("%1 not in the index").arg(locale.toString(notIndexed));
    text += u" · " + tr("%1 shown").arg(locale.toString(shown));
    if (selected > 0)
        text += u" · " + tr("%1 selected").arg(locale.toString(selected));
    m_counts->setText(text);
}

void StatusLine::setTimeFormat(const TimeFormat &format)
{
    m_zone->setText(format.zoneLabel());
}

void StatusLine::setSession(const StoreSession &session)
{
    using State = StoreSession::State;
    const bool open = session.state() != State::Closed;
    m_readOnly->setVisible(open);
    m_refreshed->setVisible(open && session.lastAnswer().isValid());
    m_state->setVisible(open);
    m_zone->setVisible(open);
    if (!open)
        return;
    const bool writable = session.target() && session.target()->options.writable;
    m_readOnly->setText(writable ? tr("Read and write") : tr("Read-only"));
    m_readOnly->setToolTip(writable ? QString() : tr("This window cannot change anything in the store"));
    m_refreshed->setText(
        tr("Refreshed %1").arg(QLocale::c().toString(session.lastAnswer().toLocalTime().time(), u"HH:mm:ss")));
    switch (session.state()) {
    case State::Closed:
        break;
    case State::Connecting:
        m_state->setText(tr("Connecting…"));
        break;
    case State::Connected:
        m_state->setText(session.isSlow() ? tr("Waiting for the store…") : tr("Connected"));
        break;
    case State::Lost:
        m_state->setText(session.willRetry() ? tr("Not connected, trying again…") : tr("Not connected"));
        break;
    }
}

} // namespace arbscope
