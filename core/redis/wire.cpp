// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/wire.h"

#include <utility>

namespace arbscope {

void RedisWire::close()
{
    m_transport.reset();
    m_early.clear();
    m_pending = 0;
}

Result<bool> RedisWire::takeIn()
{
    const auto size = m_transport->read(*m_buffer);
    if (!size)
        return std::unexpected(size.error());
    if (*size == 0)
        return false;
    if (m_firstByte == 0)
        m_firstByte = m_buffer->front();
    m_lastHeard.start();
    m_reader.feed(QByteArrayView(m_buffer->data(), *size));
    return true;
}

Result<void> RedisWire::write(QByteArrayView bytes, Wait &wait, int replies)
{
    m_pending += replies;
    while (!bytes.isEmpty()) {
        if (const auto going = wait.check(); !going)
            return going;
        const auto size = m_transport->write(bytes);
        if (!size)
            return std::unexpected(size.error());
        if (*size > 0) {
            bytes = bytes.sliced(*size);
            wait.progressed();
            continue;
        }
        // The socket is full. Take what the server sends meanwhile: it may be waiting for just that.
        const auto came = takeIn();
        if (!came)
            return std::unexpected(came.error());
        if (*came) {
            wait.progressed();
            for (;;) {
                auto reply = m_reader.next();
                if (!reply)
                    return std::unexpected(reply.error());
                if (!*reply)
                    break;
                m_early.push_back(std::move(**reply));
            }
            continue;
        }
        const auto slice = wait.slice();
        if (!slice)
            return std::unexpected(slice.error());
        if (const auto waited = m_transport->wait(true, *slice); !waited)
            return waited;
    }
    return {};
}

Result<RedisReply> RedisWire::read(Wait &wait, BulkBlock *into)
{
    if (!m_early.empty()) {
        RedisReply reply = std::move(m_early.front());
        m_early.pop_front();
        --m_pending;
        if (into)
            moveBulks(reply, *into);
        return reply;
    }
    for (;;) {
        if (const auto going = wait.check(); !going)
            return std::unexpected(going.error());
        auto reply = into ? m_reader.nextBulks(*into) : m_reader.next();
        if (!reply)
            return std::unexpected(reply.error());
        if (*reply) {
            --m_pending;
            return std::move(**reply);
        }
        const auto came = takeIn();
        if (!came)
            return std::unexpected(came.error());
        if (*came) {
            wait.progressed();
            continue;
        }
        const auto slice = wait.slice();
        if (!slice)
            return std::unexpected(slice.error());
        if (const auto waited = m_transport->wait(false, *slice); !waited)
            return std::unexpected(waited.error());
    }
}

Result<std::optional<RedisReply>> RedisWire::takePushed()
{
    if (!m_early.empty()) {
        RedisReply message = std::move(m_early.front());
        m_early.pop_front();
        return message;
    }
    auto message = m_reader.next();
    if (!message || *message)
        return message;
    if (const auto came = takeIn(); !came)
        return std::unexpected(came.error());
    return m_reader.next();
}

Result<bool> RedisWire::isSilent()
{
    const auto came = takeIn();
    if (!came)
        return came;
    return !*came && m_reader.isEmpty() && m_early.empty();
}

} // namespace arbscope
