// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A store behind ssh, through the whole window: a real sshd on the loopback.
#include "tests/support/sshserver.h"
#include "tests/ui/main/windowfixture.h"
#include "ui/dialogs/connectdialog.h"
#include "ui/list/tradelist.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <optional>

using namespace arbscope;
using namespace arbscope::test;

namespace {

/// The processes of ssh that use this configuration.
QList<pid_t> sshProcesses(const QString &configFile)
{
    QList<pid_t> found;
    const QStringList all = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs);
    for (const QString &name : all) {
        QFile file(QStringLiteral("/proc/%1/cmdline").arg(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArrayList words = file.readAll().split('\0');
        if (words.front().endsWith("/ssh") && words.contains(configFile.toUtf8()))
            found << name.toInt();
    }
    return found;
}

} // namespace

class TestMainWindowSsh : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void byTheConnectDialog();
    void itsWordsAreShown_data();
    void itsWordsAreShown();
    void comesBackWhenTheTunnelEnds();

private:
    void startSshd();
    [[nodiscard]] StoreTarget through(const QString &destination) const
    {
        StoreTarget target{m_store->url(), {}};
        target.options.sshDestination = destination;
        return target;
    }
    static QString detail(const WindowFixture &fixture)
    {
        const auto *banner = fixture.child<QWidget>("connectionBanner");
        return banner->findChild<QLabel *>(QStringLiteral("bannerDetail"))->text();
    }

    QTemporaryDir m_programs;
    std::optional<SshServer> m_ssh;
    std::unique_ptr<LiveStore> m_store;
};

/// And has "ssh" know it: the dialog has no field for a configuration, which is ssh's own business.
void TestMainWindowSsh::startSshd()
{
    m_ssh = SshServer::start();
    QSaveFile script(m_programs.filePath(QStringLiteral("ssh")));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write("#!/bin/sh\nexec /usr/bin/ssh -F '" + m_ssh->configFile().toUtf8() + "' \"$@\"\n");
    script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QVERIFY(script.commit());
}

void TestMainWindowSsh::initTestCase()
{
    startSshd();
    qputenv("PATH", m_programs.path().toUtf8() + ':' + qgetenv("PATH"));
    m_store = std::make_unique<LiveStore>();
    m_store->create(sampleReports(QStringLiteral("s"), 450));
}

void TestMainWindowSsh::byTheConnectDialog()
{
    {
        WindowFixture fixture;
        fixture.trigger("connectAction");
        auto *dialog = fixture.window().findChild<ConnectDialog *>();
        QVERIFY(dialog);
        dialog->findChild<QComboBox *>(QStringLiteral("url"))->setEditText(m_store->url().display());
        QTest::keyClicks(dialog->findChild<QLineEdit *>(QStringLiteral("ssh")), QStringLiteral("store"));
        dialog->findChild<QPushButton *>(QStringLiteral("connect"))->click();
        QTRY_COMPARE_WITH_TIMEOUT(fixture.trades()->rowCount(), 450, 60'000);
        QVERIFY(fixture.window().windowTitle().contains(u"ssh:store"));
        QCOMPARE(sshProcesses(m_ssh->configFile()).size(), 1); // one for all of the window's connections
    }
    QTRY_COMPARE(sshProcesses(m_ssh->configFile()).size(), 0); // which goes with it
}

void TestMainWindowSsh::itsWordsAreShown_data()
{
    QTest::addColumn<QString>("destination");
    QTest::addColumn<QString>("words");
    QTest::newRow("another host key") << QStringLiteral("stranger") << QStringLiteral("Host key verification failed");
    QTest::newRow("key not authorized") << QStringLiteral("nobody") << QStringLiteral("Permission denied (publickey");
    QTest::newRow("no sshd there") << QStringLiteral("closed") << QStringLiteral("Connection refused");
}

void TestMainWindowSsh::itsWordsAreShown()
{
    QFETCH(const QString, destination);
    QFETCH(const QString, words);
    WindowFixture fixture;
    fixture.window().storeFlow().open(through(destination));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.banner("connectionBanner").endsWith(u"cannot be reached."), 60'000);
    QVERIFY2(detail(fixture).contains(words), qPrintable(detail(fixture)));
    QCOMPARE(detail(fixture).count(u"ssh: "), 1);
    // The dialog has it all, to be put right.
    fixture.clickBanner("connectionBanner", QStringLiteral("Connect…"));
    auto *dialog = fixture.window().findChild<ConnectDialog *>();
    QVERIFY(dialog);
    auto *ssh = dialog->findChild<QLineEdit *>(QStringLiteral("ssh"));
    QCOMPARE(ssh->text(), destination);
    ssh->selectAll();
    QTest::keyClicks(ssh, QStringLiteral("store"));
    dialog->findChild<QPushButton *>(QStringLiteral("connect"))->click();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.trades()->rowCount(), 450, 60'000);
    QCOMPARE(fixture.banner("connectionBanner"), QString());
}

void TestMainWindowSsh::comesBackWhenTheTunnelEnds()
{
    WindowFixture fixture;
    fixture.window().storeFlow().open(through(QStringLiteral("store")));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.trades()->rowCount(), 450, 60'000);
    auto *list = fixture.child<TradeList>("tradeList");
    list->goToRow(300);
    QTRY_VERIFY(!fixture.orderId(300).isEmpty());
    const QByteArray current = fixture.orderId(300);
    // A tunnel that ends is replaced before anyone sees it.
    const QList<pid_t> first = sshProcesses(m_ssh->configFile());
    QCOMPARE(first.size(), 1);
    ::kill(first.front(), SIGKILL);
    const QDateTime killed = QDateTime::currentDateTimeUtc();
    fixture.trigger("refreshAction");
    QTRY_VERIFY_WITH_TIMEOUT(fixture.session().lastAnswer() > killed, 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.session().state(), StoreSession::State::Connected, 60'000);
    QTRY_COMPARE(fixture.banner("connectionBanner"), QString());

    // The host at the other end is gone.
    const QList<pid_t> last = sshProcesses(m_ssh->configFile());
    m_ssh.reset();
    for (const pid_t process : last)
        ::kill(process, SIGKILL);
    fixture.trigger("refreshAction");
    // At first the connection is lost; when it is made again, ssh says why not.
    QTRY_VERIFY_WITH_TIMEOUT(list->isStale() && detail(fixture).contains(u"ssh: "), 60'000);
    QCOMPARE(fixture.orderId(300), current);

    startSshd();
    if (fixture.child<QAction>("retryAction")->isEnabled())
        fixture.trigger("retryAction"); // or it did so by itself
    QTRY_COMPARE_WITH_TIMEOUT(fixture.session().state(), StoreSession::State::Connected, 60'000);
    QTRY_COMPARE(fixture.banner("connectionBanner"), QString());
    QCOMPARE(list->currentIndex().row(), 300);
    QTRY_COMPARE(fixture.orderId(300), current);
}

QTEST_MAIN(TestMainWindowSsh)
#include "tst_mainwindowssh.moc"
