// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/timeformat.h"

#include <QDateTime>
#include <QWidget>

class QComboBox;
class QDateTimeEdit;
class QLabel;

namespace arbscope {

/// A span of time in epoch seconds, both ends included; infinite for an open end.
struct Period
{
    double since;
    double until;
    bool operator==(const Period &) const = default;
};

/// Asks for a period by name (all, today …) or by its two ends, to the second, in one time zone.
class PeriodPicker final : public QWidget
{
    Q_OBJECT
public:
    enum Choice { All, Today, Yesterday, LastSevenDays, LastThirtyDays, Custom };
    Q_ENUM(Choice)

    /// `now` is what "today" is counted from.
    PeriodPicker(const QTimeZone &zone, const QDateTime &now, QWidget *parent = nullptr);

    [[nodiscard]] Period period() const;
    [[nodiscard]] bool isValid() const; ///< the first end is not after the second
    void setChoice(Choice choice);
    void setCustom(const QDateTime &from, const QDateTime &to);

signals:
    void changed();

private:
    void applyChoice();
    [[nodiscard]] QDateTime inZone(const QDateTimeEdit *edit) const;
    void show(const QDateTime &from, const QDateTime &to);

    QTimeZone m_zone;
    QDateTime m_now;
    QComboBox *m_choice;
    QDateTimeEdit *m_from;
    QDateTimeEdit *m_to;
};

} // namespace arbscope
