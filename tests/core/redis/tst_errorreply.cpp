// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/connection.h"

#include <QTest>

using namespace arbscope;

class TestErrorReply : public QObject
{
    Q_OBJECT

private slots:
    void isTyped_data();
    void isTyped();
    void neverShowsASecret_data();
    void neverShowsASecret();
};

void TestErrorReply::isTyped_data()
{
    using enum RedisErrorCode;
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("command");
    QTest::addColumn<RedisErrorCode>("code");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("message");

    const auto row = [](const char *text, const QByteArrayList &command, RedisErrorCode code, const char *key,
                        const char *message) {
        QTest::newRow(text) << QByteArray(text) << command << code << QByteArray(key) << QString::fromUtf8(message);
    };
    const QByteArrayList hget{"HGET", "the key", "field"};
    row("WRONGPASS invalid username-password pair or user is disabled.", {"AUTH", "pw"}, Authentication, "",
        "the store refused the user name or password: WRONGPASS invalid");
    row("NOAUTH Authentication required.", hget, Authentication, "the key", "the store wants a password");
    row("ERR AUTH <password> called without any password configured for the default user. Are you sure?",
        {"AUTH", "pw"}, Authentication, "", "no password set");
    // Redis 5: AUTH knows one password and no names.
    row("WRONGPASS invalid username-password pair or user is disabled.", {"AUTH", "ann", ""}, Authentication, "",
        "invalid username-password pair");
    row("ERR invalid password", {"AUTH", "pw"}, Authentication, "", "refused the user name or password");
    row("ERR Client sent AUTH, but no password is set", {"AUTH", "pw"}, Authentication, "", "no password is set");
    row("ERR wrong number of arguments for 'auth' command", {"AUTH", "u", "pw"}, Authentication, "",
        "older than 6.0 and knows no user names");
    // Redis 6, then 7.2 to 8 and Valkey.
    row("NOPERM this user has no permissions to run the 'hget' command or its subcommand", hget, Permission, "the key",
        "this user has no permission to use HGET");
    row("NOPERM User reader has no permissions to run the 'hget' command", hget, Permission, "the key",
        "this user has no permission to use HGET");
    row("NOPERM No permissions to access a key", hget, Permission, "the key", "No permissions to access a key");
    row("LOADING Valkey is loading the dataset in memory", hget, Loading, "the key", "still loading");
    row("DENIED Valkey is running in protected mode because protected mode is enabled", {"PING"}, Protected, "",
        "protected mode: without a password");
    row("BUSY Valkey is busy running a script.", hget, Busy, "the key", "busy");
    row("ERR max number of clients + cluster connections reached", {"CLIENT", "SETNAME", "x"}, Busy, "", "busy");
    row("MISCONF Redis is configured to save RDB snapshots, but it's currently unable to persist to disk.",
        {"HSET", "k", "f", "v"}, Server, "k", "MISCONF");
    row("NOREPLICAS Not enough good replicas to write.", {"HSET", "k", "f", "v"}, Server, "k", "NOREPLICAS");
    row("NOPERM this user has no permissions to run the 'hget' command", hget, Permission, "the key",
        "this user has no permission to use HGET");
    row("WRONGTYPE Operation against a key holding the wrong kind of value", hget, WrongType, "the key",
        "the key the key holds another type of value");
    row("LOADING Redis is loading the dataset in memory", hget, Loading, "the key", "still loading");
    row("MASTERDOWN Link with MASTER is down", hget, Loading, "the key", "MASTERDOWN");
    row("READONLY You can't write against a read only replica.", {"HSET", "k", "f", "v"}, ReadOnly, "k",
        "for reading only");
    row("OOM command not allowed when used memory > 'maxmemory'.", {"HSET", "k", "f", "v"}, OutOfMemory, "k",
        "out of memory");
    row("BUSY Redis is busy running a script.", hget, Busy, "the key", "busy");
    row("ERR max number of clients reached", {"CLIENT", "SETNAME", "x"}, Busy, "", "max number of clients");
    row("DENIED Redis is running in protected mode because protected mode is enabled", {"PING"}, Protected, "",
        "protected mode: without a password");
    row("MOVED 866 127.0.0.1:7002", hget, Unsupported, "the key", "Redis Cluster");
    row("ERR syntax error", {"ZRANGE", "z", "x"}, Server, "z", "the store reported an error: ERR syntax error");
    row("ERR invalid cursor", {"SCAN", "x"}, Server, "", "invalid cursor");
    row("EXECABORT Transaction discarded because of previous errors.", {"EXEC"}, Server, "", "EXECABORT");
    row("WHAT", {}, Server, "", "WHAT");
    row("", {}, Server, "", "the store reported an error");
    row("BUSYGROUP Consumer Group name already exists", {}, Server, "", "BUSYGROUP");
    row("<b>&\xff", {}, Server, "", "<b>&");
}

void TestErrorReply::isTyped()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArrayList, command);
    QFETCH(RedisErrorCode, code);
    QFETCH(QByteArray, key);
    QFETCH(QString, message);
    const RedisError error = RedisConnection::errorOf({text}, CommandArgs(command.begin(), command.end()));
    QCOMPARE(error.code, code);
    QCOMPARE(error.command, command.value(0));
    QCOMPARE(error.key, key);
    QVERIFY2(error.message().contains(message), qPrintable(error.message()));
}

void TestErrorReply::neverShowsASecret_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("Redis 7") << QByteArray("ERR unknown command 'AUTH', with args beginning with: 'ann' 'hunter2' ");
    QTest::newRow("Redis 5") << QByteArray("ERR unknown command `AUTH`, with args beginning with: `ann`, `hunter2`, ");
    QTest::newRow("other") << QByteArray("ERR what is hunter2?");
}

void TestErrorReply::neverShowsASecret()
{
    QFETCH(QByteArray, text);
    const RedisError error = RedisConnection::errorOf({text}, {"AUTH", "ann", "hunter2"});
    QVERIFY2(!error.message().contains(u"hunter2"), qPrintable(error.message()));
    QCOMPARE(error.command, QByteArray("AUTH"));
    QVERIFY(error.key.isEmpty());
}

QTEST_GUILESS_MAIN(TestErrorReply)
#include "tst_errorreply.moc"
