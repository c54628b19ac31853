// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/problems/findingsmodel.h"
#include "ui/tasks/storelane.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace arbscope {

class CheckTask;
class ProblemsDock;
class StoreFlow;
class StoreSession;
class TaskStrip;
class TimeDisplay;
class TradeFeed;
struct CheckSummary;
struct RepairSummary;
struct RepairStep;

/// Checks the store from the problems dock, on a connection of its own, and mends it where it was opened for writing.
class ProblemsFlow final : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        StoreSession &session;
        TradeFeed &feed;
        StoreFlow &flow;
        TaskStrip &tasks;
        const TimeDisplay &times;
        QWidget &window;
    };
    explicit ProblemsFlow(const Parts &parts);
    ~ProblemsFlow() override;

    [[nodiscard]] ProblemsDock &dock() { return *m_dock; }
    void check(bool all); ///< the server shown, or all

signals:
    void repaired(); ///< the store is not what it was

private:
    void start(const std::vector<QByteArray> &servers);
    void clear();
    void showRepair();
    void askToRepair();
    void repair(const std::vector<RepairStep> &steps);
    void showSummary(const CheckSummary &summary);
    void showRepaired(const RepairSummary &summary);

    Parts m_parts;
    StoreLane m_lane;
    FindingsModel m_model;
    ProblemsDock *m_dock;
    QPointer<CheckTask> m_check;
    QString m_repaired; ///< how a repair went, until the check after it has ended
    std::vector<QByteArray> m_checked; ///< what the last check looked at; empty: all
};

} // namespace arbscope
