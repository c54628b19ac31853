// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/figuretext.h"

#include "ui/text/displaytext.h"
#include "ui/text/membertext.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

#include <array>

namespace arbscope {

using namespace Qt::StringLiterals;

namespace {

using Kind = FigureKind;

constexpr qsizetype NameLength = 40;

QString shown(const std::string &name)
{
    return name.empty() ? unknownText() : displayBytes(QByteArray::fromStdString(name), NameLength);
}

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(arbscope::Figures)

public:
    static QString section(const FigureSection &section)
    {
        switch (section.kind) {
        case FigureSection::Trades:
            return tr("Trades");
        case FigureSection::Money:
            return tr("Money in %1").arg(shown(section.name));
        case FigureSection::Gaps:
            return tr("Gap and slippage (bp)");
        case FigureSection::Latencies:
            return tr("Latency (ms)");
        case FigureSection::Rounds:
            return tr("Fill-or-kill rounds");
        case FigureSection::LeftOver:
            return tr("Left over");
        case FigureSection::Failures:
            return tr("Failures by weekday and hour");
        }
        return {};
    }
    static QString title(const FigureKey &key)
    {
        switch (key.kind) {
        case Kind::Trades:
            return tr("Trades");
        case Kind::Succeeded:
            return tr("Succeeded");
        case Kind::Failed:
            return tr("Failed");
        case Kind::Contradictory:
            return tr("Contradictory");
        case Kind::Closed:
            return tr("Closed");
        case Kind::Open:
            return tr("Open");
        case Kind::OneLegged:
            return tr("One-legged");
        case Kind::SuccessRate:
            return tr("Success rate");
        case Kind::UnitTests:
            return tr("Test trades, left out");
        case Kind::Unreadable:
            return tr("Unreadable, left out");
        case Kind::First:
            return tr("First");
        case Kind::Last:
            return tr("Last");
        case Kind::Gross:
            return tr("Gross");
        case Kind::Fees:
            return tr("Fees");
        case Kind::Net:
            return tr("Net");
        case Kind::FeesShare:
            return tr("Fees, share of gross");
        case Kind::Gap:
            return tr("Gap");
        case Kind::NetGap:
            return tr("Net gap");
        case Kind::Slippage:
            return tr("Slippage %1").arg(key.number);
        case Kind::Latency:
            return tr("%1, leg %2").arg(shown(key.name)).arg(key.number);
        case Kind::FokRounds:
            return key.number == 1 ? tr("1 round") : tr("%1 rounds").arg(key.number);
        case Kind::DustOutstanding:
            return tr("Dust in %1").arg(shown(key.name));
        case Kind::Exposure:
            return tr("Exposure in %1").arg(shown(key.name));
        case Kind::FailuresByWeekday:
            return QLocale().standaloneDayName(int(key.number));
        case Kind::FailuresByHour:
            return u"%1:00"_s.arg(int(key.number), 2, 10, QLatin1Char('0'));
        }
        return {};
    }
    static QString column(const FigureKey &key)
    {
        switch (key.kind) {
        case Kind::Gross:
        case Kind::Fees:
        case Kind::Net:
        case Kind::FeesShare:
            return title(key) + u' ' + shown(key.name);
        case Kind::Gap:
        case Kind::NetGap:
        case Kind::Slippage:
            return tr("%1 %2 (bp)", "figure, percentile").arg(title(key), quantile(key.quantile));
        case Kind::Latency:
            return tr("%1 %2 (ms)", "exchange and leg, percentile").arg(title(key), quantile(key.quantile));
        default:
            return title(key);
        }
    }
    static QString quantile(int quantile)
    {
        switch (Quantiles::Percents.at(std::size_t(quantile))) {
        case 0:
            return tr("least");
        case 50:
            return tr("median");
        case 100:
            return tr("greatest");
        default:
            return u"p%1"_s.arg(Quantiles::Percents.at(std::size_t(quantile)));
        }
    }
    static QString meaning(const FigureKey &key)
    {
        switch (key.kind) {
        case Kind::SuccessRate:
            return tr("Succeeded ones of those that are not open");
        case Kind::FeesShare:
            return tr("Fees paid of what was earned gross, of the trades whose net is known");
        case Kind::DustOutstanding:
            return tr("Dust gathered less dust cleared");
        case Kind::Exposure:
            return tr("What one-legged trades left bought (above 0) or sold (below 0)");
        case Kind::Gap:
            return tr("Realised less expected profitability");
        case Kind::NetGap:
            return tr("Realised profitability with fees less the expected one");
        case Kind::Slippage:
            return tr("Price against the market when the trade was decided; above 0 is worse");
        default:
            return {};
        }
    }
    static QString percent(const QString &number) { return tr("%1 %", "percent").arg(number); }
    static QString points(const QString &number) { return tr("%1 pp", "percentage points").arg(number); }
};

bool isShare(Kind kind)
{
    return kind == Kind::SuccessRate || kind == Kind::FeesShare;
}

bool isAmount(Kind kind)
{
    return kind == Kind::Gross || kind == Kind::Fees || kind == Kind::Net || kind == Kind::DustOutstanding
        || kind == Kind::Exposure;
}

/// In the unit that the figure is shown in.
Decimal inUnit(const FigureKey &key, const Decimal &number)
{
    if (isShare(key.kind))
        return number * Decimal(100);
    return key.kind == Kind::Latency ? number * Decimal(1000) : number;
}

QString rounded(const FigureKey &key, const Decimal &number)
{
    if (isAmount(key.kind))
        return amountText(number);
    const int places = isShare(key.kind) ? 2 : isDistribution(key.kind) ? 1 : 0;
    return QString::fromLatin1(number.fixed(places));
}

std::optional<Decimal> differenceOf(const FigureKey &key, const Figure &figure, const Figure &other)
{
    const auto a = figure.number();
    const auto b = other.number();
    if (!a || !b || key.kind == Kind::First || key.kind == Kind::Last)
        return std::nullopt;
    return inUnit(key, *a - *b);
}

QString quantileFilter(const FigureKey &key, const Figure &figure)
{
    static constexpr std::array Fields{"gap_bps"_L1, "net_gap_bps"_L1};
    const auto number = figure.number();
    if (!number || key.quantile < 0)
        return {};
    const QString field = key.kind == Kind::Slippage ? u"slippage_%1_bps"_s.arg(key.number)
        : key.kind == Kind::Latency                  ? u"order_%1_latency"_s.arg(key.number)
                                                     : QString(Fields[key.kind == Kind::Gap ? 0 : 1]);
    const bool isLow = Quantiles::Percents.at(std::size_t(key.quantile)) < 50;
    return field + (isLow ? " <= "_L1 : " >= "_L1) + QString::fromStdString(number->text());
}

} // namespace

