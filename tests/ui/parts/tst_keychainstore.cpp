// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/keyring.h"
#include "ui/settings/keychainstore.h"

#include <QDirIterator>
#include <QTest>

using namespace arbscope;
using namespace arbscope::test;

/// The real QtKeychain with a real Secret Service.
class tst_KeychainStore : public QObject
{
    Q_OBJECT

    using Secrets = SecretStore::Secrets;

    static Secrets read(SecretStore &store, const QString &id)
    {
        QObject context;
        std::optional<Secrets> result;
        store.read(id, &context, [&result](const Secrets &secrets) { result = secrets; });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(result, 20000); }();
        return result.value_or(std::unexpected(QStringLiteral("no answer")));
    }
    static QString write(SecretStore &store, const QString &id, const StoreSecrets &secrets)
    {
        QObject context;
        std::optional<SecretStore::Done> result;
        store.write(id, secrets, &context, [&result](const SecretStore::Done &done) { result = done; });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(result, 20000); }();
        return !result ? QStringLiteral("no answer") : *result ? QString() : result->error();
    }

private slots:
    void memoryHoldsForThisRun()
    {
        MemorySecretStore memory;
        const StoreSecrets secrets{QStringLiteral("word"), {}};
        QCOMPARE(write(memory, QStringLiteral("id"), secrets), QString());
        QCOMPARE(read(memory, QStringLiteral("id")).value(), secrets);
        QVERIFY(read(memory, QStringLiteral("other")).value().isEmpty());
        QCOMPARE(write(memory, QStringLiteral("id"), {}), QString());
        QVERIFY(read(memory, QStringLiteral("id")).value().isEmpty());
    }

    void keepsReadsAndForgets()
    {
        Keyring keyring;
        const StoreSecrets secrets{QStringLiteral("pässwörd \"with\" {everything}\n"),
                                   QStringLiteral("phr4se-n0t-in-files")};
        KeychainStore store;
        QCOMPARE(write(store, QStringLiteral("one"), {QStringLiteral("other"), {}}), QString());
        QCOMPARE(write(store, QStringLiteral("one"), secrets), QString()); // over what was there
        QVERIFY(read(store, QStringLiteral("two")).value().isEmpty());
        QCOMPARE(read(store, QStringLiteral("one")).value(), secrets);
        QDirIterator files(keyring.folder(), QDir::Files, QDirIterator::Subdirectories);
        int looked = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(!file.readAll().contains("n0t-in-files"));
            ++looked;
        }
        QVERIFY(looked > 0); // the keychain did write, encrypted
        QCOMPARE(write(store, QStringLiteral("one"), {}), QString());
        QVERIFY(read(store, QStringLiteral("one")).value().isEmpty());
        QCOMPARE(write(store, QStringLiteral("one"), {}), QString()); // nothing there to take away
    }
};

QTEST_GUILESS_MAIN(tst_KeychainStore)
#include "tst_keychainstore.moc"
