// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/clirun.h"

#include "tests/paths.h"

#include <QJsonDocument>
#include <QProcessEnvironment>

#include <unistd.h>

namespace arbscope::test {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int LongestRun = 120'000; ///< ms; a hang, not a slow machine

/// The bytes as a word of sh: QProcess could pass on text only.
QString shellWord(const QByteArray &bytes)
{
    QString word = u"\"$(printf '%b.' '"_s;
    for (const char byte : bytes) {
        word += u"\\0"_s + QString::number(static_cast<unsigned char>(byte), 8).rightJustified(3, u'0');
    }
    return word + u"')\""_s;
}

} // namespace

std::unique_ptr<QProcess> startCli(const QByteArrayList &arguments, const QByteArrayList &environment,
                                   int standardOutput)
{
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    for (const QString &name : variables.keys()) {
        if (name.startsWith("ARBSCOPE_"_L1)) {
            variables.remove(name);
        }
    }
    for (const QByteArray &entry : environment) {
        const qsizetype equals = entry.indexOf('=');
        variables.insert(QString::fromUtf8(entry.left(equals)), QString::fromUtf8(entry.mid(equals + 1)));
    }
    process->setProcessEnvironment(variables);
    if (standardOutput >= 0) {
        process->setChildProcessModifier([standardOutput] { ::dup2(standardOutput, STDOUT_FILENO); });
    }
    // A command substitution loses line ends at the end: each word carries a dot there, which is cut off again.
    QString script = u"set --"_s;
    for (const QByteArray &argument : arguments) {
        script += u' ' + shellWord(argument);
    }
    script += u"; for word do set -- \"$@\" \"${word%.}\"; shift; done; exec \"$0\" \"$@\""_s;
    process->start(u"/bin/sh"_s, {u"-c"_s, script, QStringLiteral(ARBSCOPE_BIN_DIR "/arbscope-cli")});
    return process;
}

int finishCli(QProcess &process)
{
    process.closeWriteChannel();
    const bool ended = process.waitForFinished(LongestRun);
    return ended && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

CliResult runCli(const QByteArrayList &arguments, const QByteArray &standardInput, const QByteArrayList &environment)
{
    const std::unique_ptr<QProcess> process = startCli(arguments, environment);
    process->write(standardInput);
    const int status = finishCli(*process);
    return {status, process->readAllStandardOutput(), process->readAllStandardError()};
}

std::vector<QJsonObject> jsonLines(const QByteArray &text)
{
    std::vector<QJsonObject> objects;
    for (const QByteArray &line : text.trimmed().split('\n')) {
        objects.push_back(QJsonDocument::fromJson(line).object());
    }
    return objects;
}

} // namespace arbscope::test
