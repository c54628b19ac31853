// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/marks/markformats.h"
#include "ui/marks/markname.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace arbscope {

namespace {

constexpr QLatin1StringView VersionName("arbscope_marks");
constexpr QLatin1StringView ListName("marks");
constexpr QLatin1StringView StoreName("store");
constexpr QLatin1StringView ServerName("server");
constexpr QLatin1StringView OrderIdName("order_id");
constexpr QLatin1StringView MarkedName("marked");
constexpr QLatin1StringView NoteName("note");
constexpr int Version = 1;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(arbscope::MarkJson)
};

std::expected<MarkEntry, QString> fromJson(const QJsonValue &value)
{
    const QJsonObject json = value.toObject();
    for (const QLatin1StringView name : {ServerName, OrderIdName}) {
        if (!json[name].isString())
            return std::unexpected(Words::tr("“%1” is missing or no text").arg(name));
    }
    if (!json[MarkedName].isUndefined() && !json[MarkedName].isBool())
        return std::unexpected(Words::tr("“%1” is neither true nor false").arg(MarkedName));
    if (!json[NoteName].isUndefined() && !json[NoteName].isString())
        return std::unexpected(Words::tr("“%1” is missing or no text").arg(NoteName));
    const auto server = bytesOfMarkName(json[ServerName].toString());
    const auto orderId = bytesOfMarkName(json[OrderIdName].toString());
    if (!server || !orderId)
        return std::unexpected(Words::tr("what follows “base64:” is not base64"));
    return MarkEntry{
        json[StoreName].toString(), {*server, *orderId}, {json[MarkedName].toBool(), json[NoteName].toString()}};
}

} // namespace

QByteArray marksToJson(const std::vector<MarkEntry> &entries)
{
    QJsonArray list;
    for (const MarkEntry &entry : entries) {
        QJsonObject json{{StoreName, entry.store},
                         {ServerName, markName(entry.trade.server)},
                         {OrderIdName, markName(entry.trade.orderId)},
                         {MarkedName, entry.mark.marked}};
        if (!entry.mark.note.isEmpty())
            json.insert(NoteName, entry.mark.note);
        list.append(json);
    }
    return QJsonDocument(QJsonObject{{VersionName, Version}, {ListName, list}}).toJson();
}

std::expected<ReadMarks, QString> marksFromJson(const QByteArray &bytes)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &fault);
    if (fault.error != QJsonParseError::NoError)
        return std::unexpected(Words::tr("It is no JSON: %1 at byte %2.").arg(fault.errorString()).arg(fault.offset));
    const QJsonObject json = document.object();
    if (!json[VersionName].isDouble() || !json[ListName].isArray())
        return std::unexpected(Words::tr("It is JSON, but no list of marks of ArbScope."));
    if (json[VersionName].toInt() != Version)
        return std::unexpected(Words::tr("It was written by another version of ArbScope."));
    ReadMarks read;
    const QJsonArray list = json[ListName].toArray();
    for (qsizetype i = 0; i < list.size(); ++i) {
        auto entry = fromJson(list.at(i));
        if (entry)
            read.entries.push_back(std::move(*entry));
        else
            read.problems.push_back(Words::tr("Entry %1: %2.").arg(i + 1).arg(entry.error()));
    }
    return read;
}

std::expected<ReadMarks, QString> marksFromFile(const QByteArray &bytes)
{
    return bytes.trimmed().startsWith('{') ? marksFromJson(bytes) : marksFromCsv(bytes);
}

} // namespace arbscope
