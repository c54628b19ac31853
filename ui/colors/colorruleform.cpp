// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/colors/colorruleform.h"

#include "core/analysis/filterparser.h"
#include "ui/text/filterwords.h"
#include "ui/text/sentence.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QColorDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QToolButton>

namespace arbscope {

namespace {

constexpr int SwatchSize = 16;

/// A crossed-out one for no colour.
QIcon swatch(const QColor &color, double pixelRatio)
{
    QPixmap pixmap(QSize(SwatchSize, SwatchSize) * pixelRatio);
    pixmap.setDevicePixelRatio(pixelRatio);
    pixmap.fill(color.isValid() ? color : Qt::transparent);
    QPainter painter(&pixmap);
    painter.setPen(Qt::gray);
    const QRectF edge(0.5, 0.5, SwatchSize - 1, SwatchSize - 1);
    painter.drawRect(edge);
    if (!color.isValid())
        painter.drawLine(edge.bottomLeft(), edge.topRight());
    return QIcon(pixmap);
}

void paintPreview(QLabel *label, const ColorRule &rule, QPalette palette)
{
    const ColorRule::Colors &colors = rule.colorsFor(palette);
    palette.setColor(QPalette::Window, colors.ground.isValid() ? colors.ground : palette.color(QPalette::Base));
    palette.setColor(QPalette::WindowText, colors.text.isValid() ? colors.text : palette.color(QPalette::Text));
    label->setPalette(palette);
    label->setText(QString(rule.mark % QStringLiteral("   ") % rule.name % QStringLiteral("   −12.50")));
}

} // namespace

ColorRuleForm::ColorRuleForm(const QTimeZone &zone, QWidget *parent)
    : QWidget(parent)
    , m_zone(zone)
    , m_name(new QLineEdit)
    , m_filter(new QLineEdit)
    , m_error(new QLabel)
    , m_mark(new QLineEdit)
    , m_light(new QLabel)
    , m_dark(new QLabel)
{
    m_name->setObjectName(QStringLiteral("ruleName"));
    m_filter->setObjectName(QStringLiteral("ruleFilter"));
    m_error->setObjectName(QStringLiteral("ruleError"));
    m_mark->setObjectName(QStringLiteral("ruleMark"));
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    m_error->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_mark->setMaxLength(int(ColorRule::LongestMark));
    m_mark->setMaximumWidth(60);
    m_mark->setToolTip(tr("A letter or two, shown beside the outcome"));
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("&Name:"), m_name);
    form->addRow(tr("Mar&k:"), m_mark);
    form->addRow(tr("&Filter:"), m_filter);
    form->addRow(QString(), m_error); // keeps its room: the fields stay where they are while a filter is being written
    const auto text = &ColorRule::Colors::text;
    const auto ground = &ColorRule::Colors::ground;
    m_colors = {
        makeChoice("lightText", &ColorRule::light, text, tr("Text"), tr("Text color in a light window")),
        makeChoice("lightGround", &ColorRule::light, ground, tr("Background"),
                   tr("Background color in a light window")),
        makeChoice("darkText", &ColorRule::dark, text, tr("Text"), tr("Text color in a dark window")),
        makeChoice("darkGround", &ColorRule::dark, ground, tr("Background"), tr("Background color in a dark window"))};
    const auto row = [&](const QString &label, const ColorChoice &first, const ColorChoice &second, QLabel *preview) {
        auto *line = new QHBoxLayout;
        line->setSpacing(2);
        for (const ColorChoice &choice : {first, second}) {
            line->addWidget(choice.choose);
            line->addWidget(choice.clear);
            line->addSpacing(8);
        }
        preview->setAutoFillBackground(true);
        preview->setTextFormat(Qt::PlainText);
        preview->setMargin(6);
        line->addWidget(preview, 1);
        form->addRow(label, line);
    };
    row(tr("Light window:"), m_colors[0], m_colors[1], m_light);
    row(tr("Dark window:"), m_colors[2], m_colors[3], m_dark);
    for (QLineEdit *line : {m_name, m_filter, m_mark})
        connect(line, &QLineEdit::textChanged, this, &ColorRuleForm::take);
    show();
}

ColorRuleForm::ColorChoice ColorRuleForm::makeChoice(const char *name, ColorRule::Colors ColorRule::*window,
                                                     QColor ColorRule::Colors::*part, const QString &text,
                                                     const QString &title)
{
    auto *choose = new QPushButton(text);
    choose->setObjectName(QLatin1StringView(name));
    choose->setAutoDefault(false);
    choose->setToolTip(title);
    choose->setAccessibleName(title);
    auto *clear = new QToolButton;
    clear->setObjectName(QLatin1StringView(name) + QStringLiteral("Clear"));
    clear->setIcon(themedIcon(QStringLiteral("close")));
    clear->setAutoRaise(true);
    clear->setFocusPolicy(Qt::StrongFocus);
    clear->setToolTip(tr("No color of its own"));
    clear->setAccessibleName(title + QStringLiteral(": ") + clear->toolTip());
    QColor &color = m_rule.*window.*part;
    connect(choose, &QPushButton::clicked, this, [this, title, &color] { chooseColor(title, color); });
    connect(clear, &QToolButton::clicked, this, [this, &color] { setColor(color, QColor()); });
    return {part, window, choose, clear};
}

void ColorRuleForm::chooseColor(const QString &title, QColor &color)
{
    auto *dialog = new QColorDialog(color.isValid() ? color : palette().color(QPalette::Base), this);
    dialog->setObjectName(QStringLiteral("ruleColorDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QColorDialog::DontUseNativeDialog);
    dialog->setWindowTitle(title);
    connect(dialog, &QColorDialog::colorSelected, this,
            [this, &color](const QColor &chosen) { setColor(color, chosen); });
    dialog->open();
}

void ColorRuleForm::setColor(QColor &color, const QColor &chosen)
{
    color = chosen;
    show();
    emit edited();
}

void ColorRuleForm::setRule(const ColorRule &rule)
{
    const QScopedValueRollback setting(m_setting, true);
    m_rule = rule;
    m_name->setText(rule.name);
    m_filter->setText(rule.filter);
    m_mark->setText(rule.mark);
    show();
}

void ColorRuleForm::take()
{
    if (m_setting)
        return;
    m_rule.name = m_name->text();
    m_rule.filter = m_filter->text();
    m_rule.mark = m_mark->text();
    show();
    emit edited();
}

void ColorRuleForm::show()
{
    const auto filter = parseFilter(m_rule.filter, m_zone);
    QPalette palette = this->palette();
    palette.setColor(QPalette::Base, toneBackground(filter ? Tone::Succeeded : Tone::Failed, palette));
    m_filter->setPalette(palette);
    m_error->setText(filter ? QString() : asSentence(filterWords(filter.error())));
    for (const ColorChoice &choice : m_colors) {
        const QColor &color = m_rule.*choice.window.*choice.part;
        choice.choose->setIcon(swatch(color, devicePixelRatioF()));
        choice.clear->setEnabled(color.isValid());
    }
    paintPreview(m_light, m_rule, lightPalette());
    paintPreview(m_dark, m_rule, darkPalette());
}

} // namespace arbscope
