// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/redisurl.h"

#include <QTest>

using namespace arbscope;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(RedisUrl)

class TestRedisUrl : public QObject
{
    Q_OBJECT

private slots:
    void parses_data();
    void parses();
    void refuses_data();
    void refuses();
    void faultsNeverShowThePassword_data();
    void faultsNeverShowThePassword();
    void displayHasNoPasswordAndParsesBack();
};

void TestRedisUrl::parses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<RedisUrl>("expected");
    QTest::addColumn<QString>("display");

    const auto row = [](const char *name, const QString &text, const RedisUrl &expected, const QString &display) {
        QTest::newRow(name) << text << expected << display;
    };
    using enum RedisTopology;
    row("plain", u"redis://127.0.0.1:6379/0"_s, {.endpoints = {{u"127.0.0.1"_s, 6379}}}, u"redis://127.0.0.1:6379"_s);
    row("default port", u"redis://store"_s, {.endpoints = {{u"store"_s, 6379}}}, u"redis://store:6379"_s);
    row("empty port", u"redis://store:"_s, {.endpoints = {{u"store"_s, 6379}}}, u"redis://store:6379"_s);
    row("trailing slash", u"redis://store/"_s, {.endpoints = {{u"store"_s, 6379}}}, u"redis://store:6379"_s);
    row("database", u"redis://store:1/15"_s, {.endpoints = {{u"store"_s, 1}}, .database = 15}, u"redis://store:1/15"_s);
    row("scheme in capitals, white space around", u" REDISS://store \n"_s,
        {.tls = true, .endpoints = {{u"store"_s, 6379}}}, u"rediss://store:6379"_s);
    row("user", u"redis://ann@store"_s, {.endpoints = {{u"store"_s, 6379}}, .user = u"ann"_s},
        u"redis://ann@store:6379"_s);
    row("password", u"redis://:secret@store"_s, {.endpoints = {{u"store"_s, 6379}}, .password = u"secret"_s},
        u"redis://store:6379"_s);
    row("both", u"redis://ann:secret@store"_s,
        {.endpoints = {{u"store"_s, 6379}}, .user = u"ann"_s, .password = u"secret"_s}, u"redis://ann@store:6379"_s);
    row("percent", u"redis://a%40n:s%2F%3a%25%C3%A9@store"_s,
        {.endpoints = {{u"store"_s, 6379}}, .user = u"a@n"_s, .password = u"s/:%é"_s}, u"redis://a%40n@store:6379"_s);
    row("colon and @ in the password", u"redis://ann:a:b@c@store"_s,
        {.endpoints = {{u"store"_s, 6379}}, .user = u"ann"_s, .password = u"a:b@c"_s}, u"redis://ann@store:6379"_s);
    row("plus is plus", u"redis://:a+b@store"_s, {.endpoints = {{u"store"_s, 6379}}, .password = u"a+b"_s},
        u"redis://store:6379"_s);
    row("IPv6", u"redis://[::1]"_s, {.endpoints = {{u"::1"_s, 6379}}}, u"redis://[::1]:6379"_s);
    row("IPv6 with port", u"rediss://[2001:db8::7]:7000/2"_s,
        {.tls = true, .endpoints = {{u"2001:db8::7"_s, 7000}}, .database = 2}, u"rediss://[2001:db8::7]:7000/2"_s);
    row("IPv6 with zone", u"redis://[fe80::1%25eth0]:7"_s, {.endpoints = {{u"fe80::1%eth0"_s, 7}}},
        u"redis://[fe80::1%25eth0]:7"_s);
    row("non-ASCII host", u"redis://bücher.example"_s, {.endpoints = {{u"bücher.example"_s, 6379}}},
        u"redis://b%C3%BCcher.example:6379"_s);
    row("unix", u"unix:///run/redis/redis.sock"_s, {.socketPath = u"/run/redis/redis.sock"_s},
        u"unix:///run/redis/redis.sock"_s);
    row("unix with database", u"unix:///r.sock?db=3"_s, {.socketPath = u"/r.sock"_s, .database = 3},
        u"unix:///r.sock?db=3"_s);
    row("unix with odd path", u"unix:///a%20b/%3F%23%25/é"_s, {.socketPath = u"/a b/?#%/é"_s},
        u"unix:///a%20b/%3F%23%25/%C3%A9"_s);
    row("unix with user", u"unix://ann:pw@/r.sock"_s,
        {.socketPath = u"/r.sock"_s, .user = u"ann"_s, .password = u"pw"_s}, u"unix://ann@/r.sock"_s);
    row("unix with @ in the path", u"unix:///a@b"_s, {.socketPath = u"/a@b"_s}, u"unix:///a@b"_s);
    row("sentinel", u"redis-sentinel://a,b:1,[::1]:2/my%2Fmaster/4"_s,
        {.topology = Sentinel,
         .endpoints = {{u"a"_s, 26379}, {u"b"_s, 1}, {u"::1"_s, 2}},
         .masterName = u"my/master"_s,
         .database = 4},
        u"redis-sentinel://a:26379,b:1,[::1]:2/my%2Fmaster/4"_s);
    row("sentinel over TLS", u"rediss-sentinel://ann:x@a/m"_s,
        {.topology = Sentinel,
         .tls = true,
         .endpoints = {{u"a"_s, 26379}},
         .user = u"ann"_s,
         .password = u"x"_s,
         .masterName = u"m"_s},
        u"rediss-sentinel://ann@a:26379/m"_s);
    row("cluster", u"redis-cluster://a:7000,b:7001"_s,
        {.topology = Cluster, .endpoints = {{u"a"_s, 7000}, {u"b"_s, 7001}}}, u"redis-cluster://a:7000,b:7001"_s);
    row("cluster over TLS", u"rediss-cluster://a/"_s, {.topology = Cluster, .tls = true, .endpoints = {{u"a"_s, 6379}}},
        u"rediss-cluster://a:6379"_s);
}

