// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/parts/secretaccess.h"

#include <QElapsedTimer>
#include <QLocalServer>
#include <QTemporaryDir>
#include <QTest>

using namespace arbscope;
using namespace arbscope::test;

/// The real QtKeychain where there is no keychain. A program of its own: GLib keeps what it has of a bus.
class tst_KeychainFaults : public QObject
{
    Q_OBJECT

private slots:
    void withoutAnyBusItSaysSo() // before the process has a bus
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/no/such/bus");
        KeychainStore store;
        const SecretStore::Secrets secrets = readSecrets(store, QStringLiteral("id"));
        QVERIFY(!secrets);
        QVERIFY(!secrets.error().isEmpty());
        QVERIFY(!writeSecrets(store, QStringLiteral("id"), {QStringLiteral("word"), {}}).isEmpty());
    }

    void aBusThatHangsHoldsNobodyUp()
    {
        QTemporaryDir folder;
        QLocalServer silent;
        QVERIFY(silent.listen(folder.filePath(QStringLiteral("bus"))));
        qputenv("DBUS_SESSION_BUS_ADDRESS", QByteArray("unix:path=" + silent.fullServerName().toUtf8()));
        bool answered = false;
        QElapsedTimer timer;
        {
            KeychainStore store;
            timer.start();
            store.read(QStringLiteral("id"), this, [&answered](const SecretStore::Secrets &) { answered = true; });
            QVERIFY(timer.elapsed() < 10000); // asking does not wait for the bus, which takes 25 s to give up
            QTRY_VERIFY(silent.hasPendingConnections()); // it has gone so far
            timer.start();
        }
        QVERIFY(timer.elapsed() < 10000); // nor does the end of the program
        QVERIFY(!answered);
    }
};

QTEST_GUILESS_MAIN(tst_KeychainFaults)
#include "tst_keychainfaults.moc"
