// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/spillfile.h"

#include "core/store/writeall.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <unistd.h>

namespace arbscope {

namespace {

constexpr std::size_t BufferSize = 256 << 10;

} // namespace

SpanReader::SpanReader(int descriptor, qint64 from, qint64 to, std::size_t blockSize)
    : m_descriptor(descriptor)
    , m_next(from)
    , m_to(to)
    , m_blockSize(blockSize)
{ }

bool SpanReader::read(std::size_t size, std::string_view &bytes)
{
    if (m_block.size() - m_position < size) {
        m_block.erase(0, m_position);
        m_position = 0;
        std::size_t filled = m_block.size();
        const auto left = std::size_t(m_to - m_next);
        m_block.resize(filled + std::min(left, std::max(size - filled, m_blockSize)));
        while (filled < m_block.size()) {
            const ssize_t got = ::pread(m_descriptor, m_block.data() + filled, m_block.size() - filled, m_next);
            if (got < 0 && errno == EINTR)
                continue;
            if (got <= 0)
                return false;
            filled += std::size_t(got);
            m_next += got;
        }
        if (m_block.size() < size)
            return false;
    }
    bytes = std::string_view(m_block).substr(m_position, size);
    m_position += size;
    return true;
}

SpillFile::SpillFile(const QString &folder)
    : m_file(folder + QStringLiteral("/arbscope-XXXXXX"))
{ }

bool SpillFile::append(const TradeKey &key, std::string_view text, bool withText)
{
    const Header header{.clock = key.clock,
                        .textSize = qint64(text.size()),
                        .server = key.server,
                        .idSize = qint32(key.orderId.size())};
    std::array<char, sizeof(Header)> bytes;
    std::memcpy(bytes.data(), &header, sizeof(header));
    const std::size_t before = m_buffer.size();
    m_buffer.append(bytes.data(), bytes.size()).append(key.orderId);
    if (withText)
        m_buffer.append(text);
    m_size += qint64(m_buffer.size() - before);
    return m_buffer.size() < BufferSize || flush();
}

bool SpillFile::flush()
{
    if (!m_file.isOpen() && !m_file.open())
        return false;
    if (!writeAll(m_file, m_buffer) || !m_file.flush())
        return false;
    m_buffer.clear();
    return true;
}

SpanReader SpillFile::reader(qint64 from, qint64 to, std::size_t blockSize) const
{
    return SpanReader(m_file.handle(), from, to, blockSize);
}

bool SpillReader::next()
{
    if (m_failed || m_reader.atEnd())
        return false;
    std::string_view bytes;
    m_failed = !m_reader.read(sizeof(m_header), bytes);
    if (m_failed)
        return false;
    std::memcpy(&m_header, bytes.data(), sizeof(m_header));
    m_failed = !m_reader.read(std::size_t(m_header.idSize), bytes);
    if (m_failed)
        return false;
    m_id = bytes; // the text may take its place in the reader's block
    m_failed = m_withText && !m_reader.read(std::size_t(m_header.textSize), m_text);
    return !m_failed;
}

} // namespace arbscope
