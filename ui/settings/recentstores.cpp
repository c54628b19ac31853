// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/recentstores.h"

#include "ui/settings/settings.h"
#include "ui/settings/targetjson.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <ranges>

namespace arbscope {

namespace {

constexpr QLatin1StringView ListName("stores/recent");

/// An address may hold what an INI group's name may not.
QString columnsName(const QString &store)
{
    const QByteArray digest = QCryptographicHash::hash(store.toUtf8(), QCryptographicHash::Sha256).toHex().left(20);
    return QString(QStringLiteral("stores/columns_") + QString::fromLatin1(digest));
}

} // namespace

RecentStores::RecentStores(Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{ }

std::vector<StoreTarget> RecentStores::list() const
{
    std::vector<StoreTarget> stores;
    // Kept as JSON, so that the file stays readable.
    const auto entries = QJsonDocument::fromJson(m_settings.read(ListName).toString().toUtf8()).array();
    for (const QJsonValue entry : entries) {
        auto target = targetFromJson(entry.toObject()); // a person may have edited the file
        if (target && int(stores.size()) < Limit)
            stores.push_back(std::move(*target));
    }
    return stores;
}

void RecentStores::add(const StoreTarget &target)
{
    const QString store = target.display();
    std::erase_if(m_secrets, [&store](const Secret &secret) { return secret.store == store; });
    m_secrets.push_back({store, target.url.password, target.options.keyPassphrase});
    auto stores = list();
    std::erase_if(stores, [&store](const StoreTarget &other) { return other.display() == store; });
    stores.insert(stores.begin(), target);
    save(stores);
}

void RecentStores::remove(const QString &store)
{
    std::erase_if(m_secrets, [&store](const Secret &secret) { return secret.store == store; });
    m_settings.remove(columnsName(store));
    auto stores = list();
    std::erase_if(stores, [&store](const StoreTarget &other) { return other.display() == store; });
    save(stores);
}

void RecentStores::clear()
{
    for (const auto &store : list())
        m_settings.remove(columnsName(store.display()));
    m_secrets.clear();
    save({});
}

StoreTarget RecentStores::withSecrets(StoreTarget target) const
{
    const auto secret = std::ranges::find(m_secrets, target.display(), &Secret::store);
    if (secret != m_secrets.end()) {
        target.url.password = secret->password;
        target.options.keyPassphrase = secret->keyPassphrase;
    }
    return target;
}

QByteArray RecentStores::columnState(const QString &store) const
{
    return m_settings.read(columnsName(store)).toByteArray();
}

void RecentStores::setColumnState(const QString &store, const QByteArray &state)
{
    m_settings.write(columnsName(store), state);
}

void RecentStores::save(const std::vector<StoreTarget> &stores)
{
    QJsonArray entries;
    for (const auto &store : stores | std::views::take(Limit))
        entries.append(targetToJson(store));
    m_settings.write(ListName, QString::fromUtf8(QJsonDocument(entries).toJson(QJsonDocument::Compact)));
    emit changed();
}

} // namespace arbscope
