// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/choices.h"
#include "ui/settings/keys.h"
#include "ui/settings/recentstores.h"
#include "ui/settings/settings.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace arbscope;

class tst_Settings : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_files = 0;

    QString newFile() { return m_folder.filePath(QStringLiteral("settings-%1.ini").arg(++m_files)); }
    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static StoreTarget target(const QString &url) { return {RedisUrl::parse(url).value(), {}}; }

private slots:
    void fallsBackWhileNothingIsKept()
    {
        const Settings settings(newFile());
        QCOMPARE(settings.value(keys::NewestFirst), true);
        QCOMPARE(settings.value(keys::Colors), ColorScheme::System);
        QCOMPARE(settings.value(keys::WindowGeometry), QByteArray());
    }

    void keepsValuesOverARestart()
    {
        const QString path = newFile();
        const QByteArray bytes("\0\xff;,\n=", 6);
        {
            Settings settings(path);
            settings.setValue(keys::NewestFirst, false);
            settings.setValue(keys::Colors, ColorScheme::Dark);
            settings.setValue(keys::WindowGeometry, bytes);
            settings.setValue(keys::ExportFolder, QStringLiteral("/tmp/Umlaute äöü, Komma"));
        }
        const Settings settings(path);
        QCOMPARE(settings.value(keys::NewestFirst), false);
        QCOMPARE(settings.value(keys::Colors), ColorScheme::Dark);
        QCOMPARE(settings.value(keys::WindowGeometry), bytes);
        QCOMPARE(settings.value(keys::ExportFolder), QStringLiteral("/tmp/Umlaute äöü, Komma"));
    }

    void unreadableValuesGiveTheFallback()
    {
        const QString path = newFile();
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[window]\ncolors=Purple\n[test]\nnumber=many\n");
        file.close();
        const Settings settings(path);
        QCOMPARE(settings.value(keys::Colors), ColorScheme::System);
        QCOMPARE(settings.value(SettingKey<int>{"test/number", 7}), 7);
    }

    void tellsChangesOnly()
    {
        Settings settings(newFile());
        QSignalSpy spy(&settings, &Settings::changed);
        settings.setValue(keys::NewestFirst, false);
        settings.setValue(keys::NewestFirst, false);
        QCOMPARE(spy.size(), 1);
        QCOMPARE(spy.first().first().toString(), QStringLiteral("list/newest_first"));
    }

    void recentStoresAreNewestFirstAndBounded()
    {
        const QString path = newFile();
        {
            Settings settings(path);
            RecentStores recent(settings);
            for (int i = 0; i < RecentStores::Limit + 3; ++i)
                recent.add(target(QStringLiteral("redis://host%1").arg(i)));
            recent.add(target(QStringLiteral("redis://host5")));
        }
        Settings settings(path);
        const RecentStores recent(settings);
        const auto stores = recent.list();
        QCOMPARE(int(stores.size()), RecentStores::Limit);
        QCOMPARE(stores[0].display(), target(QStringLiteral("redis://host5")).display());
        QCOMPARE(stores[1].display(), target(QStringLiteral("redis://host12")).display());
    }

    void recentStoresHoldNoSecret()
    {
        const QString path = newFile();
        Settings settings(path);
        RecentStores recent(settings);
        StoreTarget secret = target(QStringLiteral("rediss://reader:s3cr3t-w0rd@host:6380/2"));
        secret.options.caFile = QStringLiteral("/etc/ca.pem");
        secret.options.keyFile = QStringLiteral("/etc/key.pem");
        secret.options.keyPassphrase = QStringLiteral("pass-phr4se");
        recent.add(secret);
        recent.setColumnState(secret.url.display(), "clock,1,0");
        settings.sync();
        const QByteArray file = contents(path);
        QVERIFY(file.contains("host"));
        QVERIFY(!file.contains("s3cr3t-w0rd"));
        QVERIFY(!file.contains("pass-phr4se"));

        // This run still knows them; another run does not.
        const StoreTarget same = recent.withSecrets(recent.list().front());
        QCOMPARE(same.url, secret.url);
        QCOMPARE(same.options, secret.options);
        Settings reopened(path);
        const RecentStores later(reopened);
        const StoreTarget again = later.withSecrets(later.list().front());
        QCOMPARE(again.url.password, QString());
        QCOMPARE(again.options.keyPassphrase, QString());
        QCOMPARE(again.options.caFile, secret.options.caFile);
        QCOMPARE(again.url.user, QStringLiteral("reader"));
        QCOMPARE(later.columnState(secret.url.display()), QByteArray("clock,1,0"));
    }

    void oneAddressByTwoWaysIsTwoStores()
    {
        Settings settings(newFile());
        RecentStores recent(settings);
        StoreTarget target{*RedisUrl::parse(QStringLiteral("redis://127.0.0.1")), {}};
        target.options.writable = true;
        for (const char *host : {"", "bastion-1", "me@bastion-2"}) {
            target.options.sshDestination = QString::fromLatin1(host);
            recent.add(target);
        }
        const auto stores = RecentStores(settings).list();
        QCOMPARE(int(stores.size()), 3);
        QCOMPARE(stores[0].options.sshDestination, QStringLiteral("me@bastion-2"));
        QCOMPARE(stores[2].options.sshDestination, QString());
        QVERIFY(!stores[0].options.writable); // a recent store is opened for reading
    }

    void aPasswordWrittenIntoTheFileByHandIsNotShown()
    {
        Settings settings(newFile());
        settings.write(u"stores/recent",
                       QStringLiteral("[{\"url\": \"redis://u:hidden@host\"}, {\"url\": \"no url\"}, 5]"));
        const RecentStores recent(settings);
        QCOMPARE(int(recent.list().size()), 1);
        QCOMPARE(recent.list().front().url.password, QString());
    }

    void forgettingAStoreForgetsAllOfIt()
    {
        Settings settings(newFile());
        RecentStores recent(settings);
        const StoreTarget one = target(QStringLiteral("redis://u:p@one"));
        recent.add(one);
        recent.setColumnState(one.url.display(), "x");
        const StoreTarget kept = recent.list().front();
        QSignalSpy spy(&recent, &RecentStores::changed);
        recent.remove(kept.display());
        QCOMPARE(spy.size(), 1);
        QVERIFY(recent.list().empty());
        QCOMPARE(recent.columnState(kept.display()), QByteArray());
        QCOMPARE(recent.withSecrets(kept).url.password, QString());
    }
};

QTEST_GUILESS_MAIN(tst_Settings)
#include "tst_settings.moc"
