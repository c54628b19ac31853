// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The start page, stores as they may be, and what the window asks about them.
#include "tests/support/rediscli.h"
#include "tests/ui/gallery/scenes.h"
#include "tests/ui/gallery/studio.h"
#include "ui/dialogs/passworddialog.h"

#include <QAction>
#include <QApplication>
#include <QPushButton>
#include <QTest>
#include <QTreeView>

namespace arbscope::test {

class StoreScenes final : public Studio
{
    Q_OBJECT

private slots:
    void startPage();
    void savedConnections();
    void trades();
    void lost();
    void problems();
    void dialogs();
    void oddStores();
    void files();

private:
    static void fillSaved(WindowFixture &fixture);
};

void StoreScenes::fillSaved(WindowFixture &fixture)
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

void StoreScenes::startPage()
{
    WindowFixture fixture;
    fixture.window().resize(1440, 900);
    shoot(QStringLiteral("start-empty"), &fixture.window());
}

void StoreScenes::savedConnections()
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

void StoreScenes::trades()
{
    WindowFixture fixture;
    openDemo(fixture);
    QTest::qWait(800);
    shoot(QStringLiteral("trades"), &fixture.window());
}

void StoreScenes::lost()
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

void StoreScenes::problems()
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
        if (button->isVisible() && button->isEnabled() && button->text().startsWith(QStringLiteral("Repa")))
            button->click();
    }
    shootModal(QStringLiteral("repair"));
}

void StoreScenes::dialogs()
{
    WindowFixture fixture;
    openDemo(fixture);
    shootDialog(fixture, "exportAsAction", QStringLiteral("export"));
    shootDialog(fixture, "aboutAction", QStringLiteral("about"));
    shootDialog(fixture, "allowWritingAction", QStringLiteral("writing"));
    shootDialog(fixture, "otherZoneAction", QStringLiteral("zone"));
}

void StoreScenes::oddStores()
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

void StoreScenes::files()
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
    shootModal(QStringLiteral("import"));
    fixture.trigger("openFileAction");
    QTRY_COMPARE(fixture.trades()->rowCount(), 25);
    fixture.clickBanner("noticeBanner", QStringLiteral("List them…"));
    shootModal(QStringLiteral("refused-lines"));
    shoot(QStringLiteral("file"), &fixture.window());
}

std::unique_ptr<QObject> storeScenes()
{
    return std::make_unique<StoreScenes>();
}

} // namespace arbscope::test

#include "storescenes.moc"
