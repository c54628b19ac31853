// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/panellayout.h"

#include "ui/widgets/elidedlabel.h"

#include <QDockWidget>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace arbscope {

QLabel *makePanelNote(const char *objectName)
{
    auto *note = new ElidedLabel;
    note->setObjectName(QLatin1StringView(objectName));
    note->setForegroundRole(QPalette::PlaceholderText);
    return note;
}

void showPanelNote(QLabel &note, const QString &text)
{
    note.setText(text);
    note.setToolTip(text.toHtmlEscaped());
}

void layOutPanel(QDockWidget &dock, std::initializer_list<QWidget *> bar, int spacing, QLabel *note, QWidget &content)
{
    auto *panel = new QWidget;
    auto *line = new QHBoxLayout;
    line->setContentsMargins(8, 6, 8, 6);
    line->setSpacing(spacing);
    for (QWidget *widget : bar)
        line->addWidget(widget);
    if (note) {
        line->addSpacing(6);
        line->addWidget(note, 1);
    } else {
        line->addStretch();
    }
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(line);
    layout->addWidget(&content, 1);
    dock.setWidget(panel);
}

} // namespace arbscope
