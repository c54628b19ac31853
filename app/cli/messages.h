// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QString>

namespace arbscope {

/// Standard error: messages for people, and one line of progress when it is a terminal.
class Messages
{
public:
    Messages();
    ~Messages();
    Messages(const Messages &) = delete;
    Messages &operator=(const Messages &) = delete;

    void error(const QString &text); ///< "arbscope-cli: text"
    void note(const QString &text);
    void progress(qint64 done, qint64 total, const QString &what); ///< now and then; nothing when total is 0
    void endProgress();

private:
    void print(const QString &text);

    bool m_isTerminal;
    bool m_progressShown = false;
    QElapsedTimer m_sinceProgress;
};

} // namespace arbscope
