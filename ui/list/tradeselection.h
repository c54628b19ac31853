// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QItemSelectionModel>

#include <utility>
#include <vector>

namespace arbscope {

/// What of the trade list is selected. Thousands of ranges are more than Qt can look through for each cell that it
/// paints: where selected trades stand that far apart, their rows are kept here as numbers, beside Qt's ranges.
class TradeSelection final : public QItemSelectionModel
{
    Q_OBJECT
public:
    using Rows = std::pair<int, int>; ///< first and last
    static constexpr std::size_t MostRanges = 200; ///< that Qt is given

    explicit TradeSelection(QAbstractItemModel &model, QObject *parent = nullptr);

    /// Selects these and nothing else; ascending, apart from each other. The current row stays what it is.
    void selectRows(const std::vector<Rows> &rows);
    [[nodiscard]] std::vector<Rows> rows() const; ///< all that are selected, ascending
    [[nodiscard]] qint64 count() const;
    [[nodiscard]] bool hasRow(int row) const;
    [[nodiscard]] bool isApart(int row) const; ///< selected, which Qt does not know

    using QItemSelectionModel::select;
    void select(const QItemSelection &selection, SelectionFlags command) override;
    void clear() override;
    void reset() override;

private:
    void dropApart();
    void takeOut(int first, int last);
    void makeRoom(int first, int last);

    std::vector<Rows> m_apart;
};

} // namespace arbscope
