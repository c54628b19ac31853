// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/longtask.h"

namespace arbscope {

LongTask::LongTask(const QString &title, QObject *parent)
    : QObject(parent)
    , m_title(title)
{ }

void LongTask::cancel()
{
    m_stop.request_stop();
    emit progressed();
}

void LongTask::setProgress(qint64 done, qint64 total)
{
    m_done = done;
    m_total = total;
    emit progressed();
}

void LongTask::end()
{
    emit ended();
    deleteLater();
}

} // namespace arbscope
