// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/choices.h"

#include <QColor>
#include <QIcon>
#include <QString>

namespace arbscope {

/// The mark's word, as "Production"; empty for None.
[[nodiscard]] QString markText(StoreMark mark);
/// Its colour, light and dark alike; white text on it has a contrast of at least 4.5 : 1.
[[nodiscard]] QColor markColor(StoreMark mark);
/// A square of its colour, to stand beside its word.
[[nodiscard]] QIcon markIcon(StoreMark mark);

} // namespace arbscope
