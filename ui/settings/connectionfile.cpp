// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/connectionfile.h"

#include "ui/settings/targetjson.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QMetaEnum>

namespace arbscope {

namespace {

constexpr QLatin1StringView ListName("arbscope_connections");
constexpr QLatin1StringView IdName("id");
constexpr QLatin1StringView NameName("name");
constexpr QLatin1StringView FolderName("folder");
constexpr QLatin1StringView MarkName("mark");
constexpr QLatin1StringView KeepingName("password");
constexpr QLatin1StringView WritableName("writable");

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(arbscope::ConnectionFile)
};

template <class E> QString nameOf(E value)
{
    return QString::fromLatin1(QMetaEnum::fromType<E>().valueToKey(static_cast<int>(value)));
}

template <class E> E valueOf(const QString &name, E fallback)
{
    bool known = false;
    const int value = QMetaEnum::fromType<E>().keyToValue(name.toLatin1().constData(), &known);
    return known ? static_cast<E>(value) : fallback;
}

QJsonObject toJson(const SavedConnection &connection)
{
    QJsonObject json = targetToJson(connection.target);
    json.insert(NameName, connection.target.name);
    if (!connection.folder.isEmpty())
        json.insert(FolderName, connection.folder);
    if (connection.target.mark != StoreMark::None)
        json.insert(MarkName, nameOf(connection.target.mark));
    if (connection.keeping != PasswordKeeping::None)
        json.insert(KeepingName, nameOf(connection.keeping));
    return json;
}

std::expected<SavedConnection, QString> fromJson(const QJsonObject &json)
{
    auto target = targetFromJson(json);
    if (!target)
        return std::unexpected(std::move(target.error()));
    SavedConnection connection;
    connection.target = std::move(*target);
    connection.target.name = json[NameName].toString().trimmed();
    connection.target.mark = valueOf(json[MarkName].toString(), StoreMark::None);
    connection.folder = json[FolderName].toString().trimmed();
    connection.keeping = valueOf(json[KeepingName].toString(), PasswordKeeping::None);
    return connection;
}

} // namespace

QByteArray connectionsToFile(const std::vector<SavedConnection> &connections)
{
    QJsonArray entries;
    for (const SavedConnection &connection : connections)
        entries.append(toJson(connection));
    return QJsonDocument(QJsonObject{{ListName, entries}}).toJson();
}

std::expected<ConnectionFile, QString> connectionsFromFile(const QByteArray &bytes)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &fault);
    if (fault.error != QJsonParseError::NoError)
        return std::unexpected(Words::tr("It is not JSON: %1 at byte %2.").arg(fault.errorString()).arg(fault.offset));
    const QJsonValue list = document.object()[ListName];
    if (!list.isArray())
        return std::unexpected(Words::tr("It holds no connections of ArbScope (no array “%1”).").arg(ListName));
    ConnectionFile file;
    int number = 0;
    for (const QJsonValue entry : list.toArray()) {
        ++number;
        auto connection = fromJson(entry.toObject());
        if (!connection)
            return std::unexpected(Words::tr("Connection %1: %2").arg(number).arg(connection.error()));
        const auto url = RedisUrl::parse(entry[QLatin1StringView("url")].toString());
        file.passwordsLeftOut += url && !url->password.isEmpty() ? 1 : 0;
        file.connections.push_back(std::move(*connection));
    }
    return file;
}

QJsonArray connectionsToSettings(const std::vector<SavedConnection> &connections)
{
    QJsonArray entries;
    for (const SavedConnection &connection : connections) {
        QJsonObject json = toJson(connection);
        json.insert(IdName, connection.id);
        if (connection.target.options.writable)
            json.insert(WritableName, true);
        entries.append(json);
    }
    return entries;
}

std::vector<SavedConnection> connectionsFromSettings(const QJsonArray &entries)
{
    std::vector<SavedConnection> connections;
    for (const QJsonValue entry : entries) {
        auto connection = fromJson(entry.toObject());
        if (!connection || entry[IdName].toString().isEmpty())
            continue;
        connection->id = entry[IdName].toString();
        connection->target.options.writable = entry[WritableName].toBool();
        connections.push_back(std::move(*connection));
    }
    return connections;
}

} // namespace arbscope
