// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/secretstore.h"

#include <QObject>

class QThread;

namespace arbscope {

class KeychainWorker;

/// The desktop's keychain (Secret Service, KWallet) by QtKeychain. It is talked to on a thread of its own, as some of
/// its calls wait for D-Bus. Without a keychain every answer is an error; no file is ever used in its place.
/// One in a program: libsecret stays bound to the first thread that used it.
class KeychainStore final : public QObject, public SecretStore
{
    Q_OBJECT
public:
    explicit KeychainStore(QObject *parent = nullptr);
    ~KeychainStore() override;

    void read(const QString &id, QObject *context, std::function<void(const Secrets &)> answer) override;
    void write(const QString &id, const StoreSecrets &secrets, QObject *context,
               std::function<void(const Done &)> answer) override;

private:
    using Answer = std::function<void(const QString &text, const QString &error)>;
    void ask(QObject *context, Answer answer, const std::function<void(KeychainWorker &, quint64)> &work);

    QThread *m_thread;
    KeychainWorker *m_worker; ///< lives on the thread
    quint64 m_lastRequest = 0;
    QHash<quint64, Answer> m_waiting;
};

} // namespace arbscope
