// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/filterbookmarks.h"

#include "ui/dialogs/namedialog.h"
#include "ui/filter/filterflow.h"
#include "ui/settings/keys.h"
#include "ui/settings/settings.h"
#include "ui/text/displaytext.h"

#include <QAction>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace arbscope {

FilterBookmarks::FilterBookmarks(QToolButton &button, FilterFlow &filter, Settings &settings, QObject *parent)
    : QObject(parent)
    , m_button(button)
    , m_filter(filter)
    , m_settings(settings)
    , m_menu(new QMenu(&button))
{
    m_menu->setObjectName(QStringLiteral("bookmarkMenu"));
    m_button.setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &FilterBookmarks::fill);
}

std::vector<FilterBookmarks::Bookmark> FilterBookmarks::bookmarks() const
{
    const QStringList kept = m_settings.value(keys::FilterBookmarks);
    std::vector<Bookmark> bookmarks;
    for (qsizetype i = 0; i + 1 < kept.size(); i += 2)
        bookmarks.push_back({kept[i], kept[i + 1]});
    return bookmarks;
}

void FilterBookmarks::save(const std::vector<Bookmark> &bookmarks)
{
    QStringList kept;
    for (const Bookmark &bookmark : bookmarks)
        kept << bookmark.name << bookmark.filter;
    m_settings.setValue(keys::FilterBookmarks, kept);
}

void FilterBookmarks::addToMenu(QMenu &menu, const std::function<void(size_t)> &chosen) const
{
    const std::vector<Bookmark> all = bookmarks();
    for (size_t i = 0; i < all.size(); ++i) {
        QAction *action = menu.addAction(displayLine(all[i].name, 60).replace(u'&', QStringLiteral("&&")), this,
                                         [chosen, i] { chosen(i); });
        action->setToolTip(all[i].filter.toHtmlEscaped());
    }
}

void FilterBookmarks::fill()
{
    m_menu->clear();
    m_menu->setToolTipsVisible(true);
    const std::vector<Bookmark> all = bookmarks();
    addToMenu(*m_menu, [this, all](size_t at) { m_filter.apply(all[at].filter); });
    m_menu->addSeparator();
    QAction *add = m_menu->addAction(tr("&Add the filter applied…"), this, [this] {
        askForName(tr("Add a bookmark"), m_filter.text(), [this](const QString &name) { this->add(name); });
    });
    add->setObjectName(QStringLiteral("addBookmark"));
    add->setEnabled(m_filter.isFiltering());
    QMenu *renaming = m_menu->addMenu(tr("Re&name"));
    addToMenu(*renaming, [this, all](size_t at) {
        askForName(tr("Rename a bookmark"), all[at].name, [this, at](const QString &name) { rename(at, name); });
    });
    QMenu *removing = m_menu->addMenu(tr("&Remove"));
    addToMenu(*removing, [this](size_t at) { remove(at); });
    renaming->setEnabled(!all.empty());
    removing->setEnabled(!all.empty());
}

void FilterBookmarks::askForName(const QString &title, const QString &name,
                                 const std::function<void(const QString &)> &named)
{
    auto *dialog = new NameDialog(title, name, m_button.window());
    dialog->setObjectName(QStringLiteral("bookmarkDialog"));
    connect(dialog, &NameDialog::named, this, named);
    dialog->open();
}

void FilterBookmarks::add(const QString &name)
{
    std::vector<Bookmark> all = bookmarks();
    std::erase_if(all, [&name](const Bookmark &bookmark) { return bookmark.name == name; });
    all.push_back({name, m_filter.text()});
    save(all);
}

void FilterBookmarks::rename(size_t at, const QString &name)
{
    std::vector<Bookmark> all = bookmarks();
    if (at >= all.size())
        return;
    all[at].name = name;
    const Bookmark renamed = all[at];
    std::erase_if(all, [&](const Bookmark &bookmark) { return bookmark.name == name && bookmark != renamed; });
    save(all);
}

void FilterBookmarks::remove(size_t at)
{
    std::vector<Bookmark> all = bookmarks();
    if (at >= all.size())
        return;
    all.erase(all.begin() + static_cast<std::ptrdiff_t>(at));
    save(all);
}

} // namespace arbscope
