// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/statistics.h"
#include "ui/models/grouptreemodel.h"

#include <memory>
#include <string>
#include <vector>

namespace arbscope {

class TimeDisplay;

/// The newest balances: assets with their sum, and under each the exchanges that hold it. Tells FigureRoles.
class BalancesModel final : public GroupTreeModel
{
    Q_OBJECT
public:
    enum Column { NameColumn, AmountColumn, ClockColumn, AgeColumn, ColumnCount };
    static constexpr int OrderIdRole = Qt::UserRole + 100; ///< QByteArray: of the trade that knows it

    explicit BalancesModel(const TimeDisplay &times, QObject *parent = nullptr);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void show(const std::shared_ptr<const Statistics> &figures); ///< null: none
    void showTimes(); ///< they are told in another way now
    void showAges(); ///< they are older now

private:
    [[nodiscard]] std::size_t groupCount() const override;
    [[nodiscard]] std::size_t lineCount(std::size_t group) const override;
    struct Holding
    {
        std::string exchange;
        Balance balance;
    };
    struct Asset
    {
        std::string name;
        Decimal sum;
        std::vector<Holding> holdings;
    };
    [[nodiscard]] bool isSameShape(const std::vector<Asset> &assets) const;
    [[nodiscard]] QVariant assetData(const Asset &asset, int column, int role) const;
    [[nodiscard]] QVariant holdingData(const Holding &holding, int column, int role) const;
    [[nodiscard]] QString aligned(const Decimal &amount) const;
    void announce(int firstColumn, int lastColumn);

    const TimeDisplay &m_times;
    std::vector<Asset> m_assets;
    int m_places = 0; ///< of the amount with the most digits after its point
};

} // namespace arbscope
