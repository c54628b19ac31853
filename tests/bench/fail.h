// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cerrno>
#include <cstdio>
#include <cstdlib>

namespace arbscope::bench {

/// Ends the program, which says why under its own name.
[[noreturn]] inline void fail(const QString &why)
{
    std::fprintf(stderr, "%s: %s\n", program_invocation_short_name, qPrintable(why));
    std::exit(1);
}

} // namespace arbscope::bench
