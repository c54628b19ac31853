// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminaltext.h"

#include <QList>
#include <QStringDecoder>

#include <cstdio>
#include <cwchar>

namespace arbscope {

namespace {

void appendEscape(std::string &out, const char *format, unsigned value)
{
    char text[16];
    std::snprintf(text, sizeof text, format, value);
    out += text;
}

bool isHarmful(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // direction overrides, zero-width characters
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

void appendEscaped(std::string &out, char32_t c)
{
    switch (c) {
    case '\n':
        out += "\\n";
        return;
    case '\r':
        out += "\\r";
        return;
    case '\t':
        out += "\\t";
        return;
    default:
        appendEscape(out, c < 0x100 ? "\\x%02x" : "\\u%04x", c);
    }
}

} // namespace

std::string terminalText(const QString &text, LineBreaks lineBreaks)
{
    std::string out;
    out.reserve(static_cast<std::size_t>(text.size()));
    for (const char32_t c : text.toUcs4()) {
        if (c >= 0x20 && c < 0x7f) {
            out += static_cast<char>(c);
        } else if (c == '\n' && lineBreaks == LineBreaks::Kept) {
            out += '\n';
        } else if (isHarmful(c)) {
            appendEscaped(out, c);
        } else {
            out += QString::fromUcs4(&c, 1).toStdString();
        }
    }
    return out;
}

std::string terminalText(const QByteArray &bytes, LineBreaks lineBreaks)
{
    QStringDecoder whole(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = whole(bytes);
    if (!whole.hasError()) {
        return terminalText(text, lineBreaks);
    }
    // Somewhere it is not UTF-8: character by character, the bytes that are none as escapes.
    std::string out;
    for (qsizetype at = 0; at < bytes.size();) {
        qsizetype length = 1;
        const auto lead = static_cast<unsigned char>(bytes[at]);
        if (lead >= 0xc2 && lead < 0xf5) {
            length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        }
        const QByteArrayView character = QByteArrayView(bytes).sliced(at, std::min(length, bytes.size() - at));
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString decoded = decoder(character);
        if (decoder.hasError()) {
            appendEscape(out, "\\x%02x", lead);
            ++at;
        } else {
            out += terminalText(decoded, lineBreaks);
            at += character.size();
        }
    }
    return out;
}

int terminalWidth(const std::string &text)
{
    int width = 0;
    for (const char32_t c : QString::fromStdString(text).toUcs4()) {
        const int columns = ::wcwidth(static_cast<wchar_t>(c));
        width += columns < 0 ? 1 : columns;
    }
    return width;
}

} // namespace arbscope
