// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/comparedialog.h"

#include "core/analysis/filterparser.h"
#include "ui/dialogs/periodpicker.h"
#include "ui/text/displaytext.h"
#include "ui/text/filterwords.h"
#include "ui/text/sentence.h"
#include "ui/text/timeformat.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

namespace arbscope {

namespace {

FilterPart both(const FilterPart &left, const FilterPart &right)
{
    if (!left || !right)
        return left ? left : right;
    return std::make_shared<const FilterExpression>(FilterExpression{And{left, right}});
}

/// None for an open end.
FilterPart clockIs(Comparison comparison, double clock)
{
    const auto number = Decimal::fromText(numberText(clock).toStdString());
    if (!std::isfinite(clock) || !number)
        return {};
    return std::make_shared<const FilterExpression>(
        FilterExpression{CompareLiteral{fieldId("clock"), comparison, FilterLiteral{*number}}});
}

} // namespace

CompareDialog::CompareDialog(const std::vector<QByteArray> &servers, const QByteArray &current, const QString &filter,
                             const QTimeZone &zone, QWidget *parent)
    : QDialog(parent)
    , m_zone(zone)
    , m_server(new QComboBox)
    , m_filter(new QLineEdit(filter.trimmed()))
    , m_period(new PeriodPicker(zone, QDateTime::currentDateTime()))
    , m_error(new QLabel)
{
    setObjectName(QStringLiteral("compareDialog"));
    setWindowTitle(tr("Compare with"));
    m_server->setObjectName(QStringLiteral("compareServer"));
    for (const QByteArray &server : servers) {
        m_server->addItem(displayBytes(server, 60), server);
        if (server == current)
            m_server->setCurrentIndex(m_server->count() - 1);
    }
    m_filter->setObjectName(QStringLiteral("compareFilter"));
    m_filter->setPlaceholderText(tr("All trades"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(fontMetrics().averageCharWidth() * 60);
    m_error->setObjectName(QStringLiteral("compareError"));
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);

    auto *words = new QLabel(tr("The figures of these trades are put beside those of the trades shown."));
    words->setWordWrap(true);
    auto *form = new QFormLayout;
    form->addRow(tr("&Server:"), m_server);
    form->addRow(tr("&Period:"), m_period);
    form->addRow(tr("&Filter:"), m_filter);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_accept = buttons->addButton(tr("Compare"), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(QStringLiteral("compareAccept"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_filter, &QLineEdit::textChanged, this, &CompareDialog::check);
    connect(m_period, &PeriodPicker::changed, this, &CompareDialog::check);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(words);
    column->addLayout(form);
    column->addWidget(m_error);
    column->addWidget(buttons);
    m_accept->setDefault(true); // once it is in its dialog
    check();
}

void CompareDialog::check()
{
    QString error;
    if (const QString text = m_filter->text().trimmed(); !text.isEmpty()) {
        if (const auto filter = parseFilter(text, m_zone); !filter)
            error = asSentence(filterWords(filter.error()));
    }
    m_error->setText(error);
    m_error->setVisible(!error.isEmpty());
    m_accept->setEnabled(error.isEmpty() && m_period->isValid() && m_server->count() > 0);
}

TradeComparison CompareDialog::comparison() const
{
    TradeComparison comparison{.server = m_server->currentData().toByteArray(), .filter = {}, .title = {}};
    QStringList title{m_server->currentText()};
    const Period period = m_period->period();
    comparison.filter
        = both(clockIs(Comparison::GreaterOrEqual, period.since), clockIs(Comparison::LessOrEqual, period.until));
    if (comparison.filter) {
        const TimeFormat format{.kind = TimeZoneKind::Named, .zone = m_zone};
        const auto end
            = [&format](double clock) { return std::isfinite(clock) ? format.text(clock) : QStringLiteral("…"); };
        title << end(period.since) + u" – " + end(period.until);
    }
    const QString text = m_filter->text().trimmed();
    if (const auto filter = text.isEmpty() ? std::unexpected(FilterError()) : parseFilter(text, m_zone)) {
        comparison.filter = both(*filter, comparison.filter);
        title << displayLine(text, 80);
    }
    comparison.title = title.join(u" · ");
    return comparison;
}

} // namespace arbscope
