// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/demorandom.h"

#include <cmath>
#include <numbers>

namespace arbscope {

double DemoRandom::uniform()
{
    return static_cast<double>(m_engine() >> 11) * 0x1p-53;
}

qint64 DemoRandom::between(qint64 lowest, qint64 highest)
{
    // The bias of the modulo is far below anything that sample data could show.
    return lowest + static_cast<qint64>(m_engine() % static_cast<quint64>(highest - lowest + 1));
}

double DemoRandom::normal()
{
    const double radius = std::sqrt(-2 * std::log(1 - uniform()));
    return radius * std::cos(2 * std::numbers::pi * uniform());
}

double DemoRandom::exponential(double mean)
{
    return -mean * std::log(1 - uniform());
}

double DemoRandom::logNormal(double median, double sigma)
{
    return median * std::exp(sigma * normal());
}

} // namespace arbscope
