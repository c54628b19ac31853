// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commandline.h"
#include "app/cli/messages.h"
#include "app/cli/output.h"
#include "app/cli/storeaccess.h"
#include "core/store/reportstore.h"

#include <QTimeZone>

#include <stop_token>

namespace arbscope {

/// What a command works with. The option readers throw CommandFailure for values that make no sense.
class CommandContext
{
public:
    CommandContext(const CommandLine &commandLine, Output &output, Messages &messageOutput, std::stop_token stopToken);

    /// The store of --url and its companions, not connected yet; a file or tunnel is opened.
    [[nodiscard]] ReportStore store(bool writable = false);
    [[nodiscard]] std::optional<double> clockOption(std::string_view option) const;
    [[nodiscard]] std::optional<qint64> rankOption(std::string_view option) const;
    [[nodiscard]] const QByteArray &argument(std::size_t index) const { return line.arguments[index]; }
    /// The arguments, of a command that takes any number of servers: each once, in the order given.
    [[nodiscard]] std::vector<QByteArray> servers() const;
    /// Lists a report's issues as messages, each after `where`.
    void listIssues(const QString &where, const std::vector<Issue> &issues) const;

    /// Of a server without index entries: whether its hash has reports all the same, which is then said.
    [[nodiscard]] bool isIndexMissing(ReportStore &store, const QByteArray &server) const;

    /// Says that a server's index key holds something else, so that all its reports come from the hash.
    void noteUnindexed(const QByteArray &server) const;

    const CommandLine &line;
    Output &out;
    Messages &messages;
    std::stop_token stop;
    QTimeZone zone;
    bool json;
    StoreAccess access;
};

/// "1 report", "12,345 reports"
[[nodiscard]] QString countText(qint64 count, const QString &singular, const QString &plural);

} // namespace arbscope
