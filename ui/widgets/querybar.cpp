// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/querybar.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace arbscope {

QueryBar::QueryBar(const Parts &parts, QWidget *parent)
    : QWidget(parent)
    , m_line(new QLineEdit)
    , m_row(new QHBoxLayout)
    , m_note(new QLabel)
{
    setObjectName(parts.name + QStringLiteral("Bar"));
    m_line->setObjectName(parts.name + QStringLiteral("Line"));
    m_line->setPlaceholderText(parts.placeholder);
    m_line->setAccessibleName(parts.accessibleName);
    m_line->setClearButtonEnabled(true);
    m_line->addAction(themedIcon(parts.icon), QLineEdit::LeadingPosition);
    m_line->installEventFilter(this);
    connect(m_line, &QLineEdit::textChanged, this, &QueryBar::edited);
    m_note->setObjectName(parts.name + QStringLiteral("Note"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->hide();
    m_row->setSpacing(4);
    m_row->addWidget(m_line, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, parts.topMargin, 6, 4);
    layout->setSpacing(2);
    layout->addLayout(m_row);
    layout->addWidget(m_note);
}

void QueryBar::addBeside(QWidget *widget)
{
    m_row->addWidget(widget);
}

QString QueryBar::text() const
{
    return m_line->text();
}

void QueryBar::focusText()
{
    m_line->setFocus(Qt::ShortcutFocusReason);
    m_line->selectAll();
}

void QueryBar::showNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void QueryBar::setTint(Tint tint)
{
    m_tint = tint;
    paintTint();
}

void QueryBar::paintTint()
{
    QPalette palette = this->palette();
    if (m_tint != Tint::None)
        palette.setColor(QPalette::Base, toneBackground(m_tint == Tint::Bad ? Tone::Failed : Tone::Succeeded, palette));
    m_line->setPalette(palette);
}

void QueryBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        paintTint();
    QWidget::changeEvent(event);
}

} // namespace arbscope
