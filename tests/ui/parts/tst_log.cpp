// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/logdock.h"
#include "ui/log/logmodel.h"
#include "ui/log/messagetap.h"
#include "ui/text/timedisplay.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLoggingCategory>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

#include <thread>

using namespace arbscope;
using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(ours, "arbscope.test")
Q_LOGGING_CATEGORY(theirs, "qt.test")

QStringList textsOf(const QAbstractItemModel &model)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts << model.index(row, LogModel::TextColumn).data().toString();
    return texts;
}

} // namespace

class TestLog final : public QObject
{
    Q_OBJECT

private slots:
    void secretsNeverAppear_data();
    void secretsNeverAppear();
    void isBounded();
    void countsTheSameOnceMore();
    void hostileTextsStayOneLine();
    void hearsTheProgramsMessages();
    void hearsOtherThreads();
    void filtersCopiesAndClears();
    void staysAtTheEnd();
};

void TestLog::secretsNeverAppear_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    const auto row
        = [](const char *name, const QString &text, const QString &shown) { QTest::newRow(name) << text << shown; };
    row("no secret", u"Connected to redis://arb@h:6379/1"_s, u"Connected to redis://arb@h:6379/1"_s);
    row("an address", u"redis://arb:s3cr!t@h:6379 refused"_s, u"redis://arb@h:6379 refused"_s);
    row("no user", u"rediss://:s3cr!t@h"_s, u"rediss://@h"_s);
    row("an @ and a slash in it", u"redis://u:p@ss/w:rd@h/0, redis://u:x@g"_s, u"redis://u@h/0, redis://u@g"_s);
    row("any scheme", u"see https://me:pw@example.org/x"_s, u"see https://me@example.org/x"_s);
    row("told of", u"WRONGPASS hunter2 hunter22"_s, u"WRONGPASS ••• •••2"_s);
    row("told of, percent-encoded", u"AUTH k%C3%A4se%40 x"_s, u"AUTH ••• x"_s);
    row("a short one", u"pw qz is not in sqzt, qz."_s, u"pw ••• is not in sqzt, •••."_s);
}

void TestLog::secretsNeverAppear()
{
    QFETCH(const QString, text);
    QFETCH(const QString, shown);
    const TimeDisplay times;
    LogModel model(times);
    for (const QString &secret : {u"hunter2"_s, u"käse@"_s, u"qz"_s, QString()})
        model.addSecret(secret);
    model.add(LogLevel::Error, text);
    const QModelIndex line = model.index(0, LogModel::TextColumn);
    QCOMPARE(line.data().toString(), shown);
    QVERIFY(line.data(LogModel::LineRole).toString().endsWith(u'\t' + shown));
    QVERIFY(line.data(Qt::ToolTipRole).toString().contains(shown.toHtmlEscaped()));
}

