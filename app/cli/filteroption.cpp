// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/filteroption.h"

#include "app/cli/command.h"
#include "app/cli/context.h"
#include "core/analysis/filterparser.h"

namespace arbscope {

using namespace Qt::Literals::StringLiterals;

std::optional<FilterPart> filterOption(const CommandContext &context)
{
    const auto text = context.line.text("--filter");
    if (!text) {
        return std::nullopt;
    }
    auto filter = parseFilter(*text, context.zone);
    if (!filter) {
        const FilterError &error = filter.error();
        throw CommandFailure::usage(u"--filter: %1 (at character %2)\n  %3\n  %4%5"_s.arg(error.message())
                                        .arg(error.at + 1)
                                        .arg(QString(*text).replace(u'\n', u' '), QString(error.at, u' '),
                                             QString(std::max<qsizetype>(1, error.length), u'^')));
    }
    return std::move(*filter);
}

} // namespace arbscope
