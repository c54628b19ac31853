// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/statusline.h"

#include "ui/tasks/taskstrip.h"
#include "ui/text/displaytext.h"
#include "ui/text/sentence.h"
#include "ui/text/timedisplay.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>

namespace arbscope {

StatusLine::StatusLine(const TimeDisplay &times, QWidget *parent)
    : QStatusBar(parent)
    , m_counts(new ElidedLabel)
    , m_net(new ElidedLabel)
    , m_tasks(new TaskStrip)
{
    setObjectName(QStringLiteral("statusLine"));
    m_counts->setObjectName(QStringLiteral("countsLabel"));
    m_counts->setContentsMargins(8, 0, 8, 0);
    m_counts->fitText(10);
    addWidget(m_counts);
    m_net->setObjectName(QStringLiteral("netLabel"));
    m_net->setContentsMargins(8, 0, 8, 0);
    m_net->fitText(10);
    addWidget(m_net); // empty, but never hidden: shown anew, it would stand on a message that shows meanwhile
    addPermanentWidget(m_tasks);
    m_refreshed = addPart("refreshedLabel");
    m_refreshed->setToolTip(tr("When the store answered last"));
    m_zone = addPart("zoneLabel");
    m_zone->setToolTip(tr("The time zone of all times shown"));
    const auto showZone = [this, &times] { m_zone->setText(times.format().zoneLabel()); };
    connect(&times, &TimeDisplay::changed, this, showZone);
    showZone();
    m_following = addPart("followLabel");
    m_following->hide();
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
    QString text = counted(*indexed + notIndexed, tr("1 trade"), tr("%1 trades"));
    if (notIndexed > 0)
        text += u" · "
            + (m_cut ? tr("more than %1 not in the index") : tr("%1 not in the index"))
                  .arg(locale.toString(notIndexed));
    text += u" · " + tr("%1 shown").arg(locale.toString(shown));
    if (selected > 0)
        text += u" · " + tr("%1 selected").arg(locale.toString(selected));
    if (m_marked > 0)
        text += u" · " + tr("%1 marked").arg(locale.toString(m_marked));
    m_counts->setText(text);
}

void StatusLine::setNet(const QString &text, const QString &toolTip)
{
    m_net->setText(text);
    m_net->setToolTip(plainToolTip(toolTip));
}

void StatusLine::setCut(bool cut)
{
    m_cut = cut;
    m_counts->setToolTip(
        cut ? tr("Not every report that the index does not name is listed; an export takes all of them.") : QString());
}

void StatusLine::setFollowing(FollowRunner::State state, bool paused)
{
    m_following->setVisible(state != FollowRunner::State::Off);
    switch (state) {
    case FollowRunner::State::Off:
        break;
    case FollowRunner::State::Starting:
        m_following->setText(tr("Following: connecting…"));
        m_following->setToolTip(tr("Connecting, and seeing what is there"));
        break;
    case FollowRunner::State::Tracking:
        m_following->setText(paused ? tr("Following paused") : tr("Following"));
        m_following->setToolTip(tr("The store tells of new trades at once (client tracking)"));
        break;
    case FollowRunner::State::Polling:
        m_following->setText(paused ? tr("Following paused (asking)") : tr("Following (asking)"));
        m_following->setToolTip(tr("The store is asked for new trades twice a second: it does not tell of them"));
        break;
    }
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
    showWritable(writable);
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

/// A store that can be written to must not be taken for one that cannot.
void StatusLine::showWritable(bool writable)
{
    m_writable = writable;
    m_readOnly->setText(writable ? tr("Writing allowed") : tr("Read-only"));
    m_readOnly->setToolTip(writable ? tr("This store was opened for writing: repairing can change its index")
                                    : tr("This window cannot change anything in the store"));
    QFont font = this->font();
    font.setBold(writable);
    m_readOnly->setFont(font);
    m_readOnly->setAutoFillBackground(writable);
    QPalette own = palette();
    if (writable) {
        own.setColor(QPalette::Window, toneColor(Tone::Failed, palette()));
        own.setColor(QPalette::WindowText, palette().color(QPalette::Base));
    }
    m_readOnly->setPalette(own);
}

void StatusLine::changeEvent(QEvent *event)
{
    QStatusBar::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showWritable(m_writable);
}

} // namespace arbscope
