// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/filtersagree.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

/// Any bytes as a filter: whatever judges by it must agree.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string text(data, data + size);
    if (const auto difference = arbscope::test::filterDisagreement(text); !difference.empty()) {
        std::fprintf(stderr, "%s\n", difference.c_str());
        std::abort();
    }
    return 0;
}
