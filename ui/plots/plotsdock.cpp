// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plotsdock.h"

#include "core/analysis/plotbrush.h"
#include "ui/dialogs/filechooser.h"
#include "ui/plots/plotcanvas.h"
#include "ui/plots/plotfiles.h"
#include "ui/plots/plottext.h"
#include "ui/settings/keys.h"
#include "ui/settings/lastfolder.h"
#include "ui/settings/settings.h"
#include "ui/tasks/background.h"
#include "ui/text/displaytext.h"
#include "ui/text/timedisplay.h"
#include "ui/theme/icons.h"
#include "ui/widgets/elidedlabel.h"

#include <QActionGroup>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSignalBlocker>
#include <QToolBar>
#include <QToolButton>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace arbscope {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostCopied = 50'000'000; // bytes

PlotKind kindNamed(const QString &name)
{
    const auto found = std::ranges::find(plotKinds(), name, &plotName);
    return found == plotKinds().end() ? PlotKind::Profitability : *found;
}

} // namespace

PlotsDock::PlotsDock(Settings &settings, FileChooser &files, const TimeDisplay &times, QWidget *parent)
    : QDockWidget(tr("Plots"), parent)
    , m_settings(settings)
    , m_files(files)
    , m_times(times)
    , m_kinds(new QComboBox)
    , m_groups(new QComboBox)
    , m_bar(new QToolBar)
    , m_note(new ElidedLabel)
    , m_message(new QLabel)
    , m_canvas(new PlotCanvas(times))
    , m_kind(kindNamed(settings.value(keys::Plot)))
{
    setObjectName(QStringLiteral("plotsDock"));
    m_kinds->setObjectName(QStringLiteral("plotKind"));
    m_kinds->setAccessibleName(tr("Plot"));
    for (const PlotKind kind : plotKinds())
        m_kinds->addItem(plotTitle(kind));
    m_kinds->setCurrentIndex(int(std::ranges::find(plotKinds(), m_kind) - plotKinds().begin()));
    m_kinds->setMaxVisibleItems(int(plotKinds().size()));
    connect(m_kinds, &QComboBox::currentIndexChanged, this, &PlotsDock::setKind);
    m_groups->setObjectName(QStringLiteral("plotGroup"));
    m_groups->setAccessibleName(tr("Asset"));
    m_groups->setToolTip(tr("Amounts of different assets never share an axis"));
    m_groups->hide();
    connect(m_groups, &QComboBox::activated, this, [this] { m_canvas->fit(); });
    m_note->setObjectName(QStringLiteral("plotNote"));
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_message->setObjectName(QStringLiteral("plotMessage"));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_message->setForegroundRole(QPalette::PlaceholderText);
    makeTools();

    connect(m_canvas, &PlotCanvas::rangeChanged, this, &PlotsDock::ask);
    connect(m_canvas, &PlotCanvas::brushed, this, &PlotsDock::brush);
    connect(m_canvas, &PlotCanvas::pointed, this, &PlotsDock::point);
    connect(m_canvas, &PlotCanvas::clicked, this, &PlotsDock::click);
    connect(m_canvas, &PlotCanvas::left, this, [this] { m_canvas->showHit(std::nullopt); });

    auto *over = new QVBoxLayout(m_canvas);
    over->addWidget(m_message);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(6);
    row->addWidget(m_kinds);
    row->addWidget(m_groups);
    row->addWidget(m_bar);
    row->addWidget(m_note, 1);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(row);
    layout->addWidget(m_canvas, 1);
    setWidget(content);
    setFocusProxy(m_canvas);
    m_canvas->setKind(m_kind);
    setData(nullptr);
}

