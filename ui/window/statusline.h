// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/store/storesession.h"
#include "ui/tasks/followrunner.h"

#include <QStatusBar>

class QLabel;

namespace arbscope {

class ElidedLabel;
class TaskStrip;
class TimeDisplay;

/// The status bar: how many trades, the long tasks, the time zone, how it stands with the store.
class StatusLine final : public QStatusBar
{
    Q_OBJECT
public:
    explicit StatusLine(const TimeDisplay &times, QWidget *parent = nullptr);

    /// Nothing: no server is shown, or its number is not known yet.
    void setCounts(std::optional<qint64> indexed, qint64 notIndexed, qint64 shown, qint64 selected);
    void setMarked(qint64 marked) { m_marked = marked; } ///< for the next setCounts()
    /// What the trades shown earned; empty: nothing is shown.
    void setNet(const QString &text, const QString &toolTip);
    void setCut(bool cut); ///< there are more reports beside the index than are shown
    void setSession(const StoreSession &session);
    void setFollowing(FollowRunner::State state, bool paused);
    [[nodiscard]] TaskStrip &tasks() { return *m_tasks; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void showWritable(bool writable);
    QLabel *addPart(const char *name);

    ElidedLabel *m_counts;
    ElidedLabel *m_net;
    TaskStrip *m_tasks;
    QLabel *m_zone;
    QLabel *m_following;
    QLabel *m_readOnly;
    QLabel *m_refreshed;
    QLabel *m_state;
    bool m_writable = false;
    bool m_cut = false;
    qint64 m_marked = 0;
};

} // namespace arbscope
