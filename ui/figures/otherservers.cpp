// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/otherservers.h"

#include "ui/figures/otherserverstask.h"
#include "ui/store/storesession.h"
#include "ui/tasks/taskstrip.h"

#include <utility>

namespace arbscope {

OtherServers::OtherServers(StoreSession &session, TaskStrip &tasks, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_tasks(tasks)
{
    connect(&m_session, &StoreSession::stateChanged, this, [this] {
        if (m_session.state() != StoreSession::State::Connected)
            forget();
    });
}

OtherServers::~OtherServers() = default;

void OtherServers::setQuestion(const FilterPart &filter, const StatisticsOptions &options)
{
    const bool isSame
        = filter == m_filter && options.unitTests == m_options.unitTests && options.zone == m_options.zone;
    if (isSame)
        return;
    m_filter = filter;
    m_options = options;
    m_options.groupBy = GroupBy::Server;
    forget();
}

void OtherServers::read(std::vector<QByteArray> servers)
{
    if (m_task || m_session.state() != StoreSession::State::Connected)
        return;
    std::erase_if(servers, [this](const QByteArray &server) { return knows(server); });
    if (servers.empty())
        return;
    if (!m_readAt.isValid())
        m_readAt = QDateTime::currentDateTime();
    m_error.reset();
    m_lane.connectTo(m_session.target());
    m_task = new OtherServersTask(m_lane, std::move(servers), m_filter, m_options, this);
    connect(m_task, &OtherServersTask::added, this,
            [this](const QByteArray &server, const std::shared_ptr<const FigureGroups> &groups) {
                keep(server, *groups);
                emit changed();
            });
    connect(m_task, &OtherServersTask::refused, this, [this](const QByteArray &server, const RedisError &error) {
        m_known.insert(server);
        m_refused.insert_or_assign(server, error);
        emit changed();
    });
    connect(m_task, &OtherServersTask::failed, this, [this](const RedisError &error) {
        if (error.code != RedisErrorCode::Cancelled)
            m_error = error;
    });
    connect(m_task, &LongTask::ended, this, &OtherServers::end);
    m_tasks.add(m_task);
    emit changed();
}

void OtherServers::end()
{
    m_task = nullptr;
    m_lane.connectTo(std::nullopt); // nobody asks it again before something changes
    emit changed();
}

void OtherServers::keep(const QByteArray &server, const FigureGroups &groups)
{
    m_known.insert(server);
    m_refused.erase(server);
    m_groups.erase(server.toStdString());
    for (const auto &[name, figures] : groups)
        m_groups.insert_or_assign(name, figures);
}

void OtherServers::forget()
{
    if (m_task) {
        m_task->disconnect(this);
        m_task->cancel();
        m_task = nullptr;
        m_lane.connectTo(std::nullopt);
    }
    m_groups.clear();
    m_known.clear();
    m_refused.clear();
    m_error.reset();
    m_readAt = {};
    emit changed();
}

} // namespace arbscope
