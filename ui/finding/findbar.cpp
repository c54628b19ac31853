// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/finding/findbar.h"

#include "ui/theme/icons.h"
#include "ui/window/actiontext.h"

#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include <utility>

namespace arbscope {

FindBar::FindBar(QWidget *parent)
    : QueryBar({.name = QStringLiteral("find"),
                .icon = QStringLiteral("search"),
                .accessibleName = tr("Find"),
                .placeholder = tr("Find, for example: net < 0, or words"),
                .topMargin = 0},
               parent)
    , m_count(new QLabel)
    , m_previous(button("findPrevious", QStringLiteral("arrow-up"), tr("Previous")))
    , m_next(button("findNext", QStringLiteral("arrow-down"), tr("Next")))
{
    m_count->setObjectName(QStringLiteral("findCount"));
    m_count->setTextFormat(Qt::PlainText);
    m_count->setMinimumWidth(fontMetrics().averageCharWidth() * 18);
    addBeside(m_count);
    QToolButton *close = button("findClose", QStringLiteral("close"), tr("Close (Esc)"));
    addBeside(m_previous);
    addBeside(m_next);
    addBeside(close);
    connect(m_previous, &QToolButton::clicked, this, [this] { emit stepRequested(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { emit stepRequested(1); });
    connect(close, &QToolButton::clicked, this, &FindBar::closed);
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

void FindBar::setStepActions(const QAction &previous, const QAction &next)
{
    for (const auto &[button, action] : {std::pair(m_previous, &previous), std::pair(m_next, &next)}) {
        const auto showKeys = [tipped = button, keyed = action] {
            const QString keys = keysText(keyed->shortcuts());
            const QString words = tipped->accessibleName();
            tipped->setToolTip(keys.isEmpty() ? words : QString(words + u" (" + keys + u')'));
        };
        connect(action, &QAction::changed, button, showKeys);
        showKeys();
    }
}

void FindBar::open()
{
    show();
    focusText();
}

/// By the background, and by a word under the line where it cannot be searched for.
void FindBar::setLook(Look look)
{
    setTint(look == Look::Invalid ? Tint::Bad : look == Look::Valid ? Tint::Good : Tint::None);
    showNote({});
}

void FindBar::showCount(const QString &count)
{
    m_count->setText(count);
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != &line() || event->type() != QEvent::KeyPress)
        return QueryBar::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)
        emit stepRequested(key->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
    else if (key->key() == Qt::Key_Escape)
        emit closed();
    else
        return QueryBar::eventFilter(watched, event);
    return true;
}

} // namespace arbscope
