// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/figureactions.h"

#include "ui/figures/tabletext.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QAction>
#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QToolButton>

#include <algorithm>

namespace arbscope {

namespace {

constexpr int Margin = 8; // between a cell's edge and its text

class FigureDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        return {size.width(), std::max(size.height(), option.fontMetrics.height() + Margin)};
    }
};

void copyCells(const QAbstractItemView &view)
{
    const QModelIndexList cells = view.selectionModel()->selectedIndexes();
    if (!cells.isEmpty())
        QGuiApplication::clipboard()->setText(tabText(cells));
}

/// The window has the same key for its list, so that neither of the two shortcuts would do anything.
class CopyKey final : public QObject
{
public:
    explicit CopyKey(QAbstractItemView &view)
        : QObject(&view)
        , m_view(view)
    {
        view.installEventFilter(this);
    }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
        if (!isKey || !static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy))
            return QObject::eventFilter(watched, event);
        if (event->type() == QEvent::KeyPress)
            copyCells(m_view);
        event->accept();
        return true;
    }

private:
    QAbstractItemView &m_view;
};

} // namespace

void setUpFigureView(QAbstractItemView &view, QHeaderView &header)
{
    view.setItemDelegate(new FigureDelegate(&view));
    view.setProperty("cellMargin", Margin);
    header.setProperty("headerMargin", Margin);
    header.setStretchLastSection(false);
    QObject::connect(view.verticalScrollBar(), &QScrollBar::valueChanged, &view,
                     [&view, &header] { widenColumns(header, view); });
    view.setFont(numberFont(view.font()));
    view.setAlternatingRowColors(true);
    view.setFrameShape(QFrame::NoFrame);
    view.setEditTriggers(QAbstractItemView::NoEditTriggers);
    view.setSelectionMode(QAbstractItemView::ExtendedSelection);
    view.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view.setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *copy = new QAction(themedIcon(QStringLiteral("copy")),
                             QCoreApplication::translate("arbscope::Figures", "&Copy"), &view);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    QObject::connect(copy, &QAction::triggered, &view, [&view] { copyCells(view); });
    view.addAction(copy);
    new CopyKey(view);
}

void widenColumns(QHeaderView &header, QAbstractItemView &view)
{
    constexpr int Widest = 420;
    for (int column = 0; column < header.count(); ++column) {
        const int wanted = std::max(header.sectionSizeHint(column), view.sizeHintForColumn(column));
        if (wanted > header.sectionSize(column))
            header.resizeSection(column, std::min(wanted, Widest));
    }
}

QToolButton *figureButton(const char *name, const QString &text, const QString &icon)
{
    auto *button = new QToolButton;
    button->setObjectName(QLatin1StringView(name));
    button->setText(text);
    button->setIcon(themedIcon(icon));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace arbscope
