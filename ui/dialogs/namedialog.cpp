// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/namedialog.h"

namespace arbscope {

NameDialog::NameDialog(const QString &title, const QString &name, QWidget *parent)
    : QInputDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    setLabelText(tr("Name:"));
    setTextValue(name);
    resize(sizeHint().expandedTo({fontMetrics().averageCharWidth() * 60, 0}));
    connect(this, &QInputDialog::textValueSelected, this, [this](const QString &text) {
        if (const QString trimmed = text.trimmed(); !trimmed.isEmpty())
            emit named(trimmed);
    });
}

} // namespace arbscope
