// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace arbscope::test {

[[nodiscard]] qsizetype openDescriptors(); ///< of this process
[[nodiscard]] qsizetype runningThreads(); ///< of this process
[[nodiscard]] qint64 residentKilobytes(); ///< memory that this process has in use

/// Kilobytes by which memory may grow where nothing is kept. The address sanitizer keeps what is freed for a while, and
/// tells at the end what was lost: then a gigabyte.
[[nodiscard]] constexpr qint64 allowedGrowth(qint64 kilobytes)
{
#ifdef __SANITIZE_ADDRESS__
    return kilobytes + 1'000'000;
#else
    return kilobytes;
#endif
}

} // namespace arbscope::test
