// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/demofixed.h"

#include <charconv>

namespace arbscope {

void appendDemoNumber(std::string &out, qint64 units, int places)
{
    char digits[24];
    const bool negative = units < 0;
    const char *end = std::to_chars(digits, digits + sizeof digits, negative ? -units : units).ptr;
    const auto count = static_cast<int>(end - digits);
    if (negative) {
        out += '-';
    }
    const int whole = count - places;
    if (whole > 0) {
        out.append(digits, static_cast<std::size_t>(whole));
    } else {
        out += '0';
    }
    if (places == 0) {
        return;
    }
    out += '.';
    if (whole < 0) {
        out.append(static_cast<std::size_t>(-whole), '0');
    }
    const char *fraction = whole > 0 ? digits + whole : digits;
    out.append(fraction, static_cast<std::size_t>(end - fraction));
}

Decimal demoDecimal(qint64 units, int places)
{
    if (units == 0) {
        return Decimal(); // "0", where all those places would be Python's "0E-8"
    }
    std::string text;
    appendDemoNumber(text, units, places);
    return Decimal::fromText(text).value_or(Decimal());
}

} // namespace arbscope
