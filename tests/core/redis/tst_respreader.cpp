// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/respreader.h"

#include <QTest>

using namespace arbscope;

namespace {

RedisReply bulk(const QByteArray &bytes)
{
    return {bytes};
}

RedisReply array(RedisArray elements)
{
    return {std::move(elements)};
}

// All replies of the bytes, fed in slices of that size; stops at the first error.
Result<RedisArray> readAll(const QByteArray &bytes, qsizetype slice, bool *isEmpty = nullptr)
{
    RespReader reader;
    RedisArray replies;
    for (qsizetype at = 0; at < bytes.size(); at += slice) {
        reader.feed(QByteArrayView(bytes).sliced(at, std::min(slice, bytes.size() - at)));
        for (;;) {
            auto reply = reader.next();
            if (!reply)
                return std::unexpected(reply.error());
            if (!*reply)
                break;
            replies.push_back(std::move(**reply));
        }
    }
    if (isEmpty)
        *isEmpty = reader.isEmpty();
    return replies;
}

} // namespace

Q_DECLARE_METATYPE(RedisReply)

class TestRespReader : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void readsManyInOneSlice();
    void readsLargeReplies();
    void refuses_data();
    void refuses();
    void staysBrokenAfterAnError();
    void waitsForTheRest_data();
    void waitsForTheRest();
    void isNotEmptyWithHalfAReply();
    void bulksIntoABlock_data();
    void bulksIntoABlock();
};

void TestRespReader::reads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<RedisReply>("expected");
    QTest::newRow("status") << QByteArray("+OK\r\n") << RedisReply{RedisStatus{"OK"}};
    QTest::newRow("empty status") << QByteArray("+\r\n") << RedisReply{RedisStatus{""}};
    QTest::newRow("error") << QByteArray("-ERR no\r\n") << RedisReply{RedisErrorReply{"ERR no"}};
    QTest::newRow("integer") << QByteArray(":-42\r\n") << RedisReply{qint64{-42}};
    QTest::newRow("greatest integer") << QByteArray(":9223372036854775807\r\n")
                                      << RedisReply{std::numeric_limits<qint64>::max()};
    QTest::newRow("least integer") << QByteArray(":-9223372036854775808\r\n")
                                   << RedisReply{std::numeric_limits<qint64>::min()};
    QTest::newRow("bulk") << QByteArray("$5\r\nhello\r\n") << bulk("hello");
    QTest::newRow("empty bulk") << QByteArray("$0\r\n\r\n") << bulk("");
    QTest::newRow("bulk of any bytes") << QByteArray("$7\r\n\r\n\0$-\xff\xc3\r\n", 13)
                                       << bulk(QByteArray("\r\n\0$-\xff\xc3", 7));
    QTest::newRow("nil bulk") << QByteArray("$-1\r\n") << RedisReply{RedisNil{}};
    QTest::newRow("nil array") << QByteArray("*-1\r\n") << RedisReply{RedisNil{}};
    QTest::newRow("empty array") << QByteArray("*0\r\n") << array({});
    QTest::newRow("array") << QByteArray("*4\r\n$1\r\na\r\n$-1\r\n:1\r\n-WRONGTYPE x\r\n")
                           << array({bulk("a"), {}, {qint64{1}}, {RedisErrorReply{"WRONGTYPE x"}}});
    QTest::newRow("nested, with neighbours")
        << QByteArray("*3\r\n*2\r\n:1\r\n*0\r\n$1\r\nb\r\n*1\r\n*1\r\n+c\r\n")
        << array({array({{qint64{1}}, array({})}), bulk("b"), array({array({{RedisStatus{"c"}}})})});
    QTest::newRow("nested 7 deep") << QByteArray("*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n:7\r\n")
                                   << array({array({array({array({array({array({array({{qint64{7}}})})})})})})});
    // Growth moves the elements that stand before the one being read.
    RedisArray many;
    QByteArray text = "*10000\r\n";
    for (int i = 0; i < 10000; ++i) {
        many.push_back(array({bulk(QByteArray::number(i)), {qint64{i}}}));
        const QByteArray number = QByteArray::number(i);
        text += "*2\r\n$" + QByteArray::number(number.size()) + "\r\n" + number + "\r\n:" + number + "\r\n";
    }
    QTest::newRow("many nested") << text << array(std::move(many));
}

