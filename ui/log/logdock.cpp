// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/logdock.h"

#include "ui/docks/panellayout.h"
#include "ui/log/logmodel.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace arbscope {

LogDock::LogDock(LogModel &model, QWidget *parent)
    : QDockWidget(tr("Log"), parent)
    , m_level(new QComboBox)
    , m_copy(new QPushButton(themedIcon(QStringLiteral("copy")), tr("Copy")))
    , m_clear(new QPushButton(themedIcon(QStringLiteral("remove")), tr("Clear")))
    , m_view(new QTreeView)
{
    setObjectName(QStringLiteral("logDock"));
    m_level->setObjectName(QStringLiteral("logLevel"));
    m_level->setAccessibleName(tr("Level"));
    m_level->addItem(tr("Everything"), int(LogLevel::Info));
    m_level->addItem(tr("Warnings and errors"), int(LogLevel::Warning));
    m_level->addItem(tr("Errors"), int(LogLevel::Error));
    m_copy->setObjectName(QStringLiteral("copyLog"));
    m_copy->setToolTip(tr("Copy the selected lines; all shown ones where none is selected"));
    m_clear->setObjectName(QStringLiteral("clearLog"));
    m_clear->setToolTip(tr("Forget all lines"));

    m_shown.setSourceModel(&model);
    m_shown.setFilterRole(LogModel::LevelRole);
    m_view->setObjectName(QStringLiteral("logView"));
    m_view->setAccessibleName(tr("Log"));
    m_view->setModel(&m_shown);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAlternatingRowColors(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setFont(numberFont(m_view->font()));
    m_view->header()->setStretchLastSection(true);
    const int character = fontMetrics().averageCharWidth();
    m_view->setColumnWidth(LogModel::TimeColumn, 28 * character);
    m_view->setColumnWidth(LogModel::LevelColumn, 14 * character);
    auto *copyKey = new QAction(tr("Copy"), m_view);
    copyKey->setShortcut(QKeySequence::Copy);
    copyKey->setShortcutContext(Qt::WidgetShortcut);
    connect(copyKey, &QAction::triggered, this, &LogDock::copy);
    m_view->addAction(copyKey);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);

    const auto *bar = m_view->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this, [this, bar](int value) { m_atEnd = value == bar->maximum(); });
    connect(bar, &QScrollBar::rangeChanged, this, [this] {
        if (m_atEnd)
            m_view->scrollToBottom();
    });
    connect(m_level, &QComboBox::currentIndexChanged, this, [this] { setLevel(m_level->currentData().toInt()); });
    connect(m_copy, &QPushButton::clicked, this, &LogDock::copy);
    connect(m_clear, &QPushButton::clicked, &model, &LogModel::clear);

    layOutPanel(*this, {m_level, m_copy, m_clear}, 6, nullptr, *m_view);
    setFocusProxy(m_view);
}

LogDock::~LogDock()
{
    m_view->verticalScrollBar()->disconnect(this); // its range ends with the lines, when this is no LogDock any more
}

void LogDock::setLevel(int level)
{
    m_atEnd = true;
    m_shown.setFilterRegularExpression(QStringLiteral("^[%1-9]$").arg(level));
    m_view->scrollToBottom();
}

void LogDock::copy() const
{
    QModelIndexList rows = m_view->selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QStringList lines;
    for (const QModelIndex &row : std::as_const(rows))
        lines << row.data(LogModel::LineRole).toString();
    for (int row = 0; rows.isEmpty() && row < m_shown.rowCount(); ++row)
        lines << m_shown.index(row, 0).data(LogModel::LineRole).toString();
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace arbscope
