// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/keyspage.h"

#include "ui/preferences/keybindings.h"
#include "ui/preferences/keyfield.h"
#include "ui/theme/icons.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace arbscope {

namespace {

enum Column { ActionColumn, KeyColumn, GivenColumn, ColumnCount };

constexpr int ActionRole = Qt::UserRole + 1;

QAction *actionOf(const QTreeWidgetItem *item)
{
    return item != nullptr ? item->data(ActionColumn, ActionRole).value<QAction *>() : nullptr;
}

QPushButton *button(const char *name, const QString &text, const QString &tip)
{
    auto *made = new QPushButton(text);
    made->setObjectName(QLatin1StringView(name));
    made->setToolTip(tip);
    made->setAutoDefault(false);
    return made;
}

} // namespace

KeysPage::KeysPage(KeyBindings &bindings, const std::vector<ActionGroup> &groups, QWidget *parent)
    : QWidget(parent)
    , m_bindings(bindings)
    , m_search(new QLineEdit)
    , m_tree(new QTreeWidget)
    , m_field(new KeyField)
    , m_assign(button("assignKey", tr("&Assign"), tr("Give the action this key")))
    , m_remove(button("removeKey", tr("&No key"), tr("The action has no key")))
    , m_reset(button("resetKey", tr("&Reset"), tr("The key that ArbScope gave the action")))
    , m_resetAll(button("resetAllKeys", tr("Reset a&ll"), tr("All keys as ArbScope gave them")))
    , m_note(new QLabel)
{
    m_search->setObjectName(QStringLiteral("keySearch"));
    m_search->setPlaceholderText(tr("Search actions and keys"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_tree->setObjectName(QStringLiteral("keyTree"));
    m_tree->setAccessibleName(tr("Actions and their keys"));
    m_tree->setHeaderLabels({tr("Action"), tr("Key"), tr("Default")});
    m_tree->setRootIsDecorated(false);
    m_tree->setItemsExpandable(false);
    m_tree->setUniformRowHeights(true);
    m_field->setObjectName(QStringLiteral("keyField"));
    m_field->setPlaceholderText(tr("Press a key here"));
    m_field->setAccessibleName(tr("New key"));
    m_note->setObjectName(QStringLiteral("keyNote"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);

    auto *line = new QHBoxLayout;
    line->addWidget(m_field, 1);
    line->addWidget(m_assign);
    line->addWidget(m_remove);
    line->addWidget(m_reset);
    line->addSpacing(12);
    line->addWidget(m_resetAll);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(m_search);
    layout->addWidget(m_tree, 1);
    layout->addLayout(line);
    layout->addWidget(m_note);

    addGroups(groups);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) { search(text.trimmed()); });
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &KeysPage::showCurrent);
    connect(m_tree, &QTreeWidget::itemActivated, m_field, qOverload<>(&QWidget::setFocus));
    connect(m_field, &KeyField::keyPressed, this, &KeysPage::propose);
    connect(m_assign, &QPushButton::clicked, this, &KeysPage::assign);
    connect(m_remove, &QPushButton::clicked, this, [this] { m_bindings.choose(current(), {}); });
    connect(m_reset, &QPushButton::clicked, this, &KeysPage::resetCurrent);
    connect(m_resetAll, &QPushButton::clicked, &m_bindings, &KeyBindings::resetAll);
    connect(&m_bindings, &KeyBindings::changed, this, &KeysPage::showKeys);
    showKeys();
}

void KeysPage::addGroups(const std::vector<ActionGroup> &groups)
{
    for (const ActionGroup &group : groups) {
        auto *title = new QTreeWidgetItem({group.title});
        QFont bold = m_tree->font();
        bold.setBold(true);
        title->setFont(ActionColumn, bold);
        title->setFlags(Qt::ItemIsEnabled);
        for (QAction *action : group.actions) {
            if (!m_bindings.actions().contains(action))
                continue;
            auto *item = new QTreeWidgetItem(title, {withoutMnemonic(action->text())});
            item->setData(ActionColumn, ActionRole, QVariant::fromValue(action));
        }
        if (title->childCount() > 0)
            m_tree->addTopLevelItem(title);
        else
            delete title;
    }
    m_tree->expandAll();
    m_tree->setColumnWidth(ActionColumn, 40 * fontMetrics().averageCharWidth());
    if (m_tree->topLevelItemCount() > 0)
        m_tree->setCurrentItem(m_tree->topLevelItem(0)->child(0));
}

