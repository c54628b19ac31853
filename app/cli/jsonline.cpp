// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/jsonline.h"

#include "core/report/bytesview.h"
#include "core/report/pynumbers.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace arbscope {

namespace {

bool isPlain(char c)
{
    return c >= 0x20 && c < 0x7f && c != '"' && c != '\\';
}

} // namespace

void appendJsonText(std::string &out, std::string_view utf8)
{
    // Canonical reports, the bulk of what is written, need nothing but escaped quotes and backslashes.
    const auto isAscii = [](char c) { return c >= 0x20 && c < 0x7f; };
    if (!std::ranges::all_of(utf8, isAscii)) {
        out += nlohmann::json(utf8).dump(-1, ' ', true, nlohmann::json::error_handler_t::replace);
        return;
    }
    out += '"';
    for (std::size_t at = 0; at < utf8.size();) {
        const auto end = static_cast<std::size_t>(
            std::find_if_not(utf8.begin() + static_cast<std::ptrdiff_t>(at), utf8.end(), isPlain) - utf8.begin());
        out.append(utf8, at, end - at);
        if (end < utf8.size()) {
            out += '\\';
            out += utf8[end];
        }
        at = end + 1;
    }
    out += '"';
}

void JsonLine::key(std::string_view name)
{
    if (m_text.size() > 1) {
        m_text += ", ";
    }
    m_text += '"';
    m_text += name;
    m_text += "\": ";
}

JsonLine &JsonLine::text(std::string_view name, std::string_view utf8)
{
    key(name);
    appendJsonText(m_text, utf8);
    return *this;
}

JsonLine &JsonLine::text(std::string_view name, const QString &text)
{
    return this->text(name, text.toStdString());
}

JsonLine &JsonLine::bytes(std::string_view name, const QByteArray &bytes)
{
    text(name, viewOf(bytes));
    if (!bytes.isValidUtf8()) {
        text(std::string(name) + "_hex", bytes.toHex().toStdString());
    }
    return *this;
}

JsonLine &JsonLine::number(std::string_view name, qint64 value)
{
    key(name);
    m_text += std::to_string(value);
    return *this;
}

JsonLine &JsonLine::number(std::string_view name, std::optional<double> value)
{
    key(name);
    if (value) {
        appendJsonFloat(m_text, *value);
    } else {
        m_text += "null";
    }
    return *this;
}

JsonLine &JsonLine::boolean(std::string_view name, bool value)
{
    return raw(name, value ? "true" : "false");
}

JsonLine &JsonLine::raw(std::string_view name, std::string_view json)
{
    key(name);
    m_text += json;
    return *this;
}

std::string JsonLine::object()
{
    m_text += '}';
    return std::move(m_text);
}

std::string JsonLine::line()
{
    m_text += "}\n";
    return std::move(m_text);
}

} // namespace arbscope
