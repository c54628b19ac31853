// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/recentstores.h"

#include "ui/settings/settings.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <ranges>

namespace arbscope {

namespace {

constexpr QLatin1StringView ListName("stores/recent");

/// A URL may hold what an INI group's name may not.
QString columnsName(const QString &url)
{
    const QByteArray digest = QCryptographicHash::hash(url.toUtf8(), QCryptographicHash::Sha256).toHex().left(20);
    return QString(QStringLiteral("stores/columns_") + QString::fromLatin1(digest));
}

} // namespace

std::optional<StoreTarget> RecentStore::target() const
{
    const auto parsed = RedisUrl::parse(url);
    if (!parsed)
        return {};
    StoreTarget target;
    target.url = *parsed;
    target.options.caFile = caFile;
    target.options.certificateFile = certificateFile;
    target.options.keyFile = keyFile;
    return target;
}

RecentStores::RecentStores(Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{ }

std::vector<RecentStore> RecentStores::list() const
{
    std::vector<RecentStore> stores;
    // Kept as JSON, so that the file stays readable.
    const auto entries = QJsonDocument::fromJson(m_settings.read(ListName).toString().toUtf8()).array();
    for (const QJsonValue &entry : entries) {
        const auto field = [&entry](const QString &name) { return entry[name].toString(); };
        // A person may have edited the file: take the URL without its password whatever it says.
        const auto parsed = RedisUrl::parse(field(QStringLiteral("url")));
        if (!parsed || int(stores.size()) >= Limit)
            continue;
        stores.push_back({parsed->display(), field(QStringLiteral("ca")), field(QStringLiteral("certificate")),
                          field(QStringLiteral("key"))});
    }
    return stores;
}

void RecentStores::add(const StoreTarget &target)
{
    const RecentStore store{target.url.display(), target.options.caFile, target.options.certificateFile,
                            target.options.keyFile};
    std::erase_if(m_secrets, [&store](const Secret &secret) { return secret.url == store.url; });
    m_secrets.push_back({store.url, target.url.password, target.options.keyPassphrase});
    auto stores = list();
    std::erase_if(stores, [&store](const RecentStore &other) { return other.url == store.url; });
    stores.insert(stores.begin(), store);
    save(stores);
}

void RecentStores::remove(const QString &url)
{
    std::erase_if(m_secrets, [&url](const Secret &secret) { return secret.url == url; });
    m_settings.remove(columnsName(url));
    auto stores = list();
    std::erase_if(stores, [&url](const RecentStore &store) { return store.url == url; });
    save(stores);
}

void RecentStores::clear()
{
    for (const auto &store : list())
        m_settings.remove(columnsName(store.url));
    m_secrets.clear();
    save({});
}

std::optional<StoreTarget> RecentStores::target(const RecentStore &store) const
{
    auto target = store.target();
    const auto secret = std::ranges::find(m_secrets, store.url, &Secret::url);
    if (target && secret != m_secrets.end()) {
        target->url.password = secret->password;
        target->options.keyPassphrase = secret->keyPassphrase;
    }
    return target;
}

QByteArray RecentStores::columnState(const QString &url) const
{
    return m_settings.read(columnsName(url)).toByteArray();
}

void RecentStores::setColumnState(const QString &url, const QByteArray &state)
{
    m_settings.write(columnsName(url), state);
}

void RecentStores::save(const std::vector<RecentStore> &stores)
{
    QJsonArray entries;
    for (const auto &store : stores | std::views::take(Limit)) {
        entries.append(QJsonObject{{QStringLiteral("url"), store.url},
                                   {QStringLiteral("ca"), store.caFile},
                                   {QStringLiteral("certificate"), store.certificateFile},
                                   {QStringLiteral("key"), store.keyFile}});
    }
    m_settings.write(ListName, QString::fromUtf8(QJsonDocument(entries).toJson(QJsonDocument::Compact)));
    emit changed();
}

} // namespace arbscope
