// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/follow.h"
#include "ui/store/storetarget.h"

#include <QElapsedTimer>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <memory>
#include <stop_token>

namespace arbscope {

class FollowLine;

/// Listens for new trades of one server, on a thread and connections of its own. Only says that there are some, ten
/// times a second at most: whoever shows them reads them. Connects again by itself as long as that can help.
class FollowRunner final : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Off,
        Starting, ///< or connecting again
        Tracking, ///< the store tells
        Polling, ///< the store is asked
    };
    Q_ENUM(State)

    explicit FollowRunner(QObject *parent = nullptr);
    ~FollowRunner() override;

    void start(const StoreTarget &target, const QByteArray &server); ///< what ran before ends
    void stop();
    [[nodiscard]] State state() const { return m_state; }

signals:
    void newTrades();
    void stateChanged();
    void failed(const arbscope::RedisError &error); ///< it is off now: trying again would not help

private:
    void tell();
    void setState(State state);

    State m_state = State::Off;
    QThreadPool m_pool;
    std::stop_source m_stop;
    std::shared_ptr<FollowLine> m_line; ///< what the thread says of this run
    QTimer m_tellTimer;
    QElapsedTimer m_sinceTold;
};

/// The voice of a listening thread; lives on the thread of the runner.
class FollowLine final : public QObject
{
    Q_OBJECT
signals:
    void heard();
    void stateChanged(arbscope::FollowRunner::State state);
    void gaveUp(const arbscope::RedisError &error);
};

} // namespace arbscope
