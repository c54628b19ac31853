// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_generate REPORTS JSONL RESP: the reports of one trading server, once as JSON lines (for arbscope-cli import)
// and once as the HSET and ZADD commands that store them (for redis-cli --pipe). Prints the server's name and the
// bytes.
#include "core/report/reportjson.h"
#include "core/store/demotrades.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

namespace {

void appendCommand(std::string &out, std::initializer_list<std::string_view> arguments)
{
    out += '*' + std::to_string(arguments.size()) + "\r\n";
    for (const std::string_view argument : arguments) {
        out += '$' + std::to_string(argument.size()) + "\r\n";
        out += argument;
        out += "\r\n";
    }
}

} // namespace

int main(int argc, char **argv)
{
    using namespace arbscope;
    if (argc != 4)
        return std::fputs("Usage: bench_generate REPORTS JSONL RESP\n", stderr), 2;
    const long reports = std::strtol(argv[1], nullptr, 10);
    std::ofstream lines(argv[2], std::ios::binary);
    std::ofstream commands(argv[3], std::ios::binary);

    DemoTrades trades(1, 0, 1'600'000'000);
    const std::string server = trades.serverName().toStdString();
    const std::string hash = "execution_report:" + server;
    const std::string index = "execution_report_sorted:" + server;
    std::string resp;
    unsigned long long bytes = 0;
    for (long i = 0; i < reports; ++i) {
        const Report report = trades.next();
        std::string text = writeReport(report);
        const std::string id = report.orderId.toStdString();
        resp.clear();
        appendCommand(resp, {"HSET", hash, id, text});
        appendCommand(resp, {"ZADD", index, QByteArray::number(report.clock, 'g', 17).toStdString(), id});
        commands << resp;
        bytes += text.size();
        lines << text << '\n';
    }
    lines.close();
    commands.close();
    if (!lines || !commands)
        return std::fputs("bench_generate: could not write, is the disk full?\n", stderr), 1;
    std::printf("{\"server\": \"%s\", \"bytes\": %llu}\n", server.c_str(), bytes);
    return 0;
}
