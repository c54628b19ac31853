// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace arbscope {

/// Puts something that can neither be read nor written in place of standard input, output and error where the program
/// was started without: the next file or socket to be opened would be taken for them, and messages would go to the
/// store. For a program's main(), once, before anything else.
void occupyStandardDescriptors();

} // namespace arbscope
