// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/lastfolder.h"

#include "ui/settings/keys.h"
#include "ui/settings/settings.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace arbscope {

QString inLastFolder(const Settings &settings, const QString &name)
{
    QString folder = settings.value(keys::ExportFolder);
    if (folder.isEmpty()) {
        const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
        folder = QFileInfo(documents).isDir() ? documents : QDir::homePath();
    }
    return QDir(folder).filePath(name);
}

void rememberFolderOf(Settings &settings, const QString &path)
{
    settings.setValue(keys::ExportFolder, QFileInfo(path).absolutePath());
}

} // namespace arbscope
