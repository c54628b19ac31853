// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>

class QCoreApplication;

namespace arbscope {

/// The window's words, and Qt's own, in a language that is there for the locale; English otherwise. Before any window.
/// The texts are in resources/translations; `./dev translate` brings them up to date with the sources.
void installTranslations(QCoreApplication &application, const QLocale &locale = {});

} // namespace arbscope
