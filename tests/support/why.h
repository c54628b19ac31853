// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/rediserror.h"

namespace arbscope::test {

/// For QVERIFY2(result, why(result)), whose text is evaluated even where there is no error.
template <class T> QByteArray why(const Result<T> &result)
{
    return result ? QByteArray() : result.error().message().toUtf8();
}

} // namespace arbscope::test
