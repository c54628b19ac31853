// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <expected>

namespace arbscope::test {

/// For QVERIFY2(result, why(result)), whose text is evaluated even where there is no error.
template <class T, class Error> QByteArray why(const std::expected<T, Error> &result)
{
    return result ? QByteArray() : result.error().message().toUtf8();
}

} // namespace arbscope::test
