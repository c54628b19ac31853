// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>
#include <QString>

#include <stop_token>
#include <string>
#include <string_view>

namespace arbscope {

/// Lines of a device of any size, whatever is in them. Takes the memory of a block or of the longest line.
class LineReader
{
public:
    /// Lines of more than `longest` bytes are skipped over without being kept. A file that has nothing to read yet (a
    /// pipe, a terminal) is waited for until the stop token is used.
    LineReader(QIODevice &device, qsizetype longest, std::stop_token stop = {});

    /// Moves to the next line; false at the end, when stopped, and when the device cannot be read (failed()).
    [[nodiscard]] bool next();
    /// Without its \n or \r\n; valid until the next call. Its beginning only when it is too long.
    [[nodiscard]] std::string_view line() const { return m_line; }
    [[nodiscard]] bool isTooLong() const { return m_tooLong; }
    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] QString errorString() const { return m_error; } ///< when failed()
    [[nodiscard]] qint64 bytesRead() const { return m_bytesRead; } ///< up to the end of the line

private:
    [[nodiscard]] bool waitForMore() const;
    [[nodiscard]] qint64 read(char *data, qint64 size);
    [[nodiscard]] bool fill();

    QIODevice &m_device;
    qsizetype m_longest;
    std::stop_token m_stop;
    int m_pipe = -1; ///< descriptor of a file that may have nothing to read yet
    std::string m_block;
    std::size_t m_position = 0;
    std::string_view m_line;
    qint64 m_bytesRead = 0;
    bool m_tooLong = false;
    bool m_atEnd = false;
    bool m_failed = false;
    QString m_error;
};

} // namespace arbscope
