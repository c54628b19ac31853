// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Guide, shortcuts, preferences and log.
#include "tests/ui/gallery/scenes.h"
#include "tests/ui/gallery/studio.h"
#include "ui/guide/guidewindow.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QTabWidget>
#include <QTest>

namespace arbscope::test {

using namespace Qt::StringLiterals;

class HelpScenes final : public Studio
{
    Q_OBJECT

private slots:
    void guide();
    void shortcuts();
    void preferences();
    void log();
};

void HelpScenes::guide()
{
    WindowFixture fixture;
    openDemo(fixture);
    fixture.trigger("guideAction");
    QTRY_VERIFY(fixture.child<GuideWindow>("guideWindow"));
    auto *guide = fixture.child<GuideWindow>("guideWindow");
    auto *contents = guide->findChild<QListWidget *>(u"guideContents"_s);
    for (int row = 0; row < contents->count(); ++row) {
        contents->setCurrentRow(row);
        shoot(u"guide-%1"_s.arg(row, 2, 10, QChar(u'0')), guide);
    }
    guide->findChild<QLineEdit *>(u"guideSearch"_s)->setText(u"net"_s);
    shoot(u"guide-search"_s, guide);
}

void HelpScenes::shortcuts()
{
    WindowFixture fixture;
    openDemo(fixture);
    shootDialog(fixture, "shortcutsAction", u"shortcuts"_s);
}

void HelpScenes::preferences()
{
    WindowFixture fixture;
    openDemo(fixture);
    fixture.trigger("preferencesAction");
    QTRY_VERIFY(fixture.child<QWidget>("preferencesDialog"));
    auto *dialog = fixture.child<QWidget>("preferencesDialog");
    auto *tabs = dialog->findChild<QTabWidget *>();
    for (int i = 0; i < tabs->count(); ++i) {
        tabs->setCurrentIndex(i);
        shoot(u"preferences-%1"_s.arg(i), dialog);
    }
    dialog->close();
}

void HelpScenes::log()
{
    auto store = std::make_unique<LiveStore>();
    store->create(sampleReports(u"alpha"_s, 500));
    WindowFixture fixture;
    fixture.window().resize(1440, 900);
    fixture.open(store->url());
    QTRY_VERIFY(!fixture.orderId(0).isEmpty());
    openPanel(fixture, "logDock");
    fixture.trigger("exportAction");
    QTRY_VERIFY(!fixture.banner("noticeBanner").isEmpty());
    store->stop();
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.banner("connectionBanner").isEmpty(), Wait);
    shoot(u"log"_s, &fixture.window());
}

std::unique_ptr<QObject> helpScenes()
{
    return std::make_unique<HelpScenes>();
}

} // namespace arbscope::test

#include "helpscenes.moc"
