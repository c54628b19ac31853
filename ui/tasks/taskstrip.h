// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace arbscope {

class LongTask;

/// The long tasks under way, for the status bar: each with its progress and a cancel button.
class TaskStrip final : public QWidget
{
    Q_OBJECT
public:
    explicit TaskStrip(QWidget *parent = nullptr);
    void add(LongTask *task); ///< shown until it ends
    void cancelAll();
    [[nodiscard]] int count() const;

signals:
    void added(const QString &title);
    void ended(const arbscope::LongTask &task);

private:
    QHBoxLayout *m_layout;
    QList<LongTask *> m_tasks;
};

} // namespace arbscope
