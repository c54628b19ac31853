// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QList>
#include <QString>

class QPoint;
class QWidget;

namespace arbscope::test {

class WindowFixture;

/// What a person does with keyboard and mouse, and what they have before them afterwards.

/// After a popup, where a window manager would do it.
void giveKeyboardBack(WindowFixture &fixture);
/// A key to whatever has the keyboard.
void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
void type(const QString &text);
/// Opens the menu of the bar that has this action, and clicks on its line.
void clickInMenu(WindowFixture &fixture, const char *action);
/// The whole path into Qt's file dialog, as soon as it is there; Enter.
void answerFileDialog(const QString &path);
void drag(QWidget *widget, const QPoint &from, const QPoint &to);

/// Of every row of the list, from the top; empty where one is loading.
[[nodiscard]] QByteArrayList idsShown(const WindowFixture &fixture);

/// A CSV file as a spreadsheet reads it.
struct CsvFile
{
    QByteArrayList header;
    QList<QByteArrayList> records;

    [[nodiscard]] static CsvFile read(const QString &path); ///< empty: it cannot be read
    [[nodiscard]] QByteArrayList column(const char *name) const; ///< empty: there is none
};

} // namespace arbscope::test
