// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the window's states and dialogs, for people to look at: `./dev gallery`. Each is taken from the real
// window; ARBSCOPE_GALLERY names the folder, ARBSCOPE_SCHEME is dark or light, QT_SCALE_FACTOR the pixels a point.
#include "tests/support/rediscli.h"
#include "tests/ui/main/windowfixture.h"
#include "ui/dialogs/passworddialog.h"
#include "ui/settings/keys.h"
#include "ui/theme/theme.h"
#include "ui/views/filterbar.h"

#include <QAction>
#include <QDialog>
#include <QDockWidget>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QTreeView>

using namespace arbscope;
using namespace arbscope::test;

class Gallery : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void startPage();
    void savedConnections();
    void trades();
    void filters();
    void lost();
    void problems();
    void dialogs();
    void oddStores();
    void files();

private:
    void shoot(const QString &name, QWidget *widget) const;
    void shootDialog(const WindowFixture &fixture, const char *action, const QString &name) const;
    void openDemo(WindowFixture &fixture) const;
    static void fillSaved(WindowFixture &fixture);
    QString m_folder = qEnvironmentVariable("ARBSCOPE_GALLERY", QStringLiteral("gallery"));
    QString m_scheme = qEnvironmentVariable("ARBSCOPE_SCHEME", QStringLiteral("light"));
};

void Gallery::initTestCase()
{
    QVERIFY(QDir().mkpath(m_folder));
    applyTheme(*qApp, m_scheme == u"dark" ? ColorScheme::Dark : ColorScheme::Light);
}

void Gallery::shoot(const QString &name, QWidget *widget) const
{
    QTest::qWait(150); // for whatever still paints
    const QString file
        = QStringLiteral("%1/%2-%3-%4x.png").arg(m_folder, name, m_scheme).arg(widget->devicePixelRatioF());
    QVERIFY2(widget->grab().save(file), qPrintable(file));
}

void Gallery::shootDialog(const WindowFixture &fixture, const char *action, const QString &name) const
{
    fixture.child<QAction>(action)->trigger();
    QTRY_VERIFY(QApplication::activeModalWidget());
    QWidget *dialog = QApplication::activeModalWidget();
    shoot(name, dialog);
    dialog->close();
    QTRY_VERIFY(!QApplication::activeModalWidget());
}

void Gallery::openDemo(WindowFixture &fixture) const
{
    fixture.window().resize(1440, 900);
    fixture.window().storeFlow().openDemo();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.trades()->rowCount() > 0 && !fixture.orderId(0).isEmpty(), 60'000);
}

void Gallery::fillSaved(WindowFixture &fixture)
{
    const auto add = [&](const char *id, const char *name, const char *folder, StoreMark mark, const char *url) {
        SavedConnection connection;
        connection.id = QLatin1StringView(id);
        connection.folder = QLatin1StringView(folder);
        connection.target.name = QLatin1StringView(name);
        connection.target.mark = mark;
        connection.target.url = *RedisUrl::parse(QLatin1StringView(url));
        fixture.window().storeFlow().saved().save(connection);
    };
    add("1", "Desk Frankfurt", "Europe", StoreMark::Production, "rediss://reader@fra.example.org:6380");
    add("2", "Desk Zurich", "Europe", StoreMark::Staging, "redis-sentinel://z1,z2,z3/desk");
    add("3", "Simulator", "", StoreMark::Testing, "redis-cluster://sim1:7000,sim2:7000");
}

void Gallery::startPage()
{
    WindowFixture fixture;
    fixture.window().resize(1440, 900);
    shoot(QStringLiteral("start-empty"), &fixture.window());
}

void Gallery::savedConnections()
{
    WindowFixture fixture;
    fixture.window().resize(1440, 900);
    fillSaved(fixture);
    shoot(QStringLiteral("start-saved"), &fixture.window());
    shootDialog(fixture, "connectAction", QStringLiteral("connect"));
    PasswordDialog asked(fixture.window().storeFlow().saved().list().front(),
                         QStringLiteral("WRONGPASS invalid username-password pair or user is disabled."), true,
                         &fixture.window());
    asked.show();
    shoot(QStringLiteral("password"), &asked);
}

void Gallery::trades()
{
    WindowFixture fixture;
    openDemo(fixture);
    QTest::qWait(800);
    shoot(QStringLiteral("trades"), &fixture.window());
}

void Gallery::filters()
{
    WindowFixture fixture;
    openDemo(fixture);
    auto *bar = fixture.child<QLineEdit>("filterLine");
    QVERIFY(bar);
    bar->setFocus();
    QTest::keyClicks(bar, QStringLiteral("net < 0 and kind == 3"));
    QTest::keyClick(bar, Qt::Key_Return);
    shoot(QStringLiteral("filter-error"), &fixture.window());
    bar->clear();
    QTest::keyClicks(bar, QStringLiteral("net < -1000000"));
    QTest::keyClick(bar, Qt::Key_Return);
    QTest::qWait(1500);
    shoot(QStringLiteral("filter-none"), &fixture.window());
    bar->clear();
    QTest::keyClicks(bar, QStringLiteral("one_legged"));
    QTest::keyClick(bar, Qt::Key_Return);
    QTest::qWait(1500);
    shoot(QStringLiteral("filter-some"), &fixture.window());
}

