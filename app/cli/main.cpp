// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/context.h"
#include "app/cli/help.h"
#include "app/cli/stopsignals.h"
#include "core/redis/replymemory.h"
#include "core/redis/standarddescriptors.h"
#include "core/report/clocktext.h"

#include <QCoreApplication>

#include <csignal>
#include <new>

namespace arbscope {

namespace {

using namespace Qt::Literals::StringLiterals;

ExitStatus run(std::span<const char *const> words, Output &out, Messages &messages, const std::stop_source &stop)
{
    const CommandLine line = CommandLine::parse(words);
    if (line.has("--help")) {
        out.write(line.command ? commandHelp(*line.command) : programHelp());
        return ExitStatus::Done;
    }
    if (line.has("--version")) {
        out.write("arbscope-cli " ARBSCOPE_VERSION "\n");
        return ExitStatus::Done;
    }
    CommandContext context(line, out, messages, stop.get_token());
    const ExitStatus status = line.command->run(context);
    return status == ExitStatus::Done && context.access.hasLeftOutLines() ? ExitStatus::FoundWrong : status;
}

/// What the program ends with: a signal or standard output at fault outweighs what the command made of it.
ExitStatus finish(ExitStatus status, Output &out, Messages &messages)
{
    out.flush();
    if (StopSignals::received()) {
        return ExitStatus::Interrupted;
    }
    if (out.readerIsGone()) {
        return ExitStatus::Done;
    }
    if (out.failed()) {
        messages.error(u"standard output: "_s + out.errorString());
        return ExitStatus::FileFailed;
    }
    return status;
}

ExitStatus runProgram(std::span<const char *const> words)
{
    std::stop_source stop;
    const StopSignals stopSignals(stop);
    Messages messages;
    if (!settleLocalTimeZone()) {
        messages.note(u"The time zone of $TZ is not known: local times are UTC."_s);
    }
    Output out(stop);
    ExitStatus status = ExitStatus::Done;
    try {
        status = run(words, out, messages, stop);
    } catch (const CommandFailure &failure) {
        status = failure.status;
        const bool isTold = StopSignals::received() || out.failed();
        if (!isTold) {
            messages.error(failure.message);
        }
        if (status == ExitStatus::Usage) {
            messages.note(u"Try arbscope-cli --help, or COMMAND --help."_s);
        }
    } catch (const std::bad_alloc &) {
        messages.error(u"out of memory"_s);
        status = ExitStatus::FileFailed;
    }
    return finish(status, out, messages);
}

} // namespace

} // namespace arbscope

int main(int argc, char *argv[])
{
    arbscope::occupyStandardDescriptors();
    // A reader that went away (| head) shows as an error of write().
    std::signal(SIGPIPE, SIG_IGN);
    arbscope::keepMemoryForReplies();
    const QCoreApplication application(argc, argv);
    const std::span<const char *const> words(argv + std::min(argc, 1), argv + argc);
    return static_cast<int>(arbscope::runProgram(words));
}
