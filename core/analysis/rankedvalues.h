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
    void add(const Value &value) { m_new.push_back(value); }

    /// exact(value) is a MemberValue, of a Decimal where keys may tie.
    template <class Exact> [[nodiscard]] Quantiles quantiles(const Exact &exact)
    {
        settle();
        std::size_t count = 0;
        for (const Leaf &leaf : m_leaves)
            count += leaf.values.size();
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
    static constexpr auto keyOf = [](const Value &value) { return value.key(); };

    struct Leaf
    {
        double from = -std::numeric_limits<double>::infinity(); ///< the least key that belongs into it
        std::vector<Value> values{};
    };

    void settle()
    {
        if (m_leaves.empty())
            plant();
        for (const Value &value : m_new)
            leafOf(value.key()).values.push_back(value);
        m_new = {};
        for (std::size_t i = 0; i < m_leaves.size();)
            i += m_leaves[i].values.size() > LeafSize && !isOfOneKey(i) ? split(i) : 1;
    }

    /// Leaves for the first values, by a sample of them.
    void plant()
    {
        m_leaves.push_back({});
        constexpr std::size_t SampleOfLeaf = 16;
        const std::size_t leaves = m_new.size() / (LeafSize / 2);
        std::vector<double> sample;
        for (std::size_t i = 0; i < leaves * SampleOfLeaf; ++i)
            sample.push_back(m_new[i * (LeafSize / 2) / SampleOfLeaf].key());
        std::ranges::sort(sample);
        for (std::size_t i = SampleOfLeaf; i < sample.size(); i += SampleOfLeaf) {
            if (sample[i] > m_leaves.back().from)
                m_leaves.push_back({.from = sample[i]});
        }
    }

    Leaf &leafOf(double key)
    {
        const auto after = std::ranges::upper_bound(m_leaves, key, {}, &Leaf::from);
        return after == m_leaves.begin() ? *after : *(after - 1);
    }

    [[nodiscard]] bool isOfOneKey(std::size_t at) const
    {
        const double from = m_leaves[at].from;
        if (at + 1 < m_leaves.size())
            return m_leaves[at + 1].from <= std::nextafter(from, std::numeric_limits<double>::infinity());
        return from == std::numeric_limits<double>::infinity();
    }

    /// By its median; keys that make up most of a leaf get one of their own. Gives the leaves that need no further
    /// look.
    std::size_t split(std::size_t at)
    {
        std::vector<Value> &values = m_leaves[at].values;
        const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
        std::ranges::nth_element(values, middle, {}, keyOf);
        const double pivot = middle->key();
        const auto equal
            = std::partition(values.begin(), values.end(), [pivot](const Value &value) { return value.key() < pivot; });
        const auto greater
            = std::partition(equal, values.end(), [pivot](const Value &value) { return !(value.key() > pivot); });
        Leaf same{.from = pivot, .values = {equal, values.end()}};
        Leaf above{.from = std::nextafter(pivot, std::numeric_limits<double>::infinity()), .values = {}};
        const bool isOften = greater - equal > std::ptrdiff_t(LeafSize / 2);
        if (isOften) {
            above.values.assign(greater, values.end());
            same.values.resize(std::size_t(greater - equal));
        }
        values.erase(equal, values.end());
        const auto next = m_leaves.begin() + std::ptrdiff_t(at) + 1;
        if (isOften && pivot < above.from)
            m_leaves.insert(next, std::move(above));
        m_leaves.insert(m_leaves.begin() + std::ptrdiff_t(at) + 1, std::move(same));
        return 0;
    }

    template <class Exact> MemberValue atRank(std::size_t rank, const Exact &exact)
    {
        auto leaf = m_leaves.begin();
        for (; rank >= leaf->values.size(); ++leaf)
            rank -= leaf->values.size();
        std::vector<Value> &values = leaf->values;
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

    std::vector<Leaf> m_leaves; ///< ascending
    std::vector<Value> m_new; ///< not yet in a leaf
};

} // namespace arbscope
