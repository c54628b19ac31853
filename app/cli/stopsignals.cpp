// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/stopsignals.h"

#include <fcntl.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>

namespace arbscope {

namespace {

constexpr std::array Signals = {SIGINT, SIGTERM, SIGHUP};

// The handler may touch nothing but these.
std::atomic<int> signalPipe = -1;
std::atomic<bool> signalReceived = false;
static_assert(std::atomic<int>::is_always_lock_free && std::atomic<bool>::is_always_lock_free);

constexpr char SignalByte = 's';
constexpr char EndByte = 'e';

extern "C" void onSignal(int)
{
    const int error = errno;
    signalReceived = true;
    // A full pipe has told already.
    [[maybe_unused]] const auto written = ::write(signalPipe, &SignalByte, 1);
    errno = error;
}

} // namespace

StopSignals::StopSignals(const std::stop_source &stop)
{
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        return; // the signals then end the program as they do by default
    }
    m_readEnd = FileDescriptor(ends[0]);
    m_writeEnd = FileDescriptor(ends[1]);
    signalPipe = ends[1];
    m_watcher = std::thread([descriptor = ends[0], stop = stop]() mutable {
        char byte = 0;
        while (::read(descriptor, &byte, 1) < 0 && errno == EINTR) { }
        if (byte == SignalByte) {
            stop.request_stop();
        }
    });
    for (const int signal : Signals) {
        struct sigaction before = {};
        ::sigaction(signal, nullptr, &before);
        if (before.sa_handler != SIG_IGN) {
            struct sigaction action = {};
            action.sa_handler = onSignal;
            ::sigaction(signal, &action, nullptr);
        }
    }
}

StopSignals::~StopSignals()
{
    if (!m_watcher.joinable()) {
        return;
    }
    [[maybe_unused]] const auto written = ::write(m_writeEnd.get(), &EndByte, 1);
    m_watcher.join();
    for (const int signal : Signals) {
        struct sigaction now = {};
        ::sigaction(signal, nullptr, &now);
        if (now.sa_handler == onSignal) {
            ::signal(signal, SIG_DFL);
        }
    }
    signalPipe = -1;
}

bool StopSignals::received()
{
    return signalReceived;
}

} // namespace arbscope
