// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/listpage.h"

#include "ui/filter/filterbar.h"
#include "ui/finding/findbar.h"
#include "ui/list/tradelist.h"
#include "ui/models/orphanfeed.h"
#include "ui/models/serverdirectory.h"
#include "ui/models/tradefeed.h"
#include "ui/models/tradetablemodel.h"
#include "ui/store/storeflow.h"
#include "ui/store/storesession.h"
#include "ui/text/displaytext.h"
#include "ui/text/errortext.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/messagepage.h"
#include "ui/window/windowactions.h"

#include <QAction>
#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace arbscope {

using State = StoreSession::State;

ListPage::ListPage(const Parts &parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_filter(new FilterBar)
    , m_find(new FindBar)
    , m_connection(new Banner)
    , m_notice(new Banner)
    , m_sorting(new Banner)
    , m_stack(new QStackedWidget)
    , m_message(new MessagePage)
    , m_list(new TradeList(parts.model))
{
    m_connection->setObjectName(QStringLiteral("connectionBanner"));
    m_notice->setObjectName(QStringLiteral("noticeBanner"));
    m_sorting->setObjectName(QStringLiteral("sortBanner"));
    m_message->setObjectName(QStringLiteral("messagePage"));
    m_find->setStepActions(*parts.actions.findPrevious, *parts.actions.findNext);
    m_stack->addWidget(m_message);
    m_stack->addWidget(m_list);
    const auto passFocus = [this] { setFocusProxy(m_stack->currentWidget()); };
    connect(m_stack, &QStackedWidget::currentChanged, this, passFocus);
    passFocus();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_filter);
    layout->addWidget(m_find);
    layout->addWidget(m_connection);
    layout->addWidget(m_notice);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_sorting); // below: the header stays under the mouse for the next click

    connect(&parts.session, &StoreSession::stateChanged, this, &ListPage::showSession);
    connect(&parts.session, &StoreSession::slowChanged, this, &ListPage::showSession);
    connect(&parts.feed, &TradeFeed::failed, this, &ListPage::showFailure);
    connect(&parts.directory, &ServerDirectory::failed, this, &ListPage::showFailure);
    const auto succeeded = [this] {
        if (std::exchange(m_failed, false))
            m_connection->hide();
        showState();
    };
    connect(&parts.feed, &TradeFeed::refreshed, this, succeeded);
    connect(&parts.directory, &ServerDirectory::started, this, succeeded);
    connect(&parts.feed, &TradeFeed::reset, this, &ListPage::showState);
    connect(&parts.orphans, &OrphanFeed::changed, this, &ListPage::showState);
    connect(&parts.orphans, &OrphanFeed::looked, this, &ListPage::showState);
}

void ListPage::showSession()
{
    const StoreSession &session = m_parts.session;
    const bool lost = session.state() == State::Lost;
    m_list->setStale(lost);
    m_failed = false;
    if (lost) {
        const ErrorWords words = errorWords(session.cause(), session.target()->url);
        const QString since = session.lastAnswer().isValid()
            ? tr("What you see is from %1.")
                  .arg(QLocale::c().toString(session.lastAnswer().toLocalTime(), u"yyyy-MM-dd HH:mm:ss"))
            : QString();
        QStringList detail{words.advice, words.detail, since,
                           session.willRetry() ? tr("Trying again by itself.") : QString()};
        detail.removeAll(QString());
        m_connection->showMessage(session.wasConnected() ? Banner::Kind::Warning : Banner::Kind::Error, words.title,
                                  detail.join(u'\n'),
                                  {{tr("Retry"), [this] { m_parts.session.retry(); }},
                                   {tr("Connect…"), [this] { m_parts.flow.askForStore(); }}});
    } else if (session.isSlow() && session.state() == State::Connecting) {
        m_connection->showMessage(Banner::Kind::Info, tr("Still connecting to %1").arg(m_parts.flow.title()), {},
                                  {{tr("Cancel"), [this] { m_parts.session.giveUp(); }}});
    } else if (session.isSlow()) {
        m_connection->showMessage(Banner::Kind::Warning, tr("The store has not answered for some seconds."),
                                  tr("What you see may be out of date."),
                                  {{tr("Stop waiting"), [this] { m_parts.session.giveUp(); }}});
    } else if (session.state() != State::Connecting) {
        m_connection->hide();
    }
    showState();
}

void ListPage::showFailure(const RedisError &error)
{
    if (!m_parts.session.target())
        return;
    m_failed = true;
    const ErrorWords words = errorWords(error, m_parts.session.target()->url);
    m_connection->showMessage(Banner::Kind::Error, words.title,
                              words.detail.isEmpty() ? words.advice : QString(words.advice + u'\n' + words.detail),
                              {{tr("Retry"), [this] { m_parts.actions.refresh->trigger(); }}});
    showState();
}

bool ListPage::showMessageForStore()
{
    const WindowActions &actions = m_parts.actions;
    if (m_parts.session.state() == State::Connecting && !m_parts.session.wasConnected()) {
        m_message->setMessage(tr("Connecting…"), m_parts.flow.title(), {actions.closeStore});
    } else if (m_parts.session.state() == State::Lost && !m_parts.feed.total()) {
        m_message->setMessage(tr("Not connected"), m_parts.flow.title(), {actions.retry, actions.connectStore});
    } else if (!m_parts.feed.server() && m_parts.directory.isListing()) {
        m_message->setMessage(tr("Looking for trading servers…"), {});
    } else if (!m_parts.feed.server() && m_failed) {
        m_message->setMessage(tr("The trading servers could not be listed"), {}, {actions.refresh});
    } else if (!m_parts.feed.server() && !m_anyServers) {
        m_message->setMessage(
            tr("No trades in this store"),
            tr("No keys like execution_report:… were found in %1. A bot writes the first one with its first trade.")
                .arg(m_parts.flow.title()),
            {actions.refresh, actions.connectStore});
    } else if (!m_parts.feed.server()) {
        m_message->setMessage(tr("Choose a trading server"), tr("The list on the left has them."));
    } else {
        return false;
    }
    return true;
}

void ListPage::setFiltering(bool filtering, qint64 outOf)
{
    if (filtering == m_filtering && outOf == m_outOf)
        return;
    m_filtering = filtering;
    m_outOf = outOf;
    showState();
}

void ListPage::showState()
{
    if (m_parts.session.state() == State::Closed)
        return;
    const std::optional<qint64> total = m_parts.feed.total();
    if (!showMessageForStore()) {
        const QString server = displayBytes(*m_parts.feed.server());
        if (m_parts.model.rowCount() > 0) {
            m_stack->setCurrentWidget(m_list);
            return;
        }
        if (m_filtering && total) {
            m_message->setMessage(tr("0 of %1 trades match the filter").arg(QLocale().toString(m_outOf)),
                                  tr("The filter hides all of them."), {m_parts.actions.clearFilter});
        } else if (m_failed && !total) {
            m_message->setMessage(tr("The trades of %1 cannot be read").arg(server), {}, {m_parts.actions.refresh});
        } else if (!total) {
            m_message->setMessage(tr("Reading the trades of %1…").arg(server), {});
        } else {
            m_message->setMessage(tr("No trades of %1").arg(server),
                                  m_parts.orphans.isLooking()
                                      ? tr("Looking for reports that the index does not name…")
                                      : tr("The index execution_report_sorted:%1 is empty or not there, and so is "
                                           "execution_report:%1.")
                                            .arg(server),
                                  {m_parts.actions.refresh, m_parts.actions.exportAs});
        }
    }
    m_stack->setCurrentWidget(m_message);
}

} // namespace arbscope
