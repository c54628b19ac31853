// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Files with reports: opened, dropped, imported.
#include "tests/support/rediscli.h"
#include "tests/ui/main/windowfixture.h"
#include "ui/settings/keys.h"
#include "ui/store/fileflow.h"
#include "ui/widgets/banner.h"
#include "ui/window/startpage.h"

#include <QClipboard>
#include <QDropEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>

using namespace arbscope;
using namespace arbscope::test;

class TestMainWindowFiles : public QObject
{
    Q_OBJECT

private slots:
    void opensJsonLinesAndListsWhatItLeftOut();
    void opensADumpAndItsOtherDatabases();
    void aFileThatCannotBeOpenedIsExplained_data();
    void aFileThatCannotBeOpenedIsExplained();
    void whatIsOpenStaysWhenAFileFails();
    void opensWhatIsDropped();
    void openingIsCancelled();
    void importsOnlyWhereWritingWasAskedFor();
    void importsAfterAConfirmation();
    void importIntoAStoreThatRefuses();

private:
    QString file(const QString &name, const QByteArray &content)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("%s: %s", qPrintable(file.fileName()), qPrintable(file.errorString()));
        return file.fileName();
    }
    static QByteArray lines(int count)
    {
        QByteArray text;
        for (const Report &report : sampleReports(QStringLiteral("bot"), count))
            text += textOf(report) + '\n';
        return text;
    }
    static void openWritable(WindowFixture &fixture, const RedisUrl &url)
    {
        StoreTarget target{url, {}};
        target.options.writable = true;
        target.name = QStringLiteral("Desk <b>one</b>");
        target.mark = StoreMark::Production;
        fixture.window().storeFlow().open(target);
    }
    static QString detailOf(const WindowFixture &fixture, const char *banner)
    {
        return fixture.child<Banner>(banner)->findChild<QLabel *>(QStringLiteral("bannerDetail"))->text();
    }

    QTemporaryDir m_folder;
};

void TestMainWindowFiles::opensJsonLinesAndListsWhatItLeftOut()
{
    const QByteArray first = lines(1);
    WindowFixture fixture;
    fixture.files().path = file(QStringLiteral("day 1.jsonl"), lines(25) + "{\"no\": \"report\"}\n\n" + first);
    fixture.trigger("openFileAction");
    QTRY_COMPARE(fixture.trades()->rowCount(), 25);
    QVERIFY2(fixture.window().windowTitle().contains(u"day 1.jsonl"), qPrintable(fixture.window().windowTitle()));
    QCOMPARE(fixture.child<QLabel>("readOnlyLabel")->text(), u"Read-only");
    QCOMPARE(fixture.banner("noticeBanner"), u"3 of 28 lines of day 1.jsonl are not shown.");
    fixture.clickBanner("noticeBanner", QStringLiteral("List them…"));
    auto *table = fixture.child<QTableWidget>("lineProblemsTable");
    QVERIFY(table);
    QCOMPARE(table->rowCount(), 3);
    QCOMPARE(table->item(0, 0)->text(), u"26");
    QVERIFY(!table->item(0, 3)->text().isEmpty());
    QCOMPARE(table->item(2, 0)->text(), u"28");
    QVERIFY(table->item(2, 3)->text().contains(u"already"));
    fixture.child<QPushButton>("copyLineProblems")->click();
    QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 2);
    qobject_cast<QDialog *>(table->window())->reject();

    // It is no store to come back to, and its server ends with it.
    QVERIFY(fixture.window().storeFlow().recent().list().empty());
    QCOMPARE(fixture.settings().value(keys::OpenFolder), m_folder.path());
    const QString socket = fixture.session().target()->url.socketPath;
    QVERIFY(QFileInfo::exists(socket));
    fixture.trigger("closeAction");
    QTRY_VERIFY(!QFileInfo::exists(socket));
    fixture.reopen();
    QCOMPARE(fixture.session().state(), StoreSession::State::Closed);
}

