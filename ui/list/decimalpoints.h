// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetrics>
#include <QString>
#include <QStringView>

#include <map>

namespace arbscope {

/// Where the figures of a list stand, so that the decimal points of a column are one under another: room for the widest
/// part before the point and for the widest one behind it, of all that were seen. Nothing is padded and nothing
/// rounded; of figures with very many digits the last ones give way to "…", never the exponent.
class DecimalPoints
{
public:
    static constexpr int MostDigits = 12; ///< behind the point, that room is made for
    static constexpr int UnitSpace = 5; ///< pixels between a figure and its unit

    /// "-12" and ".50", "1" and "E-7"; what is no number is all before the point.
    struct Parts
    {
        QStringView head;
        QStringView tail;
    };
    [[nodiscard]] static Parts split(QStringView text);
    /// As much of the part behind the point as `width` has room for; "…" at least.
    [[nodiscard]] static QString shortened(QStringView tail, int width, const QFontMetrics &metrics);

    /// Makes room for it in its column.
    void see(int column, QStringView text, const QString &unit, const QFontMetrics &metrics);
    void forget() { m_rooms.clear(); }
    /// Whether see() has made room since this was asked last.
    [[nodiscard]] bool takeGrowth();
    [[nodiscard]] int width(int column) const; ///< pixels that all seen so far need

    /// A figure in its cell: from `left` on, its unit from `unitLeft` on, -1: there is no room for units.
    struct Place
    {
        QString text;
        int left = 0;
        int unitLeft = 0;
    };
    [[nodiscard]] Place place(int column, QStringView text, int left, int width, const QFontMetrics &metrics) const;

private:
    struct Room
    {
        int head = 0;
        int tail = 0;
        int unit = 0; ///< with the space before it
    };
    std::map<int, Room> m_rooms; ///< by column
    bool m_grown = false;
};

} // namespace arbscope
