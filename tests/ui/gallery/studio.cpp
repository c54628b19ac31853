// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/gallery/studio.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QPainter>
#include <QPointer>
#include <QTest>

namespace arbscope::test {

namespace {

void save(const QString &name, const QPixmap &picture)
{
    const QString language = qEnvironmentVariable("ARBSCOPE_LANGUAGE");
    const QString file
        = QStringLiteral("%1/%2%3-%4-%5x.png")
              .arg(qEnvironmentVariable("ARBSCOPE_GALLERY"), name, language.isEmpty() ? language : u'-' + language,
                   qEnvironmentVariable("ARBSCOPE_SCHEME"))
              .arg(picture.devicePixelRatio());
    QVERIFY2(picture.save(file), qPrintable(file));
}

} // namespace

void Studio::shoot(const QString &name, QWidget *widget)
{
    QTest::qWait(150); // for whatever still paints
    save(name, widget->grab());
}

void Studio::shootPopup(const QString &name, QWidget *widget, QWidget *popup)
{
    QTest::qWait(150);
    const QPoint place = popup->mapToGlobal(QPoint()) - widget->mapToGlobal(QPoint());
    QPixmap picture = widget->grab();
    QPainter(&picture).drawPixmap(place, popup->grab());
    save(name, picture);
}

void Studio::shootDialog(const WindowFixture &fixture, const char *action, const QString &name)
{
    fixture.trigger(action);
    shootModal(name);
}

void Studio::shootModal(const QString &name)
{
    QTRY_VERIFY(QApplication::activeModalWidget());
    const QPointer dialog = QApplication::activeModalWidget();
    shoot(name, dialog);
    dialog->close();
    QTRY_VERIFY(!dialog || !dialog->isVisible());
    QTest::qWait(1); // until it is deleted: another one may be opened under its name
}

void Studio::openDemo(WindowFixture &fixture)
{
    fixture.window().resize(1440, 900);
    fixture.window().storeFlow().openDemo();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.trades()->rowCount() > 0 && !fixture.orderId(0).isEmpty(), Wait);
}

void Studio::openPanel(const WindowFixture &fixture, const char *dock)
{
    auto *panel = fixture.child<QDockWidget>(dock);
    QVERIFY2(panel, dock);
    panel->show();
    panel->raise();
}

} // namespace arbscope::test