void TestMainWindowFiles::opensADumpAndItsOtherDatabases()
{
    LiveStore store;
    store.create(sampleReports(QStringLiteral("zero"), 4));
    RedisUrl two = store.url();
    two.database = 2;
    ReportStore second(two, writableOptions());
    QVERIFY(second.createMany(sampleReports(QStringLiteral("two"), 7)));
    WindowFixture fixture;
    fixture.window().fileFlow().open(file(QStringLiteral("dump.rdb"), store.dump()));
    QTRY_COMPARE(fixture.trades()->rowCount(), 4);
    QCOMPARE(fixture.banner("noticeBanner"), u"dump.rdb holds reports in several databases.");
    fixture.clickBanner("noticeBanner", QStringLiteral("Database 2"));
    QTRY_COMPARE(fixture.trades()->rowCount(), 7);
    QVERIFY(fixture.window().windowTitle().contains(u"dump.rdb"));
}

void TestMainWindowFiles::aFileThatCannotBeOpenedIsExplained_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("why");
    LiveStore store;
    store.create(sampleReports(QStringLiteral("s"), 30));
    const QByteArray dump = store.dump();
    QTest::newRow("empty") << QByteArray() << "empty";
    QTest::newRow("text") << QByteArray("hello\n") << "neither";
    QTest::newRow("compressed") << QByteArray("\x1f\x8b\x08") << "gzip";
    QTest::newRow("no report") << QByteArray("{}\n") << "none of its lines";
    QTest::newRow("damaged dump") << dump.first(dump.size() / 2) << "redis-server says";
    QTest::newRow("newer dump") << QByteArray("REDIS0099" + dump.sliced(9)) << "newer Redis";
}

void TestMainWindowFiles::aFileThatCannotBeOpenedIsExplained()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, why);
    WindowFixture fixture;
    fixture.files().path = file(QStringLiteral("some file"), content);
    fixture.child<QPushButton>("startFile")->click();
    QTRY_COMPARE(fixture.banner("startError"), u"some file could not be opened.");
    QVERIFY2(detailOf(fixture, "startError").contains(why), qPrintable(detailOf(fixture, "startError")));
    QVERIFY(fixture.child<QPushButton>("startFile")->isEnabled());
    QCOMPARE(fixture.session().state(), StoreSession::State::Closed);
}

void TestMainWindowFiles::whatIsOpenStaysWhenAFileFails()
{
    LiveStore store;
    store.create(sampleReports(QStringLiteral("s"), 5));
    WindowFixture fixture;
    fixture.open(store.url());
    QTRY_COMPARE(fixture.trades()->rowCount(), 5);
    fixture.window().fileFlow().open(m_folder.filePath(QStringLiteral("not there.rdb")));
    QTRY_COMPARE(fixture.banner("noticeBanner"), u"not there.rdb could not be opened.");
    QCOMPARE(fixture.trades()->rowCount(), 5);
    QCOMPARE(fixture.session().state(), StoreSession::State::Connected);
}

void TestMainWindowFiles::opensWhatIsDropped()
{
    WindowFixture fixture;
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file(QStringLiteral("dropped.jsonl"), lines(3)))});
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&fixture.window(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&fixture.window(), &drop);
    QTRY_COMPARE(fixture.trades()->rowCount(), 3);

    QMimeData web;
    web.setUrls({QUrl(QStringLiteral("https://example.org/x.rdb"))});
    QDragEnterEvent stranger(QPoint(10, 10), Qt::CopyAction, &web, Qt::LeftButton, Qt::NoModifier);
    stranger.ignore();
    QCoreApplication::sendEvent(&fixture.window(), &stranger);
    QVERIFY(!stranger.isAccepted());
}

