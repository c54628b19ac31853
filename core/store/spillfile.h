// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/tradekey.h"

#include <QTemporaryFile>

#include <string>

namespace arbscope {

/// Reads bytes from a part of an open file in order, by blocks; the file's own position stays as it is.
class SpanReader
{
public:
    /// `from` and `to` are offsets of the file; at least `blockSize` bytes are read at once.
    SpanReader(int descriptor, qint64 from, qint64 to, std::size_t blockSize);

    /// The next `size` bytes, valid until the next call; false when the span ends before or cannot be read.
    [[nodiscard]] bool read(std::size_t size, std::string_view &bytes);
    [[nodiscard]] bool atEnd() const { return m_position == m_block.size() && m_next == m_to; }

private:
    int m_descriptor;
    qint64 m_next; ///< offset of the first byte that is not in the block
    qint64 m_to;
    std::size_t m_blockSize;
    std::string m_block;
    std::size_t m_position = 0;
};

/// A temporary file of trades' keys, with the sizes of their records; gone from its folder when this object is.
class SpillFile
{
public:
    struct Header
    {
        double clock = 0;
        qint64 textSize = 0;
        qint32 server = 0;
        qint32 idSize = 0;
    };

    explicit SpillFile(const QString &folder);

    /// Appends key and size, and the text itself when `withText`.
    [[nodiscard]] bool append(const TradeKey &key, std::string_view text, bool withText);
    [[nodiscard]] bool flush();
    [[nodiscard]] qint64 size() const { return m_size; } ///< bytes appended
    [[nodiscard]] QString errorString() const { return m_file.errorString(); }
    /// After flush().
    [[nodiscard]] SpanReader reader(qint64 from, qint64 to, std::size_t blockSize) const;

private:
    QTemporaryFile m_file;
    std::string m_buffer;
    qint64 m_size = 0;
};

/// Reads what SpillFile::append wrote.
class SpillReader
{
public:
    SpillReader(SpanReader reader, bool withText)
        : m_reader(std::move(reader))
        , m_withText(withText)
    { }

    /// Moves on to the next record; false at the end, and when the file cannot be read (failed()).
    [[nodiscard]] bool next();
    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] TradeKey key() const { return {m_header.clock, m_header.server, m_id}; }
    [[nodiscard]] qint64 textSize() const { return m_header.textSize; }
    [[nodiscard]] std::string_view text() const { return m_text; }

private:
    SpanReader m_reader;
    bool m_withText;
    bool m_failed = false;
    SpillFile::Header m_header;
    std::string m_id;
    std::string_view m_text;
};

} // namespace arbscope
