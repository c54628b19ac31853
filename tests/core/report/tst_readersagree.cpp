// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/report/readersagree.h"
#include "tests/paths.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <rapidcheck.h>

#include <cmath>

using namespace arbscope;

/// Two readers, one truth: the predicting reader and what is built on it give what the SAX reader gives.
class TestReadersAgree : public QObject
{
    Q_OBJECT

private slots:
    void onRandomReports();
    void onMutatedReports();
    void onMembersOfAnyText();
    void onGoldenCases();
};

namespace {

const std::vector<std::string> &textPieces()
{
    static const std::vector<std::string> pieces{"",
                                                 "a",
                                                 "=",
                                                 "-",
                                                 "+1",
                                                 "@x",
                                                 ",",
                                                 "\"",
                                                 "\n",
                                                 "\r",
                                                 "\t",
                                                 "'",
                                                 "\\",
                                                 "/",
                                                 "\x7f",
                                                 "é",
                                                 "€",
                                                 "😀",
                                                 " ",
                                                 "\b",
                                                 "{\"a\": \"b\"}",
                                                 "1",
                                                 "null",
                                                 "\f",
                                                 "0.5",
                                                 "text",
                                                 "\xef\xbf\xbf",
                                                 "\xef\xbb\xbf",
                                                 "much longer text than a block"};
    return pieces;
}

rc::Gen<QString> genText()
{
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(textPieces())),
                        [](const std::vector<std::string> &pieces) {
                            QString text;
                            for (const auto &piece : pieces)
                                text += QString::fromStdString(piece);
                            return text;
                        });
}

rc::Gen<double> genFloat()
{
    const auto rounded
        = rc::gen::map(rc::gen::pair(rc::gen::arbitrary<std::int64_t>(), rc::gen::inRange(0, 20)),
                       [](const auto &parts) { return static_cast<double>(parts.first) / std::pow(10, parts.second); });
    const auto bits
        = rc::gen::map(rc::gen::arbitrary<std::uint64_t>(), [](auto b) { return std::bit_cast<double>(b); });
    return rc::gen::weightedOneOf<double>({{6, rounded},
                                           {3,
                                            rc::gen::map(rc::gen::inRange<std::int64_t>(0, 4'000'000'000'000'000),
                                                         [](auto n) { return static_cast<double>(n) / 1e6; })},
                                           {1, bits}});
}

rc::Gen<std::string> genDecimalText()
{
    return rc::gen::exec([] {
        std::string text = *rc::gen::elementOf(std::vector<std::string>{"", "", "-"});
        text += *rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::elementOf(std::string("0012345678900"))));
        if (*rc::gen::arbitrary<bool>())
            text += '.' + *rc::gen::container<std::string>(rc::gen::elementOf(std::string("0001234567890")));
        if (*rc::gen::inRange(0, 5) == 0)
            text += "E" + std::to_string(*rc::gen::inRange(-30, 30));
        return text;
    });
}

rc::Gen<Report> genReport()
{
    return rc::gen::exec([] {
        Report report;
        for (const auto &member : schema()) {
            if (!member.required && *rc::gen::inRange(0, 4) == 0)
                continue;
            const auto fill = [&]<typename T>(T Report::*place) {
                auto &target = report.*place;
                if constexpr (std::is_same_v<T, QString> || std::is_same_v<T, std::optional<QString>>)
                    target = *genText();
                else if constexpr (std::is_same_v<T, double> || std::is_same_v<T, std::optional<double>>)
                    target = *genFloat();
                else if constexpr (std::is_same_v<T, Decimal> || std::is_same_v<T, std::optional<Decimal>>)
                    target = *Decimal::fromText(*genDecimalText());
                else if constexpr (std::is_same_v<T, bool>)
                    target = *rc::gen::arbitrary<bool>();
                else
                    target = *rc::gen::arbitrary<qint64>();
            };
            std::visit(fill, member.place);
        }
        return report;
    });
}