void Gallery::lost()
{
    auto store = std::make_unique<LiveStore>();
    store->create(sampleReports(QStringLiteral("alpha"), 500));
    WindowFixture fixture;
    fixture.window().resize(1440, 900);
    fixture.open(store->url());
    QTRY_VERIFY(!fixture.orderId(0).isEmpty());
    store->stop();
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.banner("connectionBanner").isEmpty(), 30'000);
    shoot(QStringLiteral("lost"), &fixture.window());
    WindowFixture refused;
    refused.window().resize(1440, 900);
    refused.open(*RedisUrl::parse(QStringLiteral("redis://127.0.0.1:1")));
    QTRY_VERIFY_WITH_TIMEOUT(!refused.banner("connectionBanner").isEmpty(), 30'000);
    shoot(QStringLiteral("refused"), &refused.window());
}

void Gallery::problems()
{
    LiveStore store;
    store.create(sampleReports(QStringLiteral("alpha"), 50));
    redisCli(store.url(), {"ZREM", "execution_report_sorted:alpha", "id-000010", "id-000020"});
    redisCli(store.url(), {"ZADD", "execution_report_sorted:alpha", "1600000010.5", "lost"});
    store.put("alpha", "broken", "{\"no\": \"report\"}", 1'600'000'020);
    WindowFixture fixture;
    fixture.window().resize(1440, 900);
    StoreTarget target{store.url(), {}};
    target.options.writable = true;
    target.mark = StoreMark::Production;
    fixture.window().storeFlow().open(target);
    QTRY_VERIFY(!fixture.orderId(0).isEmpty());
    fixture.trigger("checkStoreAction");
    QTRY_VERIFY(fixture.child<QTreeView>("problemsView")->model()->rowCount() > 2);
    QTest::qWait(500);
    shoot(QStringLiteral("problems"), &fixture.window());
    for (auto *button : fixture.window().findChildren<QPushButton *>()) {
        if (button->isVisible() && button->isEnabled() && button->text().startsWith(QStringLiteral("Repair")))
            button->click();
    }
    QTRY_VERIFY(QApplication::activeModalWidget());
    shoot(QStringLiteral("repair"), QApplication::activeModalWidget());
    QApplication::activeModalWidget()->close();
}

void Gallery::dialogs()
{
    WindowFixture fixture;
    openDemo(fixture);
    shootDialog(fixture, "exportAsAction", QStringLiteral("export"));
    shootDialog(fixture, "columnsAction", QStringLiteral("columns"));
    shootDialog(fixture, "shortcutsAction", QStringLiteral("shortcuts"));
    shootDialog(fixture, "aboutAction", QStringLiteral("about"));
    shootDialog(fixture, "allowWritingAction", QStringLiteral("writing"));
    shootDialog(fixture, "otherZoneAction", QStringLiteral("zone"));
    shootDialog(fixture, "goToAction", QStringLiteral("goto"));
}

void Gallery::oddStores()
{
    LiveStore store;
    {
        WindowFixture fixture;
        fixture.window().resize(1440, 900);
        fixture.open(store.url());
        QTRY_VERIFY(!fixture.message().isEmpty());
        QTest::qWait(500);
        shoot(QStringLiteral("empty-store"), &fixture.window());
    }
    redisCli(store.url(), {"SET", "execution_report_sorted:alpha", "no index"});
    store.put("alpha", "one", textOf(sampleReport(QStringLiteral("alpha"), QStringLiteral("one"), 1'600'000'000)));
    WindowFixture fixture;
    fixture.window().resize(1440, 900);
    fixture.open(store.url());
    QTest::qWait(1500);
    shoot(QStringLiteral("wrong-type"), &fixture.window());
}

void Gallery::files()
{
    LiveStore store;
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("day 1.jsonl")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (const Report &report : sampleReports(QStringLiteral("bot"), 25))
        file.write(textOf(report) + '\n');
    file.write("{\"no\": \"report\"}\nno JSON\n");
    file.close();
    WindowFixture fixture;
    fixture.window().resize(1440, 900);
    StoreTarget target{store.url(), {}};
    target.options.writable = true;
    fixture.window().storeFlow().open(target);
    QTRY_VERIFY(!fixture.message().isEmpty());
    fixture.files().path = file.fileName();
    QTRY_VERIFY(fixture.child<QAction>("importAction")->isEnabled());
    fixture.trigger("importAction");
    QTRY_VERIFY(QApplication::activeModalWidget());
    shoot(QStringLiteral("import"), QApplication::activeModalWidget());
    QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Escape);
    fixture.trigger("openFileAction");
    QTRY_COMPARE(fixture.trades()->rowCount(), 25);
    fixture.clickBanner("noticeBanner", QStringLiteral("List them…"));
    QTRY_VERIFY(QApplication::activeModalWidget());
    shoot(QStringLiteral("refused-lines"), QApplication::activeModalWidget());
    QApplication::activeModalWidget()->close();
    shoot(QStringLiteral("file"), &fixture.window());
}

QTEST_MAIN(Gallery)
#include "gallery.moc"
