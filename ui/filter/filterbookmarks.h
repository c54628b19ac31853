// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <functional>
#include <vector>

class QMenu;
class QToolButton;

namespace arbscope {

class FilterFlow;
class Settings;

/// Filters that a person named: a menu of the filter bar that applies, adds, renames and removes them.
class FilterBookmarks final : public QObject
{
    Q_OBJECT
public:
    struct Bookmark
    {
        QString name;
        QString filter;
        bool operator==(const Bookmark &) const = default;
    };
    FilterBookmarks(QToolButton &button, FilterFlow &filter, Settings &settings, QObject *parent = nullptr);

    [[nodiscard]] std::vector<Bookmark> bookmarks() const;

private:
    void fill();
    void addToMenu(QMenu &menu, const std::function<void(size_t)> &chosen) const;
    void askForName(const QString &title, const QString &name, const std::function<void(const QString &)> &named);
    void add(const QString &name);
    void rename(size_t at, const QString &name);
    void remove(size_t at);
    void save(const std::vector<Bookmark> &bookmarks);

    QToolButton &m_button;
    FilterFlow &m_filter;
    Settings &m_settings;
    QMenu *m_menu;
};

} // namespace arbscope
