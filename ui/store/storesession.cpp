// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/store/storesession.h"

#include <QLoggingCategory>

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace arbscope {

Q_LOGGING_CATEGORY(lcSession, "arbscope.ui.session")

namespace {

constexpr auto SlowAfter = 2s;
constexpr std::chrono::milliseconds LongestReply = 10s; ///< a person waits
constexpr auto LongestBackOff = 30s;

/// Whether the connection is at fault, and not the one request.
bool losesConnection(RedisErrorCode code)
{
    switch (code) {
    case RedisErrorCode::Refused:
    case RedisErrorCode::Unreachable:
    case RedisErrorCode::TimedOut:
    case RedisErrorCode::Tls:
    case RedisErrorCode::Authentication:
    case RedisErrorCode::Protected:
    case RedisErrorCode::Loading:
    case RedisErrorCode::Busy:
    case RedisErrorCode::Closed:
    case RedisErrorCode::Protocol:
        return true;
    default:
        return false;
    }
}

} // namespace

bool mayPass(RedisErrorCode code)
{
    switch (code) {
    case RedisErrorCode::Tls:
    case RedisErrorCode::Authentication:
    case RedisErrorCode::Protected:
    case RedisErrorCode::Permission:
    case RedisErrorCode::Unsupported:
    case RedisErrorCode::Usage:
    case RedisErrorCode::Cancelled:
        return false;
    default:
        return true;
    }
}

StoreSession::StoreSession(QObject *parent, std::chrono::milliseconds idleAfter)
    : QObject(parent)
{
    m_retryTimer.setSingleShot(true);
    connect(&m_retryTimer, &QTimer::timeout, this, &StoreSession::tryToOpen);
    m_slowTimer.setSingleShot(true);
    m_slowTimer.setInterval(SlowAfter);
    connect(&m_slowTimer, &QTimer::timeout, this, [this] { setSlow(true); });
    m_idleTimer.setSingleShot(true);
    m_idleTimer.setInterval(idleAfter);
    connect(&m_idleTimer, &QTimer::timeout, this, &StoreSession::ping);
}

StoreSession::~StoreSession()
{
    m_bulk.stopAll(); // both stop at the same time; the lanes' destructors then wait for them
    m_interactive.stopAll();
}

void StoreSession::open(const StoreTarget &target)
{
    newEpoch();
    m_target = target;
    m_target->options.replyTimeout = std::min(target.options.replyTimeout, LongestReply);
    StoreTarget reader = *m_target; // what writes takes the bulk lane
    reader.options.writable = false;
    m_interactive.connectTo(reader);
    m_bulk.connectTo(target);
    m_attempt = 0;
    m_wasConnected = false;
    m_lastAnswer = {};
    setState(State::Connecting);
    tryToOpen();
}

void StoreSession::retry()
{
    if (!m_target)
        return;
    newEpoch();
    setState(State::Connecting);
    tryToOpen();
}

void StoreSession::giveUp()
{
    if (m_target)
        lose({RedisErrorCode::Cancelled, {}, {}, {}});
}

void StoreSession::close()
{
    newEpoch();
    m_target.reset();
    m_interactive.connectTo(std::nullopt);
    m_bulk.connectTo(std::nullopt);
    m_wasConnected = false;
    setState(State::Closed);
}

void StoreSession::tryToOpen()
{
    m_retryTimer.stop();
    ask(
        this, [](ReportStore &store, std::stop_token stop) { return store.open(std::move(stop)); },
        [this](const Result<void> &opened) {
            if (!opened)
                lose(opened.error()); // an error of any kind: there is no session
        });
}

void StoreSession::setState(State state)
{
    if (state == State::Connected) {
        m_attempt = 0;
        m_wasConnected = true;
    }
    if (m_state == state && state != State::Lost)
        return;
    m_state = state;
    emit stateChanged();
}

void StoreSession::lose(const RedisError &cause)
{
    qCInfo(lcSession) << "store lost:" << cause.message();
    newEpoch();
    m_cause = cause;
    if (mayPass(cause.code)) {
        const auto backOff = std::min<std::chrono::milliseconds>(1s * (1 << std::min(m_attempt, 5)), LongestBackOff);
        ++m_attempt;
        m_retryTimer.start(backOff);
    }
    setState(State::Lost);
}

void StoreSession::ping()
{
    // A connection that has died silently (a sleeping laptop, a router that forgot) shows it here, and not when the
    // user waits for something. connection() asks a PING, and opens a new one in place of one that the store has
    // closed.
    ask(
        this,
        [](ReportStore &store, std::stop_token stop) -> Result<void> {
            if (const auto alive = store.connection(std::move(stop)); !alive)
                return std::unexpected(alive.error());
            return {};
        },
        [](const Result<void> &) {});
}

void StoreSession::begin()
{
    m_idleTimer.stop();
    if (m_underWay++ == 0 && !m_slow)
        m_slowTimer.start();
}

bool StoreSession::settle(quint64 epoch, const RedisError *error)
{
    if (epoch != m_epoch)
        return false;
    if (--m_underWay > 0)
        m_slowTimer.start();
    else
        m_slowTimer.stop();
    setSlow(false);
    if (error && losesConnection(error->code)) {
        lose(*error);
        return false;
    }
    if (m_underWay == 0)
        m_idleTimer.start();
    if (!error || error->code != RedisErrorCode::Cancelled) {
        m_lastAnswer = QDateTime::currentDateTimeUtc();
        if (!error)
            setState(State::Connected);
        emit answered();
    }
    return epoch == m_epoch;
}

void StoreSession::newEpoch()
{
    ++m_epoch;
    m_underWay = 0;
    m_interactive.stopAll();
    m_retryTimer.stop();
    m_slowTimer.stop();
    m_idleTimer.stop();
    setSlow(false);
}

void StoreSession::setSlow(bool slow)
{
    if (std::exchange(m_slow, slow) != slow)
        emit slowChanged(slow);
}

} // namespace arbscope
