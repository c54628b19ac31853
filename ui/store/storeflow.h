// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/recentstores.h"
#include "ui/store/savedflow.h"
#include "ui/store/storetarget.h"
#include "ui/tasks/demorunner.h"

#include <QObject>
#include <QPointer>

#include <memory>

class QWidget;

namespace arbscope {

class BackupFile;
class ConnectDialog;
class FileChooser;
class Settings;
class StoreSession;

/// Which store the window shows, and how it comes to it: the dialog, the stores opened before, the demo, the last one.
class StoreFlow final : public QObject
{
    Q_OBJECT
public:
    /// `keychain`: for passwords of saved connections; none: they are asked for.
    StoreFlow(StoreSession &session, Settings &settings, FileChooser &files, SecretStore *keychain, QWidget &window);

    void open(const StoreTarget &target);
    void openRecent(const StoreTarget &store);
    void openSaved(const QString &id); ///< asks for its password where need be
    bool openLast(); ///< the store that was open when the program ended; false: none
    void openDemo();
    void openBackup(const std::shared_ptr<BackupFile> &file, int database);
    void askForStore(); ///< the dialog, with the present store's words when it was lost
    void setWritable(bool writable); ///< opens the open store again; never remembered
    void close();

    [[nodiscard]] RecentStores &recent() { return m_recent; }
    [[nodiscard]] SavedConnections &saved() { return m_saved; }
    [[nodiscard]] bool isPrivate() const { return m_demo.isRunning() || m_backup; } ///< the demo, or a file
    [[nodiscard]] QString title() const; ///< of the open store: its name or URL, a file's name, or "Demo store"
    [[nodiscard]] QByteArray lastServer() const; ///< shown when this store was open the last time; empty: none
    void rememberServer(const QByteArray &server);

signals:
    void busyChanged(const QString &text); ///< the demo is being started; empty: no more
    void told(const QString &text, const QString &detail); ///< what went wrong beside
    void failed(const arbscope::RedisError &error); ///< before there was a store

private:
    void endPrivate();
    void openTarget(const QString &savedId, const StoreTarget &target);
    void showState();
    [[nodiscard]] QString settingsName() const; ///< of the open store

    StoreSession &m_session;
    Settings &m_settings;
    FileChooser &m_files;
    QWidget &m_window;
    RecentStores m_recent;
    SavedConnections m_saved;
    SavedFlow *m_secrets;
    QString m_savedId; ///< of the open store; empty: it is not a saved connection
    DemoRunner m_demo;
    std::shared_ptr<BackupFile> m_backup; ///< the file that is open
    QPointer<ConnectDialog> m_dialog;
    bool m_remembered = false; ///< the open store stands in the settings already
};

} // namespace arbscope
