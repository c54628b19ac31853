// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/statistics.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <vector>

namespace arbscope {

/// Values of which some are asked for by rank, again and again while more come. They lie in leaves of some thousands,
/// in order from leaf to leaf and in none within: only the leaf that has the rank is looked at.
///
/// `Value` has key(), a double that is not NaN and orders like the exact value but for ties; isExact(): its key leaves
/// no tie; and ==, which tells that two are the same exactly.
template <class Value> class RankedValues
{
public:
    void add(const Value &value)
    {
        m_new.push_back(value);
        if (m_new.size() == NewAtOnce)
            settle();
    }

    /// exact(value) is a MemberValue, of a Decimal where keys may tie.
    template <class Exact> [[nodiscard]] Quantiles quantiles(const Exact &exact)
    {
        settle();
        std::size_t count = 0;
        for (const std::vector<Value> &leaf : m_leaves)
            count += leaf.size();
        Quantiles result;
        result.n = std::int64_t(count);
        for (std::size_t i = 0; count > 0 && i < Quantiles::Percents.size(); ++i) {
            const auto percent = std::size_t(Quantiles::Percents[i]);
            const std::size_t rank = std::max<std::size_t>(1, (percent * count + 99) / 100);
            result.values[i] = atRank(rank - 1, exact);
        }
        return result;
    }

private:
    static constexpr std::size_t LeafSize = 4096;
    static constexpr std::size_t NewAtOnce = LeafSize * 8;
    static constexpr double Infinity = std::numeric_limits<double>::infinity();
    static constexpr auto keyOf = [](const Value &value) { return value.key(); };

    void settle()
    {
        if (m_leaves.empty())
            plant();
        for (const Value &value : m_new)
            m_leaves[leafOf(value.key())].push_back(value);
        m_new.clear();
        for (std::size_t at = 0; at < m_leaves.size();) {
            if (m_leaves[at].size() > LeafSize && !isOfOneKey(at))
                split(at);
            else
                ++at;
        }
    }

    /// Leaves for the first values, by a sample of them.
    void plant()
    {
        insertLeaf(0, -Infinity, {});
        constexpr std::size_t SampleOfLeaf = 16;
        constexpr std::size_t Step = LeafSize / 2 / SampleOfLeaf;
        std::vector<double> sample;
        for (std::size_t i = 0; i < m_new.size(); i += Step)
            sample.push_back(m_new[i].key());
        std::ranges::sort(sample);
        for (std::size_t i = SampleOfLeaf; i < sample.size(); i += SampleOfLeaf) {
            if (sample[i] > m_from.back())
                insertLeaf(m_leaves.size(), sample[i], {});
        }
    }

    void insertLeaf(std::size_t at, double from, std::vector<Value> values)
    {
        m_from.insert(m_from.begin() + std::ptrdiff_t(at), from);
        m_leaves.insert(m_leaves.begin() + std::ptrdiff_t(at), std::move(values));
    }

    /// The last one that begins at or below the key.
    [[nodiscard]] std::size_t leafOf(double key) const
    {
        const double *from = m_from.data();
        for (std::size_t left = m_from.size(); left > 1;) { // without branches that nobody can foretell
            const std::size_t half = left / 2;
            from += from[half] <= key ? half : 0;
            left -= half;
        }
        return std::size_t(from - m_from.data());
    }

    [[nodiscard]] bool isOfOneKey(std::size_t at) const
    {
        if (at + 1 < m_from.size())
            return m_from[at + 1] <= std::nextafter(m_from[at], Infinity);
        return m_from[at] == Infinity;
    }

    /// By its median; keys that make up most of a leaf get one of their own.
    void split(std::size_t at)
    {
        std::vector<Value> values = std::move(m_leaves[at]);
        const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
        std::ranges::nth_element(values, middle, {}, keyOf);
        const double pivot = middle->key();
        const auto equal
            = std::partition(values.begin(), values.end(), [pivot](const Value &value) { return value.key() < pivot; });
        const auto greater
            = std::partition(equal, values.end(), [pivot](const Value &value) { return !(value.key() > pivot); });
        const bool isOften = greater - equal > std::ptrdiff_t(LeafSize / 2);
        if (isOften && pivot < Infinity)
            insertLeaf(at + 1, std::nextafter(pivot, Infinity), leafWith({greater, values.end()}));
        insertLeaf(at + 1, pivot, leafWith({equal, isOften ? greater : values.end()}));
        m_leaves[at] = leafWith({values.begin(), equal});
    }

    static std::vector<Value> leafWith(std::span<const Value> values)
    {
        std::vector<Value> leaf;
        leaf.reserve(std::max(LeafSize, values.size()));
        leaf.assign(values.begin(), values.end());
        return leaf;
    }

    template <class Exact> MemberValue atRank(std::size_t rank, const Exact &exact)
    {
        auto leaf = m_leaves.begin();
        for (; rank >= leaf->size(); ++leaf)
            rank -= leaf->size();
        std::vector<Value> &values = *leaf;
        const auto at = values.begin() + std::ptrdiff_t(rank);
        std::ranges::nth_element(values, at, {}, keyOf);
        if (at->isExact())
            return exact(*at);
        // What is equal by its key may be apart exactly.
        const double key = at->key();
        std::size_t below = 0;
        std::vector<Value> ties;
        for (const Value &value : values) {
            if (value.key() < key)
                ++below;
            else if (value.key() == key)
                ties.push_back(value);
        }
        if (std::ranges::all_of(ties, [&](const Value &value) { return value == ties.front(); }))
            return exact(ties.front());
        std::vector<Decimal> exactly;
        exactly.reserve(ties.size());
        for (const Value &value : ties)
            exactly.push_back(std::get<Decimal>(exact(value)));
        const auto wanted = exactly.begin() + std::ptrdiff_t(rank - below);
        std::ranges::nth_element(exactly, wanted, [](const Decimal &a, const Decimal &b) { return a < b; });
        return *wanted;
    }

    std::vector<std::vector<Value>> m_leaves; ///< ascending
    std::vector<double> m_from; ///< by leaf: the least key that belongs into it
    std::vector<Value> m_new; ///< not yet in a leaf
};

} // namespace arbscope
