// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparewindow.h"

#include "ui/compare/comparemodel.h"
#include "ui/text/displaytext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/firstsize.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSortFilterProxyModel>
#include <QTreeView>
#include <QVBoxLayout>

namespace arbscope {

namespace {

std::array<QString, 2> titlesOf(const std::array<TradeName, 2> &names)
{
    std::array<QString, 2> titles;
    for (std::size_t i = 0; i < 2; ++i)
        titles[i] = names[0].server == names[1].server
            ? displayBytes(names[i].orderId, 60)
            : CompareWindow::tr("%1 on %2").arg(displayBytes(names[i].orderId, 60), displayBytes(names[i].server, 40));
    return titles;
}

} // namespace

CompareWindow::CompareWindow(const std::array<TradeName, 2> &names, const std::array<TradePtr, 2> &trades,
                             const TimeFormat &format, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_model(new CompareModel(trades, titlesOf(names), format, this))
    , m_tree(new QTreeView)
{
    setObjectName(QStringLiteral("compareWindow"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Compare two trades"));
    resizeOnScreen(*this, {980, 700});

    auto *proxy = new QSortFilterProxyModel(this);
    proxy->setSourceModel(m_model);
    proxy->setRecursiveFilteringEnabled(true);
    proxy->setFilterRole(CompareModel::DiffersRole);
    m_tree->setObjectName(QStringLiteral("compareTree"));
    m_tree->setAccessibleName(tr("Both trades"));
    m_tree->setModel(proxy);
    m_tree->setUniformRowHeights(true);
    m_tree->setAlternatingRowColors(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setFont(numberFont(m_tree->font()));
    m_tree->setIndentation(14);
    m_tree->expandAll();
    const int character = m_tree->fontMetrics().averageCharWidth();
    m_tree->resizeColumnToContents(CompareModel::NameColumn); // in each language
    for (const auto column : {CompareModel::FirstColumn, CompareModel::SecondColumn})
        m_tree->setColumnWidth(column, 36 * character);

    QString summary = tr("%1 of %2 values differ").arg(m_model->differences()).arg(m_model->values());
    for (std::size_t i = 0; i < 2; ++i) {
        if (!trades[i]->report())
            summary += u" · " + tr("%1 cannot be read: its values are unknown").arg(displayBytes(names[i].orderId, 60));
    }
    auto *label = new QLabel(summary);
    label->setObjectName(QStringLiteral("compareSummary"));
    label->setTextFormat(Qt::PlainText);
    auto *only = new QCheckBox(tr("&Differences only"));
    only->setObjectName(QStringLiteral("differencesOnly"));
    connect(only, &QCheckBox::toggled, this, [this, proxy](bool checked) {
        proxy->setFilterFixedString(checked ? QStringLiteral("true") : QString());
        m_tree->expandAll();
    });
    auto *row = new QHBoxLayout;
    row->setContentsMargins(8, 6, 8, 6);
    row->addWidget(label, 1);
    row->addWidget(only);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(row);
    layout->addWidget(m_tree, 1);

    const auto key = [this](const QKeySequence &keys, auto slot) {
        auto *action = new QAction(this);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
    };
    key(Qt::Key_Escape, &QWidget::close);
    key(QKeySequence::Copy, &CompareWindow::copyLine);
    m_tree->setFocus();
}

void CompareWindow::copyLine() const
{
    const QModelIndex index = m_tree->currentIndex();
    QStringList cells;
    for (int column = 0; index.isValid() && column < CompareModel::ColumnCount; ++column)
        cells << index.siblingAtColumn(column).data().toString();
    if (!cells.isEmpty())
        QGuiApplication::clipboard()->setText(cells.join(u'\t'));
}

} // namespace arbscope
