// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/oddtexts.h"

#include "tests/paths.h"

#include "core/report/reportjson.h"
#include "core/report/schema.h"
#include "core/store/demotrades.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <limits>
#include <random>

namespace arbscope::test {

namespace {

using Random = std::mt19937;

template <class T, std::size_t N> T oneOf(Random &random, const std::array<T, N> &choices)
{
    return choices[random() % N];
}

Decimal oddDecimal(Random &random)
{
    static constexpr std::array<std::string_view, 16> odd{"0",
                                                          "-0",
                                                          "0.000",
                                                          "1E+3",
                                                          "1E-40",
                                                          "-5",
                                                          "NaN",
                                                          "Infinity",
                                                          "1.50",
                                                          "1.5",
                                                          "123456789012345678901234567890.5",
                                                          "-Infinity",
                                                          "9730.1",
                                                          "9730.10",
                                                          "1E+500",
                                                          "sNaN7"};
    return Decimal::fromText(oneOf(random, odd)).value();
}

double oddDouble(Random &random)
{
    static constexpr std::array<double, 10> odd{0.0,
                                                -0.0,
                                                0.1,
                                                0.01,
                                                -0.005,
                                                1e300,
                                                -1e-300,
                                                1600000000.5,
                                                std::numeric_limits<double>::infinity(),
                                                std::numeric_limits<double>::quiet_NaN()};
    return oneOf(random, odd);
}

void makeOdd(Report &report, const Member &member, Random &random)
{
    const bool unknown = random() % 3 == 0;
    const auto change = [&](auto place) {
        auto &target = report.*place;
        using Target = std::remove_reference_t<decltype(target)>;
        if constexpr (requires { target.has_value(); }) {
            if (unknown)
                return target.reset();
        }
        if constexpr (std::is_assignable_v<Target &, Decimal>)
            target = oddDecimal(random);
        else if constexpr (std::is_same_v<Target, std::optional<qint64>>)
            target = oneOf(random, std::array<qint64, 4>{0, -7, 10, std::numeric_limits<qint64>::min()});
        else if constexpr (std::is_same_v<Target, double> || std::is_same_v<Target, std::optional<double>>)
            target = oddDouble(random);
        else if constexpr (std::is_same_v<Target, QString> || std::is_same_v<Target, std::optional<QString>>)
            target = oneOf(random, std::array<QStringView, 4>{u"", u"Kraken", u"ÄÖ \"quoted\" \\ 漢", u"krake"})
                         .toString();
        else
            target = !target;
    };
    std::visit(change, member.place);
}

} // namespace

std::vector<std::string> oddTexts(int trades, unsigned seed)
{
    Random random(seed);
    std::vector<std::string> texts;
    for (int server = 0; server < 2; ++server) {
        DemoTrades demo(seed, server, 1'600'000'000);
        for (int i = 0; i < trades / 2; ++i) {
            Report report = demo.next();
            for (auto changes = random() % 4 == 0 ? random() % 12 : 0; changes > 0; --changes)
                makeOdd(report, schema()[random() % MemberCount], random);
            texts.push_back(writeReport(report));
        }
    }
    QFile golden(QStringLiteral(ARBSCOPE_TEST_DATA "/golden/decode.jsonl"));
    if (golden.open(QIODevice::ReadOnly)) {
        while (!golden.atEnd())
            texts.push_back(
                QJsonDocument::fromJson(golden.readLine()).object().value(u"stored").toString().toStdString());
    }
    return texts;
}

} // namespace arbscope::test
