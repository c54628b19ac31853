// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace arbscope {

using CommandArgs = std::vector<QByteArray>; ///< a command's name and arguments, any bytes

/// Appends the command's bytes on the wire (RESP array of bulk strings) to `out`.
void appendRespCommand(QByteArray &out, const CommandArgs &command);

} // namespace arbscope
