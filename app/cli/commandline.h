// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace arbscope {

struct CommandSpec;

/// An option as --help and the man page name it.
struct OptionSpec
{
    std::string_view name; ///< "--since", "-o"
    std::string_view value; ///< what its value is called; empty for a switch
    std::string_view help;
    bool repeats = false; ///< may be given several times
};

/// The options that every command has.
[[nodiscard]] std::span<const OptionSpec> commonOptions();

/// A command line taken apart, as bytes: server names and order ids need not be text.
class CommandLine
{
public:
    /// Options may stand before and after the command, "--option VALUE" or "--option=VALUE"; "--" ends them.
    /// Throws CommandFailure for what no command, or not this one, understands.
    [[nodiscard]] static CommandLine parse(std::span<const char *const> words);

    const CommandSpec *command = nullptr; ///< null when there is none
    std::vector<QByteArray> arguments;

    [[nodiscard]] bool has(std::string_view option) const;
    [[nodiscard]] std::vector<QByteArray> all(std::string_view option) const;
    [[nodiscard]] std::optional<QByteArray> value(std::string_view option) const;
    /// As text; throws CommandFailure when it is not UTF-8.
    [[nodiscard]] std::optional<QString> text(std::string_view option) const;

private:
    void checkOptions() const;
    void checkArguments() const;

    std::map<std::string_view, std::vector<QByteArray>> m_options;
};

/// Bytes of the command line as text; throws CommandFailure when they are not UTF-8. `what` names them.
[[nodiscard]] QString textArgument(const QByteArray &bytes, const QString &what);

} // namespace arbscope
