// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/columns.h"

namespace arbscope {

void NumberColumn::append(const std::optional<Decimal> &value)
{
    if (!value) {
        appendParts(0, Unknown);
        return;
    }
    const auto parts = value->parts();
    if (parts && parts->exponent > Unknown && parts->exponent < Aside) {
        appendParts(parts->coefficient, static_cast<std::int8_t>(parts->exponent));
        return;
    }
    appendParts(static_cast<std::int64_t>(m_aside.size()), Aside);
    m_aside.push_back(*value);
    m_asideDigits += value->text().size();
}

std::optional<Decimal> NumberColumn::at(Row row) const
{
    switch (const std::int8_t exponent = m_exponents[row]) {
    case Unknown:
        return std::nullopt;
    case Aside:
        return m_aside[static_cast<std::size_t>(m_coefficients[row])];
    default:
        return Decimal::fromParts({.coefficient = m_coefficients[row], .exponent = exponent});
    }
}

std::size_t NumberColumn::bytes() const
{
    return m_coefficients.bytes() + m_exponents.bytes() + m_aside.capacity() * sizeof(Decimal) + m_asideDigits;
}

} // namespace arbscope
