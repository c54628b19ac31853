// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/derivedvalues.h"
#include "core/report/schema.h"
#include "ui/text/timeformat.h"

#include <QString>

namespace arbscope {

/// The schema's and the derived values' English words in the person's language.
[[nodiscard]] QString schemaText(std::string_view english);

/// A unit for headers: "s", "bp", "%"; empty where the number counts an asset, nothing or a thing. `assets`: what the
/// amounts of this very trade are in ("BTC", "EUR/BTC"), where a report is at hand.
[[nodiscard]] QString unitText(MemberUnit unit, const Report *assets = nullptr);

/// A member's value for people, one line: exactly as stored, times by `format`; an en dash for what is not known.
[[nodiscard]] QString memberCell(const Report &report, const Member &member, const TimeFormat &format);
/// A derived value for people: ratios in percent with 2 places, basis points with 1, seconds with 3, amounts of
/// asset_2 with 4 (all digits when it would read as zero), other amounts exactly.
[[nodiscard]] QString derivedCell(const MemberValue &value, MemberUnit unit);
/// A ratio in percent with 3 places, without the sign.
[[nodiscard]] QString percentText(double ratio);

[[nodiscard]] QString yesNo(bool value);

} // namespace arbscope
