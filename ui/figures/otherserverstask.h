// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/filterexpression.h"
#include "ui/figures/statisticssink.h"
#include "ui/tasks/longtask.h"

#include <QFutureWatcher>

#include <memory>
#include <optional>
#include <vector>

namespace arbscope {

class StoreLane;

/// Adds up the trades of several servers that a filter is true of, one server after another, and hands on the figures
/// of each as it is done. A server that cannot be read does not hinder the others.
class OtherServersTask final : public LongTask
{
    Q_OBJECT
public:
    /// `options`: by server.
    OtherServersTask(StoreLane &lane, std::vector<QByteArray> servers, FilterPart filter, StatisticsOptions options,
                     QObject *parent = nullptr);

signals:
    /// No group of this server: none of its trades is chosen.
    void added(const QByteArray &server, const std::shared_ptr<const arbscope::FigureGroups> &groups);
    void refused(const QByteArray &server, const arbscope::RedisError &error);
    void failed(const arbscope::RedisError &error); ///< the store; or was cancelled

private:
    struct Part
    {
        std::optional<QByteArray> server; ///< none: `error` is how all ended
        std::shared_ptr<const FigureGroups> groups; ///< null: `error` is why
        std::optional<RedisError> error;
    };
    class Reading;
    void take(int from, int to);

    QFutureWatcher<Part> m_watcher;
    End m_how = End::Finished;
    int m_read = 0; ///< servers
};

} // namespace arbscope
