// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/filtererror.h"

#include <QString>

#include <expected>
#include <vector>

namespace arbscope {

/// A piece of a filter's text. The window colours by these, too.
struct FilterToken
{
    enum class Kind {
        Name, ///< a field, or an outcome's word
        Keyword, ///< and or not in is null contains matches true false
        Number, ///< 1.5  -2  1e-3  0.5%
        Time, ///< 2021-03-01  2021-03-01T12:00:00Z
        Text, ///< "in quotes"
        Symbol, ///< == != < <= > >= && || ! ( ) { } ,
        End,
    };
    Kind kind = Kind::End;
    qsizetype at = 0; ///< in the filter's text, UTF-16 units
    qsizetype length = 0;
    QString text; ///< of a keyword in lower case, of a Text what stands between its quotes, unescaped
};

/// The tokens, with End last; or what cannot be one.
[[nodiscard]] std::expected<std::vector<FilterToken>, FilterError> filterTokens(const QString &text);

} // namespace arbscope
