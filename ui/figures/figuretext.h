// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/statisticsrun.h"
#include "ui/figures/figure.h"
#include "ui/text/timeformat.h"

#include <QString>

namespace arbscope {

/// Headings and names of figures, in the person's language, as plain text of one line.
[[nodiscard]] QString sectionTitle(const FigureSection &section);
[[nodiscard]] QString figureTitle(const FigureKey &key); ///< under its section's title
[[nodiscard]] QString figureColumn(const FigureKey &key); ///< by itself: with asset, exchange, quantile, unit
[[nodiscard]] QString quantileTitle(int quantile); ///< "p10", "median" …
[[nodiscard]] QString figureMeaning(const FigureKey &key); ///< a sentence, empty where the title says it all

/// Rounded for the eye; an en dash for what is not known.
[[nodiscard]] QString figureText(const FigureKey &key, const Figure &figure, const TimeFormat &format);
/// All digits, in the same unit, without grouping; empty for what is not known.
[[nodiscard]] QString exactFigure(const FigureKey &key, const Figure &figure);
/// `figure` less `other`, rounded, with its sign and an arrow; empty where there is no such difference.
[[nodiscard]] QString differenceText(const FigureKey &key, const Figure &figure, const Figure &other);
[[nodiscard]] QString exactDifference(const FigureKey &key, const Figure &figure, const Figure &other);
/// An amount of money or of an asset: four places, eight below 1, all digits where it would read as zero.
[[nodiscard]] QString amountText(const Decimal &amount);

/// The filter that chooses the trades that a figure counts, as the bar takes it; empty: there is none.
[[nodiscard]] QString figureFilter(const FigureKey &key, const Figure &figure);
/// The same for a group; days are those of the filter's time zone.
[[nodiscard]] QString groupFilter(GroupBy by, const std::string &name);
/// A text of the filter language, between quotes.
[[nodiscard]] QString quotedForFilter(const std::string &text);
/// Both at once; any may be empty.
[[nodiscard]] QString bothFilters(const QString &filter, const QString &more);

} // namespace arbscope
