// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace arbscope {

/// The words of an error of core, which begin small, as a sentence of their own.
[[nodiscard]] QString asSentence(const QString &words);
/// `one` for one thing, otherwise `several` with the number in place of %1.
[[nodiscard]] QString counted(qint64 number, const QString &one, const QString &several);

} // namespace arbscope
