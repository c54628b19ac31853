// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Plots: each kind, with what they say while there is nothing, and a brush.
#include "tests/ui/gallery/scenes.h"
#include "tests/ui/gallery/studio.h"
#include "ui/plots/plotcanvas.h"
#include "ui/plots/plottext.h"

#include <QComboBox>
#include <QTest>

namespace arbscope::test {

using namespace Qt::StringLiterals;

class PlotScenes final : public Studio
{
    Q_OBJECT

private slots:
    void eachKind();
    void filling();
    void brush();
    void chooser();
};

void PlotScenes::eachKind()
{
    WindowFixture fixture;
    openDemo(fixture);
    openPanel(fixture, "plotsDock");
    const auto *canvas = fixture.child<PlotCanvas>("plotCanvas");
    auto *kinds = fixture.child<QComboBox>("plotKind");
    for (int i = 0; i < kinds->count(); ++i) {
        kinds->setCurrentIndex(i);
        QTRY_VERIFY_WITH_TIMEOUT(canvas->view().trades > 0, Wait);
        QTest::qWait(300); // for the rest of them
        shoot(u"plot-"_s + plotName(plotKinds()[std::size_t(i)]), &fixture.window());
    }
}

void PlotScenes::filling()
{
    LiveStore store;
    for (int i = 0; i < 20; ++i)
        store.create(sampleReports(u"alpha"_s, 2000, 1'600'000'000 + i * 100'000));
    WindowFixture fixture;
    fixture.window().resize(1440, 900);
    fixture.open(store.url());
    QTRY_VERIFY(!fixture.orderId(0).isEmpty());
    openPanel(fixture, "plotsDock");
    shoot(u"plot-filling"_s, &fixture.window());
}

void PlotScenes::brush()
{
    WindowFixture fixture;
    openDemo(fixture);
    openPanel(fixture, "plotsDock");
    auto *canvas = fixture.child<PlotCanvas>("plotCanvas");
    QTRY_VERIFY_WITH_TIMEOUT(canvas->view().n > 0, Wait);
    QTest::qWait(500);
    const QRect axes = canvas->axisRect()->rect();
    const QPoint from = axes.center() - QPoint(axes.width() / 4, axes.height() / 4);
    const QPoint to = axes.center() + QPoint(axes.width() / 4, axes.height() / 4);
    QTest::mousePress(canvas, Qt::LeftButton, Qt::NoModifier, from);
    QTest::mouseMove(canvas, axes.center());
    QTest::mouseMove(canvas, to);
    shoot(u"plot-brush"_s, &fixture.window());
    QTest::mouseRelease(canvas, Qt::LeftButton, Qt::NoModifier, to);
    QTest::qWait(1000);
    shoot(u"plot-brushed"_s, &fixture.window());
}

void PlotScenes::chooser()
{
    WindowFixture fixture;
    openDemo(fixture);
    openPanel(fixture, "plotsDock");
    auto *kinds = fixture.child<QComboBox>("plotKind");
    kinds->showPopup();
    shootPopup(u"plot-kinds"_s, &fixture.window(), kinds->view()->window());
    kinds->hidePopup();
}

std::unique_ptr<QObject> plotScenes()
{
    return std::make_unique<PlotScenes>();
}

} // namespace arbscope::test

#include "plotscenes.moc"
