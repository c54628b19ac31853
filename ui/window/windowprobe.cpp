// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/windowprobe.h"

#include "ui/figures/statisticsflow.h"
#include "ui/list/tradelist.h"
#include "ui/models/tradefeed.h"
#include "ui/plots/plotcanvas.h"
#include "ui/plots/plotsdock.h"
#include "ui/widgets/banner.h"

#include <QAbstractItemModel>
#include <QEvent>

#include <utility>

namespace arbscope {

WindowProbe::WindowProbe(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    const auto isNew = [this] { m_listIsNew = true; };
    const QAbstractItemModel *model = m_parts.list.model();
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        m_listIsNew = true;
        ++m_resets;
    });
    connect(model, &QAbstractItemModel::rowsInserted, this, isNew);
    connect(model, &QAbstractItemModel::dataChanged, this, isNew);
    // Told when this turn's painting is over and with the screen.
    connect(
        &m_parts.list, &TradeList::rowsPainted, this,
        [this] {
            if (std::exchange(m_listIsNew, false))
                emit listPainted();
        },
        Qt::QueuedConnection);
    connect(&m_parts.plots.canvas(), &QCustomPlot::afterReplot, this, [this] { m_plotIsNew = true; });
    m_parts.plots.canvas().installEventFilter(this);
    m_parts.sorting.installEventFilter(this);
}

qint64 WindowProbe::inStatistics() const
{
    return m_parts.statistics.shownTrades();
}

qint64 WindowProbe::inPlot() const
{
    const PlotView &view = m_parts.plots.canvas().view();
    return view.trades + view.unitTests;
}

void WindowProbe::restart()
{
    m_frames = {};
    m_sinceFrame.invalidate();
}

bool WindowProbe::eventFilter(QObject *watched, QEvent *event)
{
    const bool isBanner = watched == &m_parts.sorting;
    if (isBanner && event->type() == QEvent::Show)
        m_sortingIsNew = true;
    if (event->type() != QEvent::Paint)
        return QObject::eventFilter(watched, event);
    if (isBanner) {
        if (std::exchange(m_sortingIsNew, false))
            QMetaObject::invokeMethod(this, &WindowProbe::sortingPainted, Qt::QueuedConnection);
    } else if (std::exchange(m_plotIsNew, false)) {
        if (m_sinceFrame.isValid())
            m_frames.add(static_cast<double>(m_sinceFrame.nsecsElapsed()) / 1e6);
        m_sinceFrame.start();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace arbscope