void KeysPage::showKeys()
{
    for (int group = 0; group < m_tree->topLevelItemCount(); ++group) {
        QTreeWidgetItem *title = m_tree->topLevelItem(group);
        for (int row = 0; row < title->childCount(); ++row) {
            QTreeWidgetItem *item = title->child(row);
            const QAction *action = actionOf(item);
            item->setText(KeyColumn, keysText(action->shortcuts()));
            item->setText(GivenColumn, keysText(m_bindings.givenKeys(action)));
            QFont font = m_tree->font();
            font.setBold(m_bindings.isChosen(action));
            item->setFont(KeyColumn, font);
        }
    }
    m_tree->setColumnWidth(KeyColumn, 24 * fontMetrics().averageCharWidth());
    search(m_search->text().trimmed());
    showCurrent();
}

void KeysPage::search(const QString &text)
{
    for (int group = 0; group < m_tree->topLevelItemCount(); ++group) {
        QTreeWidgetItem *title = m_tree->topLevelItem(group);
        bool any = false;
        for (int row = 0; row < title->childCount(); ++row) {
            QTreeWidgetItem *item = title->child(row);
            const bool found = item->text(ActionColumn).contains(text, Qt::CaseInsensitive)
                || item->text(KeyColumn).contains(text, Qt::CaseInsensitive);
            item->setHidden(!found);
            any |= found;
        }
        title->setHidden(!any);
    }
}

QAction *KeysPage::current() const
{
    return actionOf(m_tree->currentItem());
}

void KeysPage::showCurrent()
{
    const QAction *action = current();
    m_field->setKey(action != nullptr ? action->shortcut() : QKeySequence());
    m_field->setEnabled(action != nullptr);
    m_assign->setEnabled(false);
    m_remove->setEnabled(action != nullptr && !action->shortcuts().isEmpty());
    m_reset->setEnabled(action != nullptr && action->shortcuts() != m_bindings.givenKeys(action));
    const QList<QAction *> &all = m_bindings.actions();
    m_resetAll->setEnabled(std::ranges::any_of(all, [this](const QAction *each) { return m_bindings.isChosen(each); }));
    m_note->setText({});
}

void KeysPage::propose(const QKeySequence &key)
{
    const QAction *action = current();
    const bool isReserved = KeyBindings::isReserved(key);
    const QAction *owner = m_bindings.owner(key, action);
    const QString name = key.toString(QKeySequence::NativeText);
    m_assign->setEnabled(!isReserved && key != action->shortcut());
    if (isReserved)
        m_note->setText(tr("%1 alone is needed for typing and moving about; hold Ctrl or Alt too.").arg(name));
    else if (owner != nullptr)
        m_note->setText(tr("%1 belongs to “%2”, which will lose it.").arg(name, withoutMnemonic(owner->text())));
    else if (key.isEmpty() || key == action->shortcut())
        m_note->setText({});
    else
        m_note->setText(tr("%1 is free.").arg(name));
}

void KeysPage::assign()
{
    m_bindings.choose(current(), m_field->key());
}

void KeysPage::resetCurrent()
{
    QAction *action = current();
    const QList<QKeySequence> given = m_bindings.givenKeys(action);
    const bool isTaken = std::ranges::any_of(
        given, [this, action](const QKeySequence &key) { return m_bindings.owner(key, action) != nullptr; });
    if (!isTaken) {
        m_bindings.reset(action);
        return;
    }
    m_field->setKey(given.first()); // told first, then to be assigned
    propose(given.first());
}

} // namespace arbscope
