// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/context.h"
#include "app/cli/inputfile.h"
#include "app/cli/jsonline.h"
#include "app/cli/tradetext.h"
#include "core/store/linereader.h"

#include <array>

namespace arbscope {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr qsizetype LongestLine = 512 << 20; ///< the most that a Redis string holds

ReadReport tooLong()
{
    return {Verdict::Invalid,
            std::nullopt,
            {{"", IssueCode::Range, "a line of at most 512 MiB was expected, this one is longer"}}};
}

std::string verdictLine(qint64 number, const ReadReport &read)
{
    JsonLine line;
    line.number("line", number).text("verdict", verdictName(read.verdict));
    if (read.report) {
        line.text("canonical", std::string_view(writeReport(*read.report)));
    } else {
        line.raw("canonical", "null");
    }
    return line.raw("issues", issuesJson(read.issues)).line();
}

ExitStatus run(CommandContext &context)
{
    const std::unique_ptr<QFile> input = openInput(context);
    const qint64 size = input->isSequential() ? 0 : input->size();
    LineReader lines(*input, LongestLine, context.stop);
    std::array<qint64, 3> counts{};
    qint64 number = 0;
    while (lines.next()) {
        const ReadReport read = lines.isTooLong() ? tooLong() : readReport(lines.line());
        context.out.write(verdictLine(++number, read));
        ++counts[static_cast<std::size_t>(read.verdict)];
        context.messages.progress(lines.bytesRead(), size, u"bytes"_s);
        if (isWaiting(*input)) {
            context.out.flush();
        }
    }
    context.messages.endProgress();
    if (lines.failed()) {
        context.out.flush();
        throw CommandFailure::file(inputName(context) + u": "_s + lines.errorString());
    }
    const auto [valid, coerced, invalid] = counts;
    context.messages.note(countText(number, u"line: "_s, u"lines: "_s) + QString::number(valid) + u" valid, "_s
                          + QString::number(coerced) + u" coerced, "_s + QString::number(invalid) + u" invalid."_s);
    return invalid > 0 ? ExitStatus::FoundWrong : ExitStatus::Done;
}

constexpr std::array<std::string_view, 2> Examples = {
    "arbscope-cli validate trades.jsonl",
    "redis-cli --raw HVALS execution_report:arb-fra-1 | arbscope-cli validate - | grep -v '\"valid\"'",
};

} // namespace

const CommandSpec validateCommand
    = {"validate",
       "FILE",
       1,
       "a verdict for each line of a file, nothing stored",
       "Reads each line of FILE (- is standard input) as a stored report and prints one line about\n"
       "it: {\"line\": 1, \"verdict\": \"valid\", \"canonical\": \"…\", \"issues\": []}, with or without\n"
       "--json. The verdict is valid, coerced (a type was converted) or invalid; canonical is null\n"
       "for an invalid one; an issue has member, code and message. Lines end with a line feed or\n"
       "with carriage return and line feed; the last one may lack it. Blank lines are read like any\n"
       "other. Exit status 1 when a line is invalid. No store is needed.",
       {},
       Examples,
       run};

} // namespace arbscope
