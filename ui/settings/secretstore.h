// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <expected>
#include <functional>

class QObject;

namespace arbscope {

/// What opens a store and must never reach a file.
struct StoreSecrets
{
    QString password;
    QString keyPassphrase; ///< of the client certificate's key
    bool operator==(const StoreSecrets &) const = default;
    [[nodiscard]] bool isEmpty() const { return password.isEmpty() && keyPassphrase.isEmpty(); }
};

/// Keeps secrets under a connection's id. Used from the GUI thread, never blocks it: answers come later, not at all
/// when `context` is gone by then, and perhaps never, when the keychain hangs or waits for a person to unlock it.
class SecretStore
{
public:
    /// The secrets (empty ones: nothing is kept under this id), or in words why they cannot be had.
    using Secrets = std::expected<StoreSecrets, QString>;
    using Done = std::expected<void, QString>;

    virtual ~SecretStore() = default;
    virtual void read(const QString &id, QObject *context, std::function<void(const Secrets &)> answer) = 0;
    /// Empty secrets take away what is kept.
    virtual void write(const QString &id, const StoreSecrets &secrets, QObject *context,
                       std::function<void(const Done &)> answer)
        = 0;
};

/// For this run of the program only.
class MemorySecretStore final : public SecretStore
{
public:
    void read(const QString &id, QObject *context, std::function<void(const Secrets &)> answer) override;
    void write(const QString &id, const StoreSecrets &secrets, QObject *context,
               std::function<void(const Done &)> answer) override;
    [[nodiscard]] StoreSecrets secrets(const QString &id) const { return m_secrets.value(id); } ///< at once

private:
    QHash<QString, StoreSecrets> m_secrets;
};

} // namespace arbscope
