// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/keyring.h"
#include "tests/ui/parts/secretaccess.h"

#include <QDirIterator>
#include <QTest>

using namespace arbscope;
using namespace arbscope::test;

/// The real QtKeychain with a real Secret Service.
class tst_KeychainStore : public QObject
{
    Q_OBJECT

private slots:
    void memoryHoldsForThisRun()
    {
        MemorySecretStore memory;
        const StoreSecrets secrets{QStringLiteral("word"), {}};
        QCOMPARE(writeSecrets(memory, QStringLiteral("id"), secrets), QString());
        QCOMPARE(readSecrets(memory, QStringLiteral("id")).value(), secrets);
        QVERIFY(readSecrets(memory, QStringLiteral("other")).value().isEmpty());
        QCOMPARE(writeSecrets(memory, QStringLiteral("id"), {}), QString());
        QVERIFY(readSecrets(memory, QStringLiteral("id")).value().isEmpty());
    }

    void keepsReadsAndForgets()
    {
        Keyring keyring;
        const StoreSecrets secrets{QStringLiteral("pässwörd \"with\" {everything}\n"),
                                   QStringLiteral("phr4se-n0t-in-files")};
        KeychainStore store;
        QCOMPARE(writeSecrets(store, QStringLiteral("one"), {QStringLiteral("other"), {}}), QString());
        QCOMPARE(writeSecrets(store, QStringLiteral("one"), secrets), QString()); // over what was there
        QVERIFY(readSecrets(store, QStringLiteral("two")).value().isEmpty());
        QCOMPARE(readSecrets(store, QStringLiteral("one")).value(), secrets);
        QDirIterator files(keyring.folder(), QDir::Files, QDirIterator::Subdirectories);
        int looked = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(!file.readAll().contains("n0t-in-files"));
            ++looked;
        }
        QVERIFY(looked > 0); // the keychain did write, encrypted
        QCOMPARE(writeSecrets(store, QStringLiteral("one"), {}), QString());
        QVERIFY(readSecrets(store, QStringLiteral("one")).value().isEmpty());
        QCOMPARE(writeSecrets(store, QStringLiteral("one"), {}), QString()); // nothing there to take away
    }
};

QTEST_GUILESS_MAIN(tst_KeychainStore)
#include "tst_keychainstore.moc"
