// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Saved connections in the window: how they get their passwords, and that what is production shows.
#include "tests/support/rediscli.h"
#include "tests/ui/main/windowfixture.h"
#include "ui/dialogs/connectdialog.h"
#include "ui/dialogs/passworddialog.h"
#include "ui/settings/secretstore.h"
#include "ui/store/storestrip.h"
#include "ui/widgets/banner.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

using namespace arbscope;
using namespace arbscope::test;
using State = StoreSession::State;

namespace {

const QString secret = QStringLiteral("s3same-0pen-n0t-in-files");

/// A keychain that answers, fails, or hangs until it is told to go on.
class TestKeychain final : public SecretStore
{
public:
    enum class Mood { Answers, Fails, Hangs };

    void read(const QString &id, QObject *context, std::function<void(const Secrets &)> answer) override
    {
        ++reads;
        if (mood == Mood::Answers)
            memory.read(id, context, std::move(answer));
        else if (mood == Mood::Fails)
            answer(std::unexpected(QStringLiteral("The keychain is locked.")));
        else
            held = [this, id, context, answer] { memory.read(id, context, answer); };
    }
    void write(const QString &id, const StoreSecrets &secrets, QObject *context,
               std::function<void(const Done &)> answer) override
    {
        if (mood == Mood::Answers)
            memory.write(id, secrets, context, std::move(answer));
        else if (mood == Mood::Fails)
            answer(std::unexpected(QStringLiteral("The keychain is locked.")));
    }

    Mood mood = Mood::Answers;
    int reads = 0;
    std::function<void()> held;
    MemorySecretStore memory;
};

} // namespace

class TestMainWindowSaved : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void opensWithThePasswordOfTheKeychain();
    void asksWhereTheKeychainFails();
    void asksWhereTheKeychainHangs();
    void aLateKeychainSparesTheAnswer();
    void asksOnceInARun();
    void asksAnewForAWrongPassword();
    void givingUpLeavesEverythingAsItWas();
    void reopensTheLastOne();
    void productionShows();
    void savedInTheDialogAndKept();
    void deletingForgetsThePassword();
    void noFileHasTheSecret();

private:
    SavedConnection connection(PasswordKeeping keeping) const
    {
        SavedConnection result;
        result.target.url = m_store->url();
        result.target.url.user = QStringLiteral("desk");
        result.target.name = QStringLiteral("The desk");
        result.keeping = keeping;
        return result;
    }
    QString save(const SavedConnection &connection) { return flow().saved().save(connection); }
    StoreFlow &flow() { return m_fixture->window().storeFlow(); }
    PasswordDialog *dialog() const { return m_fixture->child<PasswordDialog>("passwordDialog"); }
    void answer(const QString &password, bool keep)
    {
        QTest::keyClicks(dialog()->findChild<QLineEdit *>(QStringLiteral("askedPassword")), password);
        dialog()->findChild<QCheckBox *>(QStringLiteral("keepPassword"))->setChecked(keep);
        QTest::keyClick(dialog(), Qt::Key_Return);
    }
    QString reason() const { return dialog()->findChild<QLabel *>(QStringLiteral("passwordReason"))->text(); }

    std::unique_ptr<LiveStore> m_store;
    std::unique_ptr<TestKeychain> m_keychain;
    std::unique_ptr<WindowFixture> m_fixture;
};

void TestMainWindowSaved::init()
{
    m_store = std::make_unique<LiveStore>();
    m_store->create(sampleReports(QStringLiteral("bot"), 3));
    redisCli(m_store->url(), {"ACL", "SETUSER", "desk", "on", ">" + secret.toUtf8(), "~*", "+@all"});
    m_keychain = std::make_unique<TestKeychain>();
    m_fixture = std::make_unique<WindowFixture>(m_keychain.get());
}

void TestMainWindowSaved::cleanup()
{
    m_fixture.reset();
    m_keychain.reset();
    m_store.reset();
}

