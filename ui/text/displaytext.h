// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace arbscope {

/// Anything from the store as plain text for a label or a cell: one line, what could break or disguise it escaped
/// visibly (\n, \t, \u{202e}), bytes that are not UTF-8 as \xff; longer than `limit` characters: cut, with an ellipsis.
[[nodiscard]] QString displayBytes(QByteArrayView bytes, qsizetype limit = 300);
[[nodiscard]] QString displayLine(QStringView text, qsizetype limit = 300);

/// The same for text views: line ends and tabs stay, nothing is cut.
[[nodiscard]] QString displayText(QByteArrayView bytes);
[[nodiscard]] QString displayText(QStringView text);

/// What stands in place of a value that is not known.
[[nodiscard]] QString unknownText();

/// Rich text that shows `text` as it is, for tool tips.
[[nodiscard]] QString plainToolTip(const QString &text);

} // namespace arbscope
