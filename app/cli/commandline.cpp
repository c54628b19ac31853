// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandline.h"

#include "app/cli/command.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace arbscope {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array Commands
    = {&serversCommand, &listCommand,   &showCommand,     &firstCommand, &lastCommand,   &statsCommand,
       &exportCommand,  &importCommand, &validateCommand, &checkCommand, &followCommand, &demoCommand};

constexpr std::array CommonOptions = {
    OptionSpec{"--url", "URL",
               "the store: redis://, rediss://, unix://, redis-sentinel:// or\n"
               "redis-cluster://, or a file, RDB dump or JSON lines; default\n"
               "$ARBSCOPE_URL, then redis://127.0.0.1:6379/0. The password may\n"
               "come from $ARBSCOPE_PASSWORD instead"},
    OptionSpec{"--map", "ADDRESSES",
               "FROM=TO: a server that sentinels or a cluster call by the address\n"
               "FROM is reached at TO, each host:port; may be repeated",
               true},
    OptionSpec{"--replicas", "", "read from replicas of a sentinel or cluster store"},
    OptionSpec{"--ssh", "DESTINATION",
               "reach the store through ssh: [user@]host[:port], or a name of\n"
               "ssh's own configuration"},
    OptionSpec{"--ssh-config", "FILE", "what ssh reads in place of its own configuration files"},
    OptionSpec{"--tz", "ZONE",
               "time zone of times read and shown: local (default), UTC,\nor a name such as Europe/Berlin"},
    OptionSpec{"--json", "", "machine-readable output, one JSON object a line"},
    OptionSpec{"--timeout", "SECONDS",
               "longest wait for the store; default 5 to connect, 15 to answer,\n"
               "30 for another server to take over"},
    OptionSpec{"--tls-ca", "FILE", "PEM file of the authorities to trust; default the system's"},
    OptionSpec{"--tls-cert", "FILE", "PEM file of the client certificate"},
    OptionSpec{"--tls-key", "FILE", "PEM file of its key"},
    OptionSpec{"--help", "", "show help, of the command if one is given, and exit"},
    OptionSpec{"--version", "", "show the version and exit"},
};

QString shown(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString shown(const QByteArray &bytes)
{
    return QString::fromUtf8(bytes);
}

const OptionSpec *find(std::span<const OptionSpec> options, std::string_view name)
{
    const auto found = std::ranges::find(options, name, &OptionSpec::name);
    return found == options.end() ? nullptr : &*found;
}

/// An option of any command: which one's it is shows when all words have been read. Options of the same name take a
/// value in all commands or in none.
const OptionSpec *findAnywhere(std::string_view name)
{
    if (const OptionSpec *common = find(CommonOptions, name)) {
        return common;
    }
    for (const CommandSpec *command : Commands) {
        if (const OptionSpec *option = find(command->options, name)) {
            return option;
        }
    }
    return nullptr;
}

struct OptionWord
{
    std::string_view name;
    std::optional<QByteArray> value;
};

OptionWord takeApart(std::string_view word)
{
    if (!word.starts_with("--")) { // a letter, its value perhaps attached
        const auto name = word.substr(0, 2);
        return {name, word.size() > 2 ? std::optional(QByteArray(word.data() + 2)) : std::nullopt};
    }
    const auto equals = word.find('=');
    if (equals == std::string_view::npos) {
        return {word, std::nullopt};
    }
    return {word.substr(0, equals), QByteArray(word.data() + equals + 1)};
}

} // namespace

std::span<const CommandSpec *const> commands()
{
    return Commands;
}

std::span<const OptionSpec> commonOptions()
{
    return CommonOptions;
}

CommandLine CommandLine::parse(std::span<const char *const> words)
{
    CommandLine line;
    bool optionsEnded = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = words[i];
        if (!optionsEnded && word == "--") {
            optionsEnded = true;
        } else if (!optionsEnded && word.size() > 1 && word.front() == '-') {
            auto [name, value] = takeApart(word);
            const OptionSpec *option = findAnywhere(name);
            if (!option) {
                throw CommandFailure::usage(u"unknown option "_s + shown(word));
            }
            if (option->value.empty() && value) {
                throw CommandFailure::usage(shown(name) + u" takes no value"_s);
            }
            if (!option->value.empty() && !value) {
                if (++i == words.size()) {
                    throw CommandFailure::usage(shown(name) + u" needs a value: "_s + shown(option->value));
                }
                value = words[i];
            }
            line.m_options[option->name].push_back(value.value_or(QByteArray()));
        } else if (!line.command) {
            const auto found = std::ranges::find(Commands, word, &CommandSpec::name);
            if (found == Commands.end()) {
                throw CommandFailure::usage(u"unknown command "_s + shown(word));
            }
            line.command = *found;
        } else {
            line.arguments.emplace_back(word.data());
        }
    }
    line.checkOptions();
    if (!line.has("--help") && !line.has("--version")) {
        line.checkArguments();
    }
    return line;
}

void CommandLine::checkOptions() const
{
    for (const auto &[name, values] : m_options) {
        const OptionSpec *option = find(CommonOptions, name);
        if (!option && command) {
            option = find(command->options, name);
            if (!option) {
                throw CommandFailure::usage(shown(command->name) + u" has no option "_s + shown(name));
            }
        }
        if (option && !option->repeats && !option->value.empty() && values.size() > 1) {
            throw CommandFailure::usage(shown(name) + u" is given twice"_s);
        }
    }
}

void CommandLine::checkArguments() const
{
    if (!command) {
        throw CommandFailure::usage(u"no command given"_s);
    }
    const auto given = static_cast<int>(arguments.size());
    if (given < command->argumentCount) {
        throw CommandFailure::usage(shown(command->name) + u" needs "_s + shown(command->arguments));
    }
    if (given > command->argumentCount && !command->takesMoreArguments) {
        throw CommandFailure::usage(u"unexpected argument "_s
                                    + shown(arguments[static_cast<std::size_t>(command->argumentCount)]));
    }
}

bool CommandLine::has(std::string_view option) const
{
    return m_options.contains(option);
}

std::vector<QByteArray> CommandLine::all(std::string_view option) const
{
    const auto found = m_options.find(option);
    return found == m_options.end() ? std::vector<QByteArray>() : found->second;
}

std::optional<QByteArray> CommandLine::value(std::string_view option) const
{
    const auto found = m_options.find(option);
    return found == m_options.end() ? std::nullopt : std::optional(found->second.back());
}

std::optional<QString> CommandLine::text(std::string_view option) const
{
    const std::optional<QByteArray> bytes = value(option);
    return bytes ? std::optional(textArgument(*bytes, shown(option))) : std::nullopt;
}

QString textArgument(const QByteArray &bytes, const QString &what)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    if (decoder.hasError()) {
        throw CommandFailure::usage(what + u": not UTF-8"_s);
    }
    return text;
}

} // namespace arbscope
