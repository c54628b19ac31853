// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/taskstrip.h"

#include "ui/tasks/longtask.h"
#include "ui/theme/icons.h"
#include "ui/widgets/elidedlabel.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QToolButton>

namespace arbscope {

TaskStrip::TaskStrip(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QHBoxLayout(this))
{
    setObjectName(QStringLiteral("taskStrip"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(12);
    hide();
}

void TaskStrip::add(LongTask *task)
{
    auto *box = new QWidget;
    auto *label = new ElidedLabel;
    label->fitText(12); // a task does not make the window larger
    auto *bar = new QProgressBar;
    bar->setObjectName(QStringLiteral("taskProgress"));
    bar->setMinimumWidth(fontMetrics().averageCharWidth() * 8);
    bar->setMaximumWidth(fontMetrics().averageCharWidth() * 18);
    bar->setTextVisible(false);
    bar->setMaximumHeight(fontMetrics().height() - 4);
    auto *cancel = new QToolButton;
    cancel->setObjectName(QStringLiteral("taskCancel"));
    cancel->setAutoRaise(true);
    cancel->setFocusPolicy(Qt::TabFocus);
    cancel->setIcon(themedIcon(QStringLiteral("cancel")));
    cancel->setToolTip(tr("Cancel: %1").arg(task->title()));
    cancel->setAccessibleName(cancel->toolTip());
    connect(cancel, &QToolButton::clicked, task, &LongTask::cancel);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(label);
    row->addWidget(bar);
    row->addWidget(cancel);

    const auto show = [task, label, bar, cancel] {
        const QString progress = task->progressText();
        if (task->isCancelling())
            label->setText(tr("Cancelling…"));
        else
            label->setText(progress.isEmpty() ? task->title() : tr("%1: %2").arg(task->title(), progress));
        cancel->setEnabled(!task->isCancelling());
        bar->setRange(0, task->total() > 0 ? 1000 : 0);
        if (task->total() > 0)
            bar->setValue(static_cast<int>(1000 * task->done() / task->total()));
    };
    show();
    connect(task, &LongTask::progressed, box, show);
    connect(task, &LongTask::ended, this, [this, task, box] {
        m_tasks.removeOne(task);
        box->deleteLater();
        setVisible(!m_tasks.isEmpty());
        emit ended(*task);
    });
    m_tasks.append(task);
    m_layout->addWidget(box);
    setVisible(true);
    emit added(task->title());
}

void TaskStrip::cancelAll()
{
    const QList<LongTask *> tasks = m_tasks;
    for (LongTask *task : tasks)
        task->cancel();
}

int TaskStrip::count() const
{
    return static_cast<int>(m_tasks.size());
}

} // namespace arbscope
