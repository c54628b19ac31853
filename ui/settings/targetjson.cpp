// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/targetjson.h"

#include "ui/text/targettext.h"

namespace arbscope {

namespace {

struct TextOption
{
    QLatin1StringView name;
    QString ConnectionOptions::*member;
};

constexpr TextOption TextOptions[] = {
    {QLatin1StringView("ca"), &ConnectionOptions::caFile},
    {QLatin1StringView("certificate"), &ConnectionOptions::certificateFile},
    {QLatin1StringView("key"), &ConnectionOptions::keyFile},
    {QLatin1StringView("ssh"), &ConnectionOptions::sshDestination},
};
constexpr QLatin1StringView UrlName("url");
constexpr QLatin1StringView ReplicasName("replicas");
constexpr QLatin1StringView MapName("address_map");

} // namespace

QJsonObject targetToJson(const StoreTarget &target)
{
    QJsonObject json{{UrlName, target.url.display()}};
    for (const TextOption &option : TextOptions) {
        if (const QString &text = target.options.*option.member; !text.isEmpty())
            json.insert(option.name, text);
    }
    if (target.options.readFromReplicas)
        json.insert(ReplicasName, true);
    if (!target.options.addressMap.empty())
        json.insert(MapName, addressMapText(target.options.addressMap));
    return json;
}

std::expected<StoreTarget, QString> targetFromJson(const QJsonObject &json)
{
    auto url = RedisUrl::parse(json[UrlName].toString());
    if (!url)
        return std::unexpected(std::move(url.error()));
    StoreTarget target{std::move(*url), {}};
    target.url.password.clear();
    for (const TextOption &option : TextOptions)
        target.options.*option.member = json[option.name].toString();
    target.options.readFromReplicas = json[ReplicasName].toBool();
    target.options.addressMap = addressMapOf(json[MapName].toString()).value_or(std::vector<AddressMapping>());
    return target;
}

} // namespace arbscope
