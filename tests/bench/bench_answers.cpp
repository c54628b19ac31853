// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_answers URL SERVER MIB: what some filters choose of all trades of a server, and the statistics of these, within
// a memory bound: seconds, how many, a fingerprint of their order ids, figures; and the peak memory. No bound may
// change the answers.
#include "core/analysis/filterparser.h"
#include "core/analysis/serveranalysis.h"
#include "core/analysis/statisticsrun.h"
#include "core/redis/replymemory.h"
#include "core/store/reportstore.h"
#include "tests/bench/fail.h"

#include <QElapsedTimer>

#include <cstdlib>
#include <sys/resource.h>

namespace {

using namespace arbscope;
using namespace std::chrono_literals;
using bench::fail;

class Figures final : public TradeSink
{
public:
    void clear() override { m_run = StatisticsRun({}); }
    [[nodiscard]] bool add(TradeTable &table, std::span<const Row> rows, const std::stop_token &stop) override
    {
        return m_run.add(table, "", rows, stop);
    }
    [[nodiscard]] std::string text() const
    {
        std::string text;
        for (const auto &[group, figures] : m_run.result()) {
            text += std::to_string(figures.trades) + " trades";
            for (const auto &[asset, totals] : figures.quotes)
                text += ", net " + totals.net.sum.text() + ' ' + asset;
            for (const auto &[place, latency] : figures.latency)
                text += ", " + place.first + " p99 " + std::to_string(std::get<double>(latency.values[5]));
        }
        return text;
    }

private:
    StatisticsRun m_run{{}};
};

/// FNV-1a of the ids in their order.
std::uint64_t fingerprintOf(const TradeTable &table, const std::vector<Row> &rows)
{
    std::uint64_t print = 0xcbf2'9ce4'8422'2325;
    for (const Row row : rows) {
        for (const char c : table.orderId(row))
            print = (print ^ static_cast<unsigned char>(c)) * 0x100'0000'01b3;
    }
    return print;
}

double peakMebibytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

/// As the window does it, in slices.
void answer(ReportStore &store, ServerAnalysis &analysis, const Figures &figures, const char *text)
{
    QElapsedTimer timer;
    timer.start();
    const QString filter = QString::fromUtf8(text);
    const auto part = filter.isEmpty() ? FilterPart() : parseFilter(filter, QTimeZone::utc()).value();
    analysis.choose(part, {});
    double firstHit = 0;
    for (auto reading = ServerAnalysis::Reading::More; reading == ServerAnalysis::Reading::More;) {
        const auto session = store.connection();
        if (!session)
            fail(session.error().message());
        const auto read = analysis.readOn(**session, 30ms);
        if (!read)
            fail(read.error().message());
        reading = *read;
        if (firstHit > 0 && reading == ServerAnalysis::Reading::More)
            continue;
        if (!analysis.update())
            fail(QStringLiteral("stopped"));
        if (firstHit == 0 && !analysis.rows().empty())
            firstHit = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    }
    while (!analysis.feed(1s)) { }
    std::printf("{\"name\": \"%s\", \"seconds\": %.3f, \"first_s\": %.3f, \"chosen\": %zu, \"ids\": \"%016llx\", "
                "\"figures\": \"%s\", \"kept_mib\": %.0f, \"peak_mib\": %.0f}\n",
                qPrintable(QString(filter).replace(u'"', u'\'')), static_cast<double>(timer.nsecsElapsed()) / 1e9,
                firstHit, analysis.rows().size(),
                static_cast<unsigned long long>(fingerprintOf(analysis.table(), analysis.rows())),
                figures.text().c_str(), static_cast<double>(analysis.table().bytes()) / 1048576.0, peakMebibytes());
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    keepMemoryForReplies(); // as the programs do
    const auto url = RedisUrl::parse(QString::fromLocal8Bit(argc == 4 ? argv[1] : ""));
    if (!url)
        return std::fputs("Usage: bench_answers URL SERVER MIB\n", stderr), 2;
    ReportStore store(*url);
    ServerAnalysis analysis(argv[2], std::strtoul(argv[3], nullptr, 10) << 20);
    const auto figures = std::make_shared<Figures>();
    analysis.setSinks({figures});
    for (const char *filter : {"", "failed", "net < 0 and order_2_latency > 1.5 and pair == \"BTC/EUR\"",
                               "order_2_data contains \"insufficient\""})
        answer(store, analysis, *figures, filter);
    return 0;
}
