// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Marks and notes without a window: their file and its faults, the formats, and the book of them.
#include "ui/marks/markbook.h"
#include "ui/marks/markformats.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace arbscope;

class TestMarks : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void formatsReadBackAsWritten_data();
    void formatsReadBackAsWritten();
    void refusesWhatIsNoList_data();
    void refusesWhatIsNoList();
    void takesPlainListsOfTrades();
    void guardsFormulas();
    void keepsMarksByStore();
    void keepsNothingOfPrivateStores();
    void joinsTwoWindows();
    void putsBadFilesAside_data();
    void putsBadFilesAside();
    void tellsWhenItCannotWrite();
    void mergesNotes();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("data/marks.json")); }
    void write(const QByteArray &bytes) const;
    [[nodiscard]] QStringList files() const
    {
        return QDir(m_folder->filePath(QStringLiteral("data"))).entryList({QStringLiteral("*.json")}, QDir::Files);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestMarks::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestMarks::write(const QByteArray &bytes) const
{
    QVERIFY(QDir().mkpath(m_folder->filePath(QStringLiteral("data"))));
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

void TestMarks::formatsReadBackAsWritten_data()
{
    QTest::addColumn<QByteArray>("server");
    QTest::addColumn<QByteArray>("orderId");
    QTest::addColumn<QString>("note");

    QTest::newRow("plain") << QByteArray("bot-1") << QByteArray("id-1") << QString();
    QTest::newRow("lines and quotes") << QByteArray("a, \"b\"") << QByteArray("id\r\n2")
                                      << QStringLiteral("one\ntwo, \"three\"");
    QTest::newRow("not ASCII") << QByteArray("Bücher") << QByteArray("№1") << QStringLiteral("größer 😀");
    QTest::newRow("no UTF-8") << QByteArray("\xff\xfe") << QByteArray("\x80id") << QString();
    QTest::newRow("looks encoded") << QByteArray("base64:eA==") << QByteArray("base64:") << QString();
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbfs") << QByteArray("\xef\xbb\xbf") << QString();
    QTest::newRow("empty server, zero byte") << QByteArray("") << QByteArray("a\0b", 3) << QString();
    QTest::newRow("formula") << QByteArray("=s") << QByteArray("+1") << QStringLiteral("=1+1");
    QTest::newRow("apostrophes") << QByteArray("'s") << QByteArray("''=1") << QStringLiteral("'=x");
}

void TestMarks::formatsReadBackAsWritten()
{
    QFETCH(const QByteArray, server);
    QFETCH(const QByteArray, orderId);
    QFETCH(const QString, note);
    const std::vector<MarkEntry> entries{
        {QStringLiteral("redis://h:1/0"), {server, orderId}, {true, note}},
        {QStringLiteral("redis://h:1/0"), {"other", "x"}, {false, QStringLiteral("n")}}};
    for (const QByteArray &bytes : {marksToJson(entries), marksToCsv(entries)}) {
        const auto read = marksFromFile(bytes);
        QVERIFY2(read, qPrintable(read ? QString() : read.error()));
        QVERIFY(read->problems.empty());
        QCOMPARE(read->entries.size(), 2U);
        QVERIFY2(read->entries == entries, bytes.constData());
    }
}

void TestMarks::refusesWhatIsNoList_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("error");

    QTest::newRow("empty") << QByteArray() << QStringLiteral("Its first line");
    QTest::newRow("another CSV") << QByteArray("a,b\r\n1,2\r\n") << QStringLiteral("Its first line");
    QTest::newRow("open quote") << QByteArray("server,order_id\r\n\"s,1\r\n") << QStringLiteral("quotation mark");
    QTest::newRow("broken JSON") << QByteArray("{\"arbscope_marks\": 1, ") << QStringLiteral("at byte");
    QTest::newRow("another JSON") << QByteArray("{\"a\": 1}") << QStringLiteral("no list of marks");
    QTest::newRow("newer") << QByteArray(R"({"arbscope_marks": 9, "marks": []})") << QStringLiteral("another version");
    QTest::newRow("no text") << QByteArray("\xff\xfe\x00", 3) << QStringLiteral("neither JSON nor text");
}

void TestMarks::refusesWhatIsNoList()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, error);
    const auto read = marksFromFile(bytes);
    QVERIFY(!read);
    QVERIFY2(read.error().contains(error), qPrintable(read.error()));
}

