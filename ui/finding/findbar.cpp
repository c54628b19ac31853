// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/finding/findbar.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace arbscope {

FindBar::FindBar(QWidget *parent)
    : QWidget(parent)
    , m_line(new QLineEdit)
    , m_count(new QLabel)
    , m_note(new QLabel)
{
    setObjectName(QStringLiteral("findBar"));
    m_line->setObjectName(QStringLiteral("findLine"));
    m_line->setPlaceholderText(tr("Find, for example: net < 0, or words"));
    m_line->setAccessibleName(tr("Find"));
    m_line->setClearButtonEnabled(true);
    m_line->addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_line->installEventFilter(this);
    connect(m_line, &QLineEdit::textChanged, this, &FindBar::edited);
    m_count->setObjectName(QStringLiteral("findCount"));
    m_count->setTextFormat(Qt::PlainText);
    m_count->setMinimumWidth(fontMetrics().averageCharWidth() * 18);
    m_note->setObjectName(QStringLiteral("findNote"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->hide();
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_line, 1);
    row->addWidget(m_count);
    QToolButton *previous = button("findPrevious", QStringLiteral("arrow-up"), tr("Previous (Shift+F3)"));
    QToolButton *next = button("findNext", QStringLiteral("arrow-down"), tr("Next (F3)"));
    QToolButton *close = button("findClose", QStringLiteral("close"), tr("Close (Esc)"));
    row->addWidget(previous);
    row->addWidget(next);
    row->addWidget(close);
    connect(previous, &QToolButton::clicked, this, [this] { emit stepRequested(-1); });
    connect(next, &QToolButton::clicked, this, [this] { emit stepRequested(1); });
    connect(close, &QToolButton::clicked, this, &FindBar::closed);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 0, 6, 4);
    layout->setSpacing(2);
    layout->addLayout(row);
    layout->addWidget(m_note);
    hide();
}

QToolButton *FindBar::button(const char *name, const QString &icon, const QString &tip)
{
    auto *button = new QToolButton;
    button->setObjectName(QLatin1StringView(name));
    button->setIcon(themedIcon(icon));
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setAutoRaise(true);
    return button;
}

QString FindBar::text() const
{
    return m_line->text();
}

void FindBar::open()
{
    show();
    m_line->setFocus(Qt::ShortcutFocusReason);
    m_line->selectAll();
}

void FindBar::setLook(Look look)
{
    m_look = look;
    paintLook();
    showNote({});
}

/// By the background, and by a word under the line where it cannot be searched for.
void FindBar::paintLook()
{
    QPalette palette = this->palette();
    if (m_look == Look::Invalid)
        palette.setColor(QPalette::Base, toneBackground(Tone::Failed, palette));
    else if (m_look == Look::Valid)
        palette.setColor(QPalette::Base, toneBackground(Tone::Succeeded, palette));
    m_line->setPalette(palette);
}

void FindBar::showCount(const QString &count)
{
    m_count->setText(count);
}

void FindBar::showNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_line || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)
        emit stepRequested(key->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
    else if (key->key() == Qt::Key_Escape)
        emit closed();
    else
        return QWidget::eventFilter(watched, event);
    return true;
}

void FindBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        paintLook();
    QWidget::changeEvent(event);
}

} // namespace arbscope
