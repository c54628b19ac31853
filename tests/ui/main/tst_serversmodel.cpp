// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/livestore.h"
#include "ui/docks/serversdock.h"
#include "ui/models/serverdirectory.h"
#include "ui/models/serversmodel.h"
#include "ui/store/storesession.h"
#include "ui/text/timedisplay.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace arbscope;
using namespace arbscope::test;

namespace {

ServerSummary summary(const QByteArray &name, qint64 reports = 1, double last = 1)
{
    return {name, reports, reports, 0, last};
}

QByteArrayList names(const QAbstractItemModel &model)
{
    QByteArrayList found;
    const QModelIndex store = model.index(0, 0);
    for (int row = 0; row < model.rowCount(store); ++row)
        found << model.index(row, 0, store).data(ServersModel::NameRole).toByteArray();
    return found;
}

} // namespace

class TestServersModel : public QObject
{
    Q_OBJECT

private slots:
    void listsBelowTheStore();
    void aListingReplacesTheOneBefore();
    void tellsWhatIsApart();
    void learnsANumberFromTheList();
    void dockSortsAndSearches();
    void tenThousandServers();
    void figuresStayFresh();
};

void TestServersModel::listsBelowTheStore()
{
    TimeDisplay times;
    ServersModel model(times);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.setStore(QStringLiteral("redis://host"));
    times.setFormat(TimeFormat::make(TimeZoneKind::Utc));
    QCOMPARE(model.rowCount(), 1);
    model.beginListing();
    model.add({summary("a", 12, 1'614'600'000), summary("b<i>\n\xff")});
    model.endListing();
    const QModelIndex store = model.index(0, 0);
    QCOMPARE(store.data().toString(), u"redis://host");
    QCOMPARE(names(model), (QByteArrayList{"a", "b<i>\n\xff"}));
    const QModelIndex a = model.index(0, 0, store);
    QCOMPARE(a.parent(), store);
    QCOMPARE(a.data(ServersModel::ReportsRole).toLongLong(), 12);
    QCOMPARE(a.data(ServersModel::SpanRole).toString(), u"1970-01-01 – 2021-03-01");
    QVERIFY(!model.index(1, 0, store).data().toString().contains(u'\n'));
    QVERIFY(!model.index(1, 0, store).data(Qt::ToolTipRole).toString().contains(u"<i>"));
    QCOMPARE(model.latest(), "a");
    model.setStore({});
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.latest(), QByteArray());
}

void TestServersModel::aListingReplacesTheOneBefore()
{
    TimeDisplay times;
    ServersModel model(times);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setStore(QStringLiteral("s"));
    model.beginListing();
    model.add({summary("a"), summary("b"), summary("c"), summary("d")});
    model.endListing();
    const QPersistentModelIndex b(model.indexOf("b"));
    model.beginListing();
    model.add({summary("e"), summary("b", 5)});
    QCOMPARE(names(model).size(), 5); // nothing goes before the end
    model.add({summary("b", 5)});
    model.endListing();
    QCOMPARE(names(model), (QByteArrayList{"b", "e"}));
    QCOMPARE(b.data(ServersModel::ReportsRole).toLongLong(), 5);
    QCOMPARE(model.indexOf("e").row(), 1);
    QVERIFY(!model.indexOf("a").isValid());
}

void TestServersModel::tellsWhatIsApart()
{
    TimeDisplay times;
    ServersModel model(times);
    model.setStore(QStringLiteral("s"));
    model.add({{"more", 7, 5, 1, 2}, {"less", 5, 7, 1, 2}, {"same", 5, 5, 1, 2}, {"none", 3, 0, {}, {}}});
    const auto apart
        = [&model](const char *name) { return model.indexOf(name).data(ServersModel::ApartRole).toString(); };
    QVERIFY(apart("more").contains(u"not in the index: 2"));
    QVERIFY(apart("less").contains(u"2 more trades"));
    QVERIFY(apart("same").isEmpty());
    QVERIFY(model.indexOf("none").data(ServersModel::SpanRole).toString().contains(u"no trades"));
    QCOMPARE(model.indexOf("none").data(ServersModel::ReportsRole).toLongLong(), 3);
}

void TestServersModel::learnsANumberFromTheList()
{
    TimeDisplay times;
    ServersModel model(times);
    model.setStore(QStringLiteral("s"));
    model.add({{"a", 7, 5, 1, 2}});
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setIndexed("a", 5);
    model.setIndexed("unknown", 5);
    QCOMPARE(changes.count(), 0);
    model.setIndexed("a", 6);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(model.servers().front(), (ServerSummary{"a", 8, 6, 1, 2}));
}

void TestServersModel::dockSortsAndSearches()
{
    TimeDisplay times;
    ServersModel model(times);
    model.setStore(QStringLiteral("s"));
    ServersDock dock(model);
    dock.show();
    model.add({summary("bot-10"), summary("Bot-2"), summary("alpha")});
    auto *tree = dock.findChild<QTreeView *>(QStringLiteral("serverTree"));
    auto *search = dock.findChild<QLineEdit *>(QStringLiteral("serverSearch"));
    QCOMPARE(names(*tree->model()), (QByteArrayList{"alpha", "Bot-2", "bot-10"}));
    QSignalSpy chosen(&dock, &ServersDock::serverChosen);
    dock.setCurrent("alpha");
    QCOMPARE(chosen.count(), 0);
    search->setText(QStringLiteral("BOT"));
    QCOMPARE(names(*tree->model()), (QByteArrayList{"Bot-2", "bot-10"}));
    QVERIFY(tree->isExpanded(tree->model()->index(0, 0)));
    QCOMPARE(chosen.count(), 0); // searching opens nothing
    QTest::keyClick(search, Qt::Key_Down);
    QTest::keyClick(tree, Qt::Key_Down);
    QVERIFY(!chosen.isEmpty());
    QTest::keyClick(search, Qt::Key_Escape);
    QCOMPARE(names(*tree->model()).size(), 3);
}

void TestServersModel::tenThousandServers()
{
    LiveStore store;
    {
        const Report report = sampleReport(QStringLiteral("x"), QStringLiteral("1"), 1'600'000'000);
        store.create({report});
        const QByteArray text = *store.call({"HGET", "execution_report:x", "1"}).bulk();
        std::vector<CommandArgs> commands;
        for (int i = 0; i < 10'000; ++i) {
            const QByteArray name = "bot " + QByteArray::number(i);
            commands.push_back({"HSET", "execution_report:" + name, "1", text});
            commands.push_back({"ZADD", "execution_report_sorted:" + name, "1600000000", "1"});
        }
        QVERIFY(store.connection().pipeline(commands));
    }
    StoreSession session;
    ServerDirectory directory(session);
    TimeDisplay times;
    ServersModel model(times);
    ServersDock dock(model);
    dock.show();
    connect(&directory, &ServerDirectory::started, &model, &ServersModel::beginListing);
    connect(&directory, &ServerDirectory::found, &model, &ServersModel::add);
    connect(&directory, &ServerDirectory::finished, &model, &ServersModel::endListing);
    QSignalSpy batches(&directory, &ServerDirectory::found);
    QSignalSpy finished(&directory, &ServerDirectory::finished);
    model.setStore(QStringLiteral("many"));
    session.open({store.url(), {}});
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60000);
    QVERIFY(batches.count() > 10); // the list fills while it is being read
    auto *tree = dock.findChild<QTreeView *>(QStringLiteral("serverTree"));
    const QByteArrayList shown = names(*tree->model());
    QCOMPARE(shown.size(), 10'001);
    QCOMPARE(shown.front(), "bot 0");
    QCOMPARE(shown.at(9'999), "bot 9999");
    QCOMPARE(shown.back(), "x");
    directory.refresh(); // once more: nothing is doubled
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 2, 60000);
    QCOMPARE(names(model).size(), 10'001);
}

void TestServersModel::figuresStayFresh()
{
    LiveStore store;
    for (int i = 0; i < 60; ++i) // more than are freshened at once
        store.create({sampleReport(QStringLiteral("bot %1").arg(i), QStringLiteral("1"), 1'600'000'000)});
    StoreSession session;
    ServerDirectory directory(session);
    TimeDisplay times;
    ServersModel model(times);
    connect(&directory, &ServerDirectory::started, &model, &ServersModel::beginListing);
    connect(&directory, &ServerDirectory::found, &model, &ServersModel::add);
    connect(&directory, &ServerDirectory::finished, &model, &ServersModel::endListing);
    QSignalSpy finished(&directory, &ServerDirectory::finished);
    QSignalSpy found(&directory, &ServerDirectory::found);
    model.setStore(QStringLiteral("store"));
    directory.setShown("bot 7");
    session.open({store.url(), {}});
    QTRY_COMPARE(finished.count(), 1);
    found.clear();
    for (int i = 0; i < 60; ++i)
        store.create({sampleReport(QStringLiteral("bot %1").arg(i), QStringLiteral("2"), 1'600'000'100)});
    const auto fresh = [&model] {
        return std::ranges::count_if(model.servers(), [](const ServerSummary &server) {
            return server.reports == 2 && server.indexed == 2 && server.lastClock == 1'600'000'100;
        });
    };
    QTRY_COMPARE_WITH_TIMEOUT(fresh(), 60, 30000);
    QCOMPARE(finished.count(), 1); // without listing anew
    for (const QList<QVariant> &each : found) { // the one that is shown comes every time, the others in turn
        const auto servers = each.front().value<std::vector<ServerSummary>>();
        QVERIFY(servers.size() <= 26);
        QVERIFY(std::ranges::any_of(servers, [](const ServerSummary &server) { return server.name == "bot 7"; }));
    }
}

QTEST_MAIN(TestServersModel)
#include "tst_serversmodel.moc"
