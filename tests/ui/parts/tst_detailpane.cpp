// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakefilechooser.h"
#include "tests/support/livestore.h"
#include "tests/support/sampletrades.h"
#include "ui/detail/detailmodel.h"
#include "ui/detail/detailpane.h"
#include "ui/detail/detailtree.h"
#include "ui/detail/rawtext.h"
#include "ui/detail/verdictbox.h"
#include "ui/tasks/background.h"
#include "ui/text/timedisplay.h"

#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace arbscope;
using namespace arbscope::test;

class tst_DetailPane : public QObject
{
    Q_OBJECT

    const TimeDisplay m_times;
    FakeFileChooser m_files;
    std::unique_ptr<DetailPane> m_pane;

    DetailTree *tree() const { return m_pane->findChild<DetailTree *>(); }
    QTabWidget *tabs() const { return m_pane->findChild<QTabWidget *>(); }
    QPlainTextEdit *raw(int tab) const { return tabs()->widget(tab)->findChild<QPlainTextEdit *>(); }
    QString note(int tab) const { return tabs()->widget(tab)->findChild<QLabel *>(QStringLiteral("rawNote"))->text(); }
    QString selected() const { return tree()->currentIndex().data(DetailModel::NameRole).toString(); }

private slots:
    void init()
    {
        m_pane = std::make_unique<DetailPane>(m_times, m_files);
        m_pane->resize(1000, 600);
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
    }
    void cleanup() { m_pane.reset(); }

    void placeholderUntilATradeIsShown()
    {
        m_pane->showPlaceholder(QStringLiteral("Select a trade <b>now</b>"));
        auto *label = m_pane->findChild<QLabel *>(QStringLiteral("detailPlaceholder"));
        QVERIFY(label->isVisible());
        QCOMPARE(label->text(), QStringLiteral("Select a trade <b>now</b>"));
        QCOMPARE(label->textFormat(), Qt::PlainText);
        m_pane->showTrade("server-1", sampleTrade(completeTrade()));
        QVERIFY(!label->isVisible());
        QVERIFY(tree()->isVisible());
        QVERIFY(!m_pane->findChild<VerdictBox *>()->isVisible());
        const QString heading = m_pane->findChild<QLabel *>(QStringLiteral("detailHeading"))->text();
        QVERIFY(heading.contains(QStringLiteral("BTC/EUR")) && heading.contains(QStringLiteral("Succeeded")));
    }

    void selectingInTheTreeSelectsInTheText()
    {
        m_pane->showTrade("server-1", sampleTrade(completeTrade()));
        QSignalSpy spy(m_pane.get(), &DetailPane::memberSelected);
        auto *model = qobject_cast<DetailModel *>(tree()->model());
        tree()->setCurrentIndex(model->indexOf(QStringLiteral("executed_price_2")));
        QCOMPARE(spy.size(), 1);
        const auto marks = raw(0)->extraSelections();
        QCOMPARE(marks.size(), 1);
        QCOMPARE(marks.first().cursor.selectedText(), QStringLiteral("\"executed_price_2\": \"20100\""));
        tree()->setCurrentIndex(model->indexOf(QStringLiteral("order_2_data")));
        QCOMPARE(tabs()->currentIndex(), 2);
        tree()->setCurrentIndex(model->indexOf(QStringLiteral("kind")));
        QCOMPARE(tabs()->currentIndex(), 0);
    }

    void selectingInTheTextSelectsInTheTree()
    {
        m_pane->showTrade("server-1", sampleTrade(completeTrade()));
        QTextCursor cursor = raw(0)->textCursor();
        cursor.setPosition(int(raw(0)->toPlainText().indexOf(QStringLiteral("realised_arbitration"))));
        raw(0)->setTextCursor(cursor);
        QCOMPARE(selected(), QStringLiteral("realised_arbitration"));
        tabs()->setCurrentIndex(1);
        QCOMPARE(selected(), QStringLiteral("order_1_data"));
    }

    void selectionOutlivesTheStepToTheNextTrade()
    {
        m_pane->showTrade("server-1", sampleTrade(completeTrade()));
        auto *model = qobject_cast<DetailModel *>(tree()->model());
        tree()->setCurrentIndex(model->indexOf(QStringLiteral("failed_at")));
        m_pane->showTrade("server-1", sampleTrade(oneLeggedTrade()));
        QCOMPARE(selected(), QStringLiteral("failed_at"));
        QCOMPARE(raw(0)->extraSelections().first().cursor.selectedText(),
                 QStringLiteral("\"failed_at\": 1600000003.25"));
    }

    void answersAreIndentedWhenTheyAreJson()
    {
        m_pane->showTrade("server-1", sampleTrade(completeTrade()));
        auto *indent = tabs()->widget(1)->findChild<QToolButton *>(QStringLiteral("indent"));
        QCOMPARE(raw(1)->toPlainText(), QStringLiteral("{\n  \"id\": 1,\n  \"price\": 20000.00\n}"));
        indent->click();
        QCOMPARE(raw(1)->toPlainText(), *completeTrade().order1Data);
        QCOMPARE(raw(2)->toPlainText(), QStringLiteral("plain answer"));
        QVERIFY(!tabs()->widget(2)->findChild<QToolButton *>(QStringLiteral("indent"))->isEnabled());
        m_pane->showTrade("server-1", sampleTrade(oneLeggedTrade()));
        QCOMPARE(raw(2)->toPlainText(), QString());
        QVERIFY(!raw(2)->placeholderText().isEmpty());
    }

