// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/columns/columnchooser.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/dialogs/shortcutsdialog.h"
#include "ui/text/timedisplay.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/firstsize.h"
#include "ui/window/startpage.h"
#include "ui/window/statusline.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace arbscope;

/// Banner, start page, column chooser, shortcuts and about box.
class tst_Widgets : public QObject
{
    Q_OBJECT

    static QStringList visibleIds(const std::vector<ColumnState> &columns)
    {
        QStringList ids;
        for (const ColumnState &column : columns) {
            if (column.visible)
                ids.append(column.id);
        }
        return ids;
    }

private slots:
    void messageHidesTheCounts()
    {
        const TimeDisplay times;
        StatusLine line(times);
        line.resize(600, 30);
        line.show();
        line.setNet(QStringLiteral("net +1 EUR"), {});
        const auto *net = line.findChild<QLabel *>(QStringLiteral("netLabel"));
        QVERIFY(net->isVisible());
        line.showMessage(QStringLiteral("something"));
        line.setNet(QStringLiteral("net +2 EUR"), {}); // would stand on the message
        QVERIFY(!net->isVisible());
        line.clearMessage();
        QVERIFY(net->isVisible());
    }

    void longTextsLeaveTheWindowItsSize()
    {
        const TimeDisplay times;
        StatusLine line(times);
        line.setCounts(1'000'000, 0, 1'000'000, 1'000'000);
        const int width = line.minimumSizeHint().width();
        line.setCounts(1'000'000'000, 1000, 1'000'000'000, 1'000'000'000);
        line.setNet(QString(200, u'5'), {});
        QCOMPARE(line.minimumSizeHint().width(), width);
    }

    void longNotesEndInDots()
    {
        const QString whole = QStringLiteral("11 test trades left out · 8 unreadable reports left out");
        ElidedLabel label;
        label.setText(whole);
        label.resize(180, 20);
        const QImage narrow = label.grab().toImage();
        label.setText(label.fontMetrics().elidedText(whole, Qt::ElideRight, 180));
        QVERIFY(label.text().endsWith(u'…'));
        QCOMPARE(narrow, label.grab().toImage());
    }

    void windowsBeginWithinTheirScreen()
    {
        QWidget window;
        const QSize room = window.screen()->availableSize();
        resizeOnScreen(window, {200, 10 * room.height()});
        QCOMPARE(window.width(), 200);
        QVERIFY(window.height() > room.height() / 2 && window.height() < room.height());
        resizeOnScreen(window, {10 * room.width(), 150});
        QVERIFY(window.width() > room.width() / 2 && window.width() < room.width());
        QCOMPARE(window.height(), 150);
    }

    void bannerShowsPlainTextAndRunsActions()
    {
        Banner banner;
        QVERIFY(banner.isHidden());
        int retried = 0;
        banner.showMessage(Banner::Kind::Error, QStringLiteral("<b>lost</b>"), QStringLiteral("why"),
                           {{QStringLiteral("Retry"), [&retried] { ++retried; }}});
        QVERIFY(!banner.isHidden());
        QCOMPARE(banner.text(), QStringLiteral("<b>lost</b>"));
        for (const auto *label : banner.findChildren<QLabel *>())
            QVERIFY(label->text().isEmpty() || label->textFormat() == Qt::PlainText);
        banner.findChild<QPushButton *>()->click();
        QCOMPARE(retried, 1);
        QSignalSpy closed(&banner, &Banner::closed);
        banner.findChild<QToolButton *>()->click();
        QCOMPARE(closed.size(), 1);
        QVERIFY(banner.isHidden());
    }

    void anActionMayShowTheNextMessage()
    {
        Banner banner;
        banner.showMessage(
            Banner::Kind::Error, QStringLiteral("one"), {},
            {{QStringLiteral("Next"), [&banner] { banner.showMessage(Banner::Kind::Info, QStringLiteral("two")); }}});
        banner.findChild<QPushButton *>()->click();
        QCOMPARE(banner.text(), QStringLiteral("two"));
        QVERIFY(banner.kind() == Banner::Kind::Info);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(banner.findChildren<QPushButton *>().size(), 0);
    }

    void startPageOffersWhatThereIs()
    {
        StartPage page;
        auto *list = page.findChild<QListWidget *>(QStringLiteral("startRecent"));
        QVERIFY(list->isHidden());
        QSignalSpy connects(&page, &StartPage::connectRequested);
        QSignalSpy demos(&page, &StartPage::demoRequested);
        QSignalSpy opens(&page, &StartPage::recentRequested);
        QSignalSpy removes(&page, &StartPage::removeRecentRequested);
        page.findChild<QPushButton *>(QStringLiteral("startConnect"))->click();
        page.findChild<QPushButton *>(QStringLiteral("startDemo"))->click();
        QCOMPARE(connects.size(), 1);
        QCOMPARE(demos.size(), 1);

        page.setRecentStores({{*RedisUrl::parse(QStringLiteral("redis://one")), {}},
                              {*RedisUrl::parse(QStringLiteral("redis://two")), {}}});
        QVERIFY(!list->isHidden());
        list->setCurrentRow(1);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(opens.size(), 1);
        QCOMPARE(opens.first().first().value<StoreTarget>().url.endpoints.front().host, QStringLiteral("two"));
        list->actions().first()->trigger();
        QCOMPARE(removes.first().first().toString(), QStringLiteral("redis://two:6379"));
        page.setBusy(QStringLiteral("Connecting…"));
        QVERIFY(!list->isEnabled());
        page.setBusy({});
        QVERIFY(list->isEnabled());
    }

    void columnsAreTickedAndMoved()
    {
        auto state = defaultColumnState();
        state[1].width = 99;
        ColumnChooser chooser(state);
        QCOMPARE(chooser.columns(), state);
        QSignalSpy spy(&chooser, &ColumnChooser::columnsChanged);
        auto *list = chooser.findChild<QListWidget *>();
        list->item(0)->setCheckState(Qt::Unchecked);
        QCOMPARE(spy.size(), 1);
        QVERIFY(!chooser.columns()[0].visible);
        list->setCurrentRow(1);
        chooser.findChild<QPushButton *>(QStringLiteral("up"))->click();
        QCOMPARE(spy.size(), 2);
        QCOMPARE(chooser.columns()[0], state[1]); // its width went along
        QVERIFY(!chooser.findChild<QPushButton *>(QStringLiteral("up"))->isEnabled());
        chooser.findChild<QPushButton *>(QStringLiteral("reset"))->click();
        QCOMPARE(chooser.columns(), defaultColumnState());
    }

    void columnsAreFoundByNameAndMeaning()
    {
        ColumnChooser chooser(defaultColumnState());
        auto *list = chooser.findChild<QListWidget *>();
        auto *search = chooser.findChild<QLineEdit *>(QStringLiteral("columnSearch"));
        const auto shown = [list] {
            int count = 0;
            for (int row = 0; row < list->count(); ++row)
                count += list->item(row)->isHidden() ? 0 : 1;
            return count;
        };
        QCOMPARE(shown(), list->count());
        search->setText(QStringLiteral("exchange_1_balance"));
        QCOMPARE(shown(), 2);
        QVERIFY(!chooser.findChild<QPushButton *>(QStringLiteral("down"))->isEnabled());
        search->setText(QStringLiteral("fill-or-kill"));
        QVERIFY(shown() >= 1);
        search->setText(QStringLiteral("no such column"));
        QCOMPARE(shown(), 0);
    }

    void theLastColumnStays()
    {
        std::vector<ColumnState> state = defaultColumnState();
        for (ColumnState &column : state)
            column.visible = column.id == QStringLiteral("net");
        ColumnChooser chooser(state);
        QSignalSpy spy(&chooser, &ColumnChooser::columnsChanged);
        auto *list = chooser.findChild<QListWidget *>();
        for (int row = 0; row < list->count(); ++row)
            list->item(row)->setCheckState(Qt::Unchecked);
        QCOMPARE(visibleIds(chooser.columns()), QStringList{QStringLiteral("net")});
    }

    void shortcutsComeFromTheActions()
    {
        QAction refresh(QStringLiteral("&Refresh"));
        refresh.setShortcuts({QKeySequence(Qt::Key_F5), QKeySequence(Qt::CTRL | Qt::Key_R)});
        QAction none(QStringLiteral("No key"));
        QAction line(QStringLiteral("Search && find"));
        line.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_F));
        ShortcutsDialog dialog(
            {{QStringLiteral("&View"), {&refresh, &none, &line}}, {QStringLiteral("Empty"), {&none}}});
        auto *tree = dialog.findChild<QTreeWidget *>();
        QCOMPARE(tree->topLevelItemCount(), 1);
        QCOMPARE(tree->topLevelItem(0)->text(0), QStringLiteral("View"));
        QCOMPARE(tree->topLevelItem(0)->childCount(), 2);
        QCOMPARE(tree->topLevelItem(0)->child(0)->text(0), QStringLiteral("Refresh"));
        QCOMPARE(tree->topLevelItem(0)->child(0)->text(1), QStringLiteral("F5, Ctrl+R"));
        QCOMPARE(tree->topLevelItem(0)->child(1)->text(0), QStringLiteral("Search & find"));
        dialog.findChild<QLineEdit *>()->setText(QStringLiteral("ctrl+f"));
        QVERIFY(tree->topLevelItem(0)->child(0)->isHidden());
        QVERIFY(!tree->topLevelItem(0)->child(1)->isHidden());
    }

    void aboutNamesTheVersions()
    {
        const QString text = AboutDialog::versions();
        for (const QString &part : {QStringLiteral("ArbScope "), QStringLiteral("Qt 6."), QStringLiteral("hiredis "),
                                    QStringLiteral("nlohmann/json 3.")})
            QVERIFY2(text.contains(part), qPrintable(text));
    }
};

QTEST_MAIN(tst_Widgets)
#include "tst_widgets.moc"
