// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figures/statisticssink.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

namespace arbscope {

/// The figures of what an analyst has chosen, as long as they are wanted.
class StatisticsFeed final : public QObject
{
    Q_OBJECT
public:
    explicit StatisticsFeed(TradeAnalyst &analyst, QObject *parent = nullptr);
    ~StatisticsFeed() override;

    void setServer(const std::optional<QByteArray> &server); ///< the one that the analyst shows
    void setOptions(const StatisticsOptions &options);
    void setWanted(bool wanted);
    [[nodiscard]] const std::optional<QByteArray> &server() const { return m_server; }
    [[nodiscard]] bool isWanted() const { return m_wanted; }
    [[nodiscard]] const StatisticsOptions &options() const { return m_options; }
    /// Null: none yet. They stay while they are not wanted.
    [[nodiscard]] const std::shared_ptr<const FigureGroups> &groups() const { return m_groups; }

signals:
    void changed(); ///< groups()

private:
    void restart();
    void take(quint64 generation, const std::shared_ptr<const FigureGroups> &groups);

    QPointer<TradeAnalyst> m_analyst; ///< may go first when a window does
    std::optional<QByteArray> m_server;
    StatisticsOptions m_options;
    bool m_wanted = false;
    std::shared_ptr<AnalystSink> m_sink;
    quint64 m_generation = 0; ///< of the sink: figures of an older one are dropped
    std::shared_ptr<const FigureGroups> m_groups;
};

} // namespace arbscope
