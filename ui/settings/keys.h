// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/choices.h"
#include "ui/settings/settings.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

/// Every setting of the program, by name and fallback. What belongs to one store is kept by RecentStores.
namespace arbscope::keys {

inline const SettingKey<QByteArray> WindowGeometry{"window/geometry", {}};
inline const SettingKey<QByteArray> WindowState{"window/state", {}};
inline const SettingKey<QByteArray> DetailState{"window/detail", {}};
inline const SettingKey<ColorScheme> Colors{"window/colors", ColorScheme::System};
inline const SettingKey<bool> NewestFirst{"list/newest_first", true};
inline const SettingKey<QByteArray> Columns{"list/columns", {}}; ///< columnStateToBytes(), for stores never seen
inline const SettingKey<QStringList> ColumnPresets{"list/column_presets", {}}; ///< presetsToList(), a person's own
inline const SettingKey<QStringList> FilterHistory{"list/filters", {}}; ///< applied last, the newest first
inline const SettingKey<int> AnalysisMemory{"analysis/memory", 0}; ///< MiB; 0: a quarter of the machine's
inline const SettingKey<QStringList> FilterBookmarks{"list/bookmarks", {}}; ///< name, filter, name, filter …
inline const SettingKey<QString> Plot{"plots/kind", {}}; ///< plotName() of the one shown
inline const SettingKey<QByteArray> ColorRules{"list/color_rules", {}}; ///< colorRulesToJson(); empty: shipped ones
inline const SettingKey<TimeZoneKind> ZoneKind{"time/zone", TimeZoneKind::Local};
inline const SettingKey<QByteArray> ZoneName{"time/zone_name", {}}; ///< IANA name, for TimeZoneKind::Named
inline const SettingKey<TimeStyle> Style{"time/style", TimeStyle::DateTime};
inline const SettingKey<QString> ExportFolder{"export/folder", {}};
inline const SettingKey<QString> OpenFolder{"file/folder", {}}; ///< of opened and imported files
inline const SettingKey<QString> ExportFormat{"export/format", {}}; ///< "csv" or "jsonl"
inline const SettingKey<bool> ExportExact{"export/exact", false};
inline const SettingKey<QString> MarksFile{"marks/file", {}}; ///< empty: in the program's data folder
inline const SettingKey<QString> LastStore{"store/last", {}}; ///< RedisUrl::display()
inline const SettingKey<QByteArray> LastServer{"store/last_server", {}};

} // namespace arbscope::keys