void TestMarks::takesPlainListsOfTrades()
{
    const auto read = marksFromFile("order_id,server\nid-1,s\n\nid-2,s\n,s\n");
    QVERIFY(read);
    QCOMPARE(read->entries.size(), 2U);
    QVERIFY(read->entries[1] == (MarkEntry{{}, {"s", "id-2"}, {true, {}}}));
    QCOMPARE(read->problems.size(), 1U);
    QCOMPARE(read->problems[0], u"Record 5: there is no order id.");

    const auto json = marksFromFile(R"({"arbscope_marks": 1, "marks": [{"server": 1, "order_id": "x"},
                                        {"server": "s", "order_id": "x", "marked": true}]})");
    QVERIFY(json);
    QCOMPARE(json->entries.size(), 1U);
    QCOMPARE(json->problems[0], u"Entry 1: “server” is missing or no text.");
}

void TestMarks::guardsFormulas()
{
    const QByteArray csv = marksToCsv({{QStringLiteral("s"), {"a", "b"}, {true, QStringLiteral("=cmd()")}}});
    QCOMPARE(csv, QByteArray("store,server,order_id,marked,note\r\ns,a,b,true,'=cmd()\r\n"));
}

void TestMarks::keepsMarksByStore()
{
    const TradeName trade{"s", "id-1"};
    {
        MarkBook book(path());
        book.open(QStringLiteral("redis://one"), true);
        book.setMarked(std::array{trade, TradeName{"s", "id-2"}, TradeName{"t", "id-3"}}, true);
        book.setNote(trade, QStringLiteral("why?"));
        book.setMarked(std::array{TradeName{"s", "id-2"}}, false);
        QCOMPARE(book.markedCount("s"), 1);
        QCOMPARE(book.markedCount("t"), 1);
        book.open(QStringLiteral("redis://two"), true);
        QVERIFY(!book.find(trade));
        book.setNote(trade, QStringLiteral("another store's"));
    }
    MarkBook book(path());
    book.open(QStringLiteral("redis://one"), true);
    QTRY_VERIFY(book.find(trade));
    QVERIFY(*book.find(trade) == (Mark{true, QStringLiteral("why?")}));
    QCOMPARE(book.entries().size(), 2U);
    // Without its mark, the note stays.
    book.setMarked(std::array{trade}, false);
    QVERIFY(*book.find(trade) == (Mark{false, QStringLiteral("why?")}));
    QCOMPARE(book.markedOrNoted("s").size(), 1U);
    QVERIFY(book.marked("s").empty());
    book.setNote(trade, {});
    QVERIFY(!book.find(trade));
    book.open(QStringLiteral("redis://two"), true);
    QCOMPARE(book.find(trade)->note, u"another store's");
}

void TestMarks::keepsNothingOfPrivateStores()
{
    {
        MarkBook book(path());
        book.open(QStringLiteral("unix:///tmp/demo"), false);
        book.setMarked(std::array{TradeName{"s", "1"}}, true);
        QSignalSpy changed(&book, &MarkBook::changed);
        book.open(QStringLiteral("unix:///tmp/demo"), false); // again: they stay
        QCOMPARE(book.markedCount("s"), 1);
    }
    QVERIFY(!QFile::exists(path()));
}

void TestMarks::joinsTwoWindows()
{
    MarkBook one(path());
    MarkBook two(path());
    for (MarkBook *book : {&one, &two})
        book->open(QStringLiteral("redis://h"), true);
    one.setMarked(std::array{TradeName{"s", "1"}}, true);
    QTRY_VERIFY(QFile::exists(path()));
    two.setMarked(std::array{TradeName{"s", "2"}}, true);
    QTRY_COMPARE(two.markedCount("s"), 2); // it read the other's when it wrote its own
    MarkBook third(path());
    third.open(QStringLiteral("redis://h"), true);
    QTRY_COMPARE(third.markedCount("s"), 2);
}