void TestRespReader::reads()
{
    QFETCH(QByteArray, bytes);
    QFETCH(RedisReply, expected);
    for (const qsizetype slice : {qsizetype{1}, qsizetype{2}, qsizetype{3}, qsizetype{7}, RespReader::sliceSize}) {
        bool isEmpty = false;
        const auto replies = readAll(bytes + bytes, slice, &isEmpty);
        QVERIFY(replies);
        QCOMPARE(replies->size(), size_t{2});
        QVERIFY(replies->at(0) == expected);
        QVERIFY(replies->at(1) == expected);
        QVERIFY(isEmpty);
    }
}

void TestRespReader::readsManyInOneSlice()
{
    QByteArray bytes;
    for (int i = 0; i < 10000; ++i)
        bytes += ":" + QByteArray::number(i) + "\r\n";
    const auto replies = readAll(bytes, RespReader::sliceSize);
    QVERIFY(replies);
    QCOMPARE(replies->size(), size_t{10000});
    QCOMPARE(replies->back(), RedisReply{qint64{9999}});
}

void TestRespReader::readsLargeReplies()
{
    QByteArray body(20'000'000, 'x');
    for (qsizetype i = 0; i < body.size(); i += 997)
        body[i] = '\r';
    const QByteArray one = "$20000000\r\n" + body + "\r\n";
    const auto replies = readAll("*2\r\n" + one + one + "+OK\r\n", RespReader::sliceSize);
    QVERIFY(replies);
    QCOMPARE(replies->size(), size_t{2});
    QVERIFY(replies->at(0) == array({bulk(body), bulk(body)}));
}

void TestRespReader::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    QTest::newRow("web server") << QByteArray("HTTP/1.1 400 Bad Request\r\n") << QStringLiteral("\"H\"");
    QTest::newRow("TLS alert") << QByteArray("\x15\x03\x01\x00\x02\x02\x46", 7) << QStringLiteral("\\x15");
    QTest::newRow("zero bytes") << QByteArray(10, '\0') << QStringLiteral("\\x00");
    QTest::newRow("RESP3 map") << QByteArray("%1\r\n+a\r\n+b\r\n") << QStringLiteral("\"%\"");
    QTest::newRow("RESP3 null") << QByteArray("_\r\n") << QStringLiteral("\"_\"");
    QTest::newRow("garbage in an array") << QByteArray("*2\r\n:1\r\n?") << QStringLiteral("\"?\"");
    QTest::newRow("bulk of 9 EB") << QByteArray("$9223372036854775807\r\n") << QStringLiteral("impossible length");
    QTest::newRow("bulk of 1 GB") << QByteArray("$1073741824\r\nabc") << QStringLiteral("impossible length");
    QTest::newRow("bulk in an array") << QByteArray("*1\r\n$1073741824\r\nabc") << QStringLiteral("impossible length");
    QTest::newRow("bulk of -2") << QByteArray("$-2\r\n") << QStringLiteral("length");
    QTest::newRow("bulk of no number") << QByteArray("$12x\r\n") << QString();
    QTest::newRow("length without end") << QByteArray("$" + QByteArray(100, '1')) << QStringLiteral("without end");
    QTest::newRow("array of 2 billion") << QByteArray("*2147483647\r\n") << QStringLiteral("impossible length");
    QTest::newRow("array beyond int") << QByteArray("*4294967296\r\n") << QStringLiteral("length");
    QTest::newRow("array of -2") << QByteArray("*-2\r\n") << QStringLiteral("length");
    QTest::newRow("array count without end") << QByteArray("*" + QByteArray(100, '1')) << QStringLiteral("without end");
    QTest::newRow("line without end") << QByteArray("+" + QByteArray(200'000, 'x')) << QStringLiteral("without end");
    QTest::newRow("integer beyond 64 bits") << QByteArray(":9223372036854775808\r\n") << QString();
    QTest::newRow("integer of no number") << QByteArray(":12x\r\n") << QString();
    QTest::newRow("nested too deep") << QByteArray("*1\r\n").repeated(20) << QStringLiteral("nested");
}

void TestRespReader::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    for (const qsizetype slice : {qsizetype{1}, qsizetype{5}, RespReader::sliceSize}) {
        const auto replies = readAll("+OK\r\n" + bytes, slice);
        QVERIFY(!replies);
        QCOMPARE(replies.error().code, RedisErrorCode::Protocol);
        QVERIFY2(replies.error().detail.contains(words), qPrintable(replies.error().detail));
    }
}

