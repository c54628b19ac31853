// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/choices.h"

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QString>

class QApplication;

namespace arbscope {

/// What a colour means; each stands for the same thing everywhere, and never alone (a word or an icon says it too).
enum class Tone { Succeeded, Failed, OneLegged, Contradictory, Open, Closed, Coerced, Invalid, Stale, Gain, Loss };

/// Fusion with our own palette; System follows the palette that the platform gave at start. May be called again at any
/// time.
void applyTheme(QApplication &application, ColorScheme scheme);

[[nodiscard]] QPalette lightPalette();
[[nodiscard]] QPalette darkPalette();
[[nodiscard]] bool isDark(const QPalette &palette);

/// Text colour on the palette's base, contrast at least 4.5 : 1.
[[nodiscard]] QColor toneColor(Tone tone, const QPalette &palette);
/// Faint row or panel background of the same meaning; the palette's text stays readable on it.
[[nodiscard]] QColor toneBackground(Tone tone, const QPalette &palette);

/// `base` when its digits are all of one width, otherwise the system's fixed font in the same size.
[[nodiscard]] QFont numberFont(const QFont &base);
/// The system's fixed font, for raw text, in the size of `base`.
[[nodiscard]] QFont rawTextFont(const QFont &base);

} // namespace arbscope
