// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/main/operatorhands.h"

#include "tests/ui/main/windowfixture.h"

#include <QAbstractItemModel>
#include <QAction>
#include <QApplication>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QTest>

namespace arbscope::test {

void giveKeyboardBack(WindowFixture &fixture)
{
    fixture.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
}

void press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QVERIFY(QApplication::focusWidget());
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

void type(const QString &text)
{
    QVERIFY(QApplication::focusWidget());
    QTest::keyClicks(QApplication::focusWidget(), text);
}

void clickInMenu(WindowFixture &fixture, const char *action)
{
    auto *wanted = fixture.child<QAction>(action);
    QVERIFY(wanted);
    QMenuBar *bar = fixture.window().menuBar();
    const QList<QAction *> titles = bar->actions();
    for (QAction *title : titles) {
        if (!title->menu() || !title->menu()->actions().contains(wanted))
            continue;
        QTest::mouseClick(bar, Qt::LeftButton, {}, bar->actionGeometry(title).center());
        QTRY_VERIFY(title->menu()->isVisible());
        QTest::mouseClick(title->menu(), Qt::LeftButton, {}, title->menu()->actionGeometry(wanted).center());
        return;
    }
    QFAIL("no menu has it");
}

void answerFileDialog(const QString &path)
{
    QTRY_VERIFY(qobject_cast<QFileDialog *>(QApplication::activeModalWidget()));
    auto *name = QApplication::activeModalWidget()->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
    QVERIFY(name);
    QTest::keyClick(name, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(name, path);
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_VERIFY(!QApplication::activeModalWidget());
}

void drag(QWidget *widget, const QPoint &from, const QPoint &to)
{
    QTest::mousePress(widget, Qt::LeftButton, Qt::NoModifier, from);
    QTest::mouseMove(widget, (from + to) / 2);
    QTest::mouseMove(widget, to);
    QTest::mouseRelease(widget, Qt::LeftButton, Qt::NoModifier, to);
}

QByteArrayList idsShown(const WindowFixture &fixture)
{
    QByteArrayList ids;
    for (int row = 0; row < fixture.trades()->rowCount(); ++row)
        ids << fixture.orderId(row);
    return ids;
}

CsvFile CsvFile::read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray text = file.readAll();
    QList<QByteArrayList> records{{QByteArray()}};
    bool isQuoted = false;
    for (const char each : text) {
        if (each == '"')
            isQuoted = !isQuoted; // a doubled one ends and begins: what is asked for here has none
        else if (each == ',' && !isQuoted)
            records.last() << QByteArray();
        else if (each == '\n' && !isQuoted)
            records << QByteArrayList{QByteArray()};
        else if (each != '\r' || isQuoted)
            records.last().last() += each;
    }
    records.removeLast(); // after the last line's end
    return {.header = records.isEmpty() ? QByteArrayList() : records.first(), .records = records.mid(1)};
}

QByteArrayList CsvFile::column(const char *name) const
{
    const qsizetype at = header.indexOf(name);
    QByteArrayList cells;
    for (const QByteArrayList &record : records)
        cells << record.value(at);
    return at < 0 ? QByteArrayList() : cells;
}

} // namespace arbscope::test
