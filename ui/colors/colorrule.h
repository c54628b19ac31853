// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QColor>
#include <QPalette>
#include <QString>

#include <optional>
#include <vector>

namespace arbscope {

/// What rows look like that a filter is true of: colours for light and dark windows, and a mark, for colour alone tells
/// too little.
struct ColorRule
{
    struct Colors
    {
        QColor text; ///< invalid: as it is without the rule
        QColor ground; ///< invalid: likewise
        bool operator==(const Colors &) const = default;
    };
    static constexpr qsizetype LongestMark = 2;

    QString name;
    QString filter; ///< the filter language's text
    QString mark; ///< a letter or two; may be empty
    Colors light;
    Colors dark;
    bool enabled = true;

    [[nodiscard]] const Colors &colorsFor(const QPalette &palette) const;
    bool operator==(const ColorRule &) const = default;
};

/// Those that the program comes with; of several that are true of a trade the first one counts.
[[nodiscard]] std::vector<ColorRule> shippedColorRules();
[[nodiscard]] QByteArray colorRulesToJson(const std::vector<ColorRule> &rules);
/// Nothing when this is no such list.
[[nodiscard]] std::optional<std::vector<ColorRule>> colorRulesFromJson(const QByteArray &json);

} // namespace arbscope
