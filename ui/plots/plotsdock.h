// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/plotdata.h"

#include <QDockWidget>

#include <memory>

class QAction;
class QComboBox;
class QLabel;
class QToolBar;

namespace arbscope {

class FileChooser;
class PlotCanvas;
class Settings;
class TimeDisplay;

/// One plot of the trades that the filter leaves, chosen from a list; its trades can be brushed, pointed at and saved.
class PlotsDock final : public QDockWidget
{
    Q_OBJECT
public:
    PlotsDock(Settings &settings, FileChooser &files, const TimeDisplay &times, QWidget *parent = nullptr);

    [[nodiscard]] PlotKind kind() const { return m_kind; }
    [[nodiscard]] PlotCanvas &canvas() { return *m_canvas; }
    void setFilterActions(QAction *undo, QAction *redo); ///< buttons for them
    /// Other trades, or none: shows all of them that fit.
    void setData(const std::shared_ptr<PlotData> &plotted);
    /// There is more in it now. Of data that is not shown any more: does nothing.
    void refresh(const std::shared_ptr<PlotData> &plotted);
    void setReading(const QString &progress); ///< empty: all has been read
    void fit();
    void focusPlot();

signals:
    void kindChanged(); ///< other data are wanted
    void brushed(const QString &condition);
    void tradeRequested(const QByteArray &orderId);
    void told(const QString &message); ///< for the status bar

private:
    void makeTools();
    void setKind(int index);
    void ask();
    void show(const PlotView &view);
    void showNote();
    void brush(const PlotRange &x, const PlotRange &y);
    void point(const QPointF &pixel);
    void click(const QPointF &pixel);
    void save(const QString &format);
    void copyData();

    Settings &m_settings;
    FileChooser &m_files;
    const TimeDisplay &m_times;
    QComboBox *m_kinds;
    QComboBox *m_groups;
    QToolBar *m_bar;
    QLabel *m_note;
    QLabel *m_message;
    PlotCanvas *m_canvas;
    QAction *m_brushTool = nullptr;
    QAction *m_panTool = nullptr;
    QAction *m_fitAction = nullptr;
    PlotKind m_kind;
    std::shared_ptr<PlotData> m_data;
    bool m_asking = false;
    bool m_askAgain = false;
    QString m_reading;
};

} // namespace arbscope
