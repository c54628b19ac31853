// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commandline.h"
#include "app/cli/failure.h"

namespace arbscope {

class CommandContext;

/// A command of arbscope-cli: its place in the help and the man page, and what it does.
struct CommandSpec
{
    std::string_view name;
    std::string_view arguments; ///< as in the usage line, "SERVER ORDER_ID"
    int argumentCount = 0; ///< at least that many
    std::string_view summary; ///< one line
    std::string_view description; ///< paragraphs, with line breaks as printed
    std::span<const OptionSpec> options;
    std::span<const std::string_view> examples; ///< whole command lines
    ExitStatus (*run)(CommandContext &context);
    bool takesMoreArguments = false;
};

extern const CommandSpec serversCommand;
extern const CommandSpec listCommand;
extern const CommandSpec showCommand;
extern const CommandSpec firstCommand;
extern const CommandSpec lastCommand;
extern const CommandSpec statsCommand;
extern const CommandSpec exportCommand;
extern const CommandSpec importCommand;
extern const CommandSpec validateCommand;
extern const CommandSpec checkCommand;
extern const CommandSpec followCommand;
extern const CommandSpec demoCommand;

/// All of them, in the order of the help.
[[nodiscard]] std::span<const CommandSpec *const> commands();

} // namespace arbscope
