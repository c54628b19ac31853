// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/rediserror.h"

#include <QObject>
#include <QString>

#include <optional>
#include <stop_token>

namespace arbscope {

/// Work that takes long enough to be watched and cancelled. Lives on the GUI thread; deletes itself after ended().
class LongTask : public QObject
{
    Q_OBJECT
public:
    enum class Unit { Things, Bytes };
    enum class End { Finished, Cancelled, Failed };

    [[nodiscard]] const QString &title() const { return m_title; }
    [[nodiscard]] QString progressText() const; ///< "1,234 of 5,000"; empty while the total is not known
    [[nodiscard]] qint64 done() const { return m_done; }
    [[nodiscard]] qint64 total() const { return m_total; } ///< 0: not known yet
    [[nodiscard]] bool isCancelling() const { return m_stop.stop_requested(); }
    void cancel();
    /// How it ended, in one line with what came of it: after ended() only.
    [[nodiscard]] QString endText() const;
    [[nodiscard]] End howEnded() const { return m_end; }

signals:
    void progressed();
    void ended(); ///< after the subclass has told how; once

protected:
    LongTask(const QString &title, QObject *parent, Unit unit = Unit::Things);
    [[nodiscard]] const std::stop_source &stopSource() const { return m_stop; }
    void setProgress(qint64 done, qint64 total);
    [[nodiscard]] static End endOf(const std::optional<RedisError> &error);
    void end(End how, const QString &counts = {}); ///< what came of it; empty: how far it was

private:
    QString m_title;
    Unit m_unit;
    std::stop_source m_stop;
    qint64 m_done = 0;
    qint64 m_total = 0;
    End m_end = End::Failed;
    QString m_counts;
};

} // namespace arbscope
