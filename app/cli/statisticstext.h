// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/statistics.h"

#include <QTimeZone>

#include <map>
#include <string>

namespace arbscope {

class Output;

/// A line of JSON for one group; decimals as text, exactly; `by` names what `group` is, empty when there are no groups.
[[nodiscard]] std::string statisticsJson(const std::string &by, const std::string &group, const Statistics &figures);
/// For people: all figures of one group.
void printStatistics(Output &out, const Statistics &figures, const QTimeZone &zone);
/// For people: a row a group with the figures that fit.
void printGroups(Output &out, const std::string &by, const std::map<std::string, Statistics> &groups);

} // namespace arbscope
