// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportview.h"

#include "core/report/floatliteral.h"
#include "core/report/jsonescapes.h"
#include "core/report/pynumbers.h"

#include <algorithm>
#include <cstring>

namespace arbscope {

namespace {

using Kind = ValueView::Kind;

constexpr std::size_t BlockSize = 32;

/// Writes a record into memory that has room for every cell: no cell is longer than its JSON text by more than
/// CellSlack.
class RecordWriter
{
public:
    static constexpr std::size_t CellSlack = 24;

    RecordWriter(char *out, const char *jsonEnd, CsvMode mode)
        : m_out(out)
        , m_jsonEnd(jsonEnd)
        , m_mode(mode)
    { }

    void write(const ValueView &value, MemberType type);
    void put(char c) { *m_out++ = c; }
    char *end() const { return m_out; }
    int guarded() const { return m_guarded; }

private:
    void copy(const ValueView &value);
    void put(std::string_view text) { m_out = std::copy(text.begin(), text.end(), m_out); }
    void writeText(const ValueView &value);
    void writeUnescaped(const ValueView &value);
    void writeEscapedQuotes(const ValueView &value);

    char *m_out;
    const char *m_jsonEnd;
    CsvMode m_mode;
    int m_guarded = 0;
};

void RecordWriter::copy(const ValueView &value)
{
    if (value.size <= BlockSize && m_jsonEnd - value.data >= static_cast<std::ptrdiff_t>(BlockSize))
        std::memcpy(m_out, value.data, BlockSize); // a whole block is faster than the exact size
    else
        std::memcpy(m_out, value.data, value.size);
    m_out += value.size;
}

void RecordWriter::write(const ValueView &value, MemberType type)
{
    switch (value.kind) {
    case Kind::Null:
        return;
    case Kind::True:
        return put("True");
    case Kind::False:
        return put("False");
    case Kind::Text:
    case Kind::Number:
        break;
    }
    if (type == MemberType::Text) {
        writeText(value);
    } else if (value.has(ValueView::Plain) || (value.has(ValueView::FixedFloat) && isOwnRepr(value.text()))) {
        copy(value);
    } else if (type == MemberType::Decimal) {
        put(Decimal::fromText(value.text())->text());
    } else {
        m_out = writeFloatRepr(m_out, parseJsonNumber(value.text()));
    }
}

void RecordWriter::writeText(const ValueView &value)
{
    if (value.size == 0)
        return;
    const char first = value.data[0];
    const bool isPlainStart = first != '=' && first != '+' && first != '-' && first != '@' && first != '\\';
    if (!isPlainStart || value.has(ValueView::OtherEscapes)) {
        writeUnescaped(value);
    } else if (!value.has(ValueView::Quoted)) {
        copy(value);
    } else {
        put('"');
        if (value.has(ValueView::Escaped))
            writeEscapedQuotes(value);
        else
            copy(value);
        put('"');
    }
}

/// A backslash before every quote in JSON is a quote before every quote in CSV.
void RecordWriter::writeEscapedQuotes(const ValueView &value)
{
    m_out = std::transform(value.data, value.data + value.size, m_out, [](char c) { return c == '\\' ? '"' : c; });
}

void RecordWriter::writeUnescaped(const ValueView &value)
{
    std::string cell;
    cell.reserve(value.size);
    appendUnescaped(cell, value.text());
    const bool isGuarded = m_mode == CsvMode::Guarded && looksLikeFormula(cell);
    if (isGuarded)
        ++m_guarded;
    const bool isQuoted = value.has(ValueView::Quoted);
    if (isQuoted)
        put('"');
    if (isGuarded)
        put('\'');
    for (const char c : cell) {
        if (c == '"')
            put('"');
        put(c);
    }
    if (isQuoted)
        put('"');
}

} // namespace

int appendCsvRecord(std::string &out, const ReportView &view, CsvMode mode)
{
    const auto before = out.size();
    out.resize(before + view.json.size() + MemberCount * RecordWriter::CellSlack + BlockSize);
    RecordWriter writer(out.data() + before, view.json.data() + view.json.size(), mode);
    for (std::size_t i = 0; i < view.values.size(); ++i) {
        if (i > 0)
            writer.put(',');
        writer.write(view.values[i], schema()[i].type);
    }
    writer.put('\r');
    writer.put('\n');
    out.resize(static_cast<std::size_t>(writer.end() - out.data()));
    return writer.guarded();
}

} // namespace arbscope
