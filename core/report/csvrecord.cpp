// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/csvrecord.h"

#include "core/report/pynumbers.h"
#include "core/report/schema.h"

#include <algorithm>
#include <charconv>

namespace arbscope {

namespace {

void appendCell(std::string &out, std::string_view cell)
{
    if (!needsQuotes(cell)) {
        out += cell;
        return;
    }
    out += '"';
    for (std::size_t from = 0; from < cell.size();) {
        const auto quote = std::min(cell.find('"', from), cell.size() - 1);
        out += cell.substr(from, quote + 1 - from);
        if (cell[quote] == '"')
            out += '"';
        from = quote + 1;
    }
    out += '"';
}

} // namespace

bool looksLikeFormula(std::string_view cell)
{
    if (cell.empty() || !std::string_view("=+-@\t\r").contains(cell[0]))
        return false;
    // A plain number: [sign]digits[.digits][exponent]. parsePythonFloat takes more than that: spaces, `_`, words.
    const auto isNumberCharacter
        = [](char c) { return (c >= '0' && c <= '9') || std::string_view("+-.eE").contains(c); };
    return !(std::ranges::all_of(cell, isNumberCharacter) && parsePythonFloat(cell));
}

bool needsQuotes(std::string_view cell)
{
    return cell.find_first_of(",\"\r\n") != cell.npos;
}

void appendCsvHeader(std::string &out)
{
    for (const auto &member : schema()) {
        out += member.name;
        out += ',';
    }
    out.back() = '\r';
    out += '\n';
}

void appendMemberText(std::string &out, const Report &report, const Member &member)
{
    const auto append = [&out]<typename T>(const T &value) {
        if constexpr (std::is_same_v<T, QString>) {
            const auto utf8 = value.toUtf8();
            out.append(utf8.constData(), static_cast<std::size_t>(utf8.size()));
        } else if constexpr (std::is_same_v<T, bool>) {
            out += value ? "True" : "False";
        } else if constexpr (std::is_same_v<T, double>) {
            appendFloatRepr(out, value);
        } else if constexpr (std::is_same_v<T, Decimal>) {
            value.appendText(out);
        } else {
            char text[24];
            out.append(text, std::to_chars(text, text + sizeof text, value).ptr);
        }
    };
    const auto appendPlace = [&](auto place) {
        const auto &value = report.*place;
        if constexpr (requires { value.has_value(); }) {
            if (value)
                append(*value);
        } else {
            append(value);
        }
    };
    std::visit(appendPlace, member.place);
}

int appendCsvRecord(std::string &out, const Report &report, CsvMode mode)
{
    int guarded = 0;
    std::string cell;
    for (const auto &member : schema()) {
        if (member.type == MemberType::Text) {
            cell.clear();
            appendMemberText(cell, report, member);
            if (mode == CsvMode::Guarded && looksLikeFormula(cell)) {
                cell.insert(0, 1, '\'');
                ++guarded;
            }
            appendCell(out, cell);
        } else {
            appendMemberText(out, report, member); // numbers and True/False never need quotes
        }
        out += ',';
    }
    out.back() = '\r';
    out += '\n';
    return guarded;
}

} // namespace arbscope
