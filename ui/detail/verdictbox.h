// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/storedtrade.h"

#include <QFrame>

class QLabel;
class QListWidget;

namespace arbscope {

/// Says in words why a report is not simply valid, with every issue. Hidden for a valid one.
class VerdictBox final : public QFrame
{
    Q_OBJECT
public:
    explicit VerdictBox(QWidget *parent = nullptr);

    void setTrade(const StoredTrade &trade, bool indexed);

signals:
    void memberSelected(const QString &name); ///< an issue of this member was chosen

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyColors();

    Verdict m_verdict = Verdict::Valid;
    QLabel *m_icon;
    QLabel *m_title;
    QListWidget *m_issues;
};

} // namespace arbscope
