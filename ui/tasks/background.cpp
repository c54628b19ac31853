// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/background.h"

#include <QCoreApplication>

namespace arbscope {

QThreadPool *backgroundPool()
{
    const QString name = QStringLiteral("arbscope-background");
    auto *application = QCoreApplication::instance();
    auto *pool = application->findChild<QThreadPool *>(name, Qt::FindDirectChildrenOnly);
    if (!pool) {
        pool = new QThreadPool(application);
        pool->setObjectName(name);
    }
    return pool;
}

} // namespace arbscope
