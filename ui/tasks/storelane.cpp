// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/storelane.h"

#include <utility>

namespace arbscope {

StoreLane::StoreLane()
    : m_store(std::make_shared<std::optional<ReportStore>>())
{
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1); // a Qt socket stays on its thread
}

StoreLane::~StoreLane()
{
    connectTo(std::nullopt);
    m_pool.waitForDone();
}

void StoreLane::connectTo(const std::optional<StoreTarget> &target)
{
    stopAll();
    m_pool.start([store = m_store, target] {
        store->reset();
        if (target)
            store->emplace(target->url, target->options);
    });
}

void StoreLane::runAfterAll(std::function<void()> task)
{
    m_pool.start(std::move(task));
}

void StoreLane::stopAll()
{
    m_stop.request_stop();
    m_stop = std::stop_source();
}

} // namespace arbscope
