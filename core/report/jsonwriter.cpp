// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pynumbers.h"
#include "core/report/reportjson.h"
#include "core/report/schema.h"

#include <charconv>

namespace arbscope {

namespace {

void appendUnicodeEscape(std::string &out, char16_t unit)
{
    constexpr std::string_view hex = "0123456789abcdef";
    out += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4)
        out += hex[(unit >> shift) & 0xfu];
}

/// As json.dumps: ASCII only, a surrogate pair as two escapes.
void appendJsonString(std::string &out, const QString &text)
{
    out += '"';
    for (const QChar c : text) {
        switch (const char16_t unit = c.unicode()) {
        case u'"':
            out += "\\\"";
            break;
        case u'\\':
            out += "\\\\";
            break;
        case u'\n':
            out += "\\n";
            break;
        case u'\r':
            out += "\\r";
            break;
        case u'\t':
            out += "\\t";
            break;
        case u'\f':
            out += "\\f";
            break;
        case u'\b':
            out += "\\b";
            break;
        default:
            if (unit >= 0x20 && unit < 0x7f)
                out += static_cast<char>(unit);
            else
                appendUnicodeEscape(out, unit);
        }
    }
    out += '"';
}

template <typename T> void appendJsonValue(std::string &out, const T &value)
{
    if constexpr (std::is_same_v<T, QString>) {
        appendJsonString(out, value);
    } else if constexpr (std::is_same_v<T, bool>) {
        out += value ? "true" : "false";
    } else if constexpr (std::is_same_v<T, double>) {
        appendJsonFloat(out, value);
    } else if constexpr (std::is_same_v<T, Decimal>) {
        out += '"';
        value.appendText(out);
        out += '"';
    } else {
        char text[24];
        out.append(text, std::to_chars(text, text + sizeof text, value).ptr);
    }
}

} // namespace

std::string writeReport(const Report &report)
{
    std::string out;
    appendReport(out, report);
    return out;
}

void appendReport(std::string &out, const Report &report)
{
    char before = '{';
    for (const auto &member : schema()) {
        out += before;
        if (before == ',')
            out += ' ';
        before = ',';
        out += '"';
        out += member.name;
        out += "\": ";
        const auto appendPlace = [&](auto place) {
            const auto &value = report.*place;
            if constexpr (requires { value.has_value(); }) {
                if (value)
                    appendJsonValue(out, *value);
                else
                    out += "null";
            } else {
                appendJsonValue(out, value);
            }
        };
        std::visit(appendPlace, member.place);
    }
    out += '}';
}

} // namespace arbscope
