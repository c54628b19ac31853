// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/secretfilter.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace arbscope {

namespace {

constexpr qsizetype ShortSecret = 4; ///< shorter ones are looked for as whole words: they stand in many words

const QString &substitute()
{
    static const QString text = QStringLiteral("•••");
    return text;
}

} // namespace

void SecretFilter::add(const QString &secret)
{
    for (const QString &form : {secret, QString::fromUtf8(QUrl::toPercentEncoding(secret))}) {
        if (!form.isEmpty() && !m_secrets.contains(form))
            m_secrets.append(form);
    }
    std::ranges::stable_sort(m_secrets, std::greater(), &QString::size);
}

QString SecretFilter::cleaned(QString text) const
{
    // An @ in a password should be written %40; where it is not, the last one of the word ends it.
    static const QRegularExpression userInfo(
        QStringLiteral("(?<scheme>[A-Za-z][A-Za-z0-9+.-]*://)(?<user>[^\\s:@/]*):\\S*@"));
    text.replace(userInfo, QStringLiteral("\\1\\2@"));
    for (const QString &secret : m_secrets) {
        if (secret.size() >= ShortSecret) {
            text.replace(secret, substitute());
        } else {
            const QRegularExpression word(QString(u"(?<!\\w)" + QRegularExpression::escape(secret) + u"(?!\\w)"),
                                          QRegularExpression::UseUnicodePropertiesOption);
            text.replace(word, substitute());
        }
    }
    return text;
}

} // namespace arbscope
