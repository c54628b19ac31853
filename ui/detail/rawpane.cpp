// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/rawpane.h"

#include "ui/detail/rawview.h"
#include "ui/text/displaytext.h"

namespace arbscope {

namespace {

constexpr int StoredTab = 0;
const std::array AnswerNames{QStringLiteral("order_1_data"), QStringLiteral("order_2_data")};

} // namespace

RawPane::RawPane(FileChooser &files, QWidget *parent)
    : QTabWidget(parent)
    , m_stored(new RawView(QStringLiteral("report.json"), files, this))
    , m_answers{new RawView(QStringLiteral("order_1_data.json"), files, this),
                new RawView(QStringLiteral("order_2_data.json"), files, this)}
{
    setObjectName(QStringLiteral("rawTabs"));
    setDocumentMode(true);
    addTab(m_stored, tr("Stored text"));
    addTab(m_answers[0], tr("Answer 1"));
    addTab(m_answers[1], tr("Answer 2"));
    setTabToolTip(0, tr("The report as it stands in Redis"));
    setTabToolTip(1, AnswerNames[0]);
    setTabToolTip(2, AnswerNames[1]);
    connect(m_stored, &RawView::memberSelected, this, &RawPane::memberSelected);
    connect(this, &QTabWidget::currentChanged, this, [this](int tab) {
        if (!m_selecting && tab > StoredTab)
            emit memberSelected(AnswerNames[std::size_t(tab) - 1]);
    });
}

QString RawPane::answerTitle(int index, const Report *report)
{
    constexpr qsizetype LongestName = 24;
    if (!report)
        return tr("Answer %1").arg(index + 1);
    QString exchange = displayLine(index == 0 ? report->exchange1 : report->exchange2, LongestName);
    exchange.replace(QLatin1Char('&'), QStringLiteral("&&")); // a tab would take it for a key
    return tr("Answer %1: %2").arg(index + 1).arg(exchange);
}

void RawPane::setTrade(const StoredTrade &trade)
{
    if (trade.present)
        m_stored->setText(trade.raw);
    else
        m_stored->clear(tr("The index names this trade, but the store has no report of it."));
    const Report *report = trade.report();
    for (int i = 0; i < 2; ++i) {
        setTabText(i + 1, answerTitle(i, report));
        const std::optional<QString> answer = !report ? std::nullopt : i == 0 ? report->order1Data : report->order2Data;
        if (answer)
            m_answers[std::size_t(i)]->setText(*answer);
        else
            m_answers[std::size_t(i)]->clear(report ? tr("Not known: the report has no raw answer of this exchange.")
                                                    : tr("The report cannot be read; see the stored text."));
    }
}

void RawPane::selectMember(const QString &name)
{
    m_selecting = true;
    m_stored->selectMember(name);
    if (name == AnswerNames[0])
        setCurrentIndex(1);
    else if (name == AnswerNames[1])
        setCurrentIndex(2);
    else
        setCurrentIndex(StoredTab);
    m_selecting = false;
}

} // namespace arbscope
