// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QToolTip>

#include <utility>

namespace arbscope {

namespace {

struct Shades
{
    QRgb window, windowText, base, alternateBase, text, button, buttonText, brightText, toolTipBase, toolTipText;
    QRgb highlight, highlightedText, link, placeholder, disabled;
    QRgb lightEdge, midlight, mid, dark, shadow;
};

constexpr Shades Light{0xfff4f6f8, 0xff1d232a, 0xffffffff, 0xfff5f7fa, 0xff1d232a, 0xfffafbfc, 0xff1d232a,
                       0xffffffff, 0xffffffff, 0xff1d232a, 0xff1f6fd1, 0xffffffff, 0xff1862bd, 0xff6d7783,
                       0xff9aa3ad, 0xffffffff, 0xffe9edf1, 0xffc9d0d8, 0xffa9b2bc, 0xff5d6670};
constexpr Shades Dark{0xff20252b, 0xffe4e8ec, 0xff171b20, 0xff1c2127, 0xffe4e8ec, 0xff2b323a, 0xffe4e8ec,
                      0xffffffff, 0xff2f3740, 0xffe4e8ec, 0xff2f74c8, 0xffffffff, 0xff6cb2f7, 0xff909aa5,
                      0xff69737e, 0xff3d4650, 0xff343c45, 0xff2a3138, 0xff14181c, 0xff0c0f12};

QPalette paletteOf(const Shades &shades)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, QRgb color) { palette.setColor(role, QColor(color)); };
    set(QPalette::Window, shades.window);
    set(QPalette::WindowText, shades.windowText);
    set(QPalette::Base, shades.base);
    set(QPalette::AlternateBase, shades.alternateBase);
    set(QPalette::Text, shades.text);
    set(QPalette::Button, shades.button);
    set(QPalette::ButtonText, shades.buttonText);
    set(QPalette::BrightText, shades.brightText);
    set(QPalette::ToolTipBase, shades.toolTipBase);
    set(QPalette::ToolTipText, shades.toolTipText);
    set(QPalette::Highlight, shades.highlight);
    set(QPalette::HighlightedText, shades.highlightedText);
    set(QPalette::Link, shades.link);
    set(QPalette::LinkVisited, shades.link);
    set(QPalette::PlaceholderText, shades.placeholder);
    set(QPalette::Light, shades.lightEdge);
    set(QPalette::Midlight, shades.midlight);
    set(QPalette::Mid, shades.mid);
    set(QPalette::Dark, shades.dark);
    set(QPalette::Shadow, shades.shadow);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, QColor(shades.disabled));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(shades.mid));
    return palette;
}

QColor mixed(const QColor &a, const QColor &b, float shareOfA)
{
    const float rest = 1 - shareOfA;
    return QColor::fromRgbF(a.redF() * shareOfA + b.redF() * rest, a.greenF() * shareOfA + b.greenF() * rest,
                            a.blueF() * shareOfA + b.blueF() * rest);
}

struct TonePair
{
    QRgb light, dark;
};

TonePair tonePair(Tone tone)
{
    switch (tone) {
    case Tone::Succeeded:
    case Tone::Gain:
        return {0xff17733a, 0xff56c981};
    case Tone::Failed:
    case Tone::Loss:
        return {0xffc02a2a, 0xffff857b};
    case Tone::OneLegged:
        return {0xffa94f06, 0xfff2a55a};
    case Tone::Contradictory:
        return {0xff8430a6, 0xffd3a6f5};
    case Tone::Open:
        return {0xff1862bd, 0xff6cb2f7};
    case Tone::Closed:
        return {0xff56606b, 0xffa5afba};
    case Tone::Coerced:
        return {0xff845c00, 0xffdcb74f};
    case Tone::Invalid:
        return {0xffad1450, 0xffff92b4};
    case Tone::Stale:
        return {0xff636d78, 0xff97a1ac};
    }
    std::unreachable();
}

} // namespace

QPalette lightPalette()
{
    return paletteOf(Light);
}

QPalette darkPalette()
{
    return paletteOf(Dark);
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Base).lightness() < palette.color(QPalette::Text).lightness();
}

void applyTheme(QApplication &application, ColorScheme scheme)
{
    // Our own palette hides the platform's, so that one is looked at before the first change.
    static const bool systemIsDark = isDark(QGuiApplication::palette());
    if (!qobject_cast<Style *>(QApplication::style()))
        QApplication::setStyle(new Style);
    const bool dark = scheme == ColorScheme::Dark || (scheme == ColorScheme::System && systemIsDark);
    const QPalette palette = dark ? darkPalette() : lightPalette();
    application.setPalette(palette);
    QToolTip::setPalette(palette); // tool tips keep one of their own
}

QColor toneColor(Tone tone, const QPalette &palette)
{
    const auto pair = tonePair(tone);
    return QColor(isDark(palette) ? pair.dark : pair.light);
}

QColor toneBackground(Tone tone, const QPalette &palette)
{
    return mixed(toneColor(tone, palette), palette.color(QPalette::Base), isDark(palette) ? 0.16F : 0.09F);
}

QFont numberFont(const QFont &base)
{
    const QFontMetricsF metrics(base);
    const qreal width = metrics.horizontalAdvance(QLatin1Char('0'));
    for (char digit = '1'; digit <= '9'; ++digit) {
        if (!qFuzzyCompare(metrics.horizontalAdvance(QLatin1Char(digit)), width))
            return rawTextFont(base);
    }
    return base;
}

QFont rawTextFont(const QFont &base)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (base.pointSizeF() > 0)
        font.setPointSizeF(base.pointSizeF());
    else
        font.setPixelSize(base.pixelSize());
    return font;
}

} // namespace arbscope
