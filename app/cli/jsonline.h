// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <string>
#include <string_view>

namespace arbscope {

/// Appends text as a JSON string, ASCII only; what is not UTF-8 becomes U+FFFD.
void appendJsonText(std::string &out, std::string_view utf8);

/// Builds one line of output: a JSON object with its members in the order they are added, in the form of contract §6.
class JsonLine
{
public:
    JsonLine &text(std::string_view name, std::string_view utf8);
    JsonLine &text(std::string_view name, const QString &text);
    /// Bytes that need not be text: when they are none, "<name>_hex" tells them exactly.
    JsonLine &bytes(std::string_view name, const QByteArray &bytes);
    JsonLine &number(std::string_view name, qint64 value);
    JsonLine &number(std::string_view name, std::optional<double> value); ///< null when there is none
    JsonLine &boolean(std::string_view name, bool value);
    JsonLine &raw(std::string_view name, std::string_view json); ///< JSON already
    [[nodiscard]] std::string object(); ///< without line break
    [[nodiscard]] std::string line();

private:
    void key(std::string_view name);

    std::string m_text = "{";
};

} // namespace arbscope
