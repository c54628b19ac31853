// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/serverpicker.h"

#include "ui/text/displaytext.h"
#include "ui/theme/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace arbscope {

namespace {

constexpr int NameRole = Qt::UserRole + 1;

} // namespace

ServerPicker::ServerPicker(const std::vector<ServerSummary> &servers, const std::vector<QByteArray> &selected,
                           QWidget *parent)
    : QWidget(parent)
    , m_model(new QStandardItemModel(this))
    , m_shown(new QSortFilterProxyModel(this))
    , m_search(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_count(new QLabel(this))
{
    const std::set<QByteArray> ticked(selected.begin(), selected.end());
    const QLocale locale;
    for (const ServerSummary &server : servers) {
        auto *item
            = new QStandardItem(tr("%1  (%2 reports)").arg(displayBytes(server.name), locale.toString(server.reports)));
        item->setData(server.name, NameRole);
        item->setEditable(false);
        item->setCheckable(true);
        item->setCheckState(ticked.contains(server.name) ? Qt::Checked : Qt::Unchecked);
        m_model->appendRow(item);
    }
    m_shown->setSourceModel(m_model);
    m_shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list->setObjectName(QStringLiteral("servers"));
    m_list->setAccessibleName(tr("Trading servers"));
    m_list->setModel(m_shown);
    m_list->setUniformItemSizes(true);
    m_list->setMinimumHeight(m_list->fontMetrics().height() * 7);
    m_search->setObjectName(QStringLiteral("serverSearch"));
    m_search->setPlaceholderText(tr("Search servers"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    auto *all = new QPushButton(tr("Tick &all"), this);
    auto *none = new QPushButton(tr("Tick &none"), this);
    all->setObjectName(QStringLiteral("tickAll"));
    none->setObjectName(QStringLiteral("tickNone"));
    all->setAutoDefault(false);
    none->setAutoDefault(false);
    all->setToolTip(tr("All that the search shows"));
    none->setToolTip(tr("None that the search shows"));

    auto *row = new QHBoxLayout;
    row->addWidget(m_search, 1);
    row->addWidget(all);
    row->addWidget(none);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addWidget(m_list, 1);
    column->addWidget(m_count);
    connect(m_search, &QLineEdit::textChanged, m_shown, &QSortFilterProxyModel::setFilterFixedString);
    connect(all, &QPushButton::clicked, this, [this] { tickShown(true); });
    connect(none, &QPushButton::clicked, this, [this] { tickShown(false); });
    connect(m_model, &QStandardItemModel::itemChanged, this, [this] {
        if (m_ticking)
            return;
        updateCount();
        emit changed();
    });
    updateCount();
}

std::vector<QByteArray> ServerPicker::selected() const
{
    std::vector<QByteArray> names;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->item(row)->checkState() == Qt::Checked)
            names.push_back(m_model->item(row)->data(NameRole).toByteArray());
    }
    return names;
}

bool ServerPicker::allSelected() const
{
    return int(selected().size()) == m_model->rowCount();
}

void ServerPicker::tickShown(bool ticked)
{
    m_ticking = true;
    for (int row = 0; row < m_shown->rowCount(); ++row) {
        const QModelIndex index = m_shown->mapToSource(m_shown->index(row, 0));
        m_model->itemFromIndex(index)->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
    }
    m_ticking = false;
    updateCount();
    emit changed();
}

void ServerPicker::updateCount()
{
    const QLocale locale;
    m_count->setText(
        tr("%1 of %2 ticked").arg(locale.toString(qint64(selected().size())), locale.toString(m_model->rowCount())));
}

} // namespace arbscope
