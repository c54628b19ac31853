// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/outputstream.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>

namespace arbscope {

OutputStream::OutputStream(int descriptor, std::stop_token stop)
    : m_descriptor(descriptor)
    , m_stop(std::move(stop))
    , m_wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    struct stat about = {};
    m_isRegular = ::fstat(m_descriptor, &about) == 0 && S_ISREG(about.st_mode);
    m_onStop.emplace(m_stop, [wake = m_wake.get()] { ::eventfd_write(wake, 1); });
    open(WriteOnly | Unbuffered);
}

OutputStream::~OutputStream() = default;

/// False when stopped.
bool OutputStream::waitUntilReady() const
{
    std::array<pollfd, 2> entries{
        {{.fd = m_descriptor, .events = POLLOUT, .revents = 0}, {.fd = m_wake.get(), .events = POLLIN, .revents = 0}}};
    while (::poll(entries.data(), entries.size(), -1) < 0 && errno == EINTR) { }
    return !m_stop.stop_requested();
}

qint64 OutputStream::fail(int error)
{
    m_readerIsGone = error == EPIPE;
    setErrorString(qt_error_string(error));
    return -1;
}

qint64 OutputStream::readData(char *, qint64)
{
    return -1;
}

qint64 OutputStream::writeData(const char *data, qint64 size)
{
    // A pipe that is ready takes at least PIPE_BUF bytes without waiting.
    const qint64 most = m_isRegular ? size : PIPE_BUF;
    qint64 done = 0;
    while (done < size) {
        if (m_isRegular ? m_stop.stop_requested() : !waitUntilReady()) {
            return fail(ECANCELED);
        }
        const auto count = ::write(m_descriptor, data + done, static_cast<std::size_t>(std::min(most, size - done)));
        if (count >= 0) {
            done += count;
        } else if (errno != EINTR && errno != EAGAIN) {
            return fail(errno);
        }
    }
    return done;
}

} // namespace arbscope
