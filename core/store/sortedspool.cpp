// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sortedspool.h"

#include "core/store/writeall.h"

#include <utility>

#include <fcntl.h>

namespace arbscope {

namespace {

constexpr std::size_t BlockSize = 256 << 10; // stays in a core's cache until the system has copied it
constexpr qint64 WriteBackSize = 16 << 20;

/// Writes in blocks of BlockSize, looks for a stop at each.
class BlockWriter
{
public:
    BlockWriter(QIODevice &out, const std::stop_token &stop)
        : m_out(out)
        , m_stop(stop)
    { }

    [[nodiscard]] bool write(std::string_view bytes)
    {
        m_block += bytes;
        return m_block.size() < BlockSize || flush();
    }

    [[nodiscard]] bool flush()
    {
        if (m_stop.stop_requested())
            return false;
        const bool written = writeAll(m_out, m_block);
        m_block.clear();
        return written;
    }

private:
    QIODevice &m_out;
    const std::stop_token &m_stop;
    std::string m_block;
};

} // namespace

SortedSpool::SortedSpool(QFileDevice &spool, const QString &folder)
    : m_spool(spool)
    , m_ledger(folder)
    , m_late(folder)
{
    m_buffer.reserve(BlockSize + BlockSize / 4);
}

void SortedSpool::setHeader(std::string_view header)
{
    m_buffer = header;
    m_headerSize = qint64(header.size());
}

std::string &SortedSpool::begin(const TradeKey &key)
{
    m_lateKey.reset();
    if ((m_any && key < m_last) || std::isnan(key.clock)) {
        m_lateKey = key;
        m_lateText.clear();
        return m_lateText;
    }
    m_any = true;
    m_lastId = key.orderId;
    m_last = {key.clock, key.server, m_lastId};
    m_recordStart = m_buffer.size();
    return m_buffer;
}

bool SortedSpool::end()
{
    if (m_lateKey)
        return m_late.add(*m_lateKey, m_lateText) || failed(m_late.errorString());
    if (!m_ledger.append(m_last, std::string_view(m_buffer).substr(m_recordStart), false))
        return failed(m_ledger.errorString());
    return m_buffer.size() < BlockSize || flush();
}

bool SortedSpool::flush()
{
    if (!writeAll(m_spool, m_buffer))
        return failed(m_spool.errorString());
    m_written += qint64(m_buffer.size());
    m_buffer.clear();
    // Lets the disk begin, else all of it would be waited for at the end. It is a hint: no error of it matters.
    if (m_written - m_writtenBack >= WriteBackSize) {
        ::sync_file_range(m_spool.handle(), m_writtenBack, m_written - m_writtenBack, SYNC_FILE_RANGE_WRITE);
        m_writtenBack = m_written;
    }
    return true;
}

bool SortedSpool::finish()
{
    return flush() && (m_spool.flush() || failed(m_spool.errorString()));
}

bool SortedSpool::copyTo(QIODevice &out, const std::stop_token &stop) const
{
    SpanReader reader(m_spool.handle(), 0, m_written, BlockSize);
    BlockWriter writer(out, stop);
    for (qint64 left = m_written; left > 0;) {
        std::string_view bytes;
        const auto size = std::size_t(std::min<qint64>(left, BlockSize));
        if (!reader.read(size, bytes) || !writer.write(bytes))
            return false;
        left -= qint64(size);
    }
    return writer.flush();
}

bool SortedSpool::mergeTo(QIODevice &out, const std::stop_token &stop)
{
    if (!m_late.sort())
        return failed(m_late.errorString());
    if (!m_ledger.flush())
        return failed(m_ledger.errorString());
    SpillReader ledger(m_ledger.reader(0, m_ledger.size(), BlockSize), false);
    SpanReader records(m_spool.handle(), 0, m_written, BlockSize);
    BlockWriter writer(out, stop);
    std::string_view text;
    if (!records.read(std::size_t(m_headerSize), text) || !writer.write(text))
        return failed(out.errorString());
    bool inTime = ledger.next();
    bool late = m_late.next();
    while (inTime || late) {
        const bool takeLate = late && (!inTime || m_late.key() < ledger.key());
        if (takeLate)
            text = m_late.text();
        else if (!records.read(std::size_t(ledger.textSize()), text))
            return failed(m_spool.errorString());
        if (!writer.write(text))
            return failed(out.errorString());
        if (takeLate)
            late = m_late.next();
        else
            inTime = ledger.next();
    }
    if (ledger.failed() || m_late.failed())
        return failed(QStringLiteral("a temporary file could not be read again"));
    return writer.flush() || failed(out.errorString());
}

bool SortedSpool::failed(const QString &error)
{
    m_error = error;
    return false;
}

} // namespace arbscope
