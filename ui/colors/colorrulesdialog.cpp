// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/colors/colorrulesdialog.h"

#include "ui/colors/colorruleform.h"
#include "ui/text/displaytext.h"
#include "ui/widgets/firstsize.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace arbscope {

ColorRulesDialog::ColorRulesDialog(std::vector<ColorRule> rules, const QTimeZone &zone, QWidget *parent)
    : QDialog(parent)
    , m_rules(std::move(rules))
    , m_list(new QListWidget)
    , m_form(new ColorRuleForm(zone))
{
    setObjectName(QStringLiteral("colorRulesDialog"));
    setWindowTitle(tr("Color rules"));
    m_list->setObjectName(QStringLiteral("colorRules"));
    m_list->setAccessibleName(windowTitle());
    m_up = addButton("ruleUp", tr("Move &up"), &ColorRulesDialog::moveUp);
    m_down = addButton("ruleDown", tr("Move &down"), &ColorRulesDialog::moveDown);
    m_remove = addButton("ruleRemove", tr("Re&move"), &ColorRulesDialog::remove);
    auto *hint = new QLabel(tr("The first rule from the top whose filter is true of a trade colors its row and puts "
                               "its mark there."));
    hint->setWordWrap(true);
    auto *buttons = new QVBoxLayout;
    buttons->addWidget(addButton("ruleAdd", tr("&Add"), &ColorRulesDialog::add));
    buttons->addWidget(m_remove);
    buttons->addWidget(m_up);
    buttons->addWidget(m_down);
    buttons->addStretch();
    buttons->addWidget(addButton("ruleRestore", tr("Re&store the defaults"), &ColorRulesDialog::restore));
    auto *top = new QHBoxLayout;
    top->addWidget(m_list, 1);
    top->addLayout(buttons);
    auto *box = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(10);
    layout->addWidget(hint);
    layout->addLayout(top, 1);
    layout->addWidget(m_form);
    layout->addWidget(box);
    resizeOnScreen(*this, {680, 620});
    connect(box, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_form, &ColorRuleForm::edited, this, &ColorRulesDialog::takeForm);
    connect(m_list, &QListWidget::currentRowChanged, this, &ColorRulesDialog::showCurrent);
    connect(m_list, &QListWidget::itemChanged, this, [this](const QListWidgetItem *item) {
        if (!m_filling)
            m_rules[static_cast<size_t>(m_list->row(item))].enabled = item->checkState() == Qt::Checked;
    });
    fill(0);
}

QPushButton *ColorRulesDialog::addButton(const char *name, const QString &text,
                                         void (ColorRulesDialog::*clicked)()) const
{
    auto *button = new QPushButton(text);
    button->setObjectName(QLatin1StringView(name));
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, clicked);
    return button;
}

void ColorRulesDialog::fill(int current)
{
    {
        const QScopedValueRollback filling(m_filling, true);
        m_list->clear();
        for (int row = 0; row < int(m_rules.size()); ++row) {
            m_list->addItem(new QListWidgetItem);
            showItem(row);
        }
    }
    m_list->setCurrentRow(std::clamp(current, 0, std::max(0, m_list->count() - 1)));
    showCurrent();
}

void ColorRulesDialog::showItem(int row)
{
    const QScopedValueRollback filling(m_filling, true);
    const ColorRule &rule = m_rules[static_cast<size_t>(row)];
    QListWidgetItem *item = m_list->item(row);
    const ColorRule::Colors &colors = rule.colorsFor(palette());
    item->setText(QString(displayLine(rule.mark) % QStringLiteral("   ") % displayLine(rule.name, 60)
                          % QStringLiteral("   –   ") % displayLine(rule.filter, 80)));
    item->setData(Qt::BackgroundRole, colors.ground.isValid() ? QVariant(colors.ground) : QVariant());
    item->setData(Qt::ForegroundRole, colors.text.isValid() ? QVariant(colors.text) : QVariant());
    item->setCheckState(rule.enabled ? Qt::Checked : Qt::Unchecked);
}

void ColorRulesDialog::showCurrent()
{
    if (m_filling)
        return;
    const int row = m_list->currentRow();
    m_form->setEnabled(row >= 0);
    m_form->setRule(row >= 0 ? m_rules[static_cast<size_t>(row)] : ColorRule());
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_list->count());
    m_remove->setEnabled(row >= 0);
}

void ColorRulesDialog::takeForm()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    m_rules[static_cast<size_t>(row)] = m_form->rule();
    m_rules[static_cast<size_t>(row)].enabled = m_list->item(row)->checkState() == Qt::Checked;
    showItem(row);
}

void ColorRulesDialog::add()
{
    m_rules.insert(m_rules.begin(),
                   ColorRule{tr("New rule"), QStringLiteral("failed"), QStringLiteral("N"), {}, {}, true});
    fill(0);
}

void ColorRulesDialog::remove()
{
    const int row = m_list->currentRow();
    m_rules.erase(m_rules.begin() + row);
    fill(row);
}

void ColorRulesDialog::move(int steps)
{
    const int row = m_list->currentRow();
    std::swap(*(m_rules.begin() + row), *(m_rules.begin() + row + steps));
    fill(row + steps);
}

void ColorRulesDialog::restore()
{
    m_rules = shippedColorRules();
    fill(0);
}

} // namespace arbscope