/// What may stand in a text that was meddled with.
rc::Gen<std::string> genFragment()
{
    static const std::vector<std::string> fragments{"NaN",
                                                    "-Infinity",
                                                    "1e5",
                                                    "1E400",
                                                    "0.1000000000000000055",
                                                    "-0",
                                                    "-0.0",
                                                    "00.10",
                                                    "123456789012345678901234567890",
                                                    "null",
                                                    "true",
                                                    "\"\"",
                                                    "\\u0041",
                                                    "\\ud83d\\ude00",
                                                    "\\ud800",
                                                    "\\/",
                                                    "\\ufeff",
                                                    "\\x",
                                                    "\"",
                                                    "\\",
                                                    ",",
                                                    "}",
                                                    "{",
                                                    "[]",
                                                    " ",
                                                    "\xff",
                                                    "é",
                                                    "\t",
                                                    "\x7f",
                                                    ".",
                                                    "-",
                                                    "e",
                                                    "_",
                                                    "1",
                                                    "0",
                                                    ": ",
                                                    ", \"clock\": 1.5",
                                                    "\"1_0\"",
                                                    "\" 1.5 \"",
                                                    "9007199254740993",
                                                    "1e-05",
                                                    "0.00001",
                                                    "1.50",
                                                    "1E+2",
                                                    "0E-8",
                                                    "0.0000001"};
    return rc::gen::elementOf(fragments);
}

void expectAgreement(const std::string &text)
{
    const auto difference = test::disagreement(text);
    if (!difference.empty())
        RC_FAIL(difference + "\nof " + text);
}

} // namespace

void TestReadersAgree::onRandomReports()
{
    QVERIFY(rc::check("random reports", [] {
        const auto report = *genReport();
        const auto text = writeReport(report);
        expectAgreement(text);
        const auto read = readReport(text);
        RC_ASSERT(read.verdict == Verdict::Valid);
        RC_ASSERT(writeReport(*read.report) == text);
        RC_CLASSIFY(predictReport(text).has_value(), "predicted");
    }));
}

void TestReadersAgree::onMutatedReports()
{
    QVERIFY(rc::check("mutated reports", [] {
        auto text = writeReport(*genReport());
        const int changes = *rc::gen::inRange(1, 4);
        for (int i = 0; i < changes; ++i) {
            const auto at = static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(text.size())));
            const auto length = static_cast<std::size_t>(*rc::gen::inRange(0, 8));
            text.replace(at, length, *genFragment());
        }
        expectAgreement(text);
    }));
}

void TestReadersAgree::onMembersOfAnyText()
{
    // The value of one member replaced whole, so that the text stays well-formed more often.
    QVERIFY(rc::check("members of any text", [] {
        auto text = writeReport(Report());
        const auto &member = schema()[static_cast<std::size_t>(*rc::gen::inRange(0, MemberCount))];
        const auto key = '"' + std::string(member.name) + "\": ";
        const auto at = text.find(key) + key.size();
        auto value = *genFragment() + *genFragment();
        if (*rc::gen::arbitrary<bool>())
            value = '"' + value + '"';
        text.replace(at, text.find_first_of(",}", at) - at, value);
        expectAgreement(text);
    }));
}

void TestReadersAgree::onGoldenCases()
{
    int predicted = 0;
    for (const auto *name : {"decode.jsonl", "export.jsonl"}) {
        QFile file(QStringLiteral(ARBSCOPE_TEST_DATA "/golden/") + QString::fromLatin1(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        while (!file.atEnd()) {
            const auto line = file.readLine().chopped(1);
            const auto stored = QJsonDocument::fromJson(line)[u"stored"].toString().toStdString();
            const auto text = qstrcmp(name, "decode.jsonl") == 0 ? stored : line.toStdString();
            const auto difference = test::disagreement(text);
            QVERIFY2(difference.empty(), difference.c_str());
            predicted += predictReport(text) ? 1 : 0;
        }
    }
    QVERIFY(predicted > 100);
}

QTEST_GUILESS_MAIN(TestReadersAgree)
#include "tst_readersagree.moc"
