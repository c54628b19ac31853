// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plotsflow.h"

#include "core/analysis/plotdata.h"
#include "ui/filter/filterflow.h"
#include "ui/models/tradefeed.h"
#include "ui/plots/plotsdock.h"
#include "ui/text/timedisplay.h"

#include <QLocale>
#include <QMainWindow>
#include <QStatusBar>

#include <utility>

namespace arbscope {

namespace {

constexpr int MessageMs = 5000;

class PlotSink final : public AnalystSink
{
public:
    PlotSink(std::shared_ptr<PlotData> data, PlotsDock *dock)
        : m_data(std::move(data))
        , m_dock(dock)
    { }

    void clear() override { m_data->clear(); }
    [[nodiscard]] bool add(TradeTable &table, std::span<const Row> rows, const std::stop_token &stop) override
    {
        return m_data->add(table, rows, stop);
    }
    [[nodiscard]] std::function<void()> deliver() override
    {
        m_data->settle();
        return [dock = m_dock, data = m_data] {
            if (dock)
                dock->refresh(data);
        };
    }

private:
    std::shared_ptr<PlotData> m_data;
    QPointer<PlotsDock> m_dock;
};

} // namespace

PlotsFlow::PlotsFlow(const Parts &parts)
    : QObject(&parts.window)
    , m_parts(parts)
    , m_analyst(&parts.analyst)
    , m_dock(new PlotsDock(parts.settings, parts.files, parts.times, &parts.window))
{
    m_dock->setFilterActions(parts.undo, parts.redo);
    connect(m_dock, &QDockWidget::visibilityChanged, this, [this](bool visible) {
        if (std::exchange(m_inSight, visible) == visible)
            return;
        if (visible)
            attach();
        else
            detach();
    });
    connect(m_dock, &PlotsDock::kindChanged, this, &PlotsFlow::attach);
    connect(&m_parts.times, &TimeDisplay::zoneChanged, this, &PlotsFlow::attach);
    connect(&m_parts.feed, &TradeFeed::serverChanged, this, &PlotsFlow::attach);
    connect(m_dock, &PlotsDock::brushed, this, [this](const QString &condition) {
        m_parts.filter.narrow(condition);
        m_dock->fit();
        m_dock->focusPlot(); // the filter gave it to the list
    });
    connect(m_dock, &PlotsDock::tradeRequested, this, [this](const QByteArray &orderId) {
        if (m_parts.feed.server())
            emit tradeRequested(*m_parts.feed.server(), orderId);
    });
    connect(m_dock, &PlotsDock::told, this,
            [this](const QString &text) { m_parts.window.statusBar()->showMessage(text, MessageMs); });
    connect(&m_parts.analyst, &TradeAnalyst::progressed, this, &PlotsFlow::showProgress);
}

PlotsFlow::~PlotsFlow() = default;

void PlotsFlow::attach()
{
    detach();
    if (!m_inSight || !m_analyst || !m_parts.feed.server())
        return;
    const auto data = PlotData::make(m_dock->kind(), m_parts.times.zone());
    m_sink = std::make_shared<PlotSink>(data, m_dock);
    m_dock->setData(data);
    m_analyst->attach(m_sink);
    showProgress();
}

void PlotsFlow::detach()
{
    const auto sink = std::exchange(m_sink, nullptr);
    if (sink && m_analyst)
        m_analyst->detach(sink);
    m_dock->setData(nullptr);
}

void PlotsFlow::showProgress()
{
    const TradeAnalyst &analyst = m_parts.analyst;
    const QLocale locale;
    if (m_sink && analyst.isReading() && analyst.read() < analyst.total())
        m_dock->setReading(tr("%1 of %2 read").arg(locale.toString(analyst.read()), locale.toString(analyst.total())));
    else if (m_sink && analyst.read() == 0 && !analyst.isSettled())
        m_dock->setReading(tr("Reading the trades…"));
    else
        m_dock->setReading({});
}

} // namespace arbscope
