// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/marks/mark.h"

#include <expected>

namespace arbscope {

/// The file of marks, after it was read.
struct MarkFileState
{
    std::vector<MarkEntry> entries;
    QString keptAside{}; ///< where the file was put that could not be read, or not all of it; empty: all is well
    std::vector<QString> problems{}; ///< what of it could not be read
};

/// Reads it; no file is an empty one. What cannot be read is put aside under another name, never written over. An error
/// (a sentence) where there is a file that can neither be read nor be put aside. Several programs may do so at a time.
[[nodiscard]] std::expected<MarkFileState, QString> readMarkFile(const QString &path);
/// Reads it, applies changes (an empty mark: none there), and writes the whole: what another window has written
/// meanwhile stays.
[[nodiscard]] std::expected<MarkFileState, QString> updateMarkFile(const QString &path,
                                                                   const std::vector<MarkEntry> &changes);

} // namespace arbscope