void TestRedisUrl::parses()
{
    QFETCH(QString, text);
    QFETCH(RedisUrl, expected);
    QFETCH(QString, display);
    const auto url = RedisUrl::parse(text);
    QVERIFY2(url, url ? "" : qPrintable(url.error()));
    QVERIFY(*url == expected);
    QCOMPARE(url->display(), display);
    QCOMPARE(url->isLocal(), text.contains(u"unix"));

    expected.password.clear();
    const auto again = RedisUrl::parse(display);
    QVERIFY2(again, again ? "" : qPrintable(again.error()));
    QVERIFY(*again == expected);
}

void TestRedisUrl::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("place"); // character, from 1
    QTest::addColumn<QString>("words");

    QTest::newRow("nothing") << QString() << 1 << u"must begin with redis://"_s;
    QTest::newRow("host only") << u"localhost:6379"_s << 1 << u"must begin with redis://"_s;
    QTest::newRow("other scheme") << u"http://store"_s << 1 << u"must begin with redis://"_s;
    QTest::newRow("no host") << u"redis://"_s << 9 << u"host name is missing"_s;
    QTest::newRow("no host before port") << u"redis://:6379"_s << 9 << u"host name is missing"_s;
    QTest::newRow("no host before path") << u"redis:///0"_s << 9 << u"host name is missing"_s;
    QTest::newRow("no host after user") << u"redis://ann@/0"_s << 13 << u"host name is missing"_s;
    QTest::newRow("port 0") << u"redis://a:0"_s << 11 << u"from 1 to 65535"_s;
    QTest::newRow("port too large") << u"redis://a:65536"_s << 11 << u"from 1 to 65535"_s;
    QTest::newRow("port beyond int") << u"redis://a:99999999999999999999"_s << 11 << u"from 1 to 65535"_s;
    QTest::newRow("port not a number") << u"redis://a:6379x"_s << 11 << u"from 1 to 65535"_s;
    QTest::newRow("port in other digits") << u"redis://a:٦"_s << 11 << u"from 1 to 65535"_s;
    QTest::newRow("negative port") << u"redis://a:-1"_s << 11 << u"from 1 to 65535"_s;
    QTest::newRow("IPv6 without brackets") << u"redis://::1:6379"_s << 10 << u"in brackets"_s;
    QTest::newRow("IPv6 not closed") << u"redis://[::1"_s << 9 << u"closing bracket"_s;
    QTest::newRow("IPv6 wrong") << u"redis://[::g]"_s << 10 << u"not an IPv6 address"_s;
    QTest::newRow("IPv4 in brackets") << u"redis://[127.0.0.1]"_s << 10 << u"not an IPv6 address"_s;
    QTest::newRow("text after IPv6") << u"redis://[::1]x"_s << 14 << u"only a port"_s;
    QTest::newRow("space in host") << u"redis://a b"_s << 9 << u"host name holds"_s;
    QTest::newRow("slash in host") << u"redis://a%2Fb"_s << 9 << u"host name holds"_s;
    QTest::newRow("two hosts") << u"redis://a,b"_s << 9 << u"host name holds"_s;
    QTest::newRow("database not a number") << u"redis://a/x"_s << 11 << u"from 0 to"_s;
    QTest::newRow("negative database") << u"redis://a/-1"_s << 11 << u"from 0 to"_s;
    QTest::newRow("path after database") << u"redis://a/0/x"_s << 11 << u"from 0 to"_s;
    QTest::newRow("query") << u"redis://a/0?db=1"_s << 12 << u"? is not expected"_s;
    QTest::newRow("fragment") << u"redis://a/0#x"_s << 12 << u"%23"_s;
    QTest::newRow("bad percent") << u"redis://a%zz"_s << 10 << u"two hexadecimal digits"_s;
    QTest::newRow("percent at the end") << u"redis://a%4"_s << 10 << u"two hexadecimal digits"_s;
    QTest::newRow("percent not UTF-8") << u"redis://%ff@a"_s << 9 << u"not UTF-8"_s;
    QTest::newRow("null") << u"redis://a%00@b"_s << 9 << u"null character"_s;
    QTest::newRow("unix without path") << u"unix://"_s << 8 << u"path of the unix socket is missing"_s;
    QTest::newRow("unix with root") << u"unix:///"_s << 8 << u"path of the unix socket is missing"_s;
    QTest::newRow("unix with host") << u"unix://run/redis.sock"_s << 8 << u"begin with a slash"_s;
    QTest::newRow("unix with other query") << u"unix:///a?database=1"_s << 11 << u"only db=N"_s;
    QTest::newRow("unix with two") << u"unix:///a?db=1&db=2"_s << 14 << u"from 0 to"_s;
    QTest::newRow("sentinel without master") << u"redis-sentinel://a"_s << 19 << u"name of the master"_s;
    QTest::newRow("sentinel with empty host") << u"redis-sentinel://a,,b/m"_s << 20 << u"host name is missing"_s;
    QTest::newRow("sentinel with bad database") << u"redis-sentinel://a/m/x"_s << 22 << u"from 0 to"_s;
    QTest::newRow("cluster with database") << u"redis-cluster://a/1"_s << 19 << u"no numbered databases"_s;
    QTest::newRow("cluster ends with comma") << u"redis-cluster://a,"_s << 19 << u"host name is missing"_s;
}

