// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/keychainstore.h"

#include <QTest>

#include <optional>

namespace arbscope::test {

/// Reads and waits for the answer.
inline SecretStore::Secrets readSecrets(SecretStore &store, const QString &id)
{
    QObject context;
    std::optional<SecretStore::Secrets> result;
    store.read(id, &context, [&result](const SecretStore::Secrets &secrets) { result = secrets; });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(result, 20000); }();
    return result.value_or(std::unexpected(QStringLiteral("no answer")));
}

/// Writes and waits; the error's words, or nothing.
inline QString writeSecrets(SecretStore &store, const QString &id, const StoreSecrets &secrets)
{
    QObject context;
    std::optional<SecretStore::Done> result;
    store.write(id, secrets, &context, [&result](const SecretStore::Done &done) { result = done; });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(result, 20000); }();
    return !result ? QStringLiteral("no answer") : *result ? QString() : result->error();
}

} // namespace arbscope::test
