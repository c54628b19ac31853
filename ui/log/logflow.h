// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/logmodel.h"
#include "ui/log/messagetap.h"
#include "ui/store/storesession.h"

class QWidget;

namespace arbscope {

class LogDock;
class StoreFlow;
class TaskStrip;
class TimeDisplay;

/// Keeps the log of this run: how it stands with the store, what the banners say, long tasks, the program's messages.
class LogFlow final : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        StoreSession &session;
        StoreFlow &flow;
        TaskStrip &tasks;
        const TimeDisplay &times;
        QWidget &window;
    };
    explicit LogFlow(const Parts &parts);

    void listenTo(const QWidget &part); ///< to the banners in it
    [[nodiscard]] LogDock &dock() { return *m_dock; }

private:
    void tellSession();

    Parts m_parts;
    LogModel m_model;
    MessageTap m_tap;
    LogDock *m_dock;
    StoreSession::State m_told = StoreSession::State::Closed;
    QString m_store; ///< told of last
};

} // namespace arbscope
