// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/livestore.h"
#include "ui/exporting/exporttask.h"
#include "ui/tasks/storelane.h"
#include "ui/tasks/taskstrip.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace arbscope;
using namespace arbscope::test;

class TestExportTask : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void writesTheFile();
    void leavesAFileThatIsThere();
    void replacesWhenAskedTo();
    void cancelledFromTheStripLeavesNothing();
    void cannotWrite();
    void takesTheOtherFolderWhenThereIsNone();
    void freePathCounts_data();
    void freePathCounts();

private:
    QByteArray read(const QString &name) const;
    std::unique_ptr<LiveStore> m_store;
    std::unique_ptr<StoreLane> m_lane;
    QTemporaryDir m_folder;
    ExportRequest m_request;
};

void TestExportTask::initTestCase()
{
    m_store = std::make_unique<LiveStore>();
    m_store->create(sampleReports(QStringLiteral("s"), 2000));
    m_lane = std::make_unique<StoreLane>();
    m_lane->connectTo(StoreTarget{m_store->url(), {}});
    m_request.servers = {"s"};
}

QByteArray TestExportTask::read(const QString &name) const
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
}

void TestExportTask::writesTheFile()
{
    auto *task = new ExportTask(*m_lane, m_request, {m_folder.filePath(QStringLiteral("a.csv")), false});
    QSignalSpy exported(task, &ExportTask::exported);
    QSignalSpy ended(task, &LongTask::ended);
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(exported.count(), 1);
    QCOMPARE(exported.front().at(0).value<ExportResult>().trades, 2000);
    QCOMPARE(read(QStringLiteral("a.csv")).count("\r\n"), 2001);
}

void TestExportTask::leavesAFileThatIsThere()
{
    QFile file(m_folder.filePath(QStringLiteral("b.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("mine");
    file.close();
    auto *task = new ExportTask(*m_lane, m_request, {file.fileName(), false});
    QSignalSpy exported(task, &ExportTask::exported);
    QTRY_COMPARE(exported.count(), 1);
    QCOMPARE(exported.front().at(1).toString(), m_folder.filePath(QStringLiteral("b (2).csv")));
    QCOMPARE(read(QStringLiteral("b.csv")), "mine");
}

void TestExportTask::replacesWhenAskedTo()
{
    QFile file(m_folder.filePath(QStringLiteral("c.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    auto *task = new ExportTask(*m_lane, m_request, {file.fileName(), true});
    QSignalSpy exported(task, &ExportTask::exported);
    QTRY_COMPARE(exported.count(), 1);
    QCOMPARE(read(QStringLiteral("c.csv")).count("\r\n"), 2001);
}

void TestExportTask::cancelledFromTheStripLeavesNothing()
{
    TaskStrip strip;
    // Behind other work of its lane, so that it cannot be done before the click.
    auto *first = new ExportTask(*m_lane, m_request, {m_folder.filePath(QStringLiteral("d.csv")), true});
    QSignalSpy firstEnded(first, &LongTask::ended);
    auto *task = new ExportTask(*m_lane, m_request, {m_folder.filePath(QStringLiteral("cancelled.csv")), true});
    strip.add(task);
    QVERIFY(!strip.isHidden());
    QSignalSpy cancelled(task, &ExportTask::cancelled);
    QSignalSpy exported(task, &ExportTask::exported);
    strip.findChild<QToolButton *>(QStringLiteral("taskCancel"))->click();
    QTRY_COMPARE(cancelled.count(), 1);
    QTRY_COMPARE(firstEnded.count(), 1);
    QCOMPARE(exported.count(), 0);
    QCOMPARE(read(QStringLiteral("cancelled.csv")), "no file");
    QTRY_VERIFY(strip.isHidden());
    QCOMPARE(strip.count(), 0);
}

void TestExportTask::cannotWrite()
{
    auto *task = new ExportTask(*m_lane, m_request, {QStringLiteral("/no/such/folder/x.csv"), false});
    QSignalSpy failed(task, &ExportTask::failed);
    QTRY_COMPARE(failed.count(), 1);
    const auto error = failed.front().at(0).value<ExportError>();
    QVERIFY(!error.store);
    QVERIFY(!error.file.isEmpty());
}

void TestExportTask::takesTheOtherFolderWhenThereIsNone()
{
    const QString here = m_folder.filePath(QStringLiteral("i.csv"));
    QCOMPARE(pathOf({here, false, QStringLiteral("/tmp")}), here);
    QCOMPARE(pathOf({QStringLiteral("/no/such/folder/i.csv"), false, m_folder.path()}), here);
    QCOMPARE(pathOf({QStringLiteral("/no/such/folder/i.csv"), false, {}}), u"/no/such/folder/i.csv");
}

void TestExportTask::freePathCounts_data()
{
    QTest::addColumn<QStringList>("there");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("free");
    QTest::newRow("free") << QStringList{} << "e.csv" << "e.csv";
    QTest::newRow("taken") << QStringList{QStringLiteral("f.csv")} << "f.csv" << "f (2).csv";
    QTest::newRow("taken twice") << QStringList{QStringLiteral("g.tar.gz"), QStringLiteral("g.tar (2).gz")}
                                 << "g.tar.gz" << "g.tar (3).gz";
    QTest::newRow("no suffix") << QStringList{QStringLiteral("h")} << "h" << "h (2)";
    QTest::newRow("signs of formats") << QStringList{QStringLiteral("%1 %2.csv")} << "%1 %2.csv" << "%1 %2 (2).csv";
}

void TestExportTask::freePathCounts()
{
    QFETCH(const QStringList, there);
    QFETCH(const QString, wanted);
    QFETCH(const QString, free);
    for (const QString &name : there) {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    QCOMPARE(freePath(m_folder.filePath(wanted)), m_folder.filePath(free));
}

QTEST_MAIN(TestExportTask)
#include "tst_exporttask.moc"
