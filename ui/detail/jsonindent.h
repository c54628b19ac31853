// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>
#include <vector>

namespace arbscope {

/// Where a member of the outermost object stands in an indented text, from its key's quote to its value's end.
struct JsonSpan
{
    QByteArray key; ///< as written, without the quotes
    qsizetype begin = 0;
    qsizetype end = 0;
    bool operator==(const JsonSpan &) const = default;
};

struct IndentedJson
{
    QByteArray text;
    std::vector<JsonSpan> members;
};

/// JSON with one member a line; only white space between the tokens changes: keys, their order, doubled keys, numbers
/// and strings stay byte for byte. NaN, Infinity and -Infinity count as JSON, as bots write them. Nothing when it is
/// not a JSON object or array, or nested deeper than 200 levels.
[[nodiscard]] std::optional<IndentedJson> indentJson(QByteArrayView json);

/// The outermost object's members in the text as it is.
[[nodiscard]] std::vector<JsonSpan> jsonMembers(QByteArrayView json);

} // namespace arbscope
