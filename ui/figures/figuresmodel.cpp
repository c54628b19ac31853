// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/figuresmodel.h"

#include "ui/figures/figureroles.h"
#include "ui/figures/figuretext.h"
#include "ui/text/displaytext.h"
#include "ui/text/timedisplay.h"
#include "ui/theme/theme.h"

#include <QFont>
#include <QGuiApplication>
#include <QLocale>

#include <array>

namespace arbscope {

using namespace Qt::StringLiterals;

namespace {

QString idOf(const FigureSection &section)
{
    return u"%1/%2"_s.arg(int(section.kind)).arg(QString::fromStdString(section.name));
}

QString idOf(const FigureKey &key)
{
    return u"%1/%2/%3/%4"_s.arg(int(key.kind)).arg(key.number).arg(key.quantile).arg(QString::fromStdString(key.name));
}

/// A row for each of some percentiles: a difference is that of two values.
std::vector<FigureSection> forComparing(const std::vector<FigureSection> &sections)
{
    static constexpr std::array Gaps{1, 2, 3}; // p10, median, p90
    static constexpr std::array Latencies{2, 4, 5}; // median, p95, p99
    std::vector<FigureSection> result;
    for (const FigureSection &section : sections) {
        FigureSection &each = result.emplace_back(FigureSection{.kind = section.kind, .name = section.name});
        for (const FigureKey &key : section.figures) {
            if (!isDistribution(key.kind)) {
                each.figures.push_back(key);
                continue;
            }
            for (const int quantile : key.kind == FigureKind::Latency ? Latencies : Gaps)
                each.figures.push_back(key.at(quantile));
        }
    }
    return result;
}

} // namespace

FiguresModel::FiguresModel(const TimeDisplay &times, QObject *parent)
    : GroupTreeModel(parent)
    , m_times(times)
{
    connect(&times, &TimeDisplay::changed, this, &FiguresModel::announce);
}

std::size_t FiguresModel::groupCount() const
{
    return m_sections.size();
}

std::size_t FiguresModel::lineCount(std::size_t group) const
{
    return m_sections[group].figures.size();
}

int FiguresModel::columnCount(const QModelIndex &) const
{
    return m_comparing ? int(ComparingColumnCount) : int(ColumnCount);
}

const FigureKey &FiguresModel::keyOf(const QModelIndex &index) const
{
    return m_sections[*groupOfLine(index)].figures[std::size_t(index.row())];
}

std::optional<FiguresModel::Cell> FiguresModel::cellOf(const QModelIndex &index) const
{
    const FigureKey &key = keyOf(index);
    const bool ofOther = m_comparing && (index.column() == OtherColumn || index.column() == OtherCountColumn);
    const Statistics *statistics = ofOther ? m_other.get() : m_figures.get();
    if (!statistics || (m_comparing && index.column() == DifferenceColumn))
        return std::nullopt;
    if (m_comparing || index.column() < QuantileColumns)
        return Cell{key, figureOf(*statistics, key)};
    if (!isDistribution(key.kind))
        return std::nullopt;
    const FigureKey quantile = key.at(index.column() - QuantileColumns);
    return Cell{quantile, figureOf(*statistics, quantile)};
}

QString FiguresModel::nameOf(const FigureKey &key) const
{
    const QString title = figureTitle(key);
    return key.quantile < 0 ? title : tr("%1, %2", "figure, percentile").arg(title, quantileTitle(key.quantile));
}

QString FiguresModel::text(const QModelIndex &index, bool exact) const
{
    const FigureKey &key = keyOf(index);
    if (index.column() == NameColumn)
        return nameOf(key);
    if (m_comparing && index.column() == DifferenceColumn) {
        if (!m_figures || !m_other)
            return {};
        const Figure figure = figureOf(*m_figures, key);
        const Figure other = figureOf(*m_other, key);
        return exact ? exactDifference(key, figure, other) : differenceText(key, figure, other);
    }
    const auto cell = cellOf(index);
    if (!cell)
        return {};
    if (index.column() == CountColumn || (m_comparing && index.column() == OtherCountColumn)) {
        const std::int64_t n = cell->figure.n;
        return n < 0 ? QString() : exact ? QString::number(n) : QLocale().toString(qlonglong(n));
    }
    if (isDistribution(cell->key.kind) && cell->key.quantile < 0)
        return {};
    return exact ? exactFigure(cell->key, cell->figure) : figureText(cell->key, cell->figure, m_times.format());
}

QString FiguresModel::toolTip(const QModelIndex &index) const
{
    const FigureKey &key = keyOf(index);
    if (index.column() == NameColumn) {
        const QString meaning = figureMeaning(key);
        return meaning.isEmpty() ? QString() : plainToolTip(meaning);
    }
    const QString exact = text(index, true);
    return exact.isEmpty() || exact == text(index, false) ? QString() : plainToolTip(exact);
}

QVariant FiguresModel::sectionData(const FigureSection &section, int column, int role) const
{
    if (role == IdentityRole)
        return idOf(section);
    if (role == Qt::FontRole) {
        QFont bold = QGuiApplication::font();
        bold.setBold(true);
        return bold;
    }
    if (column == NameColumn && (role == Qt::DisplayRole || role == ExactRole))
        return sectionTitle(section);
    return {};
}

QVariant FiguresModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole && index.column() != NameColumn)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (!groupOfLine(index))
        return sectionData(m_sections[std::size_t(index.row())], index.column(), role);
    switch (role) {
    case Qt::DisplayRole:
    case ExactRole:
        return text(index, role == ExactRole);
    case Qt::ToolTipRole:
        return toolTip(index);
    case IdentityRole:
        return idOf(keyOf(index));
    case FilterRole: {
        const auto cell = cellOf(index);
        return cell ? figureFilter(cell->key, cell->figure) : QString();
    }
    case Qt::ForegroundRole: {
        const auto cell = cellOf(index);
        const bool isMoney = cell && (cell->key.kind == FigureKind::Net || cell->key.kind == FigureKind::Gross);
        const auto number = isMoney ? cell->figure.number() : std::nullopt;
        const bool isValue = index.column() == ValueColumn || (m_comparing && index.column() == OtherColumn);
        return number && number->isNegative() && isValue ? QVariant(toneColor(Tone::Loss, QGuiApplication::palette()))
                                                         : QVariant();
    }
    default:
        return {};
    }
}

