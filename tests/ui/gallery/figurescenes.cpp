// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Statistics and balances.
#include "tests/ui/gallery/scenes.h"
#include "tests/ui/gallery/studio.h"
#include "tests/ui/main/operatorstore.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

namespace arbscope::test {

using namespace Qt::StringLiterals;

class FigureScenes final : public Studio
{
    Q_OBJECT

private slots:
    void statistics();
    void nothingToCount();
    void comparing();
    void balances();

private:
    static void openStatistics(const WindowFixture &fixture);
};

void FigureScenes::openStatistics(const WindowFixture &fixture)
{
    openPanel(fixture, "statisticsDock");
    QTRY_VERIFY_WITH_TIMEOUT(fixture.child<QAbstractItemView>("figuresTree")->isVisible(), Wait);
    const auto *note = fixture.child<QLabel>("statisticsNote");
    QTRY_VERIFY_WITH_TIMEOUT(note->text().contains(u"test", Qt::CaseInsensitive), Wait);
}

void FigureScenes::statistics()
{
    WindowFixture fixture;
    openDemo(fixture);
    openStatistics(fixture);
    shoot(u"statistics"_s, &fixture.window());
    auto *groupBy = fixture.child<QComboBox>("groupBy");
    for (const auto &[index, name] : {std::pair(2, u"statistics-pairs"_s), {6, u"statistics-days"_s}}) {
        groupBy->setCurrentIndex(index);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.child<QAbstractItemView>("groupsTable")->model()->rowCount() > 0, Wait);
        QTest::qWait(500);
        shoot(name, &fixture.window());
    }
    groupBy->setCurrentIndex(1);
    auto *readOthers = fixture.child<QToolButton>("readOtherServers");
    QTRY_VERIFY_WITH_TIMEOUT(readOthers->isVisible(), Wait);
    shoot(u"statistics-server"_s, &fixture.window());
    readOthers->click();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.child<QAbstractItemView>("groupsTable")->model()->rowCount(), 3, Wait);
    QTest::qWait(500);
    shoot(u"statistics-servers"_s, &fixture.window());
}

void FigureScenes::nothingToCount()
{
    WindowFixture fixture;
    openDemo(fixture);
    openStatistics(fixture);
    typeFilter(fixture, u"clock < 0"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.child<QAbstractItemView>("figuresTree")->isVisible(), Wait);
    shoot(u"statistics-none"_s, &fixture.window());
    openPanel(fixture, "balancesDock");
    QTest::qWait(500);
    shoot(u"balances-none"_s, &fixture.window());
    openPanel(fixture, "plotsDock");
    QTest::qWait(500);
    shoot(u"plot-none"_s, &fixture.window());
}

void FigureScenes::comparing()
{
    WindowFixture fixture;
    openDemo(fixture);
    openStatistics(fixture);
    const int columns = fixture.child<QAbstractItemView>("figuresTree")->model()->columnCount();
    fixture.child<QToolButton>("compareStatistics")->click();
    shootModal(u"compare-with"_s);
    fixture.child<QToolButton>("compareStatistics")->click();
    auto *servers = fixture.child<QComboBox>("compareServer");
    QTRY_VERIFY(servers->count() > 1);
    servers->setCurrentIndex(servers->currentIndex() == 0 ? 1 : 0);
    fixture.child<QLineEdit>("compareFilter")->setText(u"order_1_latency > 0.1"_s);
    fixture.child<QPushButton>("compareAccept")->click();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.child<QAbstractItemView>("figuresTree")->model()->columnCount() != columns, Wait);
    QTest::qWait(1500); // until both are read
    shoot(u"statistics-compared"_s, &fixture.window());
}

void FigureScenes::balances()
{
    WindowFixture fixture;
    openDemo(fixture);
    openPanel(fixture, "balancesDock");
    QTRY_VERIFY_WITH_TIMEOUT(fixture.child<QAbstractItemView>("balancesTree")->model()->rowCount() > 0, Wait);
    QTest::qWait(500);
    shoot(u"balances"_s, &fixture.window());
}

std::unique_ptr<QObject> figureScenes()
{
    return std::make_unique<FigureScenes>();
}

} // namespace arbscope::test

#include "figurescenes.moc"
