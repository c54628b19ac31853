// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/help.h"

#include "app/cli/command.h"

#include <algorithm>

namespace arbscope {

namespace {

constexpr std::size_t Indent = 2;
constexpr std::size_t Column = 22; ///< where explanations begin

void appendEntry(std::string &out, std::string_view what, std::string_view help)
{
    out.append(Indent, ' ');
    out += what;
    out.append(Indent + what.size() < Column ? Column - Indent - what.size() : 2, ' ');
    for (const char c : help) {
        out += c;
        if (c == '\n') {
            out.append(Column, ' ');
        }
    }
    out += '\n';
}

void appendOptions(std::string &out, std::string_view title, std::span<const OptionSpec> options)
{
    if (options.empty()) {
        return;
    }
    out += '\n';
    out += title;
    out += '\n';
    for (const OptionSpec &option : options) {
        std::string what(option.name);
        if (!option.value.empty()) {
            what += ' ';
            what += option.value;
        }
        appendEntry(out, what, option.help);
    }
}

} // namespace

std::string usageLine(const CommandSpec *command)
{
    if (!command) {
        return "Usage: arbscope-cli [OPTION]… COMMAND [ARGUMENT]…\n";
    }
    std::string line = "Usage: arbscope-cli ";
    line += command->name;
    if (!command->arguments.empty()) {
        line += ' ';
        line += command->arguments;
    }
    for (const OptionSpec &option : command->options) {
        line += " [";
        line += option.name;
        if (!option.value.empty()) {
            line += ' ';
            line += option.value;
        }
        line += option.repeats ? "]…" : "]";
    }
    return line + "\n";
}

std::string programHelp()
{
    std::string out = usageLine(nullptr);
    out += "\nInspects the execution reports that arbitrage bots keep in Redis.\n\nCommands:\n";
    for (const CommandSpec *command : commands()) {
        appendEntry(out, command->name, command->summary);
    }
    appendOptions(out, "Options, before or after the command:", commonOptions());
    out += "\n"
           "Data goes to standard output, everything else to standard error.\n"
           "\n"
           "Exit status:\n"
           "  0    done\n"
           "  1    done, but something was refused or found wrong\n"
           "  2    wrong usage\n"
           "  3    the store could not be reached or failed\n"
           "  4    a file could not be read or written\n"
           "  130  interrupted\n"
           "\n"
           "arbscope-cli COMMAND --help tells more about a command.\n";
    return out;
}

std::string commandHelp(const CommandSpec &command)
{
    std::string out = usageLine(&command);
    out += '\n';
    out += command.description;
    out += '\n';
    appendOptions(out, "Options:", command.options);
    appendOptions(out, "Options of every command:", commonOptions());
    out += "\nExamples:\n";
    for (const std::string_view example : command.examples) {
        out.append(Indent, ' ');
        out += example;
        out += '\n';
    }
    return out;
}

} // namespace arbscope
