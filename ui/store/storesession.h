// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tasks/storelane.h"

#include <QDateTime>
#include <QFutureWatcher>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <utility>

namespace arbscope {

/// Whether an error can pass without the user's doing, so that trying again helps.
[[nodiscard]] bool mayPass(RedisErrorCode code);

/// The window's connection to one store: two lanes (interactive for pages and details, bulk for listings and exports),
/// how it stands with the store, and when it tries again. Never blocks; answers come back on this object's thread.
class StoreSession final : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Closed, ///< no store
        Connecting, ///< for the first time, or again at the user's wish
        Connected,
        Lost, ///< cause() says why; tries again by itself where that can help
    };
    Q_ENUM(State)

    /// `idleAfter`: how long it may be silent before it is asked whether it is still there.
    explicit StoreSession(QObject *parent = nullptr, std::chrono::milliseconds idleAfter = std::chrono::seconds(20));
    ~StoreSession() override;

    void open(const StoreTarget &target);
    void retry(); ///< at once, instead of waiting for the next attempt
    void giveUp(); ///< drops what is under way with a store that does not answer; Lost, and no attempt by itself
    void close();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isSlow() const { return m_slow; } ///< a request waits for its answer for more than two seconds
    [[nodiscard]] bool wasConnected() const { return m_wasConnected; } ///< since open()
    /// None is open, or one that has not answered yet: what was shown of another one does not belong to it.
    [[nodiscard]] bool isFresh() const
    {
        return m_state == State::Closed || (m_state == State::Connecting && !m_wasConnected);
    }
    [[nodiscard]] bool willRetry() const { return m_retryTimer.isActive(); }
    [[nodiscard]] const RedisError &cause() const { return m_cause; }
    [[nodiscard]] const std::optional<StoreTarget> &target() const { return m_target; }
    [[nodiscard]] QDateTime lastAnswer() const { return m_lastAnswer; }

    /// Runs `work(ReportStore &, std::stop_token) -> Result<T>` on the interactive lane and `then(Result<T>)` here,
    /// unless `context` is gone, the request was stopped (by what is returned), or the connection was lost or changed
    /// meanwhile.
    template <class Work, class Then> std::stop_source ask(QObject *context, Work work, Then then);
    [[nodiscard]] StoreLane &bulk() { return m_bulk; }

signals:
    void stateChanged();
    void slowChanged(bool slow);
    void answered(); ///< lastAnswer() is new

private:
    void tryToOpen();
    void setState(State state);
    void lose(const RedisError &cause);
    void begin();
    bool settle(quint64 epoch, const RedisError *error); ///< false: an answer that nobody waits for any more
    void newEpoch();
    void setSlow(bool slow);
    void ping();

    State m_state = State::Closed;
    std::optional<StoreTarget> m_target;
    RedisError m_cause;
    QDateTime m_lastAnswer;
    QTimer m_retryTimer;
    QTimer m_slowTimer;
    QTimer m_idleTimer; ///< while nothing is under way
    quint64 m_epoch = 0; ///< answers of an older one are dropped
    int m_attempt = 0;
    int m_underWay = 0; ///< requests of this epoch without an answer
    bool m_slow = false;
    bool m_wasConnected = false;
    StoreLane m_bulk;
    StoreLane m_interactive;
};

template <class Work, class Then> std::stop_source StoreSession::ask(QObject *context, Work work, Then then)
{
    using Answer = std::invoke_result_t<Work, ReportStore &, std::stop_token>;
    const Answer cancelled = std::unexpected(RedisError{RedisErrorCode::Cancelled, {}, {}, {}});
    std::stop_source request;
    begin();
    // Not QFuture::then(): Qt 6.4 may run a continuation twice when the work ends while it is being attached.
    auto *watcher = new QFutureWatcher<Answer>(this);
    connect(watcher, &QFutureWatcherBase::finished, this,
            [this, watcher, epoch = m_epoch, request, guard = QPointer<QObject>(context),
             then = std::move(then)]() mutable {
                watcher->deleteLater();
                Answer answer = watcher->result(); // takeResult() resets what the worker may still be ending
                if (settle(epoch, answer ? nullptr : &answer.error()) && guard && !request.stop_requested())
                    then(std::move(answer));
            });
    watcher->setFuture(m_interactive.run<Answer>(
        std::stop_source(), cancelled,
        [work = std::move(work), request, cancelled](ReportStore &store, std::stop_token stop,
                                                     QPromise<Answer> &promise) {
            // Only before its turn: to break off in the middle would cost the connection.
            promise.addResult(request.stop_requested() ? cancelled : work(store, std::move(stop)));
        }));
    return request;
}

} // namespace arbscope
