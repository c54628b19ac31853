// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/targettext.h"

#include <QProcess>
#include <QTest>

using namespace arbscope;

class tst_TargetText : public QObject
{
    Q_OBJECT

private slots:
    void commandOfEveryOption()
    {
        StoreTarget target{*RedisUrl::parse(QStringLiteral("rediss-cluster://me:s3cret@a:1,b:2")), {}};
        target.options.sshDestination = QStringLiteral("desk@bastion");
        target.options.caFile = QStringLiteral("/etc/it's a ca.pem");
        target.options.certificateFile = QStringLiteral("/me.pem");
        target.options.keyFile = QStringLiteral("/me.key");
        target.options.keyPassphrase = QStringLiteral("phrase");
        target.options.readFromReplicas = true;
        target.options.addressMap = *addressMapOf(QStringLiteral("10.0.0.1:6379=gate:7001"));
        const QString command = cliCommand(target);
        QCOMPARE(command,
                 u"arbscope-cli --url rediss-cluster://me@a:1,b:2 --ssh desk@bastion --tls-ca '/etc/it'\\''s a ca.pem' "
                 "--tls-cert /me.pem --tls-key /me.key --map 10.0.0.1:6379=gate:7001 --replicas servers");
    }

    void aShellTakesItApartAgain_data()
    {
        QTest::addColumn<QString>("path");
        for (const char *path :
             {"/plain", "/with space", "/a'b", "/$(date)`x`", "/\"q\" \\", "/é;&|<>*?", "/line\nend"})
            QTest::newRow(path) << QString::fromUtf8(path);
    }
    void aShellTakesItApartAgain()
    {
        QFETCH(QString, path);
        StoreTarget target{*RedisUrl::parse(QStringLiteral("redis://h")), {}};
        target.options.caFile = path;
        QProcess shell;
        shell.start(
            QStringLiteral("sh"),
            {QStringLiteral("-c"),
             QString(QStringLiteral("arbscope-cli() { printf '%s' \"$4\"; }; ").replace(u'-', u'_')
                     + cliCommand(target).replace(QStringLiteral("arbscope-cli"), QStringLiteral("arbscope_cli")))});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(QString::fromUtf8(shell.readAllStandardOutput()), path);
    }

    void addressMaps_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("again"); // null: refused
        QTest::newRow("empty") << "" << "";
        QTest::newRow("one") << "a:1=b:2" << "a:1=b:2";
        QTest::newRow("two, spaces") << " a:1 = b:2 ,c:3=d:4" << "a:1=b:2, c:3=d:4";
        QTest::newRow("usual port") << "a=b" << "a:6379=b:6379";
        QTest::newRow("IPv6") << "[::1]:1=[fe80::1]:2" << "[::1]:1=[fe80::1]:2";
        QTest::newRow("no pair") << "a:1" << QString();
        QTest::newRow("three") << "a=b=c" << QString();
        QTest::newRow("no port") << "a:x=b:2" << QString();
        QTest::newRow("URL") << "redis://a=b" << QString();
        QTest::newRow("path") << "a/1=b" << QString();
    }
    void addressMaps()
    {
        QFETCH(QString, text);
        QFETCH(QString, again);
        const auto map = addressMapOf(text);
        QCOMPARE(map.has_value(), !again.isNull());
        if (map)
            QCOMPARE(addressMapText(*map), again);
    }
};

QTEST_GUILESS_MAIN(tst_TargetText)
#include "tst_targettext.moc"
