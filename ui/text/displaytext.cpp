// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/displaytext.h"

#include <algorithm>
#include <limits>

namespace arbscope {

namespace {

enum class Lines { One, Many };

constexpr qsizetype NoLimit = std::numeric_limits<qsizetype>::max();

/// Characters that move, hide or turn round others: controls, line separators, directional overrides.
bool isTreacherous(char32_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029 || c == 0x200e || c == 0x200f
        || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff || (c >= 0xd800 && c <= 0xdfff);
}

void append(QString &out, char32_t c, Lines lines)
{
    if (!isTreacherous(c)) {
        out += QStringView(QChar::fromUcs4(c));
    } else if (c == U'\n') {
        out += lines == Lines::Many ? QStringLiteral("\n") : QStringLiteral("\\n");
    } else if (c == U'\t') {
        out += lines == Lines::Many ? QStringLiteral("\t") : QStringLiteral("\\t");
    } else if (c == U'\r') {
        out += QStringLiteral("\\r");
    } else {
        out += QStringLiteral("\\u{%1}").arg(uint(c), 4, 16, QLatin1Char('0'));
    }
}

struct Decoded
{
    char32_t character = 0;
    int length = 0; ///< bytes; 0: not UTF-8
};

/// One character of UTF-8, shortest form only, no surrogates (RFC 3629).
Decoded decode(QByteArrayView bytes)
{
    const auto byte = [&bytes](qsizetype i) { return static_cast<unsigned char>(bytes[i]); };
    const char32_t first = byte(0);
    if (first < 0x80)
        return {first, 1};
    const int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    constexpr char32_t Smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    if (first < 0xc2 || first > 0xf4 || bytes.size() < length)
        return {};
    char32_t c = first & (0xffU >> (length + 1));
    for (int i = 1; i < length; ++i) {
        if ((byte(i) & 0xc0U) != 0x80)
            return {};
        c = (c << 6U) | (byte(i) & 0x3fU);
    }
    const bool wellFormed = c >= Smallest[length] && c <= 0x10ffff && (c < 0xd800 || c > 0xdfff);
    return wellFormed ? Decoded{c, length} : Decoded{};
}

QString fromBytes(QByteArrayView bytes, Lines lines, qsizetype limit)
{
    QString out;
    out.reserve(std::min(bytes.size(), limit));
    while (!bytes.isEmpty()) {
        if (out.size() >= limit)
            return QString(out + QChar(0x2026));
        const auto [character, length] = decode(bytes);
        if (length > 0)
            append(out, character, lines);
        else
            out += QStringLiteral("\\x%1").arg(static_cast<unsigned char>(bytes[0]), 2, 16, QLatin1Char('0'));
        bytes = bytes.sliced(length > 0 ? length : 1);
    }
    return out;
}

QString fromText(QStringView text, Lines lines, qsizetype limit)
{
    QString out;
    out.reserve(std::min(text.size(), limit));
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (out.size() >= limit)
            return QString(out + QChar(0x2026));
        const bool pair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        append(out, pair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : text[i].unicode(), lines);
        i += pair ? 1 : 0;
    }
    return out;
}

} // namespace

QString displayBytes(QByteArrayView bytes, qsizetype limit)
{
    return fromBytes(bytes, Lines::One, limit);
}

QString displayLine(QStringView text, qsizetype limit)
{
    return fromText(text, Lines::One, limit);
}

QString displayText(QByteArrayView bytes)
{
    return fromBytes(bytes, Lines::Many, NoLimit);
}

QString displayText(QStringView text)
{
    return fromText(text, Lines::Many, NoLimit);
}

QString unknownText()
{
    return QStringLiteral("\u2013");
}

QString plainToolTip(const QString &text)
{
    return QString(QStringLiteral("<p style='white-space:pre-wrap'>") + text.toHtmlEscaped() + QStringLiteral("</p>"));
}

} // namespace arbscope
