// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/rediserror.h"
#include "core/redis/redisurl.h"

#include <QString>

namespace arbscope {

/// A failure in words for a person; plain text.
struct ErrorWords
{
    QString title; ///< what happened, one short sentence
    QString advice; ///< what to do about it
    QString detail; ///< the system's or the server's own words; may be empty

    [[nodiscard]] QString text() const; ///< all three, a line each
};

/// `url` names the store in the words; its password is never used.
[[nodiscard]] ErrorWords errorWords(const RedisError &error, const RedisUrl &url);

} // namespace arbscope
