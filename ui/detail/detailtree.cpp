// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/detailtree.h"

#include "ui/detail/detailmodel.h"
#include "ui/theme/icons.h"

#include <QAction>
#include <QClipboard>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QStringList>

namespace arbscope {

DetailTree::DetailTree(DetailModel *model, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
    , m_filterMenu(new QMenu(tr("Apply as &filter"), this))
{
    setObjectName(QStringLiteral("detailTree"));
    setAccessibleName(tr("Members of the trade"));
    setModel(model);
    setUniformRowHeights(true);
    setSelectionBehavior(SelectItems);
    setSelectionMode(SingleSelection);
    setAlternatingRowColors(true);
    setFont(numberFont(font()));
    setTextElideMode(Qt::ElideRight);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    setIndentation(14);
    expandAll();
    const int character = fontMetrics().averageCharWidth();
    setColumnWidth(DetailModel::NameColumn, sizeHintForColumn(DetailModel::NameColumn)); // in each language
    setColumnWidth(DetailModel::FirstColumn, 34 * character);
    setColumnWidth(DetailModel::SecondColumn, 20 * character);
    header()->setStretchLastSection(true);
    m_filterMenu->setObjectName(QStringLiteral("detailFilterMenu"));
    m_filterMenu->setIcon(themedIcon(QStringLiteral("filter")));
    connect(m_filterMenu, &QMenu::aboutToShow, this, [this] { emit filterMenuRequested(m_filterMenu, name()); });
    addAction(m_filterMenu->menuAction());
    addCopyAction(tr("Copy &value"), QKeySequence::Copy, &DetailTree::value);
    addCopyAction(tr("Copy &name"), {}, &DetailTree::name);
    addCopyAction(tr("Copy &line"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), &DetailTree::line);
}

void DetailTree::addCopyAction(const QString &text, const QKeySequence &keys, QString (DetailTree::*textOf)() const)
{
    auto *action = new QAction(themedIcon(QStringLiteral("copy")), text, this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, [this, textOf] {
        if (const QString copied = (this->*textOf)(); !copied.isEmpty())
            QGuiApplication::clipboard()->setText(copied);
    });
    addAction(action);
}

void DetailTree::selectMember(const QString &name)
{
    const QModelIndex index = m_model->indexOf(name);
    if (!index.isValid() || currentIndex().data(DetailModel::NameRole).toString() == name)
        return;
    m_selecting = true;
    setCurrentIndex(index);
    scrollTo(index);
    m_selecting = false;
}

void DetailTree::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    const QString selected = current.data(DetailModel::NameRole).toString();
    m_filterMenu->menuAction()->setEnabled(!selected.isEmpty());
    if (!m_selecting && !selected.isEmpty())
        emit memberSelected(selected);
}

QString DetailTree::value() const
{
    return currentIndex().data(DetailModel::ExactRole).toString();
}

QString DetailTree::name() const
{
    return currentIndex().data(DetailModel::NameRole).toString();
}

QString DetailTree::line() const
{
    const QModelIndex index = currentIndex();
    if (!index.parent().isValid())
        return {};
    const auto cell = [&index](int column, int role) { return index.siblingAtColumn(column).data(role).toString(); };
    QStringList parts{cell(DetailModel::NameColumn, Qt::DisplayRole),
                      cell(DetailModel::FirstColumn, DetailModel::ExactRole)};
    if (!cell(DetailModel::SecondColumn, DetailModel::NameRole).isEmpty())
        parts.append(cell(DetailModel::SecondColumn, DetailModel::ExactRole));
    parts.append(cell(DetailModel::UnitColumn, Qt::DisplayRole));
    return parts.join(QLatin1Char('\t'));
}

} // namespace arbscope
