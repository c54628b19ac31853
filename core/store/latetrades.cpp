// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/latetrades.h"

#include <algorithm>
#include <utility>

namespace arbscope {

namespace {

constexpr std::size_t RunBytes = 8 << 20;
constexpr std::size_t ReadBytes = 16 << 20; // of all runs together
constexpr std::size_t LeastBlock = 4 << 10;
constexpr std::size_t MostBlock = 256 << 10;

} // namespace

LateTrades::LateTrades(QString folder)
    : m_folder(std::move(folder))
{ }

TradeKey LateTrades::keyOf(const Trade &trade) const
{
    return {trade.clock, trade.server, std::string_view(m_bytes).substr(trade.idAt, trade.idSize)};
}

bool LateTrades::add(const TradeKey &key, std::string_view text)
{
    m_trades.push_back({.clock = key.clock,
                        .server = key.server,
                        .idAt = m_bytes.size(),
                        .idSize = key.orderId.size(),
                        .textSize = text.size()});
    m_bytes.append(key.orderId).append(text);
    return m_bytes.size() + m_trades.size() * sizeof(Trade) < RunBytes || spill();
}

bool LateTrades::spill()
{
    std::ranges::sort(m_trades, [this](const Trade &a, const Trade &b) { return keyOf(a) < keyOf(b); });
    if (!m_file)
        m_file = std::make_unique<SpillFile>(m_folder);
    for (const Trade &trade : m_trades) {
        const auto text = std::string_view(m_bytes).substr(trade.idAt + trade.idSize, trade.textSize);
        if (!m_file->append(keyOf(trade), text, true))
            return false;
    }
    m_runs.push_back(m_file->size());
    m_trades.clear();
    m_bytes.clear();
    return true;
}

QString LateTrades::errorString() const
{
    return m_file ? m_file->errorString() : QString();
}

bool LateTrades::sort()
{
    if ((!m_trades.empty() && !spill()) || (m_file && !m_file->flush()))
        return false;
    m_bytes.shrink_to_fit();
    const std::size_t block = std::clamp(ReadBytes / std::max<std::size_t>(1, m_runs.size()), LeastBlock, MostBlock);
    qint64 from = 0;
    for (const qint64 to : m_runs) {
        m_readers.emplace_back(m_file->reader(std::exchange(from, to), to, block), true);
        if (m_readers.back().next())
            m_heap.push_back(m_readers.size() - 1);
        else
            m_failed = true;
    }
    std::ranges::make_heap(m_heap,
                           [this](std::size_t a, std::size_t b) { return m_readers[b].key() < m_readers[a].key(); });
    return !m_failed;
}

bool LateTrades::next()
{
    const auto later = [this](std::size_t a, std::size_t b) { return m_readers[b].key() < m_readers[a].key(); };
    if (std::exchange(m_atHand, false)) {
        SpillReader &reader = m_readers[m_heap.back()];
        if (reader.next())
            std::ranges::push_heap(m_heap, later);
        else
            m_heap.pop_back();
        m_failed = m_failed || reader.failed();
    }
    if (m_failed || m_heap.empty())
        return false;
    std::ranges::pop_heap(m_heap, later);
    m_atHand = true;
    return true;
}

} // namespace arbscope
