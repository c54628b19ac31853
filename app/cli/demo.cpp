// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/context.h"
#include "app/cli/jsonline.h"
#include "core/store/demostore.h"

#include <array>
#include <condition_variable>
#include <mutex>

namespace arbscope {

namespace {

using namespace Qt::Literals::StringLiterals;

void waitForStop(const std::stop_token &stop)
{
    std::mutex mutex;
    std::condition_variable_any stopped;
    std::unique_lock lock(mutex);
    stopped.wait(lock, stop, [] { return false; });
}

ExitStatus run(CommandContext &context)
{
    const DemoStore demo = required(DemoStore::start());
    const QString url = demo.url().display();
    context.out.write(context.json ? JsonLine().text("url", url).line() : url.toStdString() + '\n');
    context.out.flush();
    context.messages.note(u"A private store with sample trades; new ones keep coming. Ctrl+C ends it. Try:\n"
                          "  arbscope-cli --url "_s
                          + url + u" servers"_s);
    waitForStop(context.stop);
    return ExitStatus::Interrupted;
}

constexpr std::array<std::string_view, 1> Examples = {"arbscope-cli demo"};

} // namespace

const CommandSpec demoCommand
    = {"demo",
       "",
       0,
       "starts a private store with sample trades, prints its URL",
       "Starts a Redis server of its own on a unix socket, with three trading servers and 5,000\n"
       "sample trades each, prints its URL and runs until interrupted; about every two seconds a\n"
       "new trade is stored. A few of the reports are coerced or invalid, as in real stores.\n"
       "Everything is gone when it ends. Needs the program redis-server.\n\n"
       "With --json: url.",
       {},
       Examples,
       run};

} // namespace arbscope
