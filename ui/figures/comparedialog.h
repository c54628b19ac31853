// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/filterexpression.h"

#include <QByteArray>
#include <QDialog>
#include <QTimeZone>

#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace arbscope {

class PeriodPicker;

/// The trades that those shown are compared with.
struct TradeComparison
{
    QByteArray server;
    FilterPart filter; ///< null: all
    QString title; ///< what they are, one line of plain text
};

/// Asks for another server, another period, another filter, or all of these.
class CompareDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `filter`: the one of the trades shown, to begin with; may be empty.
    CompareDialog(const std::vector<QByteArray> &servers, const QByteArray &current, const QString &filter,
                  const QTimeZone &zone, QWidget *parent = nullptr);

    [[nodiscard]] TradeComparison comparison() const; ///< of an accepted dialog

private:
    void check();

    QTimeZone m_zone;
    QComboBox *m_server;
    QLineEdit *m_filter;
    PeriodPicker *m_period;
    QLabel *m_error;
    QPushButton *m_accept;
};

} // namespace arbscope
