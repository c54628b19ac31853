// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/outputstream.h"

#include <stop_token>
#include <string>
#include <string_view>

namespace arbscope {

/// Standard output. Collects what is written; when it cannot be written any more, the work is asked to stop and
/// failed() tells main why.
class Output
{
public:
    explicit Output(std::stop_source &stop);

    void write(std::string_view data);
    void flush(); ///< for what others wait for
    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] bool readerIsGone() const { return m_stream.readerIsGone(); } ///< as with | head: nobody's fault
    [[nodiscard]] QString errorString() const { return m_stream.errorString(); }
    [[nodiscard]] bool isTerminal() const { return m_isTerminal; }
    /// For what writes to a device by itself; flush() before, noteFailure() after.
    [[nodiscard]] QIODevice &device() { return m_stream; }
    void noteFailure() { m_failed = true; }

private:
    std::stop_source &m_stop;
    OutputStream m_stream;
    std::string m_buffer;
    bool m_failed = false;
    bool m_isTerminal;
};

} // namespace arbscope
