// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/keychainstore.h"

#include "ui/settings/keychainworker.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QThread>

namespace arbscope {

namespace {

constexpr QLatin1StringView PasswordName("password");
constexpr QLatin1StringView PassphraseName("key_passphrase");
constexpr unsigned long EndPatience = 2000; ///< ms

QString toText(const StoreSecrets &secrets)
{
    const QJsonObject json{{PasswordName, secrets.password}, {PassphraseName, secrets.keyPassphrase}};
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

StoreSecrets fromText(const QString &text)
{
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    return {json[PasswordName].toString(), json[PassphraseName].toString()};
}

} // namespace

KeychainStore::KeychainStore(QObject *parent)
    : QObject(parent)
    , m_thread(new QThread)
    , m_worker(new KeychainWorker)
{
    m_thread->setObjectName(QStringLiteral("keychain"));
    m_worker->moveToThread(m_thread);
    connect(m_worker, &KeychainWorker::finished, this,
            [this](quint64 request, const QString &text, const QString &error) {
                if (const Answer answer = m_waiting.take(request))
                    answer(text, error);
            });
}

KeychainStore::~KeychainStore()
{
    m_thread->quit();
    // One that hangs in a call of D-Bus ends with the program, which must not wait for it.
    if (m_thread->wait(EndPatience)) {
        delete m_worker;
        delete m_thread;
    }
}

void KeychainStore::read(const QString &id, QObject *context, std::function<void(const Secrets &)> answer)
{
    ask(
        context,
        [answer = std::move(answer)](const QString &text, const QString &error) {
            answer(error.isEmpty() ? Secrets(fromText(text)) : Secrets(std::unexpected(error)));
        },
        [id](KeychainWorker &worker, quint64 request) { worker.read(request, id); });
}

void KeychainStore::write(const QString &id, const StoreSecrets &secrets, QObject *context,
                          std::function<void(const Done &)> answer)
{
    ask(
        context,
        [answer = std::move(answer)](const QString &, const QString &error) {
            answer(error.isEmpty() ? Done() : Done(std::unexpected(error)));
        },
        [id, secrets](KeychainWorker &worker, quint64 request) {
            if (secrets.isEmpty())
                worker.remove(request, id);
            else
                worker.write(request, id, toText(secrets));
        });
}

void KeychainStore::ask(QObject *context, Answer answer, const std::function<void(KeychainWorker &, quint64)> &work)
{
    const quint64 request = ++m_lastRequest;
    m_waiting.insert(
        request, [guard = QPointer(context), answer = std::move(answer)](const QString &text, const QString &error) {
            if (guard)
                answer(text, error);
        });
    m_thread->start(); // where it does not run yet: most runs of the program need no keychain
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, work, request] { work(*worker, request); });
}

} // namespace arbscope
