// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/followrunner.h"

#include "ui/store/storesession.h"

#include <QThread>

#include <chrono>
#include <condition_variable>
#include <mutex>

using namespace std::chrono_literals;

namespace arbscope {

namespace {

constexpr qint64 TellIntervalMs = 100;
constexpr auto StartAgainAfter = 1s;

void pauseFor(std::chrono::milliseconds time, const std::stop_token &stop)
{
    std::mutex mutex;
    std::unique_lock lock(mutex);
    std::condition_variable_any().wait_for(lock, stop, time, [] { return false; });
}

/// Whether to go on after an error; says so when not.
bool goesOn(FollowLine &line, const RedisError &error, const std::stop_token &stop)
{
    if (stop.stop_requested())
        return false;
    if (!mayPass(error.code)) {
        emit line.gaveUp(error);
        return false;
    }
    emit line.stateChanged(FollowRunner::State::Starting);
    return true;
}

void listen(FollowLine &line, const StoreTarget &target, const QByteArray &server, const std::stop_token &stop)
{
    Follower follower(target.url, target.options, server);
    for (auto started = follower.start({}, stop); !started; started = follower.start({}, stop)) {
        if (!goesOn(line, started.error(), stop))
            return;
        pauseFor(StartAgainAfter, stop);
    }
    emit line.heard(); // of what came while it started
    bool well = false;
    auto mode = follower.mode();
    for (;;) {
        if (!std::exchange(well, true) || follower.mode() != mode) {
            mode = follower.mode();
            emit line.stateChanged(mode == FollowMode::Tracking ? FollowRunner::State::Tracking
                                                                : FollowRunner::State::Polling);
        }
        const auto batch = follower.next(stop);
        if (batch)
            emit line.heard();
        else if (goesOn(line, batch.error(), stop))
            well = false;
        else
            return;
    }
}

} // namespace

FollowRunner::FollowRunner(QObject *parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
    m_tellTimer.setSingleShot(true);
    connect(&m_tellTimer, &QTimer::timeout, this, [this] {
        m_sinceTold.start();
        emit newTrades();
    });
}

FollowRunner::~FollowRunner()
{
    m_stop.request_stop();
    m_pool.waitForDone(); // it ends within 50 ms
}

void FollowRunner::start(const StoreTarget &target, const QByteArray &server)
{
    stop();
    m_stop = std::stop_source();
    m_line = std::shared_ptr<FollowLine>(new FollowLine, [](FollowLine *line) {
        if (line->thread() == QThread::currentThread())
            delete line;
        else
            line->deleteLater();
    });
    connect(m_line.get(), &FollowLine::heard, this, &FollowRunner::tell);
    connect(m_line.get(), &FollowLine::stateChanged, this, &FollowRunner::setState);
    connect(m_line.get(), &FollowLine::gaveUp, this, [this](const RedisError &error) {
        stop();
        emit failed(error);
    });
    m_sinceTold.invalidate();
    m_pool.start([line = m_line, target, server, stop = m_stop.get_token()] { listen(*line, target, server, stop); });
    setState(State::Starting);
}

void FollowRunner::stop()
{
    m_stop.request_stop();
    if (m_line)
        m_line->disconnect(this);
    m_line.reset();
    m_tellTimer.stop();
    setState(State::Off);
}

void FollowRunner::tell()
{
    if (m_tellTimer.isActive())
        return;
    const bool soon = m_sinceTold.isValid() && m_sinceTold.elapsed() < TellIntervalMs;
    m_tellTimer.start(soon ? static_cast<int>(TellIntervalMs - m_sinceTold.elapsed()) : 0);
}

void FollowRunner::setState(State state)
{
    if (std::exchange(m_state, state) != state)
        emit stateChanged();
}

} // namespace arbscope
