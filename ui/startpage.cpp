// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/startpage.h"

#include "ui/banner.h"
#include "ui/displaytext.h"
#include "ui/theme/icons.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace arbscope {

namespace {

constexpr int ContentWidth = 560;
constexpr int LogoSize = 96;
constexpr int VisibleRecent = 6;

QPushButton *bigButton(const QString &name, const QString &icon, const QString &text, const QString &tip,
                       QWidget *parent)
{
    auto *button = new QPushButton(themedIcon(icon), text, parent);
    button->setObjectName(name);
    button->setIconSize(QSize(20, 20));
    button->setMinimumHeight(40);
    button->setToolTip(tip);
    button->setAutoDefault(true);
    return button;
}

QLabel *label(const QString &text, QWidget *parent)
{
    auto *result = new QLabel(text, parent);
    result->setTextFormat(Qt::PlainText);
    result->setWordWrap(true);
    return result;
}

QFont scaled(QFont font, qreal factor, bool bold)
{
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setBold(bold);
    return font;
}

} // namespace

StartPage::StartPage(QWidget *parent)
    : QWidget(parent)
    , m_connect(bigButton(QStringLiteral("startConnect"), QStringLiteral("connect"), tr("&Connect to a store…"),
                          tr("Open the Redis that your bots write their reports to"), this))
    , m_file(bigButton(
          QStringLiteral("startFile"), QStringLiteral("open"), tr("&Open a file…"),
          tr("Open a Redis dump or JSON lines in a private store, read-only; they can also be dropped here"), this))
    , m_demo(bigButton(QStringLiteral("startDemo"), QStringLiteral("demo"), tr("Try the &demo"),
                       tr("Open sample trades in a private store; nothing of yours is touched"), this))
    , m_recentTitle(label(tr("&Recent stores"), this))
    , m_recent(new QListWidget(this))
    , m_busy(label(QString(), this))
    , m_error(new Banner(this))
{
    auto *logo = new QLabel(this);
    logo->setPixmap(applicationIcon().pixmap(QSize(LogoSize, LogoSize), devicePixelRatioF()));
    auto *title = label(QStringLiteral("ArbScope"), this);
    title->setFont(scaled(font(), 2.2, true));
    auto *subtitle = label(tr("See what your arbitrage bots did, trade by trade."), this);
    subtitle->setForegroundRole(QPalette::PlaceholderText);
    m_recentTitle->setFont(scaled(font(), 1.0, true));
    m_recentTitle->setBuddy(m_recent);
    m_busy->setObjectName(QStringLiteral("startBusy"));
    m_error->setObjectName(QStringLiteral("startError"));

    m_recent->setObjectName(QStringLiteral("startRecent"));
    m_recent->setAccessibleName(tr("Recent stores"));
    m_recent->setUniformItemSizes(true);
    m_recent->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_recent->setTextElideMode(Qt::ElideMiddle);
    m_recent->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *forget = new QAction(themedIcon(QStringLiteral("remove")), tr("Remove from this list"), m_recent);
    forget->setShortcut(QKeySequence::Delete);
    forget->setShortcutContext(Qt::WidgetShortcut);
    m_recent->addAction(forget);
    connect(forget, &QAction::triggered, this, [this] {
        if (const int row = m_recent->currentRow(); row >= 0)
            emit removeRecentRequested(m_stores[std::size_t(row)].display());
    });
    connect(m_recent, &QListWidget::itemActivated, this, &StartPage::openCurrent);
    connect(m_connect, &QPushButton::clicked, this, &StartPage::connectRequested);
    connect(m_file, &QPushButton::clicked, this, &StartPage::fileRequested);
    connect(m_demo, &QPushButton::clicked, this, &StartPage::demoRequested);

    auto *names = new QVBoxLayout;
    names->addStretch();
    names->addWidget(title);
    names->addWidget(subtitle);
    names->addStretch();
    auto *head = new QHBoxLayout;
    head->setSpacing(20);
    head->addWidget(logo);
    head->addLayout(names, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(12);
    buttons->addWidget(m_connect, 1);
    buttons->addWidget(m_file, 1);
    buttons->addWidget(m_demo, 1);

    auto *content = new QWidget(this);
    content->setMaximumWidth(ContentWidth);
    auto *column = new QVBoxLayout(content);
    column->setSpacing(12);
    column->addLayout(head);
    column->addSpacing(16);
    column->addLayout(buttons);
    column->addWidget(m_busy);
    column->addSpacing(12);
    column->addWidget(m_recentTitle);
    column->addWidget(m_recent);

    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(m_error);
    page->addStretch(2);
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(content, 100);
    middle->addStretch(1);
    page->addLayout(middle);
    page->addStretch(3);
    setFocusProxy(m_connect);
    setRecentStores({});
    setBusy({});
}

void StartPage::setRecentStores(std::vector<StoreTarget> stores)
{
    m_stores = std::move(stores);
    m_recent->clear();
    for (const StoreTarget &store : m_stores) {
        const QString icon = store.url.isLocal() ? QStringLiteral("database")
            : store.url.tls                      ? QStringLiteral("lock")
                                                 : QStringLiteral("server");
        auto *item = new QListWidgetItem(themedIcon(icon), displayLine(store.display()), m_recent);
        item->setToolTip(plainToolTip(store.display()));
        item->setSizeHint(QSize(0, fontMetrics().height() + 12));
    }
    const int rows = std::min(int(m_stores.size()), VisibleRecent);
    m_recent->setFixedHeight(rows * (fontMetrics().height() + 12) + 2 * m_recent->frameWidth());
    m_recent->setVisible(rows > 0);
    m_recentTitle->setVisible(rows > 0);
    if (rows > 0)
        m_recent->setCurrentRow(0);
}

void StartPage::setBusy(const QString &text)
{
    const bool idle = text.isEmpty();
    m_connect->setEnabled(idle);
    m_file->setEnabled(idle);
    m_demo->setEnabled(idle);
    m_recent->setEnabled(idle);
    m_busy->setText(text);
    m_busy->setVisible(!idle);
    if (!idle)
        m_error->hide();
}

void StartPage::showError(const QString &text, const QString &detail)
{
    m_error->showMessage(Banner::Kind::Error, text, detail);
}

void StartPage::openCurrent()
{
    if (const int row = m_recent->currentRow(); row >= 0)
        emit recentRequested(m_stores[std::size_t(row)]);
}

} // namespace arbscope
