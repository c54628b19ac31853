// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/longtask.h"

#include <QLocale>

namespace arbscope {

LongTask::LongTask(const QString &title, QObject *parent, Unit unit)
    : QObject(parent)
    , m_title(title)
    , m_unit(unit)
{ }

QString LongTask::progressText() const
{
    if (m_total <= 0)
        return {};
    const QLocale locale;
    const auto text = [this, &locale](qint64 amount) {
        return m_unit == Unit::Bytes ? locale.formattedDataSize(amount) : locale.toString(amount);
    };
    return tr("%1 of %2").arg(text(m_done), text(m_total));
}

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

LongTask::End LongTask::endOf(const std::optional<RedisError> &error)
{
    if (!error)
        return End::Finished;
    return error->code == RedisErrorCode::Cancelled ? End::Cancelled : End::Failed;
}

QString LongTask::endText() const
{
    const QString counts = m_counts.isEmpty() ? progressText() : m_counts;
    const QString how = m_end == End::Finished ? tr("%1: finished")
        : m_end == End::Cancelled              ? tr("%1: cancelled")
                                               : tr("%1: failed");
    return counts.isEmpty() ? how.arg(m_title) : how.arg(m_title) + u" (" + counts + u')';
}

void LongTask::end(End how, const QString &counts)
{
    m_end = how;
    m_counts = counts;
    emit ended();
    deleteLater();
}

} // namespace arbscope
