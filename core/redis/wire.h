// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/respreader.h"
#include "core/redis/transport.h"

#include <QElapsedTimer>

#include <array>
#include <deque>
#include <memory>

namespace arbscope {

/// The bytes of one session, and the replies that are read from them. Does not close itself after an error: who uses it
/// does.
class RedisWire
{
public:
    [[nodiscard]] bool isOpen() const { return m_transport != nullptr; }
    void open(std::unique_ptr<Transport> transport) { m_transport = std::move(transport); }
    void close();

    /// Writes all of it, which calls for so many replies.
    [[nodiscard]] Result<void> write(QByteArrayView bytes, Wait &wait, int replies);
    [[nodiscard]] int pending() const { return m_pending; } ///< replies that are owed
    /// The next reply that is owed.
    [[nodiscard]] Result<RedisReply> read(Wait &wait, BulkBlock *into = nullptr);

    // While nothing is owed:
    [[nodiscard]] Result<bool> isSilent(); ///< nothing came, nothing is left over
    [[nodiscard]] Result<std::optional<RedisReply>> takePushed(); ///< a message that is there, else takes in what is
    [[nodiscard]] Result<void> waitForMore(int milliseconds) { return m_transport->wait(false, milliseconds); }

    [[nodiscard]] qint64 silentFor() const { return m_lastHeard.elapsed(); } ///< ms since anything came, once it has
    [[nodiscard]] char firstByte() const { return m_firstByte; } ///< of all that the server ever sent; 0: none yet

private:
    [[nodiscard]] Result<bool> takeIn(); ///< whether there was anything

    std::unique_ptr<Transport> m_transport; ///< none: closed
    RespReader m_reader;
    std::deque<RedisReply> m_early; ///< replies that came while commands were still being written
    std::unique_ptr<std::array<char, RespReader::sliceSize>> m_buffer
        = std::make_unique<std::array<char, RespReader::sliceSize>>();
    int m_pending = 0;
    char m_firstByte = 0;
    QElapsedTimer m_lastHeard;
};

} // namespace arbscope
