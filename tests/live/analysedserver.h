// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/serveranalysis.h"
#include "core/analysis/statisticsrun.h"
#include "tests/support/livestore.h"
#include "tests/support/oddtexts.h"
#include "tests/support/statisticstext.h"

#include <QByteArrayList>

#include <chrono>
#include <memory>

namespace arbscope::test {

inline constexpr std::size_t Plenty = std::size_t{1} << 30;

inline QByteArray idOf(std::size_t i)
{
    return "id-" + QByteArray::number(qsizetype(i)).rightJustified(6, '0');
}

/// All figures of the trades that it was told of.
class StatisticsSink final : public TradeSink
{
public:
    void clear() override { m_run = StatisticsRun(Options); }
    [[nodiscard]] bool add(TradeTable &table, std::span<const Row> rows, const std::stop_token &stop) override
    {
        return m_run.add(table, "ams1", rows, stop);
    }
    [[nodiscard]] QString text() const { return QString::fromStdString(statisticsText(m_run.result())); }

private:
    static inline const StatisticsOptions Options{
        .groupBy = GroupBy::Session, .unitTests = true, .zone = QTimeZone::utc()};
    StatisticsRun m_run{Options};
};

/// How many trades it was told of, and how often it had to forget them.
class CountingSink final : public TradeSink
{
public:
    void clear() override
    {
        ++m_clears;
        m_trades = 0;
    }
    [[nodiscard]] bool add(TradeTable &, std::span<const Row> rows, const std::stop_token &) override
    {
        m_trades += rows.size();
        return true;
    }
    [[nodiscard]] int clears() const { return m_clears; }
    [[nodiscard]] std::size_t trades() const { return m_trades; }

private:
    int m_clears = 0;
    std::size_t m_trades = 0;
};

/// A real store whose server "ams1" has trades of all kinds, for tests of ServerAnalysis.
class AnalysedServer
{
protected:
    void put(std::size_t from, std::size_t to)
    {
        for (std::size_t i = from; i < to; ++i)
            m_live->put("ams1", idOf(i), QByteArray::fromStdString(m_texts[i % m_texts.size()]), double(i));
    }
    /// Reads until there is nothing more; More is an error, or never ends.
    ServerAnalysis::Reading lastReading(ServerAnalysis &analysis)
    {
        for (int slices = 0; slices < 100'000; ++slices) {
            const auto reading = analysis.readOn(m_live->connection(), std::chrono::milliseconds(0));
            if (!reading || *reading != ServerAnalysis::Reading::More)
                return reading.value_or(ServerAnalysis::Reading::More);
        }
        return ServerAnalysis::Reading::More;
    }
    static QByteArrayList ids(ServerAnalysis &analysis)
    {
        QByteArrayList ids;
        for (const Row row : analysis.rows())
            ids.push_back(
                QByteArray(analysis.table().orderId(row).data(), qsizetype(analysis.table().orderId(row).size())));
        return ids;
    }
    static QByteArrayList idsFrom(std::size_t from, std::size_t to)
    {
        QByteArrayList ids;
        for (std::size_t i = from; i < to; ++i)
            ids.push_back(idOf(i));
        return ids;
    }

    std::unique_ptr<LiveStore> m_live = std::make_unique<LiveStore>();
    std::vector<std::string> m_texts = oddTexts(600, 31);
};

} // namespace arbscope::test