    void unreadableReportsShowIssuesAndText()
    {
        QByteArray text = textOf(completeTrade());
        text.replace("\"clock\"", "\"clokc\"");
        m_pane->showTrade("server <b>", sampleTrade(text, "id \xff"));
        QVERIFY(!tree()->isVisible());
        auto *verdict = m_pane->findChild<VerdictBox *>();
        QVERIFY(verdict->isVisible());
        QCOMPARE(verdict->findChild<QListWidget *>()->count(), 2); // clokc unknown, clock missing
        QVERIFY(raw(0)->toPlainText().contains(QStringLiteral("clokc")));

        m_pane->showTrade("server", sampleTrade("garbage \xff\x01"));
        QCOMPARE(raw(0)->toPlainText(), QStringLiteral("garbage \\xff\\u{0001}"));
        m_pane->showTrade("server", missingTrade());
        QVERIFY(verdict->isVisible());
        QCOMPARE(raw(0)->toPlainText(), QString());
    }

    void issuesOfAConvertedReportLeadToTheirMember()
    {
        QByteArray text = textOf(completeTrade());
        text.replace("\"unit_test\": false", "\"unit_test\": 0");
        m_pane->showTrade("server", sampleTrade(text));
        QVERIFY(tree()->isVisible());
        m_pane->findChild<VerdictBox *>()->findChild<QListWidget *>()->setCurrentRow(0);
        QCOMPARE(selected(), QStringLiteral("unit_test"));
    }

    void copiesWhatIsStored()
    {
        m_pane->showTrade("server-1", sampleTrade(completeTrade()));
        auto *model = qobject_cast<DetailModel *>(tree()->model());
        tree()->setCurrentIndex(model->indexOf(QStringLiteral("clock")));
        const auto copy = [this](int which) {
            const qsizetype others = 1; // the menu of filters comes first
            tree()->actions().at(others + which)->trigger();
            return QGuiApplication::clipboard()->text();
        };
        QCOMPARE(copy(0), QStringLiteral("1600000001.123"));
        QCOMPARE(copy(1), QStringLiteral("clock"));
        tree()->setCurrentIndex(model->indexOf(QStringLiteral("executed_quantity_2")));
        QCOMPARE(copy(2), QStringLiteral("Executed\t0.500\t0.500\tBTC"));
        tabs()->currentWidget()->findChild<QToolButton *>(QStringLiteral("copyRaw"))->click();
        QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), textOf(completeTrade()));
    }

    void hugeTextIsShownInPartAndSavedWhole()
    {
        Report report = completeTrade();
        report.order1Data = QString(20'000'000, QLatin1Char('x'));
        const auto trade = sampleTrade(report);
        m_pane->showTrade("server-1", trade);
        QCOMPARE(raw(0)->toPlainText(), QString()); // in preparation, and nothing else meanwhile
        QTRY_VERIFY(note(0).contains(QStringLiteral("only the first")));
        QVERIFY(raw(0)->toPlainText().size() < ShownRawText + 10);

        const QTemporaryDir folder;
        m_files.answer = folder.filePath(QStringLiteral("saved.json"));
        tabs()->widget(0)->findChild<QToolButton *>(QStringLiteral("saveRaw"))->click();
        QTRY_VERIFY(note(0).contains(QStringLiteral("saved.json")));
        QFile file(m_files.answer);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll() == trade->raw);
        m_files.answer = folder.filePath(QStringLiteral("no/such/folder/file"));
        tabs()->widget(0)->findChild<QToolButton *>(QStringLiteral("saveRaw"))->click();
        QTRY_VERIFY(note(0).contains(QStringLiteral("could not be written")));
    }

    void lateTextOfAnotherTradeIsDropped()
    {
        Report big = completeTrade();
        big.order1Data = QString(5'000'000, QLatin1Char('x'));
        m_pane->showTrade("server-1", sampleTrade(big));
        m_pane->showTrade("server-1", sampleTrade(completeTrade()));
        const QString shown = raw(0)->toPlainText();
        QVERIFY(backgroundPool()->waitForDone());
        QCoreApplication::sendPostedEvents();
        QCOMPARE(raw(0)->toPlainText(), shown);
        QVERIFY(shown.contains(QStringLiteral("order-1")));
    }

    void stateIsRestored()
    {
        tree()->setColumnWidth(0, 222);
        const QByteArray state = m_pane->saveState();
        DetailPane other(m_times, m_files);
        other.restoreState("garbage");
        other.restoreState(state);
        QCOMPARE(other.findChild<DetailTree *>()->columnWidth(0), 222);
    }
};

QTEST_MAIN(tst_DetailPane)
#include "tst_detailpane.moc"
