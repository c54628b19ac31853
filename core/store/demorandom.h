// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <random>

namespace arbscope {

/// Random numbers for sample data. The standard's distributions may differ between libraries, its engines may not:
/// the transforms are our own, so that a seed means the same trades everywhere.
class DemoRandom
{
public:
    explicit DemoRandom(quint64 seed)
        : m_engine(seed)
    { }
    [[nodiscard]] quint64 bits() { return m_engine(); }
    [[nodiscard]] double uniform(); ///< in [0, 1)
    [[nodiscard]] bool chance(double probability) { return uniform() < probability; }
    [[nodiscard]] qint64 between(qint64 lowest, qint64 highest); ///< both inclusive
    [[nodiscard]] double normal(); ///< mean 0, deviation 1
    [[nodiscard]] double exponential(double mean);
    [[nodiscard]] double logNormal(double median, double sigma);

private:
    std::mt19937_64 m_engine;
};

} // namespace arbscope
