// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/store/storetarget.h"

#include <QObject>

#include <optional>
#include <vector>

namespace arbscope {

class Settings;

/// A connection that its owner gave a name. Its secrets are not here: a SecretStore has them under the id.
struct SavedConnection
{
    QString id; ///< never changes; unique on this machine
    QString folder; ///< a folder's name; empty: outside of all folders
    StoreTarget target; ///< with name and mark, and whether to open for writing
    PasswordKeeping keeping = PasswordKeeping::None;
    bool operator==(const SavedConnection &) const = default;
};

/// The saved connections in their owner's order, kept in the settings without any secret.
class SavedConnections final : public QObject
{
    Q_OBJECT
public:
    explicit SavedConnections(Settings &settings, QObject *parent = nullptr);

    [[nodiscard]] std::vector<SavedConnection> list() const; ///< those of a folder stand together
    [[nodiscard]] std::optional<SavedConnection> find(const QString &id) const;
    [[nodiscard]] QStringList folders() const; ///< in the order of the list
    /// Adds it (empty or unknown id), at the end of its folder, or changes the one with this id. Gives the id.
    QString save(SavedConnection connection);
    /// A copy right after it, named "… copy"; gives its id, empty when there is no such connection.
    QString duplicate(const QString &id);
    void remove(const QString &id);
    /// Up (−1) or down (+1) within its folder; at the folder's end, the whole folder moves.
    void move(const QString &id, int step);
    /// Adds what is not there yet under the same name in the same folder with the same address; how many.
    int add(const std::vector<SavedConnection> &connections);

signals:
    void changed();
    void removed(const QString &id); ///< its secrets are to go too

private:
    void store(std::vector<SavedConnection> connections);

    Settings &m_settings;
};

} // namespace arbscope
