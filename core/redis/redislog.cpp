// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/redislog.h"

Q_LOGGING_CATEGORY(redisLog, "arbscope.redis", QtWarningMsg)
