// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/filechooser.h"

#include <QFileDialog>
#include <QFileInfo>

#include <utility>

namespace arbscope {

namespace {

void show(QFileDialog *dialog, const QString &path, FileChooser::Answer answer)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const QFileInfo info(path);
    if (info.isDir()) {
        dialog->setDirectory(path);
    } else if (!path.isEmpty()) {
        dialog->setDirectory(info.absolutePath());
        dialog->selectFile(info.fileName());
    }
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, std::move(answer));
    dialog->open();
}

} // namespace

void DialogFileChooser::chooseSaveFile(QWidget *parent, const QString &title, const QString &suggested,
                                       const QString &filters, Answer answer)
{
    auto *dialog = new QFileDialog(parent, title, QString(), filters);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const qsizetype star = filters.indexOf(QStringLiteral("*."));
    if (star >= 0) {
        const qsizetype end = filters.indexOf(QLatin1Char(')'), star);
        dialog->setDefaultSuffix(filters.mid(star + 2, end - star - 2).section(QLatin1Char(' '), 0, 0));
    }
    show(dialog, suggested, std::move(answer));
}

void DialogFileChooser::chooseOpenFile(QWidget *parent, const QString &title, const QString &folder,
                                       const QString &filters, Answer answer)
{
    auto *dialog = new QFileDialog(parent, title, QString(), filters);
    dialog->setFileMode(QFileDialog::ExistingFile);
    show(dialog, folder, std::move(answer));
}

} // namespace arbscope
