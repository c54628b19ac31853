// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/store/storetarget.h"

#include <QToolBar>

#include <optional>

class QLabel;

namespace arbscope {

/// A coloured strip over the whole window that says what kind of store is open, and whether it may be written to;
/// hidden for a store without a mark that is only read.
class StoreStrip final : public QToolBar
{
    Q_OBJECT
public:
    explicit StoreStrip(QWidget *parent = nullptr);
    void setTarget(const std::optional<StoreTarget> &target);

private:
    QWidget *m_area;
    QLabel *m_mark;
    QLabel *m_name;
    QLabel *m_writable;
};

} // namespace arbscope
