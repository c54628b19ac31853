// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/signalwatch.h"

#include <QSocketNotifier>

#include <csignal>
#include <utility>

#include <sys/socket.h>
#include <unistd.h>

namespace arbscope {

namespace {

int signalSockets[2] = {-1, -1}; ///< written by the handler, read by the event loop

void handleSignal(int signal)
{
    const char byte = static_cast<char>(signal);
    [[maybe_unused]] const auto written = write(signalSockets[0], &byte, 1);
}

} // namespace

SignalWatch::SignalWatch(QObject *parent)
    : QObject(parent)
{
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, signalSockets) != 0)
        return;
    auto *notifier = new QSocketNotifier(signalSockets[1], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        char signal = 0;
        [[maybe_unused]] const auto got = read(signalSockets[1], &signal, 1);
        if (signal == SIGUSR1)
            emit lapRequested();
        else
            emit quitRequested();
    });
    struct sigaction action = {};
    action.sa_handler = handleSignal;
    action.sa_flags = SA_RESTART;
    for (const int signal : {SIGINT, SIGTERM, SIGUSR1})
        sigaction(signal, &action, nullptr);
}

SignalWatch::~SignalWatch()
{
    for (const int signal : {SIGINT, SIGTERM, SIGUSR1})
        std::signal(signal, SIG_DFL);
    for (int &socket : signalSockets)
        close(std::exchange(socket, -1));
}

} // namespace arbscope
