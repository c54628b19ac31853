// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_engine URL SERVER ROUNDS: milliseconds of what core/analysis does with all trades of a server: filling the
// table, filters, sorts by every field, statistics, searching the raw answers; and what the table takes. The memory
// bound is generous: `bench_engine URL SERVER ROUNDS MIB` sets another one, and behind it
// `fill` or `search` is all that is done.
#include "core/analysis/filterparser.h"
#include "core/analysis/filterrun.h"
#include "core/analysis/orderidlist.h"
#include "core/analysis/serveranalysis.h"
#include "core/analysis/statisticsrun.h"
#include "core/redis/replymemory.h"
#include "core/store/reportstore.h"
#include "tests/bench/fail.h"
#include "tests/bench/statistics.h"

#include <QElapsedTimer>

#include <cstdlib>
#include <ctime>
#include <numeric>
#include <ranges>
#include <sys/resource.h>

namespace {

using namespace arbscope;
using namespace std::chrono_literals;
using bench::fail;

template <class Work> double millisecondsOf(const Work &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// Of the thread's own time: what only computes is measured so, for others may work here, too.
template <class Work> double computingMillisecondsOf(const Work &work)
{
    const auto now = [] {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    };
    const double start = now();
    work();
    return now() - start;
}

FilterPart filterOf(const char *text)
{
    const auto filter = parseFilter(QString::fromUtf8(text), QTimeZone::utc());
    if (!filter)
        fail(QStringLiteral("not a filter: ") + QString::fromUtf8(text));
    return *filter;
}

void print(const char *name, double value)
{
    std::printf("{\"name\": \"%s\", \"value\": %.6g}\n", name, value);
}

class Bench
{
public:
    Bench(const RedisUrl &url, QByteArray server, long rounds, std::size_t mebibytes)
        : m_store(url)
        , m_server(std::move(server))
        , m_rounds(rounds)
        , m_maxBytes(mebibytes << 20)
    { }

    void run(std::string_view only)
    {
        fill();
        if (only.empty())
            compute();
        if (only != "fill")
            search();
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        print("peak_mib", static_cast<double>(usage.ru_maxrss) / 1024);
        print("cpu_ms", milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime));
    }

private:
    static double milliseconds(const timeval &time)
    {
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
    }

    void compute()
    {
        filter("number", "net < 0");
        filter("number_member", "executed_price_2 > 20000");
        filter("ratio", "fill_ratio_1 == 1");
        filter("text", "session_name contains \"2020\"");
        filter("distinct_text", "order_id contains \"7f\"");
        filter("three", "net < 0 and order_2_latency > 1.5 and pair == \"BTC/EUR\"");
        sorts();
        statistics();
    }

    void read(ServerAnalysis &analysis)
    {
        for (;;) {
            const auto session = m_store.connection();
            if (!session)
                fail(session.error().message());
            const auto reading = analysis.readOn(**session, 30ms);
            if (!reading)
                fail(reading.error().message());
            if (*reading != ServerAnalysis::Reading::More)
                return;
        }
    }

    void fill()
    {
        std::vector<double> times;
        for (long round = 0; round < m_rounds; ++round) {
            m_analysis.emplace(m_server, m_maxBytes);
            times.push_back(millisecondsOf([&] { read(*m_analysis); }));
        }
        bench::printStatistics("fill_ms", times);
        print("rows", m_analysis->table().rows());
        times.clear();
        times.push_back(computingMillisecondsOf([&] {
            for (FieldId field = 0; field < FieldId(fields().size()); ++field) {
                if (!m_analysis->table().derive(field))
                    fail(QStringLiteral("stopped"));
            }
        }));
        bench::printStatistics("derive_ms", times);
        print("bytes_per_report",
              static_cast<double>(m_analysis->table().bytes()) / static_cast<double>(m_analysis->table().rows()));
        m_rows.resize(m_analysis->table().rows());
        std::iota(m_rows.begin(), m_rows.end(), 0);
    }

    void filter(const char *name, const char *text)
    {
        std::vector<double> times;
        for (long round = 0; round < m_rounds; ++round) {
            std::vector<Row> found;
            times.push_back(computingMillisecondsOf([&] {
                FilterRun run(m_analysis->table(), filterOf(text));
                if (!run.run(0, m_analysis->table().rows(), found))
                    fail(QStringLiteral("stopped"));
            }));
        }
        bench::printStatistics((std::string("filter_") + name + "_ms").c_str(), times);
    }

    void sorts()
    {
        double slowest = 0;
        std::vector<double> lists;
        for (FieldId field = 0; field < FieldId(fields().size()); ++field) {
            if (!m_analysis->table().has(field))
                continue;
            std::vector<double> times;
            for (long round = 0; round < m_rounds; ++round) {
                std::vector<Row> rows = m_rows;
                const SortKey key{.field = field, .descending = round % 2 == 1};
                times.push_back(computingMillisecondsOf([&] {
                    if (!sortRows(m_analysis->table(), rows, std::span(&key, 1)))
                        fail(QStringLiteral("stopped"));
                }));
                lists.push_back(computingMillisecondsOf([&] {
                    if (OrderIdList(m_analysis->table(), rows, ListOrder::Sorted).size() != std::int64_t(rows.size()))
                        fail(QStringLiteral("a list of another length"));
                }));
            }
            bench::printStatistics((std::string("sort ") + std::string(fields()[std::size_t(field)].name)).c_str(),
                                   times);
            slowest = std::max(slowest, bench::percentile(times, 0.5));
        }
        print("sort_slowest_ms", slowest);
        bench::printStatistics("sorted_list_ms", lists);
    }

    void statistics()
    {
        std::vector<double> times;
        std::vector<double> again;
        for (long round = 0; round < m_rounds; ++round) {
            StatisticsRun run({});
            times.push_back(computingMillisecondsOf([&] {
                if (!run.add(m_analysis->table(), "", m_rows))
                    fail(QStringLiteral("stopped"));
                if (run.result().empty())
                    fail(QStringLiteral("no statistics"));
            }));
            // As a live store has it: some more trades, and the result once more.
            again.push_back(computingMillisecondsOf([&] {
                if (!run.add(m_analysis->table(), "",
                             std::span(m_rows).first(std::min<std::size_t>(250, m_rows.size()))))
                    fail(QStringLiteral("stopped"));
                if (run.result().empty())
                    fail(QStringLiteral("no statistics"));
            }));
        }
        bench::printStatistics("statistics_ms", times);
        bench::printStatistics("statistics_250_more_ms", again);
    }

    /// As the window does it: with all in the table, the raw answers are read once more.
    void search()
    {
        std::vector<double> times;
        for (long round = 0; round < m_rounds; ++round) {
            m_analysis->choose(filterOf("order_2_data contains \"insufficient\""), {});
            times.push_back(millisecondsOf([&] {
                read(*m_analysis);
                if (!m_analysis->update())
                    fail(QStringLiteral("stopped"));
            }));
            m_analysis->choose({}, {});
        }
        bench::printStatistics("search_ms", times);
    }

    ReportStore m_store;
    QByteArray m_server;
    long m_rounds;
    std::size_t m_maxBytes;
    std::optional<ServerAnalysis> m_analysis;
    std::vector<Row> m_rows;
};

} // namespace

int main(int argc, char **argv)
{
    keepMemoryForReplies(); // as the programs do
    const auto url = RedisUrl::parse(QString::fromLocal8Bit(argc >= 4 ? argv[1] : ""));
    if (!url)
        return std::fputs("Usage: bench_engine URL SERVER ROUNDS [MIB [fill|search]]\n", stderr), 2;
    Bench(*url, argv[2], std::strtol(argv[3], nullptr, 10),
          argc > 4 ? std::strtoul(argv[4], nullptr, 10) : std::size_t{1} << 20)
        .run(argc > 5 ? argv[5] : "");
    return 0;
}
