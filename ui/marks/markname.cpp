// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/marks/markname.h"

#include <QStringDecoder>

namespace arbscope {

namespace {

constexpr QLatin1StringView Encoded("base64:");

} // namespace

QString markName(const QByteArray &bytes)
{
    QStringDecoder utf8(QStringDecoder::Utf8,
                        QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    QString text = utf8(bytes);
    const bool marked = text.startsWith(QChar::ByteOrderMark); // readers drop it
    if (!utf8.hasError() && !marked && !text.startsWith(Encoded))
        return text;
    return Encoded + QString::fromLatin1(bytes.toBase64());
}

std::optional<QByteArray> bytesOfMarkName(const QString &text)
{
    if (!text.startsWith(Encoded))
        return text.toUtf8();
    auto bytes = QByteArray::fromBase64Encoding(text.sliced(Encoded.size()).toLatin1(),
                                                QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    return bytes ? std::optional(*bytes) : std::nullopt;
}

} // namespace arbscope
