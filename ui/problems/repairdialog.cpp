// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problems/repairdialog.h"

#include "ui/problems/findingtext.h"
#include "ui/text/displaytext.h"
#include "ui/theme/icons.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

namespace arbscope {

namespace {

QStandardItem *cell(const QString &text)
{
    auto *item = new QStandardItem(text);
    item->setToolTip(plainToolTip(text));
    item->setEditable(false);
    return item;
}

} // namespace

RepairDialog::RepairDialog(const QString &store, const std::vector<RepairStep> &steps, qint64 unmended,
                           const TimeFormat &format, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("repairDialog"));
    setWindowTitle(tr("Repair the Index"));
    const QLocale locale;

    auto *icon = new QLabel;
    icon->setPixmap(themedIcon(QStringLiteral("warning"), Tone::Failed).pixmap(QSize(32, 32), devicePixelRatioF()));
    auto *title = new QLabel(tr("Change the index of this store?"));
    QFont bold = font();
    bold.setBold(true);
    title->setFont(bold);
    auto *name = new QLabel(store);
    name->setObjectName(QStringLiteral("repairStore"));
    name->setTextFormat(Qt::PlainText);
    name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    name->setWordWrap(true);
    auto *words = new QLabel(tr("These changes are made, each only if the store is still as it was found. Reports are "
                                "never touched."));
    words->setWordWrap(true);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(4);
    texts->addWidget(title);
    texts->addWidget(name);
    texts->addWidget(words);
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(icon, 0, Qt::AlignTop);
    head->addLayout(texts, 1);

    auto *model = new QStandardItemModel(this);
    model->setHorizontalHeaderLabels({tr("Change"), tr("Server"), tr("Order id"), tr("How")});
    for (const RepairStep &step : steps)
        model->appendRow({cell(repairTitle(step.kind)), cell(displayBytes(step.server)),
                          cell(displayBytes(step.orderId)), cell(repairText(step, format))});
    auto *view = new QTreeView;
    view->setObjectName(QStringLiteral("repairSteps"));
    view->setAccessibleName(tr("Changes"));
    view->setModel(model);
    view->setRootIsDecorated(false);
    view->setUniformRowHeights(true);
    view->setAlternatingRowColors(true);
    for (int column = 0; column < 3; ++column)
        view->resizeColumnToContents(column);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addLayout(head);
    column->addWidget(view, 1);
    if (unmended > 0) {
        auto *rest = new QLabel(tr("Other problems, which the index cannot mend and which stay as they are: %1")
                                    .arg(locale.toString(unmended)));
        rest->setForegroundRole(QPalette::PlaceholderText);
        rest->setWordWrap(true);
        column->addWidget(rest);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    auto *make = buttons->addButton(
        steps.size() == 1 ? tr("Make this change") : tr("Make %1 changes").arg(locale.toString(qint64(steps.size()))),
        QDialogButtonBox::AcceptRole);
    make->setObjectName(QStringLiteral("makeChanges"));
    make->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true); // Enter changes nothing
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
    resize(820, 460);
}

} // namespace arbscope
