// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakefilechooser.h"
#include "tests/support/fakeredisserver.h"
#include "tests/support/livestore.h"
#include "ui/dialogs/connectdialog.h"
#include "ui/settings/recentstores.h"
#include "ui/settings/settings.h"
#include "ui/widgets/banner.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace arbscope;
using namespace arbscope::test;

class tst_ConnectDialog : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    FakeFileChooser m_files;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<RecentStores> m_recent;
    std::unique_ptr<SavedConnections> m_saved;
    std::unique_ptr<ConnectDialog> m_dialog;

    template <class W> W *field(const char *name) const { return m_dialog->findChild<W *>(QString::fromLatin1(name)); }
    QLineEdit *edit(const char *name) const { return field<QLineEdit>(name); }
    QString url() const { return field<QComboBox>("url")->currentText(); }
    void typeUrl(const QString &text) { field<QComboBox>("url")->setEditText(text); }
    static void type(QLineEdit *edit, const QString &text)
    {
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, text);
    }
    QString bannerText() const
    {
        auto *banner = m_dialog->findChild<Banner *>();
        return banner->isHidden() ? QString() : banner->text();
    }
    QString bannerDetail() const { return m_dialog->findChild<QLabel *>(QStringLiteral("bannerDetail"))->text(); }

private slots:
    void init()
    {
        m_settings = std::make_unique<Settings>(m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction())));
        m_recent = std::make_unique<RecentStores>(*m_settings);
        m_saved = std::make_unique<SavedConnections>(*m_settings);
        m_dialog = std::make_unique<ConnectDialog>(*m_recent, *m_saved, m_files);
        m_dialog->show();
    }
    void cleanup() { m_dialog.reset(); }

    void urlFillsTheParts_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("local");
        QTest::addColumn<QString>("hostOrPath");
        QTest::addColumn<int>("port");
        QTest::addColumn<int>("database");
        QTest::addColumn<QString>("user");
        QTest::addColumn<bool>("tls");
        const auto row
            = [](const char *typed, bool local, const char *place, int port, int database, const char *user, bool tls) {
                  QTest::newRow(typed) << QString::fromLatin1(typed) << local << QString::fromLatin1(place) << port
                                       << database << QString::fromLatin1(user) << tls;
              };
        row("redis://db.example.org", false, "db.example.org", 6379, 0, "", false);
        row("redis://db.example.org:7000/3", false, "db.example.org", 7000, 3, "", false);
        row("rediss://reader@db:6380/1", false, "db", 6380, 1, "reader", true);
        row("redis://[::1]:6379/0", false, "::1", 6379, 0, "", false);
        row("unix:///run/redis.sock?db=2", true, "/run/redis.sock", 6379, 2, "", false);
    }
    void urlFillsTheParts()
    {
        QFETCH(QString, typed);
        QFETCH(bool, local);
        typeUrl(typed);
        QCOMPARE(field<QRadioButton>("local")->isChecked(), local);
        QCOMPARE(field<QRadioButton>("network")->isChecked(), !local);
        QTEST(edit(local ? "socketPath" : "host")->text(), "hostOrPath");
        QTEST(field<QSpinBox>("port")->value(), "port");
        QTEST(field<QSpinBox>("database")->value(), "database");
        QTEST(edit("user")->text(), "user");
        QTEST(field<QGroupBox>("tls")->isChecked(), "tls");
        QVERIFY(m_dialog->target());
        QCOMPARE(m_dialog->target()->url, RedisUrl::parse(typed).value());
    }

    void partsMakeTheUrl()
    {
        type(edit("host"), QStringLiteral("db.example.org"));
        field<QSpinBox>("port")->setValue(7001);
        field<QSpinBox>("database")->setValue(4);
        type(edit("user"), QStringLiteral("reader"));
        type(edit("password"), QStringLiteral("p@ss/w:rd"));
        field<QGroupBox>("tls")->setChecked(true);
        QCOMPARE(RedisUrl::parse(url())->user, QStringLiteral("reader"));
        QVERIFY(url().startsWith(QStringLiteral("rediss://")));
        QVERIFY(!url().contains(QStringLiteral("ss/w")));
        const RedisUrl made = m_dialog->target()->url;
        QCOMPARE(made.endpoints.front().host, QStringLiteral("db.example.org"));
        QCOMPARE(made.endpoints.front().port, 7001);
        QCOMPARE(made.database, 4);
        QCOMPARE(made.password, QStringLiteral("p@ss/w:rd"));
        QVERIFY(made.tls);

        field<QRadioButton>("local")->setChecked(true);
        QVERIFY(!m_dialog->target()); // no path yet
        type(edit("socketPath"), QStringLiteral("/tmp/a b.sock"));
        QCOMPARE(m_dialog->target()->url.socketPath, QStringLiteral("/tmp/a b.sock"));
        QVERIFY(!m_dialog->target()->url.tls);
        QCOMPARE(RedisUrl::parse(url())->socketPath, QStringLiteral("/tmp/a b.sock"));
        field<QRadioButton>("network")->setChecked(true);
        QCOMPARE(m_dialog->target()->url.endpoints.front().host, QStringLiteral("db.example.org"));
    }

    void sentinelsAndClusters()
    {
        typeUrl(QStringLiteral("rediss-sentinel://me@s1,s2:7000/prod/3"));
        QVERIFY(field<QRadioButton>("sentinels")->isChecked());
        QCOMPARE(edit("sentinelHosts")->text(), u"s1:26379, s2:7000");
        QCOMPARE(edit("master")->text(), u"prod");
        QCOMPARE(field<QSpinBox>("database")->value(), 3);
        QVERIFY(edit("addressMap")->isEnabled());
        type(edit("sentinelHosts"), QStringLiteral("a:1, [::1]:2 ,c"));
        QCOMPARE(url(), u"rediss-sentinel://me@a:1,[::1]:2,c:26379/prod/3");
        type(edit("master"), QString());
        QVERIFY(!m_dialog->target());
        type(edit("master"), QStringLiteral("m"));
        type(edit("addressMap"), QStringLiteral("10.0.0.1:1=gate:2"));
        field<QCheckBox>("replicas")->click();
        QCOMPARE(m_dialog->target()->options.addressMap.front().to.host, u"gate");
        QVERIFY(m_dialog->target()->options.readFromReplicas);
        type(edit("addressMap"), QStringLiteral("10.0.0.1"));
        QVERIFY(!m_dialog->target());
        type(edit("addressMap"), QString());
        QVERIFY(m_dialog->target());

        field<QRadioButton>("cluster")->setChecked(true);
        QVERIFY(!m_dialog->target()); // no nodes yet
        type(edit("clusterHosts"), QStringLiteral("n1:7000,n2"));
        QCOMPARE(url(), u"rediss-cluster://me@n1:7000,n2:6379");
        QVERIFY(!field<QSpinBox>("database")->isEnabled());
        type(edit("clusterHosts"), QStringLiteral("user@n1/2"));
        QVERIFY(!m_dialog->target());
        typeUrl(QStringLiteral("redis-cluster://x:1"));
        QCOMPARE(edit("clusterHosts")->text(), u"x:1");
        field<QRadioButton>("network")->setChecked(true);
        QCOMPARE(m_dialog->target()->url.topology, RedisTopology::Single);
        typeUrl(QStringLiteral("unix:///r.sock"));
        QVERIFY(field<QRadioButton>("local")->isChecked());
    }

    void theWayAndTheRightToWriteAreTaken()
    {
        typeUrl(QStringLiteral("redis://db"));
        QVERIFY(!m_dialog->target()->options.writable);
        type(edit("ssh"), QStringLiteral(" me@bastion "));
        field<QCheckBox>("writable")->click();
        QCOMPARE(m_dialog->target()->options.sshDestination, u"me@bastion");
        QVERIFY(m_dialog->target()->options.writable);
        m_dialog->setTarget({*RedisUrl::parse(QStringLiteral("redis://db")), {}});
        QVERIFY(edit("ssh")->text().isEmpty());
        QVERIFY(!field<QCheckBox>("writable")->isChecked());
    }

    void aPasswordInTheUrlMovesToItsField()
    {
        auto *combo = field<QComboBox>("url");
        combo->setFocus();
        combo->lineEdit()->selectAll();
        QTest::keyClicks(combo->lineEdit(), QStringLiteral("redis://u:secret@db"));
        QCOMPARE(edit("password")->text(), QStringLiteral("secret"));
        QTest::keyClick(combo->lineEdit(), Qt::Key_Tab);
        emit combo->lineEdit()->editingFinished();
        QVERIFY(!url().contains(QStringLiteral("secret")));
        QCOMPARE(m_dialog->target()->url.password, QStringLiteral("secret"));
        QCOMPARE(edit("password")->echoMode(), QLineEdit::Password);
    }

    void aWrongUrlSaysWhyAndCannotBeOpened_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char *typed : {"", "redis://", "http://db", "redis://db:99999", "unix://", "redis://db/x"})
            QTest::newRow(typed) << QString::fromLatin1(typed);
    }
    void aWrongUrlSaysWhyAndCannotBeOpened()
    {
        QFETCH(QString, typed);
        typeUrl(QStringLiteral("redis://db"));
        QVERIFY(field<QPushButton>("connect")->isEnabled());
        const QString before = field<QLabel>("urlHint")->text();
        typeUrl(typed);
        QVERIFY(!m_dialog->target());
        QVERIFY(!field<QPushButton>("connect")->isEnabled());
        QVERIFY(!field<QPushButton>("test")->isEnabled());
        QVERIFY(field<QLabel>("urlHint")->text() != before);
        QCOMPARE(field<QLabel>("urlHint")->textFormat(), Qt::PlainText);
        typeUrl(QStringLiteral("redis://db"));
        QVERIFY(field<QPushButton>("connect")->isEnabled());
    }

    void filesAndPassphraseAreTaken()
    {
        typeUrl(QStringLiteral("rediss://db"));
        type(edit("caFile"), QStringLiteral("/etc/ca.pem"));
        type(edit("certificateFile"), QStringLiteral("/etc/me.pem"));
        type(edit("keyFile"), QStringLiteral("/etc/me.key"));
        type(edit("keyPassphrase"), QStringLiteral("open"));
        const ConnectionOptions options = m_dialog->target()->options;
        QCOMPARE(options.caFile, QStringLiteral("/etc/ca.pem"));
        QCOMPARE(options.certificateFile, QStringLiteral("/etc/me.pem"));
        QCOMPARE(options.keyFile, QStringLiteral("/etc/me.key"));
        QCOMPARE(options.keyPassphrase, QStringLiteral("open"));
        QVERIFY(!options.writable);
    }

    void testFindsTheServers()
    {
        LiveStore live;
        live.create(sampleReports(QStringLiteral("one"), 3));
        live.create(sampleReports(QStringLiteral("two"), 2));
        m_dialog->setTarget({live.url(), {}});
        QSignalSpy spy(m_dialog.get(), &ConnectDialog::testFinished);
        field<QPushButton>("test")->click();
        QTRY_COMPARE(spy.size(), 1);
        QCOMPARE(spy.first().first().toBool(), true);
        QVERIFY2(bannerDetail().contains(QStringLiteral("Trading servers: 2. Reports: 5.")),
                 qPrintable(bannerDetail()));
        QVERIFY2(bannerDetail().contains(QStringLiteral("Redis ")), qPrintable(bannerDetail()));

        live.clear();
        field<QPushButton>("test")->click();
        QTRY_COMPARE(spy.size(), 2);
        QVERIFY(m_dialog->findChild<Banner *>()->kind() == Banner::Kind::Warning);

        typeUrl(QStringLiteral("redis://elsewhere"));
        QCOMPARE(bannerText(), QString()); // what was found is about another store
    }

    void testWordsTheFault_data()
    {
        QTest::addColumn<bool>("hangUp");
        QTest::newRow("nobody listens") << false;
        QTest::newRow("hangs up") << true;
    }
    void testWordsTheFault()
    {
        QFETCH(bool, hangUp);
        FakeRedisServer server([](FakeClient &) { });
        RedisUrl address = server.url();
        if (!hangUp) {
            QTcpServer closed;
            QVERIFY(closed.listen(QHostAddress::LocalHost));
            address.endpoints.front().port = closed.serverPort();
        }
        m_dialog->setTarget({address, {}});
        QSignalSpy spy(m_dialog.get(), &ConnectDialog::testFinished);
        field<QPushButton>("test")->click();
        QVERIFY(!field<QPushButton>("test")->isEnabled());
        QTRY_COMPARE(spy.size(), 1);
        QCOMPARE(spy.first().first().toBool(), false);
        QVERIFY(m_dialog->findChild<Banner *>()->kind() == Banner::Kind::Error);
        QVERIFY2(bannerText().contains(QString::number(address.endpoints.front().port)), qPrintable(bannerText()));
        QVERIFY(!bannerDetail().isEmpty());
        QVERIFY(field<QPushButton>("test")->isEnabled());
    }

    void aHangingTestCanBeStoppedAndClosedOver()
    {
        FakeRedisServer server([](FakeClient &client) { client.hold(); });
        m_dialog->setTarget({server.url(), {}});
        QSignalSpy spy(m_dialog.get(), &ConnectDialog::testFinished);
        field<QPushButton>("test")->click();
        QTRY_COMPARE(server.clients(), 1);
        m_dialog->findChild<Banner *>()->findChild<QPushButton *>()->click();
        QCOMPARE(bannerText(), QString());
        QVERIFY(field<QPushButton>("test")->isEnabled());
        field<QPushButton>("test")->click();
        QTRY_COMPARE(server.clients(), 2);
        m_dialog.reset(); // must neither wait for the deadline nor crash later
        QCOMPARE(spy.size(), 0);
    }

    void recentStoresAreOfferedWithTheirPassword()
    {
        m_recent->add({RedisUrl::parse(QStringLiteral("redis://older")).value(), {}});
        StoreTarget newer{RedisUrl::parse(QStringLiteral("rediss://u:pw@newer")).value(), {}};
        newer.options.caFile = QStringLiteral("/ca");
        m_recent->add(newer);
        m_dialog = std::make_unique<ConnectDialog>(*m_recent, *m_saved, m_files);
        QCOMPARE(*m_dialog->target(), newer);
        auto *combo = field<QComboBox>("url");
        QCOMPARE(combo->count(), 2);
        combo->setCurrentIndex(1);
        emit combo->activated(1);
        QCOMPARE(m_dialog->target()->url.endpoints.front().host, QStringLiteral("older"));
        QCOMPARE(m_dialog->target()->url.password, QString());
        QCOMPARE(m_dialog->target()->options.caFile, QString());
    }
};

QTEST_MAIN(tst_ConnectDialog)
#include "tst_connectdialog.moc"
