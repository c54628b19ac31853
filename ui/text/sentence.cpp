// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/sentence.h"

#include <QLocale>

namespace arbscope {

QString asSentence(const QString &words)
{
    return words.isEmpty() ? words : QString(words.at(0).toUpper() + words.sliced(1));
}

QString counted(qint64 number, const QString &one, const QString &several)
{
    return number == 1 ? one : several.arg(QLocale().toString(number));
}

} // namespace arbscope
