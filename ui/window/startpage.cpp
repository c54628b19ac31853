// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/startpage.h"

#include "ui/store/storemark.h"
#include "ui/text/displaytext.h"
#include "ui/theme/icons.h"
#include "ui/widgets/banner.h"

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

constexpr int ContentWidth = 720;
constexpr int LogoSize = 96;
constexpr int VisibleRows = 6;

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

void setUpList(QLabel *title, QListWidget *list, const QString &name)
{
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    title->setBuddy(list);
    list->setObjectName(name);
    list->setAccessibleName(title->text().remove(u'&'));
    list->setUniformItemSizes(true);
    list->setTextElideMode(Qt::ElideMiddle);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
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
    , m_savedTitle(label(tr("&Saved connections"), this))
    , m_saved(new QListWidget(this))
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
    setUpList(m_savedTitle, m_saved, QStringLiteral("startSaved"));
    setUpList(m_recentTitle, m_recent, QStringLiteral("startRecent"));
    m_busy->setObjectName(QStringLiteral("startBusy"));
    m_error->setObjectName(QStringLiteral("startError"));

    m_recent->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *forget = new QAction(themedIcon(QStringLiteral("remove")), tr("Remove from this list"), m_recent);
    forget->setShortcut(QKeySequence::Delete);
    forget->setShortcutContext(Qt::WidgetShortcut);
    m_recent->addAction(forget);
    connect(forget, &QAction::triggered, this, [this] {
        if (const int row = m_recent->currentRow(); row >= 0)
            emit removeRecentRequested(m_stores[std::size_t(row)].display());
    });
    connect(m_saved, &QListWidget::itemActivated, this, &StartPage::openCurrentSaved);
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
    auto *lists = new QHBoxLayout;
    lists->setSpacing(16);
    for (const auto &[name, list] : {std::pair(m_savedTitle, m_saved), std::pair(m_recentTitle, m_recent)}) {
        auto *half = new QVBoxLayout;
        half->setSpacing(6);
        half->addWidget(name);
        half->addWidget(list);
        half->addStretch();
        lists->addLayout(half, 1);
    }
    column->addLayout(lists);

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
    setSavedConnections({});
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
    if (!m_stores.empty())
        m_recent->setCurrentRow(0);
    fitLists();
}

void StartPage::setSavedConnections(std::vector<SavedConnection> connections)
{
    m_connections = std::move(connections);
    m_saved->clear();
    for (const SavedConnection &connection : m_connections) {
        const StoreTarget &target = connection.target;
        QString text = displayLine(target.title(), 80);
        if (!connection.folder.isEmpty())
            text = displayLine(connection.folder, 40) + u" / " + text;
        if (target.mark != StoreMark::None)
            text += u" · " + markText(target.mark);
        auto *item = new QListWidgetItem(text, m_saved);
        item->setIcon(target.mark == StoreMark::None ? themedIcon(QStringLiteral("server")) : markIcon(target.mark));
        item->setToolTip(plainToolTip(target.display()));
        item->setSizeHint(QSize(0, fontMetrics().height() + 12));
    }
    if (!m_connections.empty())
        m_saved->setCurrentRow(0);
    fitLists();
}

void StartPage::fitLists()
{
    const int most = std::min(std::max(m_saved->count(), m_recent->count()), VisibleRows);
    for (const auto &[head, list] : {std::pair(m_savedTitle, m_saved), std::pair(m_recentTitle, m_recent)}) {
        list->setFixedHeight(most * (fontMetrics().height() + 12) + 2 * list->frameWidth());
        list->setVisible(list->count() > 0);
        head->setVisible(list->count() > 0);
    }
}

void StartPage::setBusy(const QString &text)
{
    const bool idle = text.isEmpty();
    m_connect->setEnabled(idle);
    m_file->setEnabled(idle);
    m_demo->setEnabled(idle);
    m_saved->setEnabled(idle);
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

void StartPage::openCurrentSaved()
{
    if (const int row = m_saved->currentRow(); row >= 0)
        emit savedRequested(m_connections[std::size_t(row)].id);
}

void StartPage::openCurrent()
{
    if (const int row = m_recent->currentRow(); row >= 0)
        emit recentRequested(m_stores[std::size_t(row)]);
}

} // namespace arbscope
