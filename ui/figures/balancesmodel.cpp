// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/balancesmodel.h"

#include "ui/figures/figureroles.h"
#include "ui/text/displaytext.h"
#include "ui/text/timedisplay.h"

#include <QDateTime>
#include <QFont>
#include <QGuiApplication>

#include <algorithm>
#include <map>

namespace arbscope {

namespace {

constexpr int MostPlaces = 24; // what has more is shown as it is written

/// Digits after the point in plain text; none: there is no plain text of bearable length.
std::optional<int> placesOf(const Decimal &amount)
{
    const auto parts = amount.parts();
    if (!parts || parts->exponent < -MostPlaces || parts->exponent > MostPlaces)
        return std::nullopt;
    return int(std::max<std::int64_t>(0, -parts->exponent));
}

QString shown(const std::string &name)
{
    return name.empty() ? unknownText() : displayBytes(QByteArray::fromStdString(name), 60);
}

} // namespace

BalancesModel::BalancesModel(const TimeDisplay &times, QObject *parent)
    : GroupTreeModel(parent)
    , m_times(times)
{ }

std::size_t BalancesModel::groupCount() const
{
    return m_assets.size();
}

std::size_t BalancesModel::lineCount(std::size_t group) const
{
    return m_assets[group].holdings.size();
}

int BalancesModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

/// All digits, with the points of a column under each other: figure spaces are as wide as digits.
QString BalancesModel::aligned(const Decimal &amount) const
{
    const auto places = placesOf(amount);
    if (!places)
        return QString::fromStdString(amount.text());
    QString text = QString::fromStdString(amount.fixed(*places));
    if (m_places == *places)
        return text;
    return text + (*places == 0 ? QString(QChar(0x2008)) : QString()) + QString(m_places - *places, QChar(0x2007));
}

QVariant BalancesModel::assetData(const Asset &asset, int column, int role) const
{
    switch (role) {
    case IdentityRole:
        return QString::fromStdString(asset.name);
    case Qt::FontRole: {
        QFont bold = QGuiApplication::font();
        bold.setBold(true);
        return column == NameColumn ? QVariant(bold) : QVariant();
    }
    case Qt::DisplayRole:
        return column == NameColumn ? shown(asset.name) : column == AmountColumn ? aligned(asset.sum) : QString();
    case ExactRole:
        return QString::fromStdString(column == NameColumn         ? asset.name
                                          : column == AmountColumn ? asset.sum.text()
                                                                   : std::string());
    default:
        return {};
    }
}

QVariant BalancesModel::holdingData(const Holding &holding, int column, int role) const
{
    if (role == IdentityRole)
        return QString::fromStdString(holding.exchange);
    if (role == OrderIdRole)
        return QByteArray::fromStdString(holding.balance.orderId);
    if (role != Qt::DisplayRole && role != ExactRole)
        return {};
    const bool exact = role == ExactRole;
    switch (column) {
    case NameColumn:
        return exact ? QString::fromStdString(holding.exchange) : shown(holding.exchange);
    case AmountColumn:
        return exact ? QString::fromStdString(holding.balance.amount.text()) : aligned(holding.balance.amount);
    case ClockColumn:
        return exact ? numberText(holding.balance.clock) : m_times.format().text(holding.balance.clock);
    default: {
        const double now = double(QDateTime::currentMSecsSinceEpoch()) / 1000;
        return durationText(now - holding.balance.clock, false);
    }
    }
}

QVariant BalancesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole && index.column() != NameColumn)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    const auto asset = groupOfLine(index);
    if (!asset)
        return assetData(m_assets[std::size_t(index.row())], index.column(), role);
    return holdingData(m_assets[*asset].holdings[std::size_t(index.row())], index.column(), role);
}

QVariant BalancesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == NameColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Asset and exchange");
    case AmountColumn:
        return tr("Balance");
    case ClockColumn:
        return tr("As of (%1)").arg(m_times.format().zoneLabel());
    case AgeColumn:
        return tr("Age");
    default:
        return {};
    }
}

bool BalancesModel::isSameShape(const std::vector<Asset> &assets) const
{
    return std::ranges::equal(assets, m_assets, [](const Asset &a, const Asset &b) {
        return a.name == b.name
            && std::ranges::equal(a.holdings, b.holdings, {}, &Holding::exchange, &Holding::exchange);
    });
}

void BalancesModel::show(const std::shared_ptr<const Statistics> &figures)
{
    std::map<std::string, Asset> byName;
    int places = 0;
    if (figures) {
        for (const auto &[key, balance] : figures->balances) {
            Asset &asset = byName[key.second];
            asset.name = key.second;
            asset.sum = asset.sum + balance.amount;
            asset.holdings.push_back({.exchange = key.first, .balance = balance});
            places = std::max(places, placesOf(balance.amount).value_or(0));
        }
    }
    std::vector<Asset> assets;
    for (auto &[name, asset] : byName) {
        places = std::max(places, placesOf(asset.sum).value_or(0));
        assets.push_back(std::move(asset));
    }
    m_places = places;
    if (isSameShape(assets)) {
        m_assets = std::move(assets);
        announce(NameColumn, AgeColumn);
        return;
    }
    beginResetModel();
    m_assets = std::move(assets);
    endResetModel();
}

void BalancesModel::announce(int firstColumn, int lastColumn)
{
    if (m_assets.empty())
        return;
    emit dataChanged(index(0, firstColumn), index(rowCount() - 1, lastColumn));
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex asset = index(row, 0);
        emit dataChanged(index(0, firstColumn, asset), index(rowCount(asset) - 1, lastColumn, asset));
    }
}

void BalancesModel::showTimes()
{
    emit headerDataChanged(Qt::Horizontal, ClockColumn, ClockColumn);
    announce(ClockColumn, AgeColumn);
}

void BalancesModel::showAges()
{
    announce(m_times.format().style == TimeStyle::Age ? ClockColumn : AgeColumn, AgeColumn);
}

} // namespace arbscope
