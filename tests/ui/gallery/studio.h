// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/main/windowfixture.h"

namespace arbscope::test {

/// What takes the pictures: each scene is a function of a class made of this. The environment says how:
/// ARBSCOPE_GALLERY names the folder, ARBSCOPE_SCHEME is dark or light, ARBSCOPE_LANGUAGE a language other than
/// English, QT_SCALE_FACTOR the pixels a point.
class Studio : public QObject
{
    Q_OBJECT

protected:
    static constexpr int Wait = 60'000; ///< ms; for whatever is read

    static void shoot(const QString &name, QWidget *widget);
    /// The widget with a menu or list that it has opened.
    static void shootPopup(const QString &name, QWidget *widget, QWidget *popup);
    /// The modal dialog that an action opens; it is closed again.
    static void shootDialog(const WindowFixture &fixture, const char *action, const QString &name);
    /// The modal dialog that is open now, or soon; it is closed again.
    static void shootModal(const QString &name);
    static void openDemo(WindowFixture &fixture);
    static void openPanel(const WindowFixture &fixture, const char *dock);
};

} // namespace arbscope::test
