// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/storedtrade.h"
#include "ui/models/feedwork.h"
#include "ui/tasks/longtask.h"
#include "ui/text/timeformat.h"

#include <vector>

namespace arbscope {

class StoreSession;
struct RedisError;

/// Which trades are to be copied, in the order shown, and how. Ranks mean what they meant when the source had `total`
/// trades and the newest was `newestId`.
struct CopyRequest
{
    struct Ranks
    {
        qint64 first = 0; ///< the lesser one
        qint64 last = 0;
    };
    FeedSource source;
    TradeOrder order = TradeOrder::NewestFirst; ///< of the trades within each part of `ranks`
    std::vector<Ranks> ranks;
    std::vector<QByteArray> orphans; ///< order ids of reports that the index does not name; they come last
    qint64 total = 0;
    QByteArray newestId;
    std::vector<int> columns; ///< in tradeColumns()
    TimeFormat format;
    QString header; ///< a first line; may be empty
};

/// Reads trades, some at a time between other requests, and makes tab separated lines of them.
class CopyTask final : public LongTask
{
    Q_OBJECT
public:
    static constexpr qsizetype MostCharacters = 50'000'000;

    CopyTask(StoreSession &session, CopyRequest request, QObject *parent = nullptr);

signals:
    void copied(const QString &lines, qint64 trades);
    void tooLong(); ///< more than MostCharacters
    void listChanged(); ///< ranks mean other trades than those that were selected
    void failed(const arbscope::RedisError &error);

private:
    void next();
    void take(const QString &lines, qint64 trades);
    void finish(End how);

    StoreSession &m_session;
    std::shared_ptr<const CopyRequest> m_request;
    std::size_t m_range = 0; ///< in ranks; then one more for the orphans
    qint64 m_within = 0; ///< trades of that part that have been read
    QString m_lines;
    bool m_ended = false;
};

} // namespace arbscope