void TestRedisUrl::refuses()
{
    QFETCH(QString, text);
    QFETCH(int, place);
    QFETCH(QString, words);
    const auto url = RedisUrl::parse(text);
    QVERIFY(!url);
    QVERIFY2(url.error().contains(words), qPrintable(url.error()));
    QVERIFY2(url.error().contains(u"at character %1:"_s.arg(place)), qPrintable(url.error()));
}

void TestRedisUrl::faultsNeverShowThePassword_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("slash") << u"redis://:hunter2/x@store"_s;
    QTest::newRow("question mark") << u"redis://:hunter2?x@store"_s;
    QTest::newRow("hash") << u"redis://:hunter2#x@store"_s;
    QTest::newRow("percent") << u"redis://:hunter2%x@store"_s;
    QTest::newRow("in place of the port") << u"redis://store:hunter2"_s;
    QTest::newRow("in place of the host") << u"redis://hunter2 @"_s;
    QTest::newRow("in place of the database") << u"redis://store/hunter2"_s;
    QTest::newRow("in a query") << u"unix:///a?password=hunter2"_s;
    QTest::newRow("in the scheme") << u"hunter2://store"_s;
    QTest::newRow("bad host behind it") << u"redis://ann:hunter2@a b"_s;
}

void TestRedisUrl::faultsNeverShowThePassword()
{
    QFETCH(QString, text);
    const auto url = RedisUrl::parse(text);
    QVERIFY(!url);
    QVERIFY2(!url.error().contains(u"hunter2"), qPrintable(url.error()));
}

void TestRedisUrl::displayHasNoPasswordAndParsesBack()
{
    // Any characters in any part come back as they were.
    const QString odd = u"a:/?#[]@!$&'()*+,;=%\"<>\\^`{|}~ \n\tüё漢\U0001F600"_s;
    const RedisUrl socket{.socketPath = u'/' + odd, .user = odd, .password = u"hunter2"_s, .database = 7};
    const RedisUrl sentinel{.topology = RedisTopology::Sentinel,
                            .endpoints = {{u"a"_s, 1}},
                            .user = odd,
                            .password = u"hunter2"_s,
                            .masterName = odd};
    for (RedisUrl url : {socket, sentinel}) {
        QVERIFY(!url.display().contains(u"hunter2"));
        const auto again = RedisUrl::parse(url.display());
        QVERIFY2(again, again ? "" : qPrintable(again.error()));
        url.password.clear();
        QVERIFY(*again == url);
    }
}

QTEST_GUILESS_MAIN(TestRedisUrl)
#include "tst_redisurl.moc"
