// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace arbscope {

/// Bytes of a store as text that reads back as the same bytes: as they are, or "base64:…".
[[nodiscard]] QString markName(const QByteArray &bytes);
[[nodiscard]] std::optional<QByteArray> bytesOfMarkName(const QString &text); ///< none: no base64

} // namespace arbscope