void TestMainWindowFiles::openingIsCancelled()
{
    WindowFixture fixture;
    fixture.window().fileFlow().open(file(QStringLiteral("big.jsonl"), lines(60'000)));
    auto *cancel = fixture.child<QToolButton>("taskCancel");
    QVERIFY(cancel);
    QVERIFY(!fixture.child<QPushButton>("startFile")->isEnabled());
    cancel->click();
    QTRY_VERIFY(fixture.child<QPushButton>("startFile")->isEnabled());
    QVERIFY(!fixture.child<Banner>("startError")->isVisible());
    QCOMPARE(fixture.session().state(), StoreSession::State::Closed);
}

void TestMainWindowFiles::importsOnlyWhereWritingWasAskedFor()
{
    LiveStore store;
    store.create(sampleReports(QStringLiteral("s"), 1));
    WindowFixture fixture;
    QVERIFY(!fixture.child<QAction>("importAction")->isEnabled());
    fixture.open(store.url());
    QTRY_COMPARE(fixture.trades()->rowCount(), 1);
    QVERIFY(!fixture.child<QAction>("importAction")->isEnabled());
}

void TestMainWindowFiles::importsAfterAConfirmation()
{
    LiveStore store;
    store.create(sampleReports(QStringLiteral("bot"), 2));
    WindowFixture fixture;
    openWritable(fixture, store.url());
    QTRY_COMPARE(fixture.trades()->rowCount(), 2);
    QVERIFY(fixture.child<QAction>("importAction")->isEnabled());
    fixture.files().path = file(QStringLiteral("more.jsonl"), lines(40) + "nonsense\n");

    fixture.trigger("importAction");
    auto *question = fixture.child<QMessageBox>("confirmImport");
    QVERIFY(question);
    QVERIFY2(question->text().contains(u"Desk <b>one</b>"), qPrintable(question->text()));
    QVERIFY(question->informativeText().contains(store.url().display()));
    QVERIFY(question->informativeText().contains(u"Production"));
    QCOMPARE(question->textFormat(), Qt::PlainText);
    QTest::keyClick(question, Qt::Key_Escape);
    QTRY_VERIFY(!fixture.child<QMessageBox>("confirmImport"));
    QCOMPARE(store.store().count("bot").value(), 2); // asked, and not done

    fixture.trigger("importAction");
    fixture.child<QPushButton>("confirmImportButton")->click();
    QTRY_COMPARE(fixture.banner("noticeBanner"), u"more.jsonl: stored 38 reports.");
    QTRY_COMPARE(fixture.trades()->rowCount(), 40);
    QVERIFY(detailOf(fixture, "noticeBanner").contains(u"2 were there already."));
    QVERIFY(detailOf(fixture, "noticeBanner").contains(u"1 lines were refused."));
    fixture.clickBanner("noticeBanner", QStringLiteral("List them…"));
    QCOMPARE(fixture.child<QTableWidget>("lineProblemsTable")->rowCount(), 3);
}

void TestMainWindowFiles::importIntoAStoreThatRefuses()
{
    LiveStore store;
    store.create(sampleReports(QStringLiteral("bot"), 2));
    redisCli(store.url(), {"ACL", "SETUSER", "reader", "on", "nopass", "~*", "+@read", "+@connection"});
    RedisUrl url = store.url();
    url.user = QStringLiteral("reader");
    url.password = QStringLiteral("x");
    WindowFixture fixture;
    openWritable(fixture, url);
    QTRY_COMPARE(fixture.trades()->rowCount(), 2);
    fixture.files().path = file(QStringLiteral("more.jsonl"), lines(10));
    fixture.trigger("importAction");
    fixture.child<QPushButton>("confirmImportButton")->click();
    QTRY_COMPARE(fixture.banner("noticeBanner"), u"more.jsonl: stored 0 reports.");
    QVERIFY2(detailOf(fixture, "noticeBanner").contains(u"permission"), qPrintable(detailOf(fixture, "noticeBanner")));
    QCOMPARE(store.store().count("bot").value(), 2);
}

QTEST_MAIN(TestMainWindowFiles)
#include "tst_mainwindowfiles.moc"
