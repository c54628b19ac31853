// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/context.h"

#include <QFile>

#include <memory>

namespace arbscope {

/// The command's first argument opened for reading, "-" for standard input; throws CommandFailure. LineReader waits for
/// it in a way that ends when stopped.
[[nodiscard]] std::unique_ptr<QFile> openInput(const CommandContext &context);
[[nodiscard]] QString inputName(const CommandContext &context); ///< for messages
/// Whether a read would have to wait: then what has been made of the input so far is worth showing.
[[nodiscard]] bool isWaiting(const QFile &input);

} // namespace arbscope
