// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/csvrecord.h"
#include "core/report/schema.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace arbscope {

/// A member's value as it stands in a stored text, and what the predicting reader saw of it on the way.
struct ValueView
{
    enum class Kind : std::uint8_t { Null, False, True, Text, Number };
    enum Trait : std::uint8_t {
        Plain = 1, ///< what CSV holds for it, as it is; a number that Python would print the same
        FixedFloat = 2, ///< a float in Python's fixed notation with 16 to 18 digits: Plain if isOwnRepr()
        Escaped = 4, ///< text with escapes
        OtherEscapes = 8, ///< other escapes than \"
        Unusual = 16, ///< text that the writer would escape in another way
        Quoted = 32, ///< text that needs quotes in CSV
    };

    const char *data = nullptr; ///< of text, what stands between its quotes
    std::uint32_t size = 0;
    Kind kind = Kind::Null;
    std::uint8_t traits = 0;

    [[nodiscard]] std::string_view text() const { return {data, size}; }
    [[nodiscard]] bool has(Trait trait) const { return (traits & trait) != 0; }
};

/// A valid report, read where it stands: views into its text, in the schema's order. It lives as long as the text.
struct ReportView
{
    std::array<ValueView, MemberCount> values;
    std::string_view json;
};

/// Reads a text that is laid out as bots write it (48 members in order, fixed separators, ASCII, right types), at about
/// 2 GB/s. Nothing for any other text, valid or not: the SAX reader decides on those. What it does read is Valid.
[[nodiscard]] std::optional<ReportView> predictReport(std::string_view json);

[[nodiscard]] Report reportOf(const ReportView &view);
[[nodiscard]] double clockOf(const ReportView &view); ///< epoch seconds; may be infinite, never NaN
/// Whether the text is byte for byte what writeReport() would write.
[[nodiscard]] bool isCanonical(const ReportView &view);
/// As appendCsvRecord() of the report, straight from the text.
int appendCsvRecord(std::string &out, const ReportView &view, CsvMode mode);

} // namespace arbscope