void TestMainWindowSaved::opensWithThePasswordOfTheKeychain()
{
    const QString id = save(connection(PasswordKeeping::Keychain));
    m_keychain->memory.write(id, {secret, {}}, this, [](const auto &) { });
    auto *list = m_fixture->child<QListWidget>("startSaved");
    QVERIFY(list->isVisible());
    QCOMPARE(list->item(0)->text(), u"The desk");
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_COMPARE(m_fixture->trades()->rowCount(), 3);
    QVERIFY(!dialog());
    QVERIFY(m_fixture->window().windowTitle().contains(u"The desk"));
    QVERIFY(flow().recent().list().empty()); // it has its own list
}

void TestMainWindowSaved::asksWhereTheKeychainFails()
{
    m_keychain->mood = TestKeychain::Mood::Fails;
    flow().openSaved(save(connection(PasswordKeeping::Keychain)));
    QTRY_VERIFY(dialog());
    QVERIFY2(reason().contains(u"locked"), qPrintable(reason()));
    answer(secret, true);
    QTRY_COMPARE(m_fixture->trades()->rowCount(), 3); // and that it could not be kept fails nothing
    QTRY_VERIFY(m_fixture->banner("noticeBanner").contains(u"could not be kept")
                || m_fixture->child<Banner>("startError")->text().contains(u"could not be kept"));
}

void TestMainWindowSaved::asksWhereTheKeychainHangs()
{
    m_keychain->mood = TestKeychain::Mood::Hangs;
    flow().openSaved(save(connection(PasswordKeeping::Keychain)));
    QVERIFY(m_fixture->child<QLabel>("startBusy")->text().contains(u"keychain"));
    QTRY_VERIFY_WITH_TIMEOUT(dialog(), 20000);
    answer(secret, true);
    QTRY_COMPARE(m_fixture->trades()->rowCount(), 3);
}

void TestMainWindowSaved::aLateKeychainSparesTheAnswer()
{
    m_keychain->mood = TestKeychain::Mood::Hangs;
    const QString id = save(connection(PasswordKeeping::Keychain));
    m_keychain->memory.write(id, {secret, {}}, this, [](const auto &) { });
    flow().openSaved(id);
    QTRY_VERIFY_WITH_TIMEOUT(dialog(), 20000);
    m_keychain->held(); // unlocked by its owner
    QTRY_COMPARE(m_fixture->trades()->rowCount(), 3);
    QTRY_VERIFY(!dialog());
}

void TestMainWindowSaved::asksOnceInARun()
{
    const QString id = save(connection(PasswordKeeping::Ask));
    flow().openSaved(id);
    QTRY_VERIFY(dialog());
    QCOMPARE(m_keychain->reads, 0);
    answer(secret, false);
    QTRY_COMPARE(m_fixture->trades()->rowCount(), 3);
    m_fixture->trigger("closeAction");
    flow().openSaved(id);
    QTRY_COMPARE(m_fixture->trades()->rowCount(), 3);
    QVERIFY(!dialog());
    QVERIFY(m_keychain->memory.secrets(id).isEmpty());
    QCOMPARE(flow().saved().find(id)->keeping, PasswordKeeping::Ask);
}

void TestMainWindowSaved::asksAnewForAWrongPassword()
{
    const QString id = save(connection(PasswordKeeping::Keychain));
    m_keychain->memory.write(id, {QStringLiteral("old"), {}}, this, [](const auto &) { });
    flow().openSaved(id);
    QTRY_VERIFY(dialog());
    QVERIFY2(reason().contains(u"did not accept"), qPrintable(reason()));
    answer(secret, true);
    QTRY_COMPARE(m_fixture->trades()->rowCount(), 3);
    QTRY_COMPARE(m_keychain->memory.secrets(id).password, secret);
}

void TestMainWindowSaved::givingUpLeavesEverythingAsItWas()
{
    flow().openSaved(save(connection(PasswordKeeping::Ask)));
    QTRY_VERIFY(dialog());
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
    QCOMPARE(m_fixture->session().state(), State::Closed);
    QVERIFY(m_fixture->child<QPushButton>("startConnect")->isEnabled());
}

void TestMainWindowSaved::reopensTheLastOne()
{
    const QString id = save(connection(PasswordKeeping::Keychain));
    m_keychain->memory.write(id, {secret, {}}, this, [](const auto &) { });
    flow().openSaved(id);
    QTRY_COMPARE(m_fixture->trades()->rowCount(), 3);
    m_fixture->reopen();
    QVERIFY(flow().openLast());
    QTRY_COMPARE(m_fixture->trades()->rowCount(), 3);
    flow().saved().remove(id);
    m_fixture->reopen();
    QVERIFY(!flow().openLast());
}

