// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/filtererror.h"
#include "core/analysis/filterexpression.h"
#include "core/analysis/filtertoken.h"

#include <QTimeZone>

#include <expected>

namespace arbscope {

/// The value that a token stands for where `field` is compared with it; or why it cannot be compared.
[[nodiscard]] std::expected<FilterLiteral, FilterErrorCode> readLiteral(const FilterToken &token, FieldId field,
                                                                        const QTimeZone &zone);
[[nodiscard]] bool isLiteral(const FilterToken &token);

// What a field holds, in the filter's terms:
[[nodiscard]] bool isText(FieldId field);
[[nodiscard]] bool isFlag(FieldId field); ///< yes or no
[[nodiscard]] FilterValueKind kindOf(FieldId field);

} // namespace arbscope
