// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/tablesaver.h"

#include "ui/dialogs/filechooser.h"
#include "ui/settings/lastfolder.h"
#include "ui/tasks/background.h"
#include "ui/widgets/banner.h"

#include <QDir>
#include <QRegularExpression>
#include <QSaveFile>

namespace arbscope {

using namespace Qt::StringLiterals;

TableSaver::TableSaver(Settings &settings, FileChooser &files, Banner &banner, QWidget &window)
    : QObject(&window)
    , m_settings(settings)
    , m_files(files)
    , m_banner(banner)
    , m_window(window)
{ }

void TableSaver::save(const QString &title, const QString &name, const QByteArray &csv)
{
    static const QRegularExpression bad(u"[^\\w. -]"_s, QRegularExpression::UseUnicodePropertiesOption);
    const QString suggested = inLastFolder(m_settings, QString(name).replace(bad, u"_"_s).trimmed() + u".csv");
    m_files.chooseSaveFile(&m_window, title, suggested, tr("CSV (*.csv)"),
                           [this, csv](const QString &path) { write(path, csv); });
}

void TableSaver::write(const QString &path, const QByteArray &csv)
{
    runInBackground(
        this,
        [path, csv]() -> QString {
            QSaveFile file(path);
            const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(csv) == csv.size() && file.commit();
            return isWritten ? QString() : file.errorString();
        },
        [this, path](const QString &error) {
            const QString name = QDir::toNativeSeparators(path);
            if (!error.isEmpty()) {
                m_banner.showMessage(Banner::Kind::Error, tr("%1 could not be written.").arg(name), error);
                return;
            }
            rememberFolderOf(m_settings, path);
            m_banner.showMessage(Banner::Kind::Info, tr("Saved %1").arg(name));
        });
}

} // namespace arbscope
