// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace arbscope {

struct CommandSpec;

[[nodiscard]] std::string programHelp();
[[nodiscard]] std::string commandHelp(const CommandSpec &command);
/// "Usage: arbscope-cli …" in one line; of the program when null.
[[nodiscard]] std::string usageLine(const CommandSpec *command);

} // namespace arbscope
