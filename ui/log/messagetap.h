// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/logmodel.h"

#include <QMutex>
#include <QObject>

#include <vector>

namespace arbscope {

/// Hears the program's own messages (QLoggingCategory), from any thread, while it lives: its warnings, those of Qt, and
/// what the categories arbscope.* tell. They still go where they went before. Arrives on this object's thread, later.
class MessageTap final : public QObject
{
    Q_OBJECT
public:
    explicit MessageTap(QObject *parent = nullptr);
    ~MessageTap() override;

    void hear(QtMsgType type, const char *category, const QString &text); ///< by the message handler; any thread

signals:
    void heard(LogLevel level, const QString &text);

private:
    struct Message
    {
        LogLevel level;
        QString text;
    };
    void deliver();

    QMutex m_mutex;
    std::vector<Message> m_waiting; ///< bounded: the handler never waits
    int m_lost = 0;
};

} // namespace arbscope
