// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace arbscope {

class Settings;

/// How much memory filters, sorting and figures may take.
class MemoryPage final : public QWidget
{
    Q_OBJECT
public:
    explicit MemoryPage(Settings &settings, QWidget *parent = nullptr);
};

} // namespace arbscope
