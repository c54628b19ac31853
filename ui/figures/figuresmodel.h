// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figures/figure.h"
#include "ui/models/grouptreemodel.h"

#include <memory>

namespace arbscope {

class TimeDisplay;

/// All figures of some trades under their headings, and beside them those of others with the difference. Tells
/// FigureRoles.
class FiguresModel final : public GroupTreeModel
{
    Q_OBJECT
public:
    enum Column {
        NameColumn,
        ValueColumn,
        CountColumn, ///< n
        QuantileColumns, ///< from here on, one for each of Quantiles::Percents
        ColumnCount = QuantileColumns + int(Quantiles::Percents.size()),
        OtherColumn = QuantileColumns, ///< while it compares
        OtherCountColumn,
        DifferenceColumn,
        ComparingColumnCount,
    };

    explicit FiguresModel(const TimeDisplay &times, QObject *parent = nullptr);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Null: no figures.
    void show(const std::shared_ptr<const Statistics> &figures);
    /// Beside each other; `otherTitle` heads the column of `other`, which may be null as long as it is not known.
    void compare(const std::shared_ptr<const Statistics> &figures, const std::shared_ptr<const Statistics> &other,
                 const QString &otherTitle);

private:
    [[nodiscard]] std::size_t groupCount() const override;
    [[nodiscard]] std::size_t lineCount(std::size_t group) const override;
    struct Cell
    {
        FigureKey key;
        Figure figure;
    };
    void set(std::vector<FigureSection> sections, bool comparing);
    void announce();
    [[nodiscard]] const FigureKey &keyOf(const QModelIndex &index) const;
    [[nodiscard]] std::optional<Cell> cellOf(const QModelIndex &index) const; ///< of columns with a figure
    [[nodiscard]] QVariant sectionData(const FigureSection &section, int column, int role) const;
    [[nodiscard]] QString nameOf(const FigureKey &key) const;
    [[nodiscard]] QString text(const QModelIndex &index, bool exact) const;
    [[nodiscard]] QString toolTip(const QModelIndex &index) const;

    const TimeDisplay &m_times;
    std::shared_ptr<const Statistics> m_figures;
    std::shared_ptr<const Statistics> m_other;
    QString m_otherTitle;
    bool m_comparing = false;
    std::vector<FigureSection> m_sections;
};

} // namespace arbscope
