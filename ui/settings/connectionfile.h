// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/savedconnections.h"

#include <QByteArray>
#include <QJsonArray>

#include <expected>

namespace arbscope {

/// Saved connections as a JSON file for colleagues and other machines: no secrets, no ids, none opens for writing.
[[nodiscard]] QByteArray connectionsToFile(const std::vector<SavedConnection> &connections);

struct ConnectionFile
{
    std::vector<SavedConnection> connections;
    int passwordsLeftOut = 0; ///< of URLs that held one
};
/// Or why the file cannot be taken, with the entry at fault.
[[nodiscard]] std::expected<ConnectionFile, QString> connectionsFromFile(const QByteArray &bytes);

/// The array that the settings keep: ids and the permission to write too.
[[nodiscard]] QJsonArray connectionsToSettings(const std::vector<SavedConnection> &connections);
/// Entries that cannot be read, which a person may have edited, are left out.
[[nodiscard]] std::vector<SavedConnection> connectionsFromSettings(const QJsonArray &entries);

} // namespace arbscope
