// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace arbscope {

/// Turns signals into requests of the event loop: SIGINT and SIGTERM, so that the window ends as it does by its own
/// menu, and SIGUSR1.
class SignalWatch final : public QObject
{
    Q_OBJECT
public:
    explicit SignalWatch(QObject *parent = nullptr);
    ~SignalWatch() override;

signals:
    void quitRequested();
    void lapRequested(); ///< SIGUSR1
};

} // namespace arbscope
