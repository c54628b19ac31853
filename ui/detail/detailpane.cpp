// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/detailpane.h"

#include "ui/columns/columns.h"
#include "ui/copying/tradetext.h"
#include "ui/detail/detailmodel.h"
#include "ui/detail/detailtree.h"
#include "ui/detail/rawpane.h"
#include "ui/detail/verdictbox.h"
#include "ui/marks/markbook.h"
#include "ui/marks/marktext.h"
#include "ui/text/displaytext.h"
#include "ui/text/timedisplay.h"
#include "ui/theme/icons.h"

#include <QClipboard>
#include <QDataStream>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QSplitter>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <utility>

namespace arbscope {

namespace {

constexpr qsizetype LongestNote = 2000; ///< characters; the note's own dialog shows all

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a long name must not widen the window
    return label;
}

QString cell(QStringView id, const StoredTrade &trade, const TimeFormat &format)
{
    return tradeColumns()[std::size_t(tradeColumnIndex(id))].text(trade, format);
}

} // namespace

DetailPane::DetailPane(const TimeDisplay &times, FileChooser &files, QWidget *parent)
    : QWidget(parent)
    , m_times(times)
    , m_stack(new QStackedLayout(this))
    , m_placeholder(new QLabel(this))
    , m_heading(plainLabel(this))
    , m_place(plainLabel(this))
    , m_note(plainLabel(this))
    , m_verdict(new VerdictBox(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_model(new DetailModel(times, this))
    , m_tree(new DetailTree(m_model, this))
    , m_raw(new RawPane(files, this))
{
    m_placeholder->setObjectName(QStringLiteral("detailPlaceholder"));
    m_placeholder->setTextFormat(Qt::PlainText);
    m_placeholder->setAlignment(Qt::AlignCenter);
    m_placeholder->setWordWrap(true);
    m_placeholder->setForegroundRole(QPalette::PlaceholderText);
    m_heading->setObjectName(QStringLiteral("detailHeading"));
    m_place->setForegroundRole(QPalette::PlaceholderText);
    m_note->setObjectName(QStringLiteral("detailNote"));
    m_note->setWordWrap(true);
    m_note->hide();
    QFont bold = font();
    bold.setBold(true);
    m_heading->setFont(bold);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_tree);
    m_splitter->addWidget(m_raw);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);

    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(8, 6, 8, 6);
    head->setSpacing(2);
    head->addWidget(m_heading);
    head->addWidget(m_place);
    head->addWidget(m_note);
    column->addLayout(head);
    column->addWidget(m_verdict);
    column->addWidget(m_splitter, 1);
    m_stack->addWidget(m_placeholder);
    m_stack->addWidget(page);

    connect(&times, &TimeDisplay::changed, this, &DetailPane::updateHeading);
    connect(&times, &TimeDisplay::aged, this, &DetailPane::updateHeading);
    connect(m_tree, &DetailTree::filterMenuRequested, this, &DetailPane::filterMenuRequested);
    connect(m_tree, &DetailTree::memberSelected, this, [this](const QString &name) {
        m_raw->selectMember(name);
        emit memberSelected(name);
    });
    connect(m_raw, &RawPane::memberSelected, this, [this](const QString &name) {
        m_tree->selectMember(name);
        emit memberSelected(name);
    });
    connect(m_verdict, &VerdictBox::memberSelected, this, &DetailPane::select);
    addCopyMenu();
    setFocusProxy(m_tree);
    showPlaceholder({});
}

DetailPane::~DetailPane() = default;

void DetailPane::addCopyMenu()
{
    auto *menu = new QMenu(tr("Copy &trade as"), this);
    menu->setObjectName(QStringLiteral("copyTradeAs"));
    menu->setIcon(themedIcon(QStringLiteral("copy")));
    for (const auto &[kind, text] : {std::pair{TradeTextKind::Text, tr("&Text")},
                                     {TradeTextKind::Csv, tr("&CSV")},
                                     {TradeTextKind::Json, tr("&JSON")},
                                     {TradeTextKind::Python, tr("&Python dict")}}) {
        menu->addAction(text, this, [this, as = kind] {
            const std::vector<TradePtr> trades{m_trade};
            if (m_trade && countAs(as, trades) > 0)
                QGuiApplication::clipboard()->setText(tradesAs(as, trades, m_times.format()));
        });
    }
    m_tree->addAction(menu->menuAction());
}

void DetailPane::select(const QString &name)
{
    m_tree->selectMember(name);
    m_raw->selectMember(name);
    emit memberSelected(name);
}

void DetailPane::showTrade(const QByteArray &server, std::shared_ptr<const StoredTrade> trade, bool indexed)
{
    m_server = server;
    m_trade = std::move(trade);
    updateHeading();
    updateNote();
    m_verdict->setTrade(*m_trade, indexed);
    m_model->setTrade(m_trade);
    m_tree->setVisible(m_trade->report() != nullptr);
    m_raw->setTrade(*m_trade);
    m_stack->setCurrentIndex(1);
}

void DetailPane::showPlaceholder(const QString &text)
{
    m_trade.reset();
    m_model->setTrade(nullptr);
    m_placeholder->setText(text);
    m_stack->setCurrentIndex(0);
}

void DetailPane::updateHeading()
{
    if (!m_trade)
        return;
    m_place->setText(tr("Order %1 on %2").arg(displayBytes(m_trade->orderId), displayBytes(m_server)));
    const QString outcome = cell(u"outcome", *m_trade, m_times.format());
    if (!m_trade->report()) {
        m_heading->setText(outcome);
        return;
    }
    const QStringList parts{cell(u"pair", *m_trade, m_times.format()), cell(u"route", *m_trade, m_times.format()),
                            cell(u"clock", *m_trade, m_times.format()), outcome};
    m_heading->setText(parts.join(QStringLiteral("   ·   ")));
}

void DetailPane::setMarks(const MarkBook &marks)
{
    m_marks = &marks;
    connect(m_marks, &MarkBook::changed, this, &DetailPane::updateNote);
    updateNote();
}

void DetailPane::updateNote()
{
    const Mark *mark = m_marks && m_trade ? m_marks->find({m_server, m_trade->orderId}) : nullptr;
    const QString text = markText(mark);
    m_note->setText(text.size() > LongestNote ? QString(text.first(LongestNote) + u'…') : text);
    m_note->setVisible(!text.isEmpty());
}

QByteArray DetailPane::saveState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << m_splitter->saveState() << m_tree->header()->saveState();
    return state;
}

void DetailPane::restoreState(const QByteArray &state)
{
    QDataStream stream(state);
    QByteArray splitter;
    QByteArray header;
    stream >> splitter >> header;
    if (stream.status() != QDataStream::Ok)
        return;
    m_splitter->restoreState(splitter);
    m_tree->header()->restoreState(header);
}

} // namespace arbscope
