// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/redisurl.h"

#include <QByteArray>
#include <QByteArrayList>

namespace arbscope::test {

/// Runs redis-cli on the store and returns what it printed, without the last line end; an error reply comes as its
/// text. Without a command, what is typed comes by `standardInput`. For what the program itself never sends: DEL, SET,
/// ACL, CONFIG, DEBUG. Fails the test when redis-cli cannot run.
QByteArray redisCli(const RedisUrl &url, const QByteArrayList &command, const QByteArray &standardInput = {});

} // namespace arbscope::test
