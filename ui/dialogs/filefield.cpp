// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/filefield.h"

#include "ui/theme/icons.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPointer>
#include <QToolButton>

#include <utility>

namespace arbscope {

FileField::FileField(Choose choose, QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
{
    auto *button = new QToolButton(this);
    button->setIcon(themedIcon(QStringLiteral("folder")));
    button->setToolTip(tr("Choose a file"));
    button->setAccessibleName(tr("Choose a file"));
    button->setFocusPolicy(Qt::StrongFocus);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_edit, 1);
    row->addWidget(button);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, &FileField::pathEdited);
    connect(button, &QToolButton::clicked, this, [this, choose = std::move(choose)] {
        choose(path(), [self = QPointer(this)](const QString &chosen) {
            if (!self || chosen.isEmpty())
                return;
            self->setPath(chosen);
            emit self->pathEdited();
        });
    });
}

QString FileField::path() const
{
    return m_edit->text();
}

void FileField::setPath(const QString &path)
{
    m_edit->setText(path);
}

void FileField::setPlaceholder(const QString &text)
{
    m_edit->setPlaceholderText(text);
}

} // namespace arbscope
