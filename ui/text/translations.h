// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>

class QCoreApplication;

namespace arbscope {

/// The window's words, and Qt's own, in a language that is there for the locale; English otherwise. Before any window.
/// The texts are in resources/translations; `./dev translate` brings them up to date with the sources.
void installTranslations(QCoreApplication &application, const QLocale &locale = {});

/// Amounts are written as reports and filters have them, with a decimal point. Where the locale puts points between
/// thousands, "5.003" trades would stand beside "5.003" BTC: there the default becomes Swiss (5’003), which has decimal
/// points, too, or English where Switzerland does not speak the language. After installTranslations().
void settleNumberFormat();

} // namespace arbscope
