// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/walk.h"

#include "tests/support/livestore.h"

#include <QByteArrayList>

#include <functional>

namespace arbscope::test {

/// All that a walk handed on.
struct Walked
{
    QByteArrayList ids; ///< "server/id" where there are several servers
    QByteArrayList missing;
    QByteArrayList orphans;
    WalkResult result;
    qint64 total = 0;
    int pages = 0;
};

/// Walks to the end; `between` runs after each page.
[[nodiscard]] Result<Walked> walked(
    RedisSession &session, const std::vector<QByteArray> &servers, const WalkOptions &options = {},
    const std::function<void(const Walked &)> &between = [](const Walked &) { });

/// "id-000007"
[[nodiscard]] QByteArray idOf(int number);
/// Stores the texts "body SERVER ID" of `count` such ids, scored by 0, `step`, 2 `step` …
void fillStore(LiveStore &live, const QByteArray &server, int count, double step = 1);

} // namespace arbscope::test
