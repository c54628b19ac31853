// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;

namespace arbscope {

class Settings;

/// A file of this name in the folder of the last one that a person saved or opened: at first the documents', or the
/// home folder where there is no such. No name: the folder.
[[nodiscard]] QString inLastFolder(const Settings &settings, const QString &name);
void rememberFolderOf(Settings &settings, const QString &path);

} // namespace arbscope