QString sectionTitle(const FigureSection &section)
{
    return Words::section(section);
}

QString figureTitle(const FigureKey &key)
{
    return Words::title(key);
}

QString figureColumn(const FigureKey &key)
{
    return Words::column(key);
}

QString quantileTitle(int quantile)
{
    return Words::quantile(quantile);
}

QString figureMeaning(const FigureKey &key)
{
    return Words::meaning(key);
}

QString amountText(const Decimal &amount)
{
    const Decimal magnitude = amount.isNegative() ? -amount : amount;
    const int places = magnitude < Decimal(1) ? 8 : 4;
    QString exact = QString::fromStdString(amount.text());
    if (!amount.isFinite() || exact.contains(u"E+"_s))
        return exact;
    if (amount.isZero())
        return u"0.0000"_s;
    const auto shortened = Decimal::fromText(amount.fixed(places));
    return shortened && shortened->isZero() ? exact : QString::fromStdString(amount.fixed(places));
}

QString figureText(const FigureKey &key, const Figure &figure, const TimeFormat &format)
{
    if (const auto *clock = std::get_if<double>(&figure.value);
        clock && (key.kind == Kind::First || key.kind == Kind::Last))
        return format.text(*clock);
    if (const auto *count = std::get_if<std::int64_t>(&figure.value))
        return QLocale().toString(qlonglong(*count));
    const auto number = figure.number();
    if (!number) {
        const auto *real = std::get_if<double>(&figure.value);
        return real ? numberText(*real) : unknownText();
    }
    const QString text = rounded(key, inUnit(key, *number));
    return isShare(key.kind) ? Words::percent(text) : text;
}

