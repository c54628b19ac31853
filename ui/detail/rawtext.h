// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace arbscope {

/// Where a member of the report stands in a shown text, in UTF-16 units.
struct MemberSpan
{
    QString name;
    qsizetype begin = 0;
    qsizetype end = 0;
    bool operator==(const MemberSpan &) const = default;
};

/// A stored text made fit for a text view.
struct RawText
{
    QString shown;
    qsizetype bytes = 0; ///< of the whole text
    std::vector<MemberSpan> members;
    bool json = false; ///< an object or array, so that it can be indented
    bool cut = false;  ///< `shown` is only the beginning
};

constexpr qsizetype ShownRawText = 64 * 1024; ///< characters shown at first: what a view takes at once
constexpr qsizetype LongestRawLine = 4000;     ///< longer lines are broken; the layout of a line is quadratic

/// `indented` asks for one member a line where the text is JSON. Bytes that are not UTF-8 and control characters are
/// shown as escapes. At most `limit` characters. Pure and slow for megabytes: for a worker thread then.
[[nodiscard]] RawText makeRawText(const QByteArray &bytes, bool indented, qsizetype limit = ShownRawText);

} // namespace arbscope
