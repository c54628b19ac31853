// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/savedconnections.h"

#include "ui/settings/connectionfile.h"
#include "ui/settings/settings.h"

#include <QJsonDocument>
#include <QUuid>

#include <algorithm>

namespace arbscope {

namespace {

constexpr QLatin1StringView ListName("stores/saved");

using List = std::vector<SavedConnection>;

QStringList foldersOf(const List &list)
{
    QStringList folders{QString()}; // what is in no folder comes first
    for (const SavedConnection &connection : list) {
        if (!folders.contains(connection.folder))
            folders.append(connection.folder);
    }
    return folders;
}

void sortBy(const QStringList &folders, List &list)
{
    std::ranges::stable_sort(
        list, {}, [&folders](const SavedConnection &connection) { return folders.indexOf(connection.folder); });
}

bool sameAs(const SavedConnection &one, const SavedConnection &other)
{
    return one.folder == other.folder && one.target.name == other.target.name
        && one.target.display() == other.target.display();
}

} // namespace

SavedConnections::SavedConnections(Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{ }

List SavedConnections::list() const
{
    return connectionsFromSettings(QJsonDocument::fromJson(m_settings.read(ListName).toString().toUtf8()).array());
}

std::optional<SavedConnection> SavedConnections::find(const QString &id) const
{
    const List all = list();
    const auto found = std::ranges::find(all, id, &SavedConnection::id);
    return found == all.end() ? std::nullopt : std::optional(*found);
}

QStringList SavedConnections::folders() const
{
    return foldersOf(list()).sliced(1);
}

QString SavedConnections::save(SavedConnection connection)
{
    List all = list();
    const auto known = std::ranges::find(all, connection.id, &SavedConnection::id);
    if (known == all.end())
        connection.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QString id = connection.id;
    if (known == all.end())
        all.push_back(std::move(connection));
    else
        *known = std::move(connection);
    store(std::move(all));
    return id;
}

QString SavedConnections::duplicate(const QString &id)
{
    List all = list();
    const auto original = std::ranges::find(all, id, &SavedConnection::id);
    if (original == all.end())
        return {};
    SavedConnection copy = *original;
    copy.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    copy.target.name = tr("%1 copy").arg(copy.target.name);
    const QString newId = copy.id;
    all.insert(original + 1, std::move(copy));
    store(std::move(all));
    return newId;
}

void SavedConnections::remove(const QString &id)
{
    List all = list();
    if (std::erase_if(all, [&id](const SavedConnection &each) { return each.id == id; }) == 0)
        return;
    store(std::move(all));
    emit removed(id);
}

void SavedConnections::move(const QString &id, int step)
{
    List all = list();
    const auto moved = std::ranges::find(all, id, &SavedConnection::id);
    if (moved == all.end())
        return;
    const auto index = moved - all.begin();
    const auto other = index + (step < 0 ? -1 : 1);
    const bool inFolder = other >= 0 && other < std::ssize(all) && all[size_t(other)].folder == moved->folder;
    if (inFolder) {
        std::swap(all[size_t(index)], all[size_t(other)]);
    } else {
        QStringList folders = foldersOf(all);
        const qsizetype from = folders.indexOf(moved->folder);
        const qsizetype to = from + (step < 0 ? -1 : 1);
        if (from < 1 || to < 1 || to >= folders.size())
            return;
        folders.swapItemsAt(from, to);
        sortBy(folders, all);
    }
    store(std::move(all));
}

int SavedConnections::add(const List &connections)
{
    List all = list();
    int added = 0;
    for (SavedConnection connection : connections) {
        if (std::ranges::any_of(all, [&connection](const auto &each) { return sameAs(each, connection); }))
            continue;
        connection.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        all.push_back(std::move(connection));
        ++added;
    }
    if (added > 0)
        store(std::move(all));
    return added;
}

void SavedConnections::store(List connections)
{
    sortBy(foldersOf(connections), connections);
    const QJsonDocument text(connectionsToSettings(connections));
    m_settings.write(ListName, QString::fromUtf8(text.toJson(QJsonDocument::Compact)));
    m_settings.sync(); // a saved connection outlives a crash
    emit changed();
}

} // namespace arbscope
