// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sentence.h"

namespace arbscope {

QString asSentence(const QString &words)
{
    return words.isEmpty() ? words : QString(words.at(0).toUpper() + words.sliced(1));
}

} // namespace arbscope
