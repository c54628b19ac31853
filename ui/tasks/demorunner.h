// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/demostore.h"

#include <QFutureWatcher>
#include <QObject>

#include <memory>

namespace arbscope {

/// Starts and ends the demo store on worker threads: both take a while.
class DemoRunner final : public QObject
{
    Q_OBJECT
public:
    explicit DemoRunner(QObject *parent = nullptr);
    ~DemoRunner() override;

    void start(const DemoOptions &options = {}); ///< ready() or failed(); what ran before ends
    void stop();
    [[nodiscard]] bool isRunning() const { return m_store != nullptr; }

signals:
    void ready(const arbscope::RedisUrl &url);
    void failed(const arbscope::RedisError &error);

private:
    using Started = Result<std::shared_ptr<DemoStore>>;

    std::unique_ptr<QFutureWatcher<Started>> m_watcher; ///< of the latest start
    std::shared_ptr<DemoStore> m_store;
};

} // namespace arbscope
