// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QIcon>
#include <QString>

namespace arbscope {

/// resources/icons/<name>.svg in the colour of the text around it: follows a change of theme by itself, sharp at any
/// size and device pixel ratio. Names: resources/arbscope.qrc.
[[nodiscard]] QIcon themedIcon(const QString &name);
/// The same in the colour of a meaning.
[[nodiscard]] QIcon themedIcon(const QString &name, Tone tone);
/// The program's own icon.
[[nodiscard]] QIcon applicationIcon();

} // namespace arbscope
