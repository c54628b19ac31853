// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/colors/colorrule.h"

#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace arbscope {

namespace {

struct ShippedRules
{
    Q_DECLARE_TR_FUNCTIONS(arbscope::ColorRules)

public:
    static std::vector<ColorRule> make()
    {
        const auto rule = [](const QString &name, const QString &filter, const QString &mark, QRgb light, QRgb dark) {
            return ColorRule{name, filter, mark, {{}, QColor(light)}, {{}, QColor(dark)}, true};
        };
        return {
            rule(tr("Problems"), QStringLiteral("verdict != \"valid\""), QStringLiteral("!"), 0xfffbe4ee, 0xff3a1e2c),
            rule(tr("Test trades"), QStringLiteral("unit_test"), QStringLiteral("T"), 0xffececec, 0xff2c2f33),
            rule(tr("Contradictory"), QStringLiteral("contradictory"), QStringLiteral("C"), 0xfff4e6fa, 0xff33223a),
            rule(tr("One-legged"), QStringLiteral("one_legged"), QStringLiteral("1"), 0xfffff0da, 0xff3a2c17),
            rule(tr("Failed"), QStringLiteral("failed"), QStringLiteral("F"), 0xfffde9e9, 0xff3a2022),
            rule(tr("Slippage over what was accepted"), QStringLiteral("slippage_over_accepted"), QStringLiteral("S"),
                 0xfffff8d4, 0xff33301a),
            rule(tr("Wrong direction"), QStringLiteral("wrong_direction"), QStringLiteral("W"), 0xffe6effd, 0xff1d2b3f),
            rule(tr("Losing"), QStringLiteral("net < 0"), QStringLiteral("L"), 0xfffbf0ea, 0xff2f2622),
        };
    }
};

QString nameOf(const QColor &color)
{
    return color.isValid() ? color.name() : QString();
}

QJsonObject toJson(const ColorRule::Colors &colors)
{
    return {{QStringLiteral("text"), nameOf(colors.text)}, {QStringLiteral("ground"), nameOf(colors.ground)}};
}

ColorRule::Colors colorsFrom(const QJsonValue &json)
{
    const auto color = [&json](const QString &name) {
        const QString text = json[name].toString();
        return text.isEmpty() ? QColor() : QColor(text);
    };
    return {color(QStringLiteral("text")), color(QStringLiteral("ground"))};
}

} // namespace

const ColorRule::Colors &ColorRule::colorsFor(const QPalette &palette) const
{
    return isDark(palette) ? dark : light;
}

std::vector<ColorRule> shippedColorRules()
{
    return ShippedRules::make();
}

QByteArray colorRulesToJson(const std::vector<ColorRule> &rules)
{
    QJsonArray all;
    for (const ColorRule &rule : rules) {
        all.append(QJsonObject{{QStringLiteral("name"), rule.name},
                               {QStringLiteral("filter"), rule.filter},
                               {QStringLiteral("mark"), rule.mark},
                               {QStringLiteral("light"), toJson(rule.light)},
                               {QStringLiteral("dark"), toJson(rule.dark)},
                               {QStringLiteral("enabled"), rule.enabled}});
    }
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

std::optional<std::vector<ColorRule>> colorRulesFromJson(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isArray())
        return std::nullopt;
    std::vector<ColorRule> rules;
    for (const QJsonValue each : document.array()) {
        ColorRule rule;
        rule.name = each[QStringLiteral("name")].toString();
        rule.filter = each[QStringLiteral("filter")].toString();
        rule.mark = each[QStringLiteral("mark")].toString().left(ColorRule::LongestMark);
        rule.light = colorsFrom(each[QStringLiteral("light")]);
        rule.dark = colorsFrom(each[QStringLiteral("dark")]);
        rule.enabled = each[QStringLiteral("enabled")].toBool(true);
        rules.push_back(std::move(rule));
    }
    return rules;
}

} // namespace arbscope
