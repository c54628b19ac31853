// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_page URL SERVER ROUNDS: milliseconds from connecting until the 200 newest trades are decoded, and until 200
// trades somewhere in the middle are; a new connection each time.
#include "core/store/reportstore.h"
#include "tests/bench/statistics.h"

#include <QElapsedTimer>

#include <cstdlib>
#include <random>

namespace {

constexpr qint64 PageSize = 200;

/// Milliseconds for one page, or less than 0 when something failed (told on standard error).
double fetchPage(const arbscope::RedisUrl &url, const QByteArray &server, qint64 from)
{
    QElapsedTimer timer;
    timer.start();
    arbscope::ReportStore store(url);
    const auto page = store.pageByRank(server, from, from + PageSize - 1, arbscope::TradeOrder::NewestFirst);
    const double milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    if (!page) {
        std::fprintf(stderr, "bench_page: %s\n", qPrintable(page.error().message()));
        return -1;
    }
    for (const auto &trade : page->trades) {
        if (trade.report() == nullptr) {
            std::fprintf(stderr, "bench_page: %s cannot be read\n", trade.orderId.constData());
            return -1;
        }
    }
    return page->trades.empty() ? -1 : milliseconds;
}

} // namespace

int main(int argc, char **argv)
{
    using namespace arbscope;
    const auto url = RedisUrl::parse(QString::fromLocal8Bit(argc == 4 ? argv[1] : ""));
    if (!url)
        return std::fputs("Usage: bench_page URL SERVER ROUNDS\n", stderr), 2;
    const QByteArray server = argv[2];
    const long rounds = std::strtol(argv[3], nullptr, 10);

    ReportStore store(*url);
    const auto count = store.count(server);
    if (!count || *count < PageSize)
        return std::fputs("bench_page: the store is not there or too small\n", stderr), 1;

    std::mt19937_64 random(1); // the same pages in each run
    std::uniform_int_distribution<qint64> anywhere(0, *count - PageSize);
    std::vector<double> first;
    std::vector<double> middle;
    for (long i = 0; i < rounds; ++i) {
        first.push_back(fetchPage(*url, server, 0));
        middle.push_back(fetchPage(*url, server, anywhere(random)));
        if (first.back() < 0 || middle.back() < 0)
            return 1;
    }
    bench::printStatistics("first_page_ms", first);
    bench::printStatistics("middle_page_ms", middle);
    return 0;
}
