// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/connectionfile.h"
#include "ui/settings/savedconnections.h"
#include "ui/settings/settings.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace arbscope;

class tst_SavedConnections : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<SavedConnections> m_saved;

    static SavedConnection connection(const QString &name, const QString &folder = {}, const QString &url = {})
    {
        SavedConnection result;
        result.folder = folder;
        result.target.name = name;
        result.target.url = *RedisUrl::parse(url.isEmpty() ? QString(u"redis://" + name) : url);
        return result;
    }
    /// "folder/name" of each, in order.
    QString names() const
    {
        QStringList result;
        for (const SavedConnection &each : m_saved->list())
            result.append(each.folder.isEmpty() ? each.target.name : QString(each.folder + u'/' + each.target.name));
        return result.join(u' ');
    }
    QString idOf(QStringView name) const
    {
        for (const SavedConnection &each : m_saved->list()) {
            if (each.target.name == name)
                return each.id;
        }
        return {};
    }
    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private slots:
    void init()
    {
        m_settings = std::make_unique<Settings>(m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction())));
        m_saved = std::make_unique<SavedConnections>(*m_settings);
    }

    void comesBackWithAllButItsSecrets()
    {
        SavedConnection secret = connection(QStringLiteral("The “prod” one"), QStringLiteral("Läden & co"),
                                            QStringLiteral("rediss://reader:s3cr3t-w0rd@host:6380/2"));
        secret.target.options.caFile = QStringLiteral("/etc/ca.pem");
        secret.target.options.keyFile = QStringLiteral("/etc/key.pem");
        secret.target.options.keyPassphrase = QStringLiteral("pass-phr4se");
        secret.target.options.sshDestination = QStringLiteral("me@bastion");
        secret.target.options.writable = true;
        secret.target.mark = StoreMark::Production;
        secret.keeping = PasswordKeeping::Keychain;
        QSignalSpy changed(m_saved.get(), &SavedConnections::changed);
        const QString id = m_saved->save(secret);
        QCOMPARE(changed.size(), 1);
        QVERIFY(!id.isEmpty());

        Settings again(m_settings->path()); // it is in the file already
        const auto found = SavedConnections(again).find(id);
        QVERIFY(found);
        SavedConnection expected = secret;
        expected.id = id;
        expected.target.url.password.clear();
        expected.target.options.keyPassphrase.clear();
        QCOMPARE(found->target.url, expected.target.url);
        QVERIFY(*found == expected);
        const QByteArray file = contents(m_settings->path());
        QVERIFY(file.contains("bastion"));
        QVERIFY(!file.contains("s3cr3t-w0rd"));
        QVERIFY(!file.contains("pass-phr4se"));
    }

    void keepsFoldersTogetherAndOrder()
    {
        for (const auto &[name, folder] : {std::pair("a", "x"), {"b", ""}, {"c", "y"}, {"d", "x"}, {"e", ""}})
            m_saved->save(connection(QString::fromLatin1(name), QString::fromLatin1(folder)));
        QCOMPARE(names(), u"b e x/a x/d y/c");
        QCOMPARE(m_saved->folders().join(u' '), u"x y");
        m_saved->move(idOf(u"e"), -1);
        QCOMPARE(names(), u"e b x/a x/d y/c");
        m_saved->move(idOf(u"e"), -1); // at the top
        m_saved->move(idOf(u"b"), 1); // at the end of what is in no folder
        QCOMPARE(names(), u"e b x/a x/d y/c");
        m_saved->move(idOf(u"a"), 1);
        QCOMPARE(names(), u"e b x/d x/a y/c");
        m_saved->move(idOf(u"a"), 1); // past its folder's end: the folder moves
        QCOMPARE(names(), u"e b y/c x/d x/a");
        m_saved->move(idOf(u"c"), -1); // no folder stands before the others
        QCOMPARE(names(), u"e b y/c x/d x/a");
    }

    void changesDuplicatesAndRemoves()
    {
        const QString one = m_saved->save(connection(QStringLiteral("one"), QStringLiteral("f")));
        m_saved->save(connection(QStringLiteral("two"), QStringLiteral("f")));
        SavedConnection edited = *m_saved->find(one);
        edited.target.name = QStringLiteral("uno");
        QCOMPARE(m_saved->save(edited), one);
        QCOMPARE(names(), u"f/uno f/two");
        const QString copy = m_saved->duplicate(one);
        QCOMPARE(names(), u"f/uno f/uno copy f/two");
        QVERIFY(copy != one); // secrets are kept under the id
        m_saved->remove(one);
        m_saved->remove(QStringLiteral("nobody"));
        QCOMPARE(names(), u"f/uno copy f/two");
        QVERIFY(m_saved->duplicate(QStringLiteral("nobody")).isEmpty());
        QVERIFY(!m_saved->find(one));
    }

    void exportsAndImportsWithoutSecretsOrPermissionToWrite()
    {
        SavedConnection secret = connection(QStringLiteral("prod"), QStringLiteral("f"),
                                            QStringLiteral("rediss://u:s3cr3t-w0rd@host:6380/2"));
        secret.target.options.keyPassphrase = QStringLiteral("pass-phr4se");
        secret.target.options.writable = true;
        secret.target.mark = StoreMark::Production;
        secret.keeping = PasswordKeeping::Keychain;
        const QByteArray file = connectionsToFile({secret, connection(QStringLiteral("other"))});
        QVERIFY(!file.contains("s3cr3t-w0rd"));
        QVERIFY(!file.contains("pass-phr4se"));
        const auto read = connectionsFromFile(file);
        QVERIFY(read);
        QCOMPARE(read->passwordsLeftOut, 0);
        QCOMPARE(m_saved->add(read->connections), 2);
        QCOMPARE(names(), u"other f/prod");
        const SavedConnection prod = m_saved->list().back();
        QCOMPARE(prod.target.mark, StoreMark::Production);
        QCOMPARE(prod.keeping, PasswordKeeping::Keychain);
        QVERIFY(!prod.target.options.writable);
        QVERIFY(!prod.id.isEmpty());
        QCOMPARE(m_saved->add(read->connections), 0); // again: nothing is doubled
        QCOMPARE(int(m_saved->list().size()), 2);
    }

    void aPasswordInAnImportedFileIsLeftOutAndTold()
    {
        const auto read
            = connectionsFromFile("{\"arbscope_connections\": [{\"url\": \"redis://u:hidden@h\", \"name\": \"n\"}]}");
        QVERIFY(read);
        QCOMPARE(read->passwordsLeftOut, 1);
        QCOMPARE(read->connections.front().target.url.password, QString());
    }

    void aFileThatCannotBeTakenSaysWhy_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("why");
        QTest::newRow("empty") << QByteArray() << "not JSON";
        QTest::newRow("not JSON") << QByteArray("redis://h") << "not JSON";
        QTest::newRow("other JSON") << QByteArray("{\"a\": 1}") << "arbscope_connections";
        QTest::newRow("array") << QByteArray("[]") << "arbscope_connections";
        QTest::newRow("wrong URL") << QByteArray(
            "{\"arbscope_connections\": [{\"url\": \"redis://h\"}, {\"url\": \"http://h\"}]}")
                                   << "Connection 2";
        QTest::newRow("no object") << QByteArray("{\"arbscope_connections\": [7]}") << "Connection 1";
    }
    void aFileThatCannotBeTakenSaysWhy()
    {
        QFETCH(QByteArray, file);
        const auto read = connectionsFromFile(file);
        QVERIFY(!read);
        QFETCH(QString, why);
        QVERIFY2(read.error().contains(why), qPrintable(read.error()));
    }

    void settingsEditedByHandAreReadAsFarAsTheyGo()
    {
        m_settings->write(u"stores/saved",
                          QStringLiteral("[{\"id\": \"1\", \"url\": \"redis://u:hidden@h\", \"name\": \"n\", \"mark\": "
                                         "\"Purple\"}, {\"url\": \"redis://h\"}, {\"id\": \"2\", \"url\": \"x\"}, 5]"));
        const auto list = m_saved->list();
        QCOMPARE(int(list.size()), 1);
        QCOMPARE(list.front().target.mark, StoreMark::None);
        QCOMPARE(list.front().target.url.password, QString());
    }
};

QTEST_GUILESS_MAIN(tst_SavedConnections)
#include "tst_savedconnections.moc"
