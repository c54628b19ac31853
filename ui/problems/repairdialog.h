// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/storecheckrepair.h"
#include "ui/text/timeformat.h"

#include <QDialog>

#include <vector>

namespace arbscope {

/// Asks before the index of a store is changed: names the store and shows each change. Accepted: they shall be made.
class RepairDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `store`: its title. `unmended`: findings that no change of the index mends.
    RepairDialog(const QString &store, const std::vector<RepairStep> &steps, qint64 unmended, const TimeFormat &format,
                 QWidget *parent = nullptr);
};

} // namespace arbscope