void TestRespReader::staysBrokenAfterAnError()
{
    RespReader reader;
    reader.feed("$1073741824\r\n");
    QVERIFY(!reader.next());
    reader.feed("+OK\r\n");
    QVERIFY(!reader.next());
}

void TestRespReader::waitsForTheRest_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("greatest bulk") << QByteArray("$536870912\r\nabc");
    QTest::newRow("bulk without its end") << QByteArray("$3\r\nabc\r");
    QTest::newRow("half a length") << QByteArray("*1\r\n$12");
    QTest::newRow("announced elements") << QByteArray("*16777216\r\n:1\r\n");
    QTest::newRow("type byte") << QByteArray("+");
    QTest::newRow("carriage return") << QByteArray("+OK\r");
}

void TestRespReader::waitsForTheRest()
{
    QFETCH(QByteArray, bytes);
    const auto replies = readAll(bytes, RespReader::sliceSize);
    QVERIFY(replies);
    QVERIFY(replies->empty());
}

void TestRespReader::isNotEmptyWithHalfAReply()
{
    RespReader reader;
    QVERIFY(reader.isEmpty());
    reader.feed("+OK\r\n+");
    QVERIFY(!reader.isEmpty());
    QVERIFY(reader.next().value());
    QVERIFY(!reader.isEmpty());
    QVERIFY(!reader.next().value());
    QVERIFY(!reader.isEmpty());
    reader.feed("\r\n");
    QVERIFY(reader.next().value());
    QVERIFY(reader.isEmpty());
}

void TestRespReader::bulksIntoABlock_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArrayList>("texts"); // "(nil)" for nil
    QTest::addColumn<RedisReply>("rest");
    QTest::newRow("strings") << QByteArray("*3\r\n$3\r\nabc\r\n$0\r\n\r\n$2\r\nde\r\n")
                             << QByteArrayList{"abc", "", "de"} << array({});
    QTest::newRow("nils") << QByteArray("*3\r\n$-1\r\n$1\r\nx\r\n$-1\r\n") << QByteArrayList{"(nil)", "x", "(nil)"}
                          << array({});
    QTest::newRow("empty") << QByteArray("*0\r\n") << QByteArrayList{} << array({});
    QTest::newRow("an error") << QByteArray("-ERR no\r\n") << QByteArrayList{} << RedisReply{RedisErrorReply{"ERR no"}};
    QTest::newRow("one string alone") << QByteArray("$3\r\nabc\r\n") << QByteArrayList{} << bulk("abc");
    QTest::newRow("nil alone") << QByteArray("$-1\r\n") << QByteArrayList{} << RedisReply{RedisNil()};
}

// Wherever the bytes are cut, and also when the array had begun to come before it was asked for in this way.
void TestRespReader::bulksIntoABlock()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArrayList, texts);
    QFETCH(RedisReply, rest);
    for (qsizetype cut = 0; cut < bytes.size(); ++cut) {
        for (const bool plainFirst : {false, true}) {
            RespReader reader;
            BulkBlock block;
            block.append("before");
            reader.feed(QByteArrayView(bytes).first(cut));
            const auto early = plainFirst ? reader.next() : reader.nextBulks(block);
            QVERIFY(early && !*early);
            reader.feed(QByteArrayView(bytes).sliced(cut));
            const auto reply = reader.nextBulks(block);
            QVERIFY(reply);
            QVERIFY(*reply);
            QCOMPARE(**reply, rest);
            QCOMPARE(qsizetype(block.items.size()), texts.size() + 1);
            for (qsizetype i = 0; i < texts.size(); ++i) {
                const BulkBlock::Item &item = block.items[static_cast<size_t>(i) + 1];
                QCOMPARE(item.present ? std::string(block.text(item)) : std::string("(nil)"), texts[i].toStdString());
            }
            QVERIFY(reader.isEmpty());
        }
    }
}

QTEST_GUILESS_MAIN(TestRespReader)
#include "tst_respreader.moc"
