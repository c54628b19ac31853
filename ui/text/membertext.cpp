// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/membertext.h"

#include "ui/text/displaytext.h"

#include <QCoreApplication>

#include <cmath>

namespace arbscope {

namespace {

QString exactText(const Decimal &value)
{
    return QString::fromLatin1(value.text());
}

QString fixedText(const Decimal &value, int places)
{
    QString exact = exactText(value);
    // An exponent stands for a number that would be mostly zeros, perhaps a million of them.
    if (!value.isFinite() || exact.contains(QStringLiteral("E+")))
        return exact;
    const QString fixed = QString::fromLatin1(value.fixed(places));
    const bool readsAsZero = !value.isZero() && fixed.count(QLatin1Char('0')) + 1 + value.isNegative() == fixed.size();
    return readsAsZero ? exact : fixed;
}

struct UnitWords
{
    Q_DECLARE_TR_FUNCTIONS(arbscope::Units)

public:
    static QString of(MemberUnit unit, const Report *assets)
    {
        switch (unit) {
        case MemberUnit::Seconds:
            return tr("s", "seconds");
        case MemberUnit::Ratio:
            return tr("ratio");
        case MemberUnit::BasisPoints:
            return tr("bp", "basis points");
        case MemberUnit::Asset1:
            return assets ? displayLine(assets->asset1, 20) : QString();
        case MemberUnit::Asset2:
            return assets ? displayLine(assets->asset2, 20) : QString();
        case MemberUnit::Asset2PerAsset1:
            return assets
                ? QString(displayLine(assets->asset2, 20) % QLatin1Char('/') % displayLine(assets->asset1, 20))
                : QString();
        case MemberUnit::None:
        case MemberUnit::EpochSeconds:
        case MemberUnit::Count:
            break;
        }
        return {};
    }
    static QString yesNo(bool value) { return value ? tr("yes") : tr("no"); }
};

} // namespace

QString schemaText(std::string_view english)
{
    return QCoreApplication::translate("arbscope::schema", std::string(english).c_str());
}

QString unitText(MemberUnit unit, const Report *assets)
{
    return UnitWords::of(unit, assets);
}

QString yesNo(bool value)
{
    return UnitWords::yesNo(value);
}

QString memberCell(const Report &report, const Member &member, const TimeFormat &format)
{
    const MemberValue value = memberValue(report, member);
    if (std::holds_alternative<std::monostate>(value))
        return unknownText();
    if (const auto *text = std::get_if<QString>(&value))
        return displayLine(*text);
    if (const auto *flag = std::get_if<bool>(&value))
        return yesNo(*flag);
    if (const auto *number = std::get_if<double>(&value); number && member.unit == MemberUnit::EpochSeconds)
        return format.text(*number);
    return displayLine(memberText(report, member));
}

QString derivedCell(const MemberValue &value, MemberUnit unit)
{
    if (const auto *text = std::get_if<QString>(&value))
        return displayLine(*text);
    if (const auto *flag = std::get_if<bool>(&value))
        return yesNo(*flag);
    const auto *amount = std::get_if<Decimal>(&value);
    if (!amount)
        return unknownText();
    switch (unit) {
    case MemberUnit::Ratio:
        return QString(fixedText(*amount * Decimal(100), 2));
    case MemberUnit::BasisPoints:
        return QString::fromLatin1(amount->fixed(1));
    case MemberUnit::Seconds:
        return fixedText(*amount, 3);
    case MemberUnit::Asset2:
        return fixedText(*amount, 4);
    default:
        return displayLine(exactText(*amount));
    }
}

QString percentText(double ratio)
{
    const double percent = ratio * 100;
    if (!std::isfinite(percent) || std::abs(percent) >= 1e9)
        return numberText(percent);
    return QString::number(percent, 'f', 3);
}

} // namespace arbscope
