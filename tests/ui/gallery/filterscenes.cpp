// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The filter bar with its popups, the find bar, and colour rules.
#include "tests/ui/gallery/scenes.h"
#include "tests/ui/gallery/studio.h"
#include "tests/ui/main/operatorstore.h"
#include "ui/colors/colorrulesdialog.h"
#include "ui/finding/gotodialog.h"

#include <QAction>
#include <QApplication>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

namespace arbscope::test {

using namespace Qt::StringLiterals;

class FilterScenes final : public Studio
{
    Q_OBJECT

private slots:
    void filters();
    void completion();
    void menus();
    void bookmark();
    void finding();
    void goingTo();
    void colorRules();

private:
    static void type(WindowFixture &fixture, const char *line, const QString &text);
    static void shootMenu(WindowFixture &fixture, const char *button, const QString &name);
};

void FilterScenes::type(WindowFixture &fixture, const char *line, const QString &text)
{
    auto *edit = fixture.child<QLineEdit>(line);
    edit->setFocus();
    edit->clear();
    QTest::keyClicks(edit, text);
}

void FilterScenes::shootMenu(WindowFixture &fixture, const char *button, const QString &name)
{
    auto *owner = fixture.child<QToolButton>(button);
    QMenu *menu = owner->menu();
    menu->popup(owner->mapToGlobal(QPoint(0, owner->height())));
    shootPopup(name, &fixture.window(), menu);
    menu->close();
}

void FilterScenes::filters()
{
    WindowFixture fixture;
    openDemo(fixture);
    const int all = fixture.trades()->rowCount();
    type(fixture, "filterLine", u"net < 0 and kind == 3 "_s);
    QTest::keyClick(fixture.child<QLineEdit>("filterLine"), Qt::Key_Return);
    shoot(u"filter-error"_s, &fixture.window());
    typeFilter(fixture, u"net < -1000000"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.message().isEmpty(), Wait);
    shoot(u"filter-none"_s, &fixture.window());
    typeFilter(fixture, u"one_legged"_s);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.trades()->rowCount() > 0 && fixture.trades()->rowCount() < all, Wait);
    shoot(u"filter-some"_s, &fixture.window());
}

void FilterScenes::completion()
{
    WindowFixture fixture;
    openDemo(fixture);
    type(fixture, "filterLine", u"net < 0 and order_1_l"_s);
    auto *completer = fixture.window().findChild<QCompleter *>();
    QTRY_VERIFY(completer && completer->popup()->isVisible());
    shootPopup(u"filter-completion"_s, &fixture.window(), completer->popup());
    completer->popup()->hide();
}

void FilterScenes::menus()
{
    WindowFixture fixture;
    openDemo(fixture);
    for (const QString &text : {u"failed"_s, u"order_1_latency > 0.3 and net < 0"_s, u"one_legged"_s})
        typeFilter(fixture, text);
    shootMenu(fixture, "filterHistory", u"filter-history"_s);
    fixture.window().activateWindow();
    shootMenu(fixture, "filterBookmarks", u"filter-bookmarks"_s);
}

void FilterScenes::bookmark()
{
    WindowFixture fixture;
    openDemo(fixture);
    typeFilter(fixture, u"order_1_latency > 0.3 and net < 0"_s);
    shootDialog(fixture, "addBookmark", u"bookmark"_s);
}

void FilterScenes::finding()
{
    WindowFixture fixture;
    openDemo(fixture);
    fixture.trigger("findAction");
    type(fixture, "findLine", u"failed"_s);
    QTest::keyClick(fixture.child<QLineEdit>("findLine"), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.child<QLabel>("findCount")->text().contains(u'/')
                                 || fixture.child<QLabel>("findCount")->text().contains(u"of"),
                             Wait);
    shoot(u"find"_s, &fixture.window());
    type(fixture, "findLine", u"net < "_s);
    QTest::keyClick(fixture.child<QLineEdit>("findLine"), Qt::Key_Return);
    shoot(u"find-error"_s, &fixture.window());
}

void FilterScenes::goingTo()
{
    WindowFixture fixture;
    openDemo(fixture);
    shootDialog(fixture, "goToAction", u"goto"_s);
    fixture.trigger("goToAction");
    fixture.child<GoToDialog>("goToDialog")->setText(u"2021-03-01 12:00"_s);
    shootModal(u"goto-time"_s);
    fixture.trigger("goToAction");
    fixture.child<GoToDialog>("goToDialog")->setText(u"no-such-order"_s);
    QTest::keyClick(fixture.child<GoToDialog>("goToDialog"), Qt::Key_Return);
    shootModal(u"goto-none"_s);
}

void FilterScenes::colorRules()
{
    WindowFixture fixture;
    openDemo(fixture);
    fixture.trigger("colorRulesAction");
    auto *dialog = fixture.child<ColorRulesDialog>("colorRulesDialog");
    QVERIFY(dialog);
    shoot(u"color-rules"_s, dialog);
    dialog->findChild<QPushButton *>(u"ruleAdd"_s)->click();
    auto *filter = dialog->findChild<QLineEdit *>(u"ruleFilter"_s);
    filter->setFocus();
    filter->setText(u"net < 0 and order_1_latensy > 0.5"_s);
    shoot(u"color-rules-error"_s, dialog);
    dialog->findChild<QPushButton *>(u"lightGround"_s)->click();
    QTRY_VERIFY(QApplication::activeModalWidget() != dialog);
    shoot(u"color-choice"_s, QApplication::activeModalWidget());
}

std::unique_ptr<QObject> filterScenes()
{
    return std::make_unique<FilterScenes>();
}

} // namespace arbscope::test

#include "filterscenes.moc"
