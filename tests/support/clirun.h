// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QJsonObject>
#include <QProcess>
#include <QString>

#include <memory>
#include <vector>

namespace arbscope::test {

/// What arbscope-cli made of its arguments.
struct CliResult
{
    int status = -1; ///< -1 when it did not end by itself
    QByteArray out;
    QByteArray err;
};

/// Runs the built arbscope-cli to its end. Arguments are bytes, any but NUL. Its environment has no ARBSCOPE_… of ours
/// but `environment`'s NAME=value; its home is the tests'.
[[nodiscard]] CliResult runCli(const QByteArrayList &arguments, const QByteArray &standardInput = {},
                               const QByteArrayList &environment = {});

/// Started and not waited for; ends with the pointer. Its standard output goes to the descriptor, if one is given.
[[nodiscard]] std::unique_ptr<QProcess> startCli(const QByteArrayList &arguments,
                                                 const QByteArrayList &environment = {}, int standardOutput = -1);
/// Waits for the end; the status, or -1.
[[nodiscard]] int finishCli(QProcess &process);

/// Each line as a JSON object; an empty object for a line that is none.
[[nodiscard]] std::vector<QJsonObject> jsonLines(const QByteArray &text);

} // namespace arbscope::test
