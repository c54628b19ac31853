// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/textcolumn.h"
#include "core/analysis/textkeys.h"

#include <QTest>

#include <array>
#include <numeric>
#include <random>

using namespace arbscope;

class TestTextColumn final : public QObject
{
    Q_OBJECT
private slots:
    void codesOfAllWidths();
    void textsBeyondAChunk();
    void snapshotsStay();
    void keysOrderAsTexts_data();
    void keysOrderAsTexts();
};

void TestTextColumn::codesOfAllWidths()
{
    DictionaryColumn column;
    std::vector<std::optional<std::string>> expected;
    std::mt19937 random(1);
    const std::size_t rows = ChunkRows * 2 + 100;
    for (std::size_t row = 0; row < rows; ++row) { // the second chunk begins with wide ones
        const unsigned most = row < 300 ? 5 : row < 1000 ? 1000 : 900'000;
        expected.push_back(random() % 7 == 0 ? std::nullopt : std::optional(std::to_string(random() % most)));
        column.append(expected.back());
    }
    for (int few = 0; few < 1000; ++few) {
        expected.emplace_back("0");
        column.append("0");
    }
    QVERIFY(column.texts().size() > 65'536);
    for (std::size_t row = 0; row < expected.size(); ++row)
        QVERIFY(column.at(Row(row)) == expected[row]);
    column.codes().visit(ChunkRows + 7, [&](const auto &codeOf) {
        for (std::size_t i = 0; i < 500; ++i)
            QCOMPARE(codeOf(i), column.codes()[ChunkRows + 7 + i]);
    });
    QCOMPARE(column.size(), expected.size());
}

void TestTextColumn::textsBeyondAChunk()
{
    DistinctColumn column(1000);
    std::vector<std::optional<std::string>> expected;
    for (int i = 0; i < 100; ++i) {
        expected.push_back(i % 9 == 0 ? std::nullopt : std::optional(std::string(std::size_t(i), 'x')));
        column.append(expected.back());
    }
    for (std::size_t row = 0; row < expected.size(); ++row)
        QVERIFY(column.at(Row(row)) == expected[row]);
}

void TestTextColumn::snapshotsStay()
{
    const auto textAt = [](Row row) { return row % 9 == 0 ? std::nullopt : std::optional(std::to_string(row)); };
    DistinctColumn column(200'000); // what a chunk has beyond these bytes is kept apart
    std::vector<DistinctColumn> snapshots;
    for (Row row = 0; row < ChunkRows + 500; ++row) {
        if (row == 100 || row == ChunkRows - 1 || row == ChunkRows || row == ChunkRows + 1)
            snapshots.push_back(column.snapshot());
        column.append(textAt(row));
    }
    QVERIFY(snapshots.front().sharesWith(column));
    QVERIFY(!DistinctColumn().sharesWith(column));
    column = DistinctColumn();
    const std::array<std::size_t, 4> sizes{100, ChunkRows - 1, ChunkRows, ChunkRows + 1};
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        QCOMPARE(snapshots[i].size(), sizes[i]);
        for (Row row = 0; row < sizes[i]; ++row)
            QVERIFY(snapshots[i].at(row) == textAt(row));
    }
}

void TestTextColumn::keysOrderAsTexts_data()
{
    QTest::addColumn<std::vector<std::string>>("alphabet");
    QTest::addColumn<int>("length");
    QTest::addColumn<bool>("whole");
    QTest::addRow("digits") << std::vector<std::string>{"0", "1", "5", "9"} << 16 << true;
    QTest::addRow("one beginning") << std::vector<std::string>{"order-", "a", "b"} << 6 << false;
    QTest::addRow("any bytes") << std::vector<std::string>{"\xff", "\xc3\xa4", std::string(1, '\0'), "a"} << 5 << true;
    QTest::addRow("long") << std::vector<std::string>{"a", "b", "c", "d"} << 70 << false;
    QTest::addRow("empty") << std::vector<std::string>{""} << 3 << true;
}

void TestTextColumn::keysOrderAsTexts()
{
    QFETCH(std::vector<std::string>, alphabet);
    QFETCH(int, length);
    QFETCH(bool, whole);
    std::mt19937 random(2);
    DistinctColumn column;
    std::vector<std::string> texts;
    for (int i = 0; i < 300; ++i) {
        std::string text;
        for (auto left = length - int(random() % 3); left > 0; --left)
            text += alphabet[random() % alphabet.size()];
        texts.push_back(text);
        column.append(text);
    }
    std::vector<Row> rows(texts.size());
    std::iota(rows.begin(), rows.end(), 0);
    const TextKeys keys(column, rows);
    QCOMPARE(keys.isWhole(), whole);
    for (const std::string &a : texts) {
        for (const std::string &b : texts) {
            if (keys.of(a) != keys.of(b))
                QCOMPARE(keys.of(a) < keys.of(b), a < b);
            else
                QVERIFY(!keys.isWhole() || a == b);
        }
    }
}

QTEST_GUILESS_MAIN(TestTextColumn)
#include "tst_textcolumn.moc"
