// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/backupfile.h"
#include "ui/tasks/longtask.h"

#include <QFutureWatcher>

#include <memory>

namespace arbscope {

/// Opens a backup in a private server, on a worker thread.
class BackupTask final : public LongTask
{
    Q_OBJECT
public:
    explicit BackupTask(const QString &path, QObject *parent = nullptr);

signals:
    void opened(const std::shared_ptr<arbscope::BackupFile> &file);
    void failed(const arbscope::RedisError &error);
    void cancelled();

private:
    using Opened = Result<std::shared_ptr<BackupFile>>;
    void finish();

    QFutureWatcher<Opened> m_watcher;
};

} // namespace arbscope