void PlotsDock::makeTools()
{
    m_bar->setIconSize({18, 18});
    const auto add = [this](const char *name, const QString &text, const char *icon, const QString &toolTip) {
        QAction *action = m_bar->addAction(themedIcon(QLatin1StringView(icon)), text);
        action->setObjectName(QLatin1StringView(name));
        action->setToolTip(toolTip);
        return action;
    };
    auto *tools = new QActionGroup(this);
    m_brushTool = add("plotBrush", tr("Brush"), "brush",
                      tr("Drag over trades to filter the list by them (Enter: by all in sight); Shift: drag the plot"));
    m_panTool
        = add("plotPan", tr("Move"), "pan", tr("Drag the plot (arrow keys); Shift: brush. The wheel zooms (+, −)"));
    for (QAction *tool : {m_brushTool, m_panTool}) {
        tool->setCheckable(true);
        tools->addAction(tool);
    }
    m_brushTool->setChecked(true);
    connect(tools, &QActionGroup::triggered, this, [this](const QAction *tool) {
        m_canvas->setTool(tool == m_brushTool ? PlotCanvas::Tool::Brush : PlotCanvas::Tool::Pan);
    });
    m_fitAction = add("plotFit", tr("Fit"), "fit", tr("Show all trades (double click, Home)"));
    connect(m_fitAction, &QAction::triggered, m_canvas, &PlotCanvas::fit);

    auto *menu = new QMenu(this);
    const auto entry = [this, menu](const char *name, const QString &text, auto slot) {
        QAction *action = menu->addAction(text);
        action->setObjectName(QLatin1StringView(name));
        connect(action, &QAction::triggered, this, slot);
    };
    entry("plotSavePng", tr("Save as &PNG…"), [this] { save(QStringLiteral("png")); });
    entry("plotSaveSvg", tr("Save as &SVG…"), [this] { save(QStringLiteral("svg")); });
    entry("plotSaveCsv", tr("Save &data as CSV…"), [this] { save(QStringLiteral("csv")); });
    menu->addSeparator();
    entry("plotCopyCsv", tr("&Copy data as CSV"), [this] { copyData(); });
    entry("plotCopyPicture", tr("Copy p&icture"),
          [this] { QGuiApplication::clipboard()->setPixmap(m_canvas->toPixmap(0, 0, m_canvas->devicePixelRatioF())); });
    auto *saving = new QToolButton;
    saving->setObjectName(QStringLiteral("plotSave"));
    saving->setIcon(themedIcon(QStringLiteral("save")));
    saving->setToolTip(tr("Save or copy this plot"));
    saving->setAccessibleName(saving->toolTip());
    saving->setPopupMode(QToolButton::InstantPopup);
    saving->setMenu(menu);
    m_bar->addWidget(saving);
}

void PlotsDock::setFilterActions(QAction *undo, QAction *redo)
{
    m_bar->insertActions(m_bar->actions().back(), {undo, redo});
}

void PlotsDock::setKind(int index)
{
    m_kind = plotKinds()[std::size_t(index)];
    m_settings.setValue(keys::Plot, plotName(m_kind));
    m_canvas->setKind(m_kind);
    setData(nullptr);
    emit kindChanged();
}

void PlotsDock::setData(const std::shared_ptr<PlotData> &plotted)
{
    m_data = plotted;
    const bool brushes = canBrush(m_kind);
    m_brushTool->setEnabled(brushes);
    (brushes ? m_brushTool : m_panTool)->trigger();
    m_groups->setVisible(false);
    m_groups->clear();
    m_canvas->setKind(m_kind);
    show(PlotView());
    ask();
}

void PlotsDock::refresh(const std::shared_ptr<PlotData> &plotted)
{
    if (plotted == m_data)
        ask();
}

void PlotsDock::fit()
{
    m_canvas->fit();
}

void PlotsDock::focusPlot()
{
    m_canvas->setFocus();
}

/// For what is in sight, away from this thread; one question at a time.
void PlotsDock::ask()
{
    if (!m_data)
        return;
    m_askAgain = m_asking;
    if (std::exchange(m_asking, true))
        return;
    PlotQuestion question = m_canvas->question();
    if (m_groups->count() > 0)
        question.group = m_groups->currentData().toByteArray().toStdString();
    runInBackground(
        this, [data = m_data, question] { return std::pair(data, data->view(question)); },
        [this](const std::pair<std::shared_ptr<PlotData>, PlotView> &answer) {
            m_asking = false;
            if (answer.first == m_data)
                show(answer.second);
            if (std::exchange(m_askAgain, false) || answer.first != m_data)
                ask();
        });
}

void PlotsDock::show(const PlotView &view)
{
    m_canvas->setView(view);
    QList<QByteArray> groups;
    for (const std::string &group : view.groups)
        groups << QByteArray::fromStdString(group);
    QList<QByteArray> offered;
    for (int i = 0; i < m_groups->count(); ++i)
        offered << m_groups->itemData(i).toByteArray();
    if (groups != offered) {
        m_groups->clear();
        for (const QByteArray &group : groups)
            m_groups->addItem(displayBytes(group, 24), group);
        m_groups->setCurrentIndex(int(groups.indexOf(QByteArray::fromStdString(view.group))));
    }
    m_groups->setVisible(!groups.isEmpty());
    showNote();
}

void PlotsDock::setReading(const QString &progress)
{
    m_reading = progress;
    showNote();
}

