// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/linereader.h"

#include <QFileDevice>

#include <cerrno>
#include <utility>

#include <poll.h>
#include <unistd.h>

namespace arbscope {

namespace {

constexpr std::size_t BlockSize = 1 << 20;
constexpr int StopMilliseconds = 50; // how soon a stop is noticed

} // namespace

LineReader::LineReader(QIODevice &device, qsizetype longest, std::stop_token stop)
    : m_device(device)
    , m_longest(longest)
    , m_stop(std::move(stop))
{
    if (const auto *file = qobject_cast<const QFileDevice *>(&device); file && file->isSequential())
        m_pipe = file->handle();
}

/// Waits until read() will not block; false when stopped.
bool LineReader::waitForMore() const
{
    while (!m_stop.stop_requested()) {
        if (m_pipe < 0)
            return true;
        pollfd entry{.fd = m_pipe, .events = POLLIN, .revents = 0};
        const int ready = ::poll(&entry, 1, StopMilliseconds);
        if (ready > 0 || (ready < 0 && errno != EINTR)) // a signal may be what asks to stop
            return true; // an error is read()'s to tell
    }
    return false;
}

qint64 LineReader::read(char *data, qint64 size)
{
    if (m_pipe < 0) {
        const qint64 got = m_device.read(data, size);
        if (got < 0)
            m_error = m_device.errorString();
        return got;
    }
    for (;;) { // QFile::read() would wait until all of `size` is there
        const ssize_t got = ::read(m_pipe, data, std::size_t(size));
        if (got >= 0)
            return got;
        if (errno != EINTR) {
            m_error = qt_error_string(errno);
            return got;
        }
    }
}

/// Reads more behind what is left; false at the end of the device.
bool LineReader::fill()
{
    if (!waitForMore()) {
        m_atEnd = true;
        return false;
    }
    m_block.erase(0, m_position);
    m_position = 0;
    const std::size_t kept = m_block.size();
    m_block.resize(kept + BlockSize);
    const qint64 got = read(m_block.data() + kept, qint64(BlockSize));
    m_block.resize(kept + std::size_t(std::max<qint64>(0, got)));
    m_failed = got < 0;
    m_atEnd = got <= 0;
    return !m_atEnd;
}

bool LineReader::next()
{
    m_tooLong = false;
    std::size_t end = m_block.find('\n', m_position);
    while (end == std::string::npos && !m_atEnd) {
        const std::size_t searched = m_block.size() - m_position;
        if (searched > std::size_t(m_longest)) {
            m_tooLong = true;
            m_bytesRead += qint64(searched);
            m_position = m_block.size();
        }
        const std::size_t from = m_tooLong ? 0 : searched;
        if (fill())
            end = m_block.find('\n', from);
    }
    if (m_failed || m_stop.stop_requested() || (end == std::string::npos && m_position == m_block.size() && !m_tooLong))
        return false;
    const std::size_t size = (end == std::string::npos ? m_block.size() : end) - m_position;
    m_line = std::string_view(m_block).substr(m_position, size);
    m_tooLong = m_tooLong || size > std::size_t(m_longest);
    m_position += size + (end == std::string::npos ? 0 : 1);
    m_bytesRead += qint64(size + (end == std::string::npos ? 0 : 1));
    if (m_line.ends_with('\r') && end != std::string::npos)
        m_line.remove_suffix(1);
    return true;
}

} // namespace arbscope
