// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/secretstore.h"

#include <QObject>

namespace arbscope {

void MemorySecretStore::read(const QString &id, QObject *context, std::function<void(const Secrets &)> answer)
{
    QMetaObject::invokeMethod(
        context, [answer = std::move(answer), secrets = m_secrets.value(id)] { answer(secrets); },
        Qt::QueuedConnection);
}

void MemorySecretStore::write(const QString &id, const StoreSecrets &secrets, QObject *context,
                              std::function<void(const Done &)> answer)
{
    if (secrets.isEmpty())
        m_secrets.remove(id);
    else
        m_secrets.insert(id, secrets);
    QMetaObject::invokeMethod(context, [answer = std::move(answer)] { answer({}); }, Qt::QueuedConnection);
}

} // namespace arbscope
