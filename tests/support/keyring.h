// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace arbscope::test {

/// A real keychain for this process: a session bus of its own with gnome-keyring on it, unlocked, its files
/// in a fresh folder. Once in a process, before anything uses D-Bus; a failure ends the program with its reason.
class Keyring
{
public:
    Keyring();
    ~Keyring();
    Keyring(const Keyring &) = delete;
    Keyring &operator=(const Keyring &) = delete;

    [[nodiscard]] QString folder() const { return m_folder.path(); } ///< where it keeps its files

private:
    QTemporaryDir m_folder;
    QProcess m_bus;
    QProcess m_daemon;
};

} // namespace arbscope::test
