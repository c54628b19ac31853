// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace arbscope {

struct Mark;

/// For tool tips, headings and screen readers: "Marked", and the note, on lines of their own; null: nothing.
[[nodiscard]] QString markText(const Mark *mark);
[[nodiscard]] QString markIcon(const Mark &mark); ///< for themedIcon()

} // namespace arbscope
