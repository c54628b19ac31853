// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/shortcutsdialog.h"

#include "ui/theme/icons.h"
#include "ui/widgets/firstsize.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace arbscope {

namespace {

void search(QTreeWidget *tree, const QString &text)
{
    for (int i = 0; i < tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem *group = tree->topLevelItem(i);
        bool any = false;
        for (int row = 0; row < group->childCount(); ++row) {
            QTreeWidgetItem *item = group->child(row);
            const bool found = item->text(0).contains(text, Qt::CaseInsensitive)
                || item->text(1).contains(text, Qt::CaseInsensitive);
            item->setHidden(!found);
            any |= found;
        }
        group->setHidden(!any);
    }
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const std::vector<ActionGroup> &groups, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keyboard Shortcuts"));
    auto *tree = new QTreeWidget(this);
    tree->setObjectName(QStringLiteral("shortcuts"));
    tree->setAccessibleName(tr("Keyboard shortcuts"));
    tree->setHeaderLabels({tr("Action"), tr("Keys")});
    tree->setRootIsDecorated(false);
    tree->setItemsExpandable(false);
    tree->setFocusPolicy(Qt::StrongFocus);
    tree->header()->setStretchLastSection(true);
    for (const ActionGroup &group : groups) {
        auto *title = new QTreeWidgetItem({withoutMnemonic(group.title)});
        QFont bold = tree->font();
        bold.setBold(true);
        title->setFont(0, bold);
        title->setFlags(Qt::ItemIsEnabled);
        for (const QAction *action : group.actions) {
            if (!action->isSeparator() && !action->text().isEmpty() && !action->shortcuts().isEmpty())
                title->addChild(new QTreeWidgetItem({withoutMnemonic(action->text()), keysText(action->shortcuts())}));
        }
        if (title->childCount() > 0)
            tree->addTopLevelItem(title);
        else
            delete title;
    }
    tree->expandAll();
    tree->resizeColumnToContents(0);
    tree->header()->resizeSection(0, tree->header()->sectionSize(0) + 2 * tree->fontMetrics().averageCharWidth());
    auto *field = new QLineEdit(this);
    field->setObjectName(QStringLiteral("shortcutSearch"));
    field->setPlaceholderText(tr("Search actions and keys"));
    field->setClearButtonEnabled(true);
    field->addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    connect(field, &QLineEdit::textChanged, tree, [tree](const QString &text) { search(tree, text.trimmed()); });
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(10);
    column->addWidget(field);
    column->addWidget(tree, 1);
    column->addWidget(buttons);
    field->setFocus();
    resizeOnScreen(*this, {520, 600});
}

} // namespace arbscope
