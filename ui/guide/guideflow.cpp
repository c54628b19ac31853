// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/guide/guideflow.h"

#include "ui/guide/guidewindow.h"
#include "ui/window/windowactions.h"

#include <QAction>
#include <QMainWindow>

namespace arbscope {

using namespace Qt::StringLiterals;

namespace {

struct PanelChapter
{
    QLatin1StringView widget; ///< object name
    QLatin1StringView chapter;
};

constexpr PanelChapter PanelChapters[] = {
    {"filterBar"_L1, "filters"_L1},
    {"tradeList"_L1, "the-trade-list"_L1},
    {"detailDock"_L1, "detail"_L1},
    {"statisticsDock"_L1, "statistics-plots-and-balances"_L1},
    {"plotsDock"_L1, "statistics-plots-and-balances"_L1},
    {"balancesDock"_L1, "statistics-plots-and-balances"_L1},
    {"problemsDock"_L1, "problems-and-the-log"_L1},
    {"logDock"_L1, "problems-and-the-log"_L1},
};

/// The chapter of the panel that this widget is a part of; empty: of none.
QString chapterOf(const QWidget *widget)
{
    for (; widget != nullptr; widget = widget->parentWidget()) {
        for (const auto &[panel, chapter] : PanelChapters) {
            if (widget->objectName() == panel)
                return chapter;
        }
    }
    return {};
}

} // namespace

GuideFlow::GuideFlow(WindowActions &actions, QMainWindow &window)
    : QObject(&window)
    , m_actions(actions)
    , m_window(window)
{
    connect(actions.guide, &QAction::triggered, this, &GuideFlow::showGuide);
}

void GuideFlow::showGuide()
{
    const QString chapter = chapterOf(m_window.focusWidget());
    if (!m_guide) {
        m_guide = new GuideWindow(&m_window);
        m_guide->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_guide->setChapters(guideChapters(m_actions.groups())); // with the keys as they are now
    if (!chapter.isEmpty())
        m_guide->showChapter(chapter);
    m_guide->show();
    m_guide->raise();
    m_guide->activateWindow();
}

} // namespace arbscope