void TestMarks::putsBadFilesAside_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("marks");
    QTest::addColumn<QString>("detail");

    QTest::newRow("empty") << QByteArray() << 0 << QStringLiteral("It is no JSON");
    QTest::newRow("cut") << QByteArray(R"({"arbscope_marks": 1, "marks": [{"ser)") << 0
                         << QStringLiteral("It is no JSON");
    QTest::newRow("newer") << QByteArray(R"({"arbscope_marks": 2, "marks": {}})") << 0 << QStringLiteral("no list");
    QTest::newRow("one entry bad") << QByteArray(R"({"arbscope_marks": 1, "marks": [
        {"store": "redis://h", "server": "s", "order_id": "1", "marked": true}, {"store": "redis://h"}]})")
                                   << 1 << QStringLiteral("Entry 2: “server” is missing");
}

void TestMarks::putsBadFilesAside()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, marks);
    QFETCH(const QString, detail);
    write(bytes);
    {
        MarkBook book(path());
        QSignalSpy told(&book, &MarkBook::told);
        book.open(QStringLiteral("redis://h"), true);
        QTRY_COMPARE(told.size(), 1);
        QVERIFY2(told[0][1].toString().contains(detail), qPrintable(told[0][1].toString()));
        QVERIFY(told[0][1].toString().contains(QStringLiteral("unreadable ")));
        QCOMPARE(book.markedCount("s"), marks);
        QCOMPARE(files().size(), marks > 0 ? 2 : 1); // what could be read stays where it was
        QFile kept(m_folder->filePath(QStringLiteral("data/") + files().first()));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), bytes);
        book.setMarked(std::array{TradeName{"s", "2"}}, true);
    }
    QCOMPARE(files().size(), 2);
    MarkBook book(path());
    book.open(QStringLiteral("redis://h"), true);
    QTRY_COMPARE(book.markedCount("s"), marks + 1);
}

void TestMarks::tellsWhenItCannotWrite()
{
    write(marksToJson({{QStringLiteral("redis://h"), {"s", "1"}, {true, {}}}}));
    MarkBook book(path());
    QSignalSpy told(&book, &MarkBook::told);
    book.open(QStringLiteral("redis://h"), true);
    QTRY_COMPARE(book.markedCount("s"), 1);
    // A folder in its place can be neither read nor written, whoever runs this.
    QVERIFY(QFile::remove(path()));
    QVERIFY(QDir(m_folder->filePath(QStringLiteral("data"))).removeRecursively());
    QFile blocks(m_folder->filePath(QStringLiteral("data")));
    QVERIFY(blocks.open(QIODevice::WriteOnly));
    blocks.close();
    book.setMarked(std::array{TradeName{"s", "2"}}, true);
    QTRY_COMPARE(told.size(), 1);
    QVERIFY(told[0][1].toString().contains(QStringLiteral("cannot be made")));
    QCOMPARE(book.markedCount("s"), 2); // still there in this run
    QVERIFY(blocks.remove());
    book.setMarked(std::array{TradeName{"s", "3"}}, true);
    QTRY_VERIFY(QFile::exists(path()));
    MarkBook next(path());
    next.open(QStringLiteral("redis://h"), true);
    QTRY_COMPARE(next.markedCount("s"), 2); // both that had waited
}

void TestMarks::mergesNotes()
{
    MarkBook book(path());
    book.open(QStringLiteral("redis://h"), true);
    book.setNote({"s", "1"}, QStringLiteral("mine"));
    book.setMarked(std::array{TradeName{"s", "2"}}, true);
    const QString other = QStringLiteral("elsewhere");
    QCOMPARE(book.merge({{other, {"s", "1"}, {false, QStringLiteral("theirs")}},
                         {other, {"s", "2"}, {true, {}}},
                         {other, {"s", "3"}, {true, {}}},
                         {other, {"s", "4"}, {}}}),
             2);
    QVERIFY(*book.find({"s", "1"}) == (Mark{true, QStringLiteral("mine\ntheirs")}));
    QCOMPARE(book.markedCount("s"), 3);
    QCOMPARE(book.merge({{other, {"s", "1"}, {true, QStringLiteral("theirs")}}}), 0);
}

QTEST_GUILESS_MAIN(TestMarks)
#include "tst_marks.moc"
