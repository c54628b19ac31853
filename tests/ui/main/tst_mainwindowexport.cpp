// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Exports from the window, the files read back.
#include "core/report/names.h"
#include "tests/ui/main/windowfixture.h"
#include "ui/settings/keys.h"

#include <QAction>
#include <QDesktopServices>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QTest>

using namespace arbscope;
using namespace arbscope::test;

class TestMainWindowExport : public QObject
{
    Q_OBJECT

public slots:
    void takeUrl(const QUrl &url) { m_opened = url; }

private slots:
    void initTestCase();
    void cleanupTestCase() { QDesktopServices::unsetUrlHandler(QStringLiteral("file")); }
    void oneKeyExportsTheShownServer();
    void aSecondExportKeepsTheFirst();
    void whatCannotBeReadIsCountedAndListed();
    void unwritableFolderIsSaidInTheBanner();
    void noTradesNoFile();
    void choicesOpenTheDialog();

private:
    static QByteArray read(const QString &path);
    static QString defaultName()
    {
        return exportFileName(QDateTime::currentDateTimeUtc().date(), QStringLiteral("csv"));
    }
    std::unique_ptr<LiveStore> m_store;
    QUrl m_opened;
};

void TestMainWindowExport::initTestCase()
{
    m_store = std::make_unique<LiveStore>();
    m_store->create(sampleReports(QStringLiteral("alpha"), 450));
    QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "takeUrl");
}

QByteArray TestMainWindowExport::read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestMainWindowExport::oneKeyExportsTheShownServer()
{
    WindowFixture fixture;
    fixture.open(m_store->url());
    QTRY_COMPARE(fixture.trades()->rowCount(), 450);
    QTest::keyClick(fixture.child<QWidget>("tradeList"), Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(fixture.banner("noticeBanner"), u"Export of 450 trades in 2020-09-13 - 2020-09-13");
    const QString path = QDir(fixture.folder()).filePath(defaultName());
    const QList<QByteArray> lines = read(path).split('\n');
    QCOMPARE(lines.size(), 452);
    QVERIFY(lines.front().startsWith("asset_1,asset_2,"));
    QVERIFY(lines.at(1).contains("id-000000")); // oldest first, whatever the list shows
    QVERIFY(lines.at(450).contains("id-000449"));

    fixture.clickBanner("noticeBanner", QStringLiteral("Open"));
    QCOMPARE(m_opened, QUrl::fromLocalFile(path));
    fixture.clickBanner("noticeBanner", QStringLiteral("Show in folder"));
    QCOMPARE(m_opened, QUrl::fromLocalFile(fixture.folder()));
}

void TestMainWindowExport::aSecondExportKeepsTheFirst()
{
    WindowFixture fixture;
    fixture.open(m_store->url());
    QTRY_COMPARE(fixture.trades()->rowCount(), 450);
    const QString path = QDir(fixture.folder()).filePath(defaultName());
    fixture.trigger("exportAction");
    QTRY_VERIFY(!fixture.banner("noticeBanner").isEmpty());
    const QByteArray first = read(path);
    fixture.trigger("exportAction");
    const QString second = QString(path).replace(QStringLiteral(".csv"), QStringLiteral(" (2).csv"));
    QTRY_VERIFY(QFile::exists(second));
    QTRY_COMPARE(read(second), first);
    QCOMPARE(read(path), first);
}

void TestMainWindowExport::whatCannotBeReadIsCountedAndListed()
{
    LiveStore store;
    store.create(sampleReports(QStringLiteral("odd"), 2));
    store.put("odd", "bad <b>id</b>", "{}", 3);
    WindowFixture fixture;
    fixture.open(store.url());
    QTRY_COMPARE(fixture.trades()->rowCount(), 3);
    fixture.trigger("exportAction");
    QTRY_VERIFY(fixture.banner("noticeBanner").startsWith(u"Export of 2 trades"));
    const auto *detail = fixture.child<QWidget>("noticeBanner")->findChild<QLabel *>(QStringLiteral("bannerDetail"));
    QVERIFY2(detail->text().contains(u"1 trade could not be read"), qPrintable(detail->text()));
    QVERIFY(detail->text().contains(u"bad <b>id</b>"));
}

void TestMainWindowExport::unwritableFolderIsSaidInTheBanner()
{
    WindowFixture fixture;
    fixture.settings().setValue(keys::ExportFolder, QStringLiteral("/no/such/folder"));
    fixture.open(m_store->url());
    QTRY_COMPARE(fixture.trades()->rowCount(), 450);
    fixture.trigger("exportAction");
    QTRY_VERIFY(fixture.banner("noticeBanner").contains(u"/no/such/folder"));
}

void TestMainWindowExport::noTradesNoFile()
{
    LiveStore store;
    store.put("empty", "x", "{}", 1);
    WindowFixture fixture;
    fixture.open(store.url());
    QTRY_COMPARE(fixture.trades()->rowCount(), 1);
    fixture.trigger("exportAction");
    QTRY_VERIFY(fixture.banner("noticeBanner").contains(u"no file was written"));
    QVERIFY(!QFile::exists(QDir(fixture.folder()).filePath(defaultName())));
}

void TestMainWindowExport::choicesOpenTheDialog()
{
    WindowFixture fixture;
    fixture.open(m_store->url());
    QTRY_COMPARE(fixture.trades()->rowCount(), 450);
    QTest::keyClick(fixture.child<QWidget>("tradeList"), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(fixture.window().findChild<QDialog *>());
    auto *dialog = fixture.window().findChild<QDialog *>();
    QTRY_VERIFY(dialog->isVisible());
    dialog->accept();
    QTRY_COMPARE(fixture.banner("noticeBanner"), u"Export of 450 trades in 2020-09-13 - 2020-09-13");
}

QTEST_MAIN(TestMainWindowExport)
#include "tst_mainwindowexport.moc"
