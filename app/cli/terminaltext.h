// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <string>

namespace arbscope {

enum class LineBreaks { Escaped, Kept };

/// Text of the store made safe for a terminal: control characters, invisible characters that change the direction of
/// text, and bytes that are not UTF-8 are shown as escapes (\n, \x1b, \u202e). UTF-8.
[[nodiscard]] std::string terminalText(const QString &text, LineBreaks lineBreaks = LineBreaks::Escaped);
[[nodiscard]] std::string terminalText(const QByteArray &bytes, LineBreaks lineBreaks = LineBreaks::Escaped);
/// How many columns of a terminal the text takes; UTF-8 without control characters.
[[nodiscard]] int terminalWidth(const std::string &text);

} // namespace arbscope