void TestMainWindowSaved::productionShows()
{
    auto *strip = m_fixture->child<StoreStrip>("storeStrip");
    QVERIFY(!strip->isVisible());
    SavedConnection production = connection(PasswordKeeping::None);
    production.target.url.user.clear();
    production.target.mark = StoreMark::Production;
    flow().openSaved(save(production));
    QTRY_COMPARE(m_fixture->trades()->rowCount(), 3);
    QVERIFY(strip->isVisible());
    QCOMPARE(m_fixture->child<QLabel>("stripMark")->text(), u"Production");
    QVERIFY(!m_fixture->child<QLabel>("stripWritable")->isVisible());
    QVERIFY(m_fixture->window().windowTitle().contains(u"Production"));
    const QColor red = strip->grab().toImage().pixelColor(strip->width() / 2, 2); // as painted
    QVERIFY(red.red() > 2 * red.green() && red.red() > 2 * red.blue());
    QCOMPARE(m_fixture->child<QListWidget>("startSaved")->item(0)->text(), u"The desk · Production");
    m_fixture->trigger("resetLayoutAction");
    QVERIFY(strip->isVisible());

    production.id.clear();
    production.target.mark = StoreMark::None;
    production.target.options.writable = true;
    flow().openSaved(save(production));
    QTRY_VERIFY(m_fixture->child<QLabel>("stripWritable")->isVisible());
    QVERIFY(!m_fixture->child<QLabel>("stripMark")->isVisible());
    flow().open({m_store->url(), {}});
    QTRY_VERIFY(!strip->isVisible());
}

void TestMainWindowSaved::savedInTheDialogAndKept()
{
    m_fixture->trigger("connectAction");
    auto *connectDialog = m_fixture->window().findChild<ConnectDialog *>();
    QVERIFY(connectDialog);
    StoreTarget target = connection(PasswordKeeping::None).target;
    target.url.password = secret;
    connectDialog->setTarget(target);
    QTest::keyClicks(connectDialog->findChild<QLineEdit *>(QStringLiteral("savedName")), QStringLiteral("By hand"));
    auto *keeping = connectDialog->findChild<QComboBox *>(QStringLiteral("savedKeeping"));
    keeping->setCurrentIndex(keeping->findData(int(PasswordKeeping::Keychain)));
    connectDialog->findChild<QPushButton *>(QStringLiteral("savedSave"))->click();
    const auto saved = flow().saved().list();
    QCOMPARE(int(saved.size()), 1);
    QCOMPARE(saved.front().target.name, u"By hand");
    QCOMPARE(m_keychain->memory.secrets(saved.front().id).password, secret);
    connectDialog->findChild<QPushButton *>(QStringLiteral("connect"))->click();
    QTRY_COMPARE(m_fixture->trades()->rowCount(), 3);
    QVERIFY(m_fixture->window().windowTitle().contains(u"By hand"));
}

void TestMainWindowSaved::deletingForgetsThePassword()
{
    const QString id = save(connection(PasswordKeeping::Keychain));
    m_keychain->memory.write(id, {secret, {}}, this, [](const auto &) { });
    flow().saved().remove(id);
    QVERIFY(m_keychain->memory.secrets(id).isEmpty());
}

void TestMainWindowSaved::noFileHasTheSecret()
{
    savedInTheDialogAndKept();
    StoreTarget target = connection(PasswordKeeping::None).target;
    target.url.password = secret;
    flow().open(target); // as a recent store too
    QTRY_COMPARE(int(flow().recent().list().size()), 1);
    m_fixture->reopen();
    m_fixture->settings().sync();
    QDirIterator files(m_fixture->folder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    int looked = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY2(!bytes.contains(secret.toUtf8()), qPrintable(file.fileName()));
        QVERIFY(!bytes.contains(secret.toUtf8().toBase64()));
        looked += int(bytes.contains("desk"));
    }
    QVERIFY(looked > 0); // the connection itself is there
}

QTEST_MAIN(TestMainWindowSaved)
#include "tst_mainwindowsaved.moc"
