// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tasks/importtask.h"

#include <QObject>
#include <QPointer>

#include <memory>

class QMimeData;
class QWidget;

namespace arbscope {

class BackupFile;
class BackupTask;
class Banner;
class FileChooser;
class Settings;
class StartPage;
class StoreFlow;
class StoreSession;
class TaskStrip;
struct RedisError;

/// Files with reports: opened as a store of their own (menu, command line, dropped on the window), or imported into the
/// open store where that may be written to.
class FileFlow final : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        StoreSession &session;
        StoreFlow &stores;
        Settings &settings;
        FileChooser &files;
        StartPage &start; ///< tells what happened while no store is open
        Banner &notice; ///< while one is
        TaskStrip &tasks;
        QWidget &window;
    };
    explicit FileFlow(const Parts &parts);

    void askForFile();
    void open(const QString &path); ///< what is open stays until the file is ready, or if it never is
    void askForImport();
    [[nodiscard]] bool canImport() const;

signals:
    void imported(); ///< the open store has new trades

protected:
    bool eventFilter(QObject *watched, QEvent *event) override; ///< files dropped on the window

private:
    void showOpened(const std::shared_ptr<BackupFile> &file);
    void showFailure(const QString &path, const RedisError &error);
    void confirmImport(const QString &path);
    void startImport(const QString &path);
    void showImported(const ImportTask::Outcome &outcome);
    void listProblems(const QString &path, const std::vector<ImportProblem> &problems, qint64 total);
    void rememberFolder(const QString &path);

    Parts m_parts;
    QPointer<BackupTask> m_opening;
};

} // namespace arbscope
