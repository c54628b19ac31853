// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/colors/colorruleform.h"

#include "core/analysis/filterparser.h"
#include "ui/theme/theme.h"

#include <QColorDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScopedValueRollback>

namespace arbscope {

namespace {

QIcon swatch(const QColor &color)
{
    QPixmap pixmap(16, 16);
    pixmap.fill(color.isValid() ? color : Qt::transparent);
    QPainter painter(&pixmap);
    painter.setPen(Qt::gray);
    painter.drawRect(0, 0, 15, 15);
    if (!color.isValid())
        painter.drawLine(0, 15, 15, 0);
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
    m_mark->setMaxLength(int(ColorRule::LongestMark));
    m_mark->setMaximumWidth(60);
    auto *form = new QFormLayout(this);
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("Filter"), m_filter);
    form->addRow(QString(), m_error);
    form->addRow(tr("Mark"), m_mark);
    const auto row = [&](const QString &label, QPushButton *text, QPushButton *ground, QLabel *preview) {
        auto *line = new QHBoxLayout;
        line->addWidget(text);
        line->addWidget(ground);
        preview->setAutoFillBackground(true);
        preview->setTextFormat(Qt::PlainText);
        preview->setMargin(6);
        line->addWidget(preview, 1);
        form->addRow(label, line);
    };
    m_colors = {addColor("lightText", tr("Text"), m_rule.light.text),
                addColor("lightGround", tr("Ground"), m_rule.light.ground),
                addColor("darkText", tr("Text"), m_rule.dark.text),
                addColor("darkGround", tr("Ground"), m_rule.dark.ground)};
    row(tr("Light"), m_colors[0], m_colors[1], m_light);
    row(tr("Dark"), m_colors[2], m_colors[3], m_dark);
    for (QLineEdit *line : {m_name, m_filter, m_mark})
        connect(line, &QLineEdit::textChanged, this, &ColorRuleForm::take);
    show();
}

QPushButton *ColorRuleForm::addColor(const char *name, const QString &text, QColor &color)
{
    auto *button = new QPushButton(text);
    button->setObjectName(QLatin1StringView(name));
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, text, &color] { chooseColor(text, color); });
    return button;
}

void ColorRuleForm::chooseColor(const QString &title, QColor &color)
{
    auto *dialog = new QColorDialog(color.isValid() ? color : palette().color(QPalette::Base), this);
    dialog->setObjectName(QStringLiteral("ruleColorDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QColorDialog::DontUseNativeDialog);
    dialog->setWindowTitle(title);
    connect(dialog, &QColorDialog::colorSelected, this, [this, &color](const QColor &chosen) {
        color = chosen;
        show();
        emit edited();
    });
    dialog->open();
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
    m_error->setText(filter ? QString() : filter.error().message);
    m_colors[0]->setIcon(swatch(m_rule.light.text));
    m_colors[1]->setIcon(swatch(m_rule.light.ground));
    m_colors[2]->setIcon(swatch(m_rule.dark.text));
    m_colors[3]->setIcon(swatch(m_rule.dark.ground));
    paintPreview(m_light, m_rule, lightPalette());
    paintPreview(m_dark, m_rule, darkPalette());
}

} // namespace arbscope
