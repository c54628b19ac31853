// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/replymemory.h"

#include <cstdlib> // defines __GLIBC__, where it is that
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace arbscope {

void keepMemoryForReplies()
{
#ifdef __GLIBC__
    ::mallopt(M_TRIM_THRESHOLD, 16 * 1024 * 1024);
#endif
}

} // namespace arbscope