QString exactFigure(const FigureKey &key, const Figure &figure)
{
    if (const auto number = figure.number())
        return QString::fromStdString(inUnit(key, *number).text());
    const auto *real = std::get_if<double>(&figure.value);
    return real ? numberText(*real) : QString();
}

QString differenceText(const FigureKey &key, const Figure &figure, const Figure &other)
{
    const auto difference = differenceOf(key, figure, other);
    if (!difference)
        return {};
    if (difference->isZero())
        return u"="_s;
    const bool less = difference->isNegative();
    const Decimal magnitude = less ? -*difference : *difference;
    const bool isCount = std::holds_alternative<std::int64_t>(figure.value);
    QString text = isCount ? QLocale().toString(qlonglong(magnitude.toDouble())) : rounded(key, magnitude);
    text = (less ? u"▼ −"_s : u"▲ +"_s) + text;
    return isShare(key.kind) ? Words::points(text) : text;
}

QString exactDifference(const FigureKey &key, const Figure &figure, const Figure &other)
{
    const auto difference = differenceOf(key, figure, other);
    return difference ? QString::fromStdString(difference->text()) : QString();
}

QString quotedForFilter(const std::string &text)
{
    QString quoted = QString::fromStdString(text);
    quoted.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return u'"' + quoted + u'"';
}

QString bothFilters(const QString &filter, const QString &more)
{
    if (filter.isEmpty() || more.isEmpty())
        return filter + more;
    return u'(' + filter + u") and "_s + (more.contains(" or "_L1) ? QString(u'(' + more + u')') : more);
}

QString figureFilter(const FigureKey &key, const Figure &figure)
{
    switch (key.kind) {
    case Kind::Succeeded:
        return u"succeeded"_s;
    case Kind::Failed:
        return u"failed"_s;
    case Kind::Contradictory:
        return u"contradictory"_s;
    case Kind::Closed:
        return u"closed"_s;
    case Kind::Open:
        return u"open"_s;
    case Kind::OneLegged:
        return u"one_legged"_s;
    case Kind::UnitTests:
        return u"unit_test"_s;
    case Kind::Unreadable:
        return u"verdict in {\"invalid\", \"missing\"}"_s;
    case Kind::Gross:
    case Kind::Fees:
    case Kind::Net:
    case Kind::FeesShare:
        return u"asset_2 == "_s + quotedForFilter(key.name);
    case Kind::Gap:
    case Kind::NetGap:
    case Kind::Slippage:
        return quantileFilter(key, figure);
    case Kind::Latency: {
        const QString exchange = u"exchange_%1 == "_s.arg(key.number) + quotedForFilter(key.name);
        const QString rank = quantileFilter(key, figure);
        return rank.isEmpty() ? exchange : QString(exchange + u" and "_s + rank);
    }
    case Kind::FokRounds:
        return u"exchange_2_fok_attempts == %1"_s.arg(key.number);
    case Kind::DustOutstanding:
        return u"asset_1 == "_s + quotedForFilter(key.name);
    case Kind::Exposure:
        return u"one_legged and asset_1 == "_s + quotedForFilter(key.name);
    default:
        return {};
    }
}

QString groupFilter(GroupBy by, const std::string &name)
{
    const auto textField = [by]() -> QString {
        switch (by) {
        case GroupBy::Pair:
            return u"pair"_s;
        case GroupBy::Version:
            return u"version"_s;
        case GroupBy::Session:
            return u"session_name"_s;
        case GroupBy::Kind:
            return u"kind"_s;
        default:
            return {};
        }
    };
    if (by == GroupBy::Day) {
        const QDate day = QDate::fromString(QString::fromStdString(name), Qt::ISODate);
        return day.isValid()
            ? u"clock >= %1 and clock < %2"_s.arg(day.toString(Qt::ISODate), day.addDays(1).toString(Qt::ISODate))
            : u"clock is null"_s;
    }
    const QString field = textField();
    if (field.isEmpty())
        return {};
    const QString is = field + u" == "_s + quotedForFilter(name);
    return name.empty() ? QString(field + u" is null or "_s + is) : is;
}

} // namespace arbscope
