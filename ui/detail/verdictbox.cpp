// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/verdictbox.h"

#include "ui/text/displaytext.h"
#include "ui/theme/icons.h"

#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace arbscope {

namespace {

constexpr int IconSize = 20;
constexpr int VisibleIssues = 4;
constexpr int MemberRole = Qt::UserRole + 1;

} // namespace

VerdictBox::VerdictBox(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_issues(new QListWidget(this))
{
    setObjectName(QStringLiteral("verdict"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_issues->setObjectName(QStringLiteral("issues"));
    m_issues->setAccessibleName(tr("What was found"));
    m_issues->setFrameShape(QFrame::NoFrame);
    m_issues->setUniformItemSizes(true);
    m_issues->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_title);
    texts->addWidget(m_issues);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 6, 8, 6);
    row->setSpacing(8);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    connect(m_issues, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item && !item->data(MemberRole).toString().isEmpty())
            emit memberSelected(item->data(MemberRole).toString());
    });
    hide();
}

void VerdictBox::setTrade(const StoredTrade &trade, bool indexed)
{
    m_verdict = trade.present ? trade.read.verdict : Verdict::Invalid;
    const bool orphan = trade.present && !indexed;
    setVisible(m_verdict != Verdict::Valid || orphan);
    m_issues->clear();
    QStringList words;
    if (orphan)
        words << tr("The index does not name this report: it stands at the end of the list, whatever its time.");
    if (!trade.present && !indexed)
        words << tr("The report is not in the store any more.");
    else if (!trade.present)
        words << tr("The report is missing: the index names the trade, but the store has no text for it.");
    else if (m_verdict == Verdict::Invalid)
        words << tr("This report cannot be read. Its stored text is shown as it is.");
    else if (m_verdict == Verdict::Coerced)
        words << tr("Read by converting what the bot wrote in another type than agreed:");
    m_title->setText(words.join(u'\n'));
    for (const Issue &issue : trade.present ? trade.read.issues : std::vector<Issue>()) {
        const QString member = QString::fromStdString(issue.member);
        const QString message = QString::fromStdString(issue.message);
        auto *item = new QListWidgetItem(
            displayLine(member.isEmpty() ? message : QString(member % QStringLiteral(": ") % message)), m_issues);
        item->setData(MemberRole, member);
        item->setToolTip(plainToolTip(item->text()));
    }
    const int rows = std::min(m_issues->count(), VisibleIssues);
    m_issues->setVisible(rows > 0);
    if (rows > 0)
        m_issues->setFixedHeight(rows * m_issues->sizeHintForRow(0) + 2);
    applyColors();
}

void VerdictBox::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        applyColors();
}

void VerdictBox::applyColors()
{
    const Tone tone = m_verdict == Verdict::Invalid ? Tone::Invalid : Tone::Coerced;
    const QPalette base = QGuiApplication::palette();
    QPalette own = base;
    own.setColor(QPalette::Window, toneBackground(tone, base));
    own.setColor(QPalette::Base, toneBackground(tone, base));
    setPalette(own);
    m_issues->setPalette(own);
    const QString icon = m_verdict == Verdict::Invalid ? QStringLiteral("error") : QStringLiteral("warning");
    m_icon->setPixmap(themedIcon(icon, tone).pixmap(QSize(IconSize, IconSize), devicePixelRatioF()));
}

} // namespace arbscope
