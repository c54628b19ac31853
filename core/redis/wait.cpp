// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/wait.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <utility>

namespace arbscope {

namespace {

constexpr qint64 longestSlice = 50; // ms: what a cancelled operation may still take

} // namespace

Wait::Wait(std::stop_token stop, std::chrono::milliseconds timeout, Counts counts)
    : m_stop(std::move(stop))
    , m_timeout(timeout)
    , m_counts(counts)
    , m_deadline(timeout)
{ }

void Wait::progressed()
{
    if (m_counts == Counts::FromLastProgress)
        m_deadline = QDeadlineTimer(m_timeout);
}

Result<void> Wait::check() const
{
    if (m_stop.stop_requested())
        return std::unexpected(RedisError{.code = RedisErrorCode::Cancelled});
    return {};
}

Result<int> Wait::slice() const
{
    if (const auto going = check(); !going)
        return std::unexpected(going.error());
    const qint64 left = m_deadline.remainingTime();
    if (left <= 0)
        return std::unexpected(RedisError{.code = RedisErrorCode::TimedOut});
    return static_cast<int>(std::min(left, longestSlice));
}

std::chrono::milliseconds Wait::remaining() const
{
    return std::chrono::milliseconds(m_deadline.remainingTime());
}

Result<void> pauseFor(std::chrono::milliseconds time, const std::stop_token &stop)
{
    std::mutex mutex;
    std::unique_lock lock(mutex);
    std::condition_variable_any().wait_for(lock, stop, time, [] { return false; });
    if (stop.stop_requested())
        return std::unexpected(RedisError{.code = RedisErrorCode::Cancelled});
    return {};
}

} // namespace arbscope
