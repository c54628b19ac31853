// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/serversdock.h"

#include "ui/docks/serverdelegate.h"
#include "ui/models/serversmodel.h"
#include "ui/theme/icons.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QSortFilterProxyModel>
#include <QTreeView>
#include <QVBoxLayout>

namespace arbscope {

/// Sorted by name; a search keeps the store's row.
class ServersProxy final : public QSortFilterProxyModel
{
public:
    explicit ServersProxy(ServersModel &model, QObject *parent)
        : QSortFilterProxyModel(parent)
        , m_model(model)
    {
        setSourceModel(&model);
        setFilterCaseSensitivity(Qt::CaseInsensitive);
        sort(0);
    }

protected:
    bool lessThan(const QModelIndex &a, const QModelIndex &b) const override { return m_model.lessThan(a, b); }
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        return !parent.isValid() || QSortFilterProxyModel::filterAcceptsRow(row, parent);
    }

private:
    const ServersModel &m_model;
};

ServersDock::ServersDock(ServersModel &model, QWidget *parent)
    : QDockWidget(tr("Servers"), parent)
    , m_model(model)
    , m_proxy(new ServersProxy(model, this))
    , m_search(new QLineEdit)
    , m_tree(new QTreeView)
    , m_note(new QLabel)
{
    setObjectName(QStringLiteral("serversDock"));
    setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);

    m_search->setObjectName(QStringLiteral("serverSearch"));
    m_search->setPlaceholderText(tr("Search servers"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        const QScopedValueRollback setting(m_setting, true);
        m_proxy->setFilterFixedString(text.trimmed());
        m_tree->expandAll();
        if (m_shown)
            setCurrent(*m_shown);
    });

    m_tree->setObjectName(QStringLiteral("serverTree"));
    m_tree->setAccessibleName(tr("Trading servers"));
    m_tree->setModel(m_proxy);
    m_tree->setItemDelegate(new ServerDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setRootIsDecorated(false);
    m_tree->setIndentation(10);
    m_tree->setItemsExpandable(false);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_proxy, &QAbstractItemModel::rowsInserted, m_tree, [this](const QModelIndex &store) {
        if (store.isValid())
            m_tree->expand(store);
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        const QVariant name = index.data(ServersModel::NameRole);
        if (m_setting || !name.isValid())
            return;
        m_shown = name.toByteArray();
        emit serverChosen(*m_shown);
    });

    setFocusProxy(m_tree);
    m_note->setObjectName(QStringLiteral("serverNote"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setContentsMargins(10, 4, 10, 6);
    m_note->hide();

    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *searchRow = new QVBoxLayout;
    searchRow->setContentsMargins(8, 8, 8, 8);
    searchRow->addWidget(m_search);
    layout->addLayout(searchRow);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_note);
    setWidget(content);
}

void ServersDock::setCurrent(const QByteArray &server)
{
    const QScopedValueRollback setting(m_setting, true);
    m_shown = server;
    const QModelIndex index = m_proxy->mapFromSource(m_model.indexOf(server));
    if (!index.isValid())
        return;
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
}

void ServersDock::setNote(const QString &text)
{
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
}

void ServersDock::focusList()
{
    show();
    raise();
    m_tree->setFocus(Qt::ShortcutFocusReason);
}

/// Up and down in the search field walk the list below it; Escape empties it first.
bool ServersDock::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::ShortcutOverride && !m_search->text().isEmpty()
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up) {
            m_tree->setFocus(Qt::TabFocusReason);
            return true;
        }
        if (key->key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
    }
    return QDockWidget::eventFilter(watched, event);
}

} // namespace arbscope
