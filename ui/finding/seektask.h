// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/filterexpression.h"
#include "ui/models/feedwork.h"
#include "ui/tasks/longtask.h"

namespace arbscope {

class StoreSession;

/// Looks from one place of a list, trade by trade in one direction, for the first one that a filter is true of. Reads
/// some at a time between other requests, and no further than need be.
class SeekTask final : public LongTask
{
    Q_OBJECT
public:
    struct Request
    {
        FeedSource source{};
        FilterPart filter{};
        qint64 from = 0; ///< the first rank to be looked at
        qint64 to = 0; ///< the last one; less than `from`: backwards
    };
    SeekTask(const QString &title, StoreSession &session, Request request, QObject *parent = nullptr);

signals:
    void found(const QByteArray &orderId);
    void notFound();
    void failed(const arbscope::RedisError &error);

private:
    void next();

    StoreSession &m_session;
    Request m_request;
    qint64 m_at;
    qint64 m_atOnce;
    bool m_ended = false;
};

} // namespace arbscope
