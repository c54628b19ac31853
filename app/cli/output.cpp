// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include <unistd.h>

namespace arbscope {

namespace {

constexpr std::size_t BufferSize = 256 * 1024;

} // namespace

Output::Output(std::stop_source &stop)
    : m_stop(stop)
    , m_stream(STDOUT_FILENO, stop.get_token())
    , m_isTerminal(::isatty(STDOUT_FILENO) == 1)
{ }

void Output::write(std::string_view data)
{
    m_buffer += data;
    if (m_buffer.size() >= BufferSize) {
        flush();
    }
}

void Output::flush()
{
    const auto size = static_cast<qint64>(m_buffer.size());
    if (!m_failed && size > 0 && m_stream.write(m_buffer.data(), size) != size) {
        m_failed = true;
        m_stop.request_stop();
    }
    m_buffer.clear();
}

} // namespace arbscope
