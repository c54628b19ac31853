// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

namespace arbscope {

namespace {

constexpr qreal CornerRadius = 2;

enum class Shape { Box, Circle };

void drawOutline(QPainter *painter, const QStyleOption *option, const QRect &rect, Shape shape)
{
    const bool focused = option->state.testFlag(QStyle::State_HasFocus);
    const bool enabled = option->state.testFlag(QStyle::State_Enabled);
    QColor color = option->palette.color(focused ? QPalette::Highlight : QPalette::Text);
    if (!focused)
        color.setAlphaF(enabled ? 0.32F : 0.16F);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(color);
    painter->setBrush(Qt::NoBrush);
    const QRectF edge = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
    if (shape == Shape::Circle)
        painter->drawEllipse(edge);
    else
        painter->drawRoundedRect(edge, CornerRadius, CornerRadius);
    painter->restore();
}

} // namespace

Style::Style()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{ }

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (!isDark(option->palette))
        return;
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
    case PE_FrameLineEdit:
    case PE_PanelButtonCommand:
        drawOutline(painter, option, option->rect, Shape::Box);
        break;
    case PE_IndicatorRadioButton:
        drawOutline(painter, option, option->rect, Shape::Circle);
        break;
    default:
        break;
    }
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (isDark(option->palette) && (control == CC_SpinBox || control == CC_ComboBox))
        drawOutline(painter, option, option->rect, Shape::Box);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    if (metric == PM_HeaderMargin && widget != nullptr) {
        const QVariant margin = widget->property("headerMargin");
        if (margin.isValid())
            return margin.toInt();
    }
    if (metric == PM_FocusFrameHMargin
        && widget != nullptr) { // item views keep their texts so far from the edge, and 1
        const QVariant margin = widget->property("cellMargin");
        if (margin.isValid())
            return margin.toInt() - 1;
    }
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *returned) const
{
    return hint == SH_DialogButtonBox_ButtonsHaveIcons ? 0 : QProxyStyle::styleHint(hint, option, widget, returned);
}

QIcon Style::standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const
{
    switch (icon) {
    case SP_MessageBoxWarning:
        return themedIcon(QStringLiteral("warning"), Tone::Coerced);
    case SP_MessageBoxCritical:
        return themedIcon(QStringLiteral("error"), Tone::Failed);
    case SP_TitleBarCloseButton: // a panel's; Fusion's are grey pictures that look switched off on a dark palette
        return themedIcon(QStringLiteral("close"));
    case SP_TitleBarNormalButton:
        return themedIcon(QStringLiteral("detach"));
    case SP_MessageBoxInformation:
    case SP_MessageBoxQuestion:
        return themedIcon(QStringLiteral("info"), Tone::Open);
    default:
        return QProxyStyle::standardIcon(icon, option, widget);
    }
}

} // namespace arbscope
