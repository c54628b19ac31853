// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace arbscope {

/// Lets the C library keep up to 16 MiB of freed memory at a heap's end. By default it keeps 128 KiB, and every page of
/// 200 reports (half a megabyte) is given back to the system and faulted in again: half of the time that a fetch takes.
/// For a program's main(), once; a library has no business to decide it for the program that uses it.
void keepMemoryForReplies();

} // namespace arbscope
