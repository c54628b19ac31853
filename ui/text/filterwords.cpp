// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/filterwords.h"

#include <QCoreApplication>

namespace arbscope {

QString filterWords(const FilterError &error)
{
    return error.message(
        [](const char *english) { return QCoreApplication::translate("arbscope::FilterError", english); });
}

} // namespace arbscope
