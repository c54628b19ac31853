// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/statisticsfeed.h"

namespace arbscope {

StatisticsFeed::StatisticsFeed(TradeAnalyst &analyst, QObject *parent)
    : QObject(parent)
    , m_analyst(&analyst)
{ }

StatisticsFeed::~StatisticsFeed()
{
    if (m_sink && m_analyst)
        m_analyst->detach(m_sink);
}

void StatisticsFeed::setServer(const std::optional<QByteArray> &server)
{
    m_server = server;
    m_groups.reset();
    restart();
    emit changed();
}

void StatisticsFeed::setOptions(const StatisticsOptions &options)
{
    m_options = options;
    m_groups.reset();
    restart();
    emit changed();
}

void StatisticsFeed::setWanted(bool wanted)
{
    if (wanted == m_wanted)
        return;
    m_wanted = wanted;
    restart();
}

/// Another sink: the one before may be adding up just now.
void StatisticsFeed::restart()
{
    if (!m_analyst)
        return;
    if (m_sink)
        m_analyst->detach(m_sink);
    m_sink.reset();
    ++m_generation;
    if (!m_wanted || !m_server)
        return;
    m_sink = std::make_shared<StatisticsSink>(
        m_options, *m_server,
        [feed = QPointer(this), generation = m_generation](const std::shared_ptr<const FigureGroups> &groups) {
            if (feed)
                feed->take(generation, groups);
        });
    m_analyst->attach(m_sink);
}

void StatisticsFeed::take(quint64 generation, const std::shared_ptr<const FigureGroups> &groups)
{
    if (generation != m_generation)
        return;
    m_groups = groups;
    emit changed();
}

} // namespace arbscope
