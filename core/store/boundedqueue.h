// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace arbscope {

/// A small queue between one thread that produces and one that consumes; each waits for the other without spinning.
/// Either side may end it: the producer by close() (what is queued is still consumed), the consumer by abandon().
template <class T> class BoundedQueue
{
public:
    explicit BoundedQueue(std::size_t capacity)
        : m_capacity(capacity)
    { }

    /// Waits for room; false when the consumer has abandoned the queue, the item is dropped then.
    [[nodiscard]] bool push(T &&item)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this]() { return m_items.size() < m_capacity || m_abandoned; });
        if (m_abandoned)
            return false;
        m_items.push_back(std::move(item));
        if (m_items.size() == 1)
            m_changed.notify_one();
        return true;
    }

    /// Waits for an item; none when the queue is closed and empty.
    [[nodiscard]] std::optional<T> pop()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this]() { return !m_items.empty() || m_closed; });
        if (m_items.empty())
            return std::nullopt;
        std::optional<T> item(std::move(m_items.front()));
        m_items.pop_front();
        if (m_items.size() + 1 == m_capacity)
            m_changed.notify_one();
        return item;
    }

    /// An item if there is one now.
    [[nodiscard]] std::optional<T> tryPop()
    {
        {
            const std::scoped_lock lock(m_mutex);
            if (m_items.empty())
                return std::nullopt;
        }
        return pop();
    }

    void close()
    {
        const std::scoped_lock lock(m_mutex);
        m_closed = true;
        m_changed.notify_all();
    }

    void abandon()
    {
        const std::scoped_lock lock(m_mutex);
        m_abandoned = true;
        m_items.clear();
        m_changed.notify_all();
    }

private:
    const std::size_t m_capacity;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<T> m_items;
    bool m_closed = false;
    bool m_abandoned = false;
};

} // namespace arbscope
