// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/connection.h"
#include "core/redis/redisurl.h"
#include "ui/settings/choices.h"

namespace arbscope {

/// A store and how to reach it: what the connect dialog answers and a session opens.
struct StoreTarget
{
    RedisUrl url;
    ConnectionOptions options;
    QString name{}; ///< as its owner calls it; empty: it has none but its address
    StoreMark mark = StoreMark::None; ///< shown with the store wherever it is named
    bool operator==(const StoreTarget &) const = default;

    /// Address and way, without secrets: two stores with the same one are the same store. For lists, titles, settings.
    [[nodiscard]] QString display() const
    {
        const QString &ssh = options.sshDestination;
        return ssh.isEmpty() ? url.display() : QString(url.display() + u" ssh:" + ssh);
    }
    [[nodiscard]] QString title() const { return name.isEmpty() ? display() : name; }
};

} // namespace arbscope
