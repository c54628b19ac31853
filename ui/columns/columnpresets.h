// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/columns/columns.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace arbscope {

/// Columns for one question, under a name.
struct ColumnPreset
{
    QString id; ///< stable: "overview", "profit" …; a number for a person's own
    QString name;
    std::vector<ColumnState> columns;
};

[[nodiscard]] bool isOwnPreset(const QString &id); ///< a person's, by its id

/// Those that come with the program: overview (the default), P&L, latency, inventory.
[[nodiscard]] const std::vector<ColumnPreset> &shippedPresets();

/// Whether a list shows the same columns in the same order, frozen and with units alike, whatever their widths.
[[nodiscard]] bool showTheSame(const std::vector<ColumnState> &a, const std::vector<ColumnState> &b);

/// For the settings: id, name, columnStateToBytes(), id …; what cannot be read is left out.
[[nodiscard]] std::vector<ColumnPreset> presetsFromList(const QStringList &kept);
[[nodiscard]] QStringList presetsToList(const std::vector<ColumnPreset> &presets);

} // namespace arbscope
