// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/utf8.h"

#include <cstdint>
#include <cstring>

namespace arbscope {

namespace {

/// Length of the well-formed character that begins here (Unicode, table 3-7), or 0.
std::size_t characterLength(std::string_view rest)
{
    const auto byte = [rest](std::size_t i) { return i < rest.size() ? static_cast<unsigned char>(rest[i]) : 0u; };
    const auto isContinuation = [&byte](std::size_t i) { return (byte(i) & 0xc0u) == 0x80u; };
    const auto first = byte(0);
    if (first < 0x80)
        return 1;
    if (first >= 0xc2 && first <= 0xdf)
        return isContinuation(1) ? 2 : 0;
    if (first >= 0xe0 && first <= 0xef) {
        const auto low = first == 0xe0 ? 0xa0u : 0x80u;
        const auto high = first == 0xed ? 0x9fu : 0xbfu;
        return byte(1) >= low && byte(1) <= high && isContinuation(2) ? 3 : 0;
    }
    if (first >= 0xf0 && first <= 0xf4) {
        const auto low = first == 0xf0 ? 0x90u : 0x80u;
        const auto high = first == 0xf4 ? 0x8fu : 0xbfu;
        return byte(1) >= low && byte(1) <= high && isContinuation(2) && isContinuation(3) ? 4 : 0;
    }
    return 0;
}

} // namespace

std::size_t validUtf8Length(std::string_view bytes)
{
    std::size_t at = 0;
    while (at < bytes.size()) {
        std::uint64_t block = 0;
        if (at + sizeof block <= bytes.size()) { // nearly all text is ASCII
            std::memcpy(&block, bytes.data() + at, sizeof block);
            if ((block & 0x8080808080808080u) == 0) {
                at += sizeof block;
                continue;
            }
        }
        const auto length = characterLength(bytes.substr(at));
        if (length == 0)
            break;
        at += length;
    }
    return at;
}

std::string_view utf8Prefix(std::string_view text, std::size_t size)
{
    if (text.size() <= size)
        return text;
    while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xc0u) == 0x80u)
        --size;
    return text.substr(0, size);
}

QString textFromUtf8(std::string_view bytes)
{
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    QString marks;
    for (; bytes.starts_with(byteOrderMark); bytes.remove_prefix(byteOrderMark.size()))
        marks += QChar(QChar::ByteOrderMark);
    QString text = QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
    return marks.isEmpty() ? text : QString(marks + text);
}

} // namespace arbscope
