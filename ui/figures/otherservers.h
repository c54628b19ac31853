// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/filterexpression.h"
#include "ui/figures/statisticssink.h"
#include "ui/tasks/storelane.h"

#include <QDateTime>
#include <QObject>
#include <QSet>

#include <map>
#include <optional>
#include <vector>

namespace arbscope {

class OtherServersTask;
class StoreSession;
class TaskStrip;

/// The figures of servers that are not shown, of the trades that one filter is true of: as they were when they were
/// read, on a lane of their own. Dropped when the store is lost or another one is opened.
class OtherServers final : public QObject
{
    Q_OBJECT
public:
    OtherServers(StoreSession &session, TaskStrip &tasks, QObject *parent = nullptr);
    ~OtherServers() override;

    /// Another filter or other options: what there is of the former ones is dropped. `options` as of any grouping.
    void setQuestion(const FilterPart &filter, const StatisticsOptions &options);
    void read(std::vector<QByteArray> servers); ///< what is known already stays
    void keep(const QByteArray &server, const FigureGroups &groups); ///< somebody else has read this one
    void forget();

    [[nodiscard]] bool isReading() const { return m_task != nullptr; }
    [[nodiscard]] bool wasAsked() const { return isReading() || m_readAt.isValid(); } ///< read(), of this question
    [[nodiscard]] bool knows(const QByteArray &server) const
    {
        return m_known.contains(server);
    } ///< also that it cannot be read
    [[nodiscard]] const FigureGroups &groups() const { return m_groups; } ///< servers without such trades have none
    [[nodiscard]] const std::map<QByteArray, RedisError> &refused() const { return m_refused; }
    [[nodiscard]] const std::optional<RedisError> &error() const { return m_error; } ///< why not all of them were read
    [[nodiscard]] const QDateTime &readAt() const { return m_readAt; } ///< the first of them; invalid: none yet

signals:
    void changed();

private:
    void end();

    StoreSession &m_session;
    TaskStrip &m_tasks;
    FilterPart m_filter;
    StatisticsOptions m_options{.groupBy = GroupBy::Server};
    FigureGroups m_groups;
    QSet<QByteArray> m_known;
    std::map<QByteArray, RedisError> m_refused;
    std::optional<RedisError> m_error;
    QDateTime m_readAt;
    StoreLane m_lane;
    OtherServersTask *m_task = nullptr; ///< under way
};

} // namespace arbscope