QVariant FiguresModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == NameColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole) {
        if (section == CountColumn || (m_comparing && section == OtherCountColumn))
            return plainToolTip(tr("Of how many trades a figure is"));
        return m_comparing && section == OtherColumn ? QVariant(plainToolTip(m_otherTitle)) : QVariant();
    }
    if (role != Qt::DisplayRole)
        return {};
    if (section == NameColumn)
        return tr("Figure");
    if (section == ValueColumn)
        return m_comparing ? tr("Shown") : tr("Value");
    if (section == CountColumn)
        return tr("n", "number of trades");
    if (!m_comparing)
        return quantileTitle(section - QuantileColumns);
    return section == OtherColumn     ? m_otherTitle
        : section == OtherCountColumn ? tr("n", "number of trades")
                                      : tr("Difference");
}

void FiguresModel::show(const std::shared_ptr<const Statistics> &figures)
{
    m_figures = figures;
    m_other.reset();
    FigureNames names;
    if (figures)
        names.add(*figures);
    set(figures ? figureSections(names) : std::vector<FigureSection>(), false);
}

void FiguresModel::compare(const std::shared_ptr<const Statistics> &figures,
                           const std::shared_ptr<const Statistics> &other, const QString &otherTitle)
{
    m_figures = figures;
    m_other = other;
    FigureNames names;
    for (const Statistics *each : {figures.get(), other.get()}) {
        if (each)
            names.add(*each);
    }
    m_otherTitle = otherTitle;
    set(forComparing(figureSections(names)), true);
    emit headerDataChanged(Qt::Horizontal, OtherColumn, OtherColumn);
}

void FiguresModel::set(std::vector<FigureSection> sections, bool comparing)
{
    if (sections == m_sections && comparing == m_comparing) {
        announce();
        return;
    }
    beginResetModel();
    m_sections = std::move(sections);
    m_comparing = comparing;
    endResetModel();
}

void FiguresModel::announce()
{
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex section = index(row, 0);
        emit dataChanged(index(0, ValueColumn, section), index(rowCount(section) - 1, columnCount() - 1, section));
    }
}

} // namespace arbscope
