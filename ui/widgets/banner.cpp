// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/banner.h"

#include "ui/theme/icons.h"

#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace arbscope {

namespace {

constexpr int IconSize = 20;

Tone toneOf(Banner::Kind kind)
{
    switch (kind) {
    case Banner::Kind::Info:
        return Tone::Open;
    case Banner::Kind::Warning:
        return Tone::Coerced;
    case Banner::Kind::Error:
        return Tone::Failed;
    }
    std::unreachable();
}

QString iconOf(Banner::Kind kind)
{
    switch (kind) {
    case Banner::Kind::Info:
        return QStringLiteral("info");
    case Banner::Kind::Warning:
        return QStringLiteral("warning");
    case Banner::Kind::Error:
        return QStringLiteral("error");
    }
    std::unreachable();
}

QLabel *textLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

Banner::Banner(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(textLabel(QStringLiteral("bannerText"), this))
    , m_detail(textLabel(QStringLiteral("bannerDetail"), this))
    , m_buttonRow(new QHBoxLayout)
    , m_close(new QToolButton(this))
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_close->setObjectName(QStringLiteral("bannerClose"));
    m_close->setAutoRaise(true);
    m_close->setIcon(themedIcon(QStringLiteral("close")));
    m_close->setToolTip(tr("Close"));
    m_close->setAccessibleName(tr("Close this message"));
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        emit closed();
    });

    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addStretch();
    texts->addWidget(m_text);
    texts->addWidget(m_detail);
    texts->addStretch();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 8, 8);
    row->setSpacing(10);
    row->addWidget(m_icon, 0, Qt::AlignVCenter);
    row->addLayout(texts, 1);
    row->addLayout(m_buttonRow);
    row->addWidget(m_close, 0, Qt::AlignTop);
    hide();
}

void Banner::showMessage(Kind kind, const QString &text, const QString &detail, std::vector<BannerAction> actions)
{
    m_kind = kind;
    m_text->setText(text);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    for (auto *button : std::exchange(m_buttons, {}))
        button->deleteLater(); // a button's own action may show the next message
    for (auto &action : actions) {
        auto *button = new QPushButton(action.text, this);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, std::move(action.triggered));
        m_buttonRow->addWidget(button, 0, Qt::AlignVCenter);
        m_buttons.push_back(button);
    }
    setAccessibleName(text);
    setAccessibleDescription(detail);
    applyColors();
    show();
    emit shown(kind, text, detail);
}

QString Banner::text() const
{
    return m_text->text();
}

void Banner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        applyColors();
}

void Banner::applyColors()
{
    const QPalette base = QGuiApplication::palette();
    QPalette own = base;
    own.setColor(QPalette::Window, toneBackground(toneOf(m_kind), base));
    setPalette(own);
    QPalette weak = own;
    QColor quiet = base.color(QPalette::WindowText);
    quiet.setAlphaF(0.75F);
    weak.setColor(QPalette::WindowText, quiet);
    m_detail->setPalette(weak);
    m_icon->setPixmap(
        themedIcon(iconOf(m_kind), toneOf(m_kind)).pixmap(QSize(IconSize, IconSize), devicePixelRatioF()));
}

} // namespace arbscope
