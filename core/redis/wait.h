// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/rediserror.h"

#include <QDeadlineTimer>

#include <chrono>
#include <stop_token>

namespace arbscope {

/// How long an operation may wait, and who may end it sooner. Waits are cut into slices of at most 50 ms.
class Wait
{
public:
    enum class Counts {
        FromStart, ///< the whole operation has that long
        FromLastProgress ///< that long without a byte
    };

    Wait(std::stop_token stop, std::chrono::milliseconds timeout, Counts counts);

    void progressed(); ///< bytes came or went
    [[nodiscard]] Result<void> check() const; ///< error Cancelled
    [[nodiscard]] Result<int> slice() const; ///< milliseconds to wait now, 1 to 50; error Cancelled or TimedOut
    [[nodiscard]] const std::stop_token &stopToken() const { return m_stop; }
    [[nodiscard]] std::chrono::milliseconds remaining() const;

private:
    std::stop_token m_stop;
    std::chrono::milliseconds m_timeout;
    Counts m_counts;
    QDeadlineTimer m_deadline;
};

/// Until the time has gone by; error Cancelled.
[[nodiscard]] Result<void> pauseFor(std::chrono::milliseconds time, const std::stop_token &stop);

} // namespace arbscope
