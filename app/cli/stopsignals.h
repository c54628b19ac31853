// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/filedescriptor.h"

#include <stop_token>
#include <thread>

namespace arbscope {

/// Turns SIGINT, SIGTERM and SIGHUP into a stop request, as long as it lives; there is one in a program. A signal that
/// was ignored when the program began (nohup) stays ignored.
class StopSignals
{
public:
    explicit StopSignals(const std::stop_source &stop);
    ~StopSignals();
    StopSignals(const StopSignals &) = delete;
    StopSignals &operator=(const StopSignals &) = delete;

    [[nodiscard]] static bool received();

private:
    FileDescriptor m_readEnd;
    FileDescriptor m_writeEnd;
    std::thread m_watcher;
};

} // namespace arbscope
