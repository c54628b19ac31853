// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

/// "arbscope.redis": sessions and commands by name; never an argument, never a password.
Q_DECLARE_LOGGING_CATEGORY(redisLog)