void TestLog::isBounded()
{
    const TimeDisplay times;
    LogModel model(times);
    for (int i = 0; i < LogModel::Limit + 7; ++i)
        model.add(LogLevel::Info, QString::number(i));
    QCOMPARE(model.rowCount(), LogModel::Limit);
    QCOMPARE(textsOf(model).first(), u"7");
    QCOMPARE(textsOf(model).last(), QString::number(LogModel::Limit + 6));
    model.add(LogLevel::Info, QString(100'000, u'x'));
    QVERIFY(textsOf(model).last().size() < 3000);
}

void TestLog::countsTheSameOnceMore()
{
    const TimeDisplay times;
    LogModel model(times);
    model.add(LogLevel::Warning, u"again"_s);
    model.add(LogLevel::Warning, u"again"_s);
    model.add(LogLevel::Warning, u"again"_s);
    model.add(LogLevel::Error, u"again"_s);
    QCOMPARE(textsOf(model), QStringList({u"again (×3)"_s, u"again"_s}));
}

void TestLog::hostileTextsStayOneLine()
{
    const TimeDisplay times;
    LogModel model(times);
    model.add(LogLevel::Info, u"a\nb<b>c\u202e"_s);
    QCOMPARE(textsOf(model), QStringList({u"a\\nb<b>c\\u{202e}"_s}));
}

void TestLog::hearsTheProgramsMessages()
{
    MessageTap tap;
    const QSignalSpy heard(&tap, &MessageTap::heard);
    qCInfo(ours, "told");
    qCDebug(ours, "whispered");
    QTest::ignoreMessage(QtWarningMsg, "not ours"); // it still goes where it went before
    qCWarning(theirs, "not ours");
    qCInfo(theirs, "not ours either");
    QVERIFY(heard.isEmpty()); // later: who logs is in the middle of something
    QTRY_COMPARE(heard.size(), 2);
    QCOMPARE(heard[0][0].value<LogLevel>(), LogLevel::Info);
    QCOMPARE(heard[0][1].toString(), u"told");
    QCOMPARE(heard[1][0].value<LogLevel>(), LogLevel::Warning);
    QCOMPARE(heard[1][1].toString(), u"qt.test: not ours");
}

void TestLog::hearsOtherThreads()
{
    auto tap = std::make_unique<MessageTap>();
    MessageTap other;
    const QSignalSpy heard(&other, &MessageTap::heard);
    const QSignalSpy first(tap.get(), &MessageTap::heard);
    std::vector<std::jthread> threads;
    threads.reserve(4);
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([] {
            for (int n = 0; n < 20; ++n)
                qCInfo(ours, "from a thread");
        });
    }
    threads.clear();
    QTRY_COMPARE(heard.size(), 80);
    QTRY_COMPARE(first.size(), 80);
    tap.reset(); // in any order
    for (int n = 0; n < 1500; ++n)
        other.hear(QtInfoMsg, "arbscope.test", u"too many"_s);
    QTRY_COMPARE(heard.size(), 80 + 1000 + 1);
    QCOMPARE(heard.last()[0].value<LogLevel>(), LogLevel::Warning);
}

void TestLog::filtersCopiesAndClears()
{
    const TimeDisplay times(TimeFormat::make(TimeZoneKind::Utc));
    LogModel model(times);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    LogDock dock(model);
    dock.show();
    model.add(LogLevel::Info, u"one"_s);
    model.add(LogLevel::Warning, u"two"_s);
    model.add(LogLevel::Error, u"three"_s);
    auto *view = dock.findChild<QTreeView *>(u"logView"_s);
    auto *level = dock.findChild<QComboBox *>(u"logLevel"_s);
    QCOMPARE(textsOf(*view->model()), QStringList({u"one"_s, u"two"_s, u"three"_s}));
    level->setCurrentIndex(1);
    QCOMPARE(textsOf(*view->model()), QStringList({u"two"_s, u"three"_s}));
    model.add(LogLevel::Info, u"four"_s);
    QCOMPARE(view->model()->rowCount(), 2);

    auto *copy = dock.findChild<QPushButton *>(u"copyLog"_s);
    QTest::mouseClick(copy, Qt::LeftButton);
    static const QRegularExpression lines(
        u"^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}\tWarning\ttwo\n[^\n]*\tError\tthree$"_s);
    QVERIFY2(lines.match(QGuiApplication::clipboard()->text()).hasMatch(),
             qPrintable(QGuiApplication::clipboard()->text()));
    view->setCurrentIndex(view->model()->index(1, 0));
    dock.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&dock));
    view->setFocus();
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().endsWith(u"\tError\tthree"));
    QVERIFY(!QGuiApplication::clipboard()->text().contains(u'\n'));
    level->setCurrentIndex(2);
    QCOMPARE(textsOf(*view->model()), QStringList({u"three"_s}));
    level->setCurrentIndex(0);
    QCOMPARE(view->model()->rowCount(), 4);
    QTest::mouseClick(dock.findChild<QPushButton *>(u"clearLog"_s), Qt::LeftButton);
    QCOMPARE(view->model()->rowCount(), 0);
}

void TestLog::staysAtTheEnd()
{
    const TimeDisplay times;
    LogModel model(times);
    LogDock dock(model);
    dock.resize(400, 200);
    dock.show();
    auto *view = dock.findChild<QTreeView *>(u"logView"_s);
    auto *bar = view->verticalScrollBar();
    for (int i = 0; i < 100; ++i)
        model.add(LogLevel::Info, QString::number(i));
    QTRY_VERIFY(bar->maximum() > 0);
    QTRY_COMPARE(bar->value(), bar->maximum());
    bar->setValue(3); // a person reads further up
    for (int i = 0; i < 100; ++i)
        model.add(LogLevel::Info, u"more "_s + QString::number(i));
    QTRY_VERIFY(bar->maximum() > 150);
    QCOMPARE(bar->value(), 3);
    bar->setValue(bar->maximum());
    model.add(LogLevel::Info, u"last"_s);
    QTRY_COMPARE(bar->value(), bar->maximum());
}

QTEST_MAIN(TestLog)
#include "tst_log.moc"