void PlotsDock::showNote()
{
    const PlotView &view = m_canvas->view();
    const bool isEmpty = view.n == 0;
    m_message->setVisible(isEmpty);
    if (!m_reading.isEmpty() && view.trades == 0)
        m_message->setText(m_reading);
    else if (view.trades == 0)
        m_message->setText(tr("No trades to plot: the list is empty."));
    else if (m_kind == PlotKind::FailuresByHour || m_kind == PlotKind::FailuresByWeekday)
        m_message->setText(tr("None of %1 trades failed").arg(QLocale().toString(qint64(view.trades))));
    else
        m_message->setText(tr("None of %1 trades has these values").arg(QLocale().toString(qint64(view.trades))));
    QStringList words;
    if (view.trades > 0 || view.unitTests > 0)
        words << plotNote(view);
    if (!m_reading.isEmpty())
        words << m_reading;
    m_note->setText(words.join(QStringLiteral(" · ")));
    m_note->setToolTip(plainToolTip(m_note->text()));
}

void PlotsDock::brush(const PlotRange &x, const PlotRange &y)
{
    if (!canBrush(m_kind) || m_canvas->view().n == 0)
        return;
    const PlotAim aim = m_canvas->aimAt({});
    emit brushed(brushCondition(m_kind, x, aim.x.span() / aim.width, y, aim.y.span() / aim.height));
}

void PlotsDock::point(const QPointF &pixel)
{
    if (!m_data || m_canvas->view().n == 0)
        return;
    const PlotAim aim = m_canvas->aimAt(pixel);
    const QPoint global = m_canvas->mapToGlobal(pixel.toPoint());
    if (shapeOf(m_kind) == PlotShape::Histogram || shapeOf(m_kind) == PlotShape::Counts) {
        const QString text = barText(m_kind, m_canvas->view(), aim.at.x);
        QToolTip::showText(global, text.isEmpty() ? QString() : plainToolTip(text), m_canvas);
        return;
    }
    runInBackground(
        this, [data = m_data, aim] { return std::pair(data, data->nearest(aim)); },
        [this, global](const std::pair<std::shared_ptr<PlotData>, std::optional<PlotHit>> &found) {
            if (found.first != m_data)
                return;
            const auto &hit = found.second;
            m_canvas->showHit(hit ? std::optional(hit->point) : std::nullopt);
            QToolTip::showText(global,
                               hit ? plainToolTip(hitText(m_kind, *hit, m_groups->currentText(), m_times.format()))
                                   : QString(),
                               m_canvas);
        });
}

/// A point selects its trade, a bar filters by what it counts.
void PlotsDock::click(const QPointF &pixel)
{
    if (!m_data)
        return;
    const PlotAim aim = m_canvas->aimAt(pixel);
    const PlotView &view = m_canvas->view();
    if (shapeOf(m_kind) == PlotShape::Histogram) {
        const double bar = std::floor(aim.at.x / view.binWidth) * view.binWidth;
        brush({.lower = bar, .upper = bar + view.binWidth}, {});
    } else if (shapeOf(m_kind) == PlotShape::Counts) {
        if (!barText(m_kind, view, aim.at.x).isEmpty())
            brush({.lower = std::round(aim.at.x), .upper = std::round(aim.at.x)}, {});
    } else {
        runInBackground(
            this, [data = m_data, aim] { return data->nearest(aim); },
            [this](const std::optional<PlotHit> &hit) {
                if (hit)
                    emit tradeRequested(QByteArray::fromStdString(hit->orderId));
            });
    }
}

void PlotsDock::save(const QString &format)
{
    const QString name = inLastFolder(m_settings, QStringLiteral("plot-%1.%2").arg(plotName(m_kind), format));
    m_files.chooseSaveFile(
        this, tr("Save the plot"), name, format.toUpper() + u" (*." + format + u')',
        [this, format](const QString &path) {
            rememberFolderOf(m_settings, path);
            const auto tell = [this, path](const QString &error) {
                emit told(error.isEmpty() ? tr("Saved %1").arg(displayLine(path))
                                          : tr("%1 could not be saved: %2").arg(displayLine(path), error));
            };
            if (format == u"csv"_s && m_data)
                runInBackground(this, [data = m_data, path] { return savePlotData(*data, path); }, tell);
            else if (format != u"csv"_s)
                tell(savePlotPicture(*m_canvas, path, format));
        });
}

void PlotsDock::copyData()
{
    if (!m_data)
        return;
    runInBackground(
        this, [data = m_data] { return data->csv(); },
        [this](const std::string &csv) {
            if (qsizetype(csv.size()) > MostCopied) {
                emit told(tr("This is too long to be copied; save it as CSV."));
                return;
            }
            QGuiApplication::clipboard()->setText(QString::fromStdString(csv));
            emit told(tr("Copied the plot's data"));
        });
}

} // namespace arbscope
