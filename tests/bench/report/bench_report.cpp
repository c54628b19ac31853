// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportjson.h"
#include "core/report/reportview.h"

#include <benchmark/benchmark.h>

#include <random>
#include <vector>

// Each figure is for one full report of about 2 kB, as a bot writes it: see "report_bytes".
using namespace arbscope;

namespace {

constexpr std::size_t ReportCount = 4096; // 8 MB: more than the caches near a core hold

QString randomAnswer(std::mt19937 &random)
{
    return QStringLiteral(
               R"({"id": "%1", "status": "closed", "descr": {"pair": "XBTEUR", "type": "sell", "ordertype": )"
               R"("limit", "price": "%2.%3"}, "vol": "0.05000000", "vol_exec": "0.05000000", "fee": "0.%4", )"
               R"("trades": ["T%1"]})")
        .arg(random())
        .arg(random() % 60000)
        .arg(random() % 100)
        .arg(random() % 100000);
}

/// A full report; its decimals and floats have as many digits as real ones.
std::string randomReport(std::mt19937 &random)
{
    std::uniform_real_distribution<double> unit(0, 1);
    Report report;
    for (const auto &member : schema()) {
        const auto fill = [&](auto place) {
            auto &target = report.*place;
            if constexpr (std::is_assignable_v<decltype(target), QString>)
                target = QStringLiteral("text-%1").arg(random());
            else if constexpr (std::is_same_v<decltype(place), double Report::*>
                               || std::is_same_v<decltype(place), std::optional<double> Report::*>)
                target = member.unit == MemberUnit::EpochSeconds ? 1.6e9 + unit(random) * 1e7 : unit(random) / 100;
            else if constexpr (std::is_same_v<decltype(place), Decimal Report::*>
                               || std::is_same_v<decltype(place), std::optional<Decimal> Report::*>)
                target
                    = *Decimal::fromText(std::to_string(random() % 60000) + '.' + std::to_string(random() % 100000000));
            else
                target = random() % 2 == 0;
        };
        std::visit(fill, member.place);
    }
    report.order1Data = randomAnswer(random);
    report.order2Data = randomAnswer(random);
    return writeReport(report);
}

const std::vector<std::string> &reports()
{
    static const auto all = [] {
        std::mt19937 random(1);
        std::vector<std::string> texts;
        for (std::size_t i = 0; i < ReportCount; ++i)
            texts.push_back(randomReport(random));
        return texts;
    }();
    return all;
}

/// Runs `use(text)` over the reports, one an iteration.
template <typename Use> void overReports(benchmark::State &state, Use use)
{
    std::size_t bytes = 0;
    std::size_t i = 0;
    for (auto _ : state) {
        const auto &text = reports()[i++ % ReportCount];
        bytes += text.size();
        use(text);
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
    state.counters["report_bytes"] = benchmark::Counter(static_cast<double>(bytes), benchmark::Counter::kAvgIterations);
}

void predict(benchmark::State &state)
{
    overReports(state, [](const std::string &text) { benchmark::DoNotOptimize(predictReport(text)); });
}

void predictAndRead(benchmark::State &state)
{
    overReports(state, [](const std::string &text) { benchmark::DoNotOptimize(readReport(text)); });
}

void readBySax(benchmark::State &state)
{
    overReports(state, [](const std::string &text) { benchmark::DoNotOptimize(readReportBySax(text)); });
}

void jsonToCsv(benchmark::State &state)
{
    std::string out;
    overReports(state, [&out](const std::string &text) {
        out.clear();
        if (const auto view = predictReport(text))
            appendCsvRecord(out, *view, CsvMode::Guarded);
        benchmark::DoNotOptimize(out.data());
    });
}

void jsonToCanonical(benchmark::State &state)
{
    overReports(state, [](const std::string &text) {
        const auto view = predictReport(text);
        benchmark::DoNotOptimize(view && isCanonical(*view));
    });
}

void reportToCsv(benchmark::State &state)
{
    const auto report = *readReport(reports().front()).report;
    std::string out;
    for (auto _ : state) {
        out.clear();
        benchmark::DoNotOptimize(appendCsvRecord(out, report, CsvMode::Guarded));
    }
}

void reportToJson(benchmark::State &state)
{
    const auto report = *readReport(reports().front()).report;
    std::string out;
    for (auto _ : state) {
        out.clear();
        appendReport(out, report);
        benchmark::DoNotOptimize(out.data());
    }
}

void decimalParse(benchmark::State &state)
{
    const std::string text = "43210.12345678";
    for (auto _ : state)
        benchmark::DoNotOptimize(Decimal::fromText(text));
}

void decimalPrint(benchmark::State &state)
{
    const auto decimal = *Decimal::fromText("43210.12345678");
    std::string out;
    for (auto _ : state) {
        out.clear();
        decimal.appendText(out);
        benchmark::DoNotOptimize(out.data());
    }
}

void decimalMultiplyAndAdd(benchmark::State &state)
{
    const auto price = *Decimal::fromText("43210.1234");
    const auto quantity = *Decimal::fromText("0.05000000");
    const auto fee = *Decimal::fromText("1.25");
    for (auto _ : state)
        benchmark::DoNotOptimize(price * quantity - fee);
}

} // namespace

BENCHMARK(predict);
BENCHMARK(predictAndRead);
BENCHMARK(readBySax);
BENCHMARK(jsonToCsv);
BENCHMARK(jsonToCanonical);
BENCHMARK(reportToCsv);
BENCHMARK(reportToJson);
BENCHMARK(decimalParse);
BENCHMARK(decimalPrint);
BENCHMARK(decimalMultiplyAndAdd);

BENCHMARK_MAIN();
