// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/keychainworker.h"

#include <qt6keychain/keychain.h>

namespace arbscope {

namespace {

QString service()
{
    return QStringLiteral("ArbScope");
}

QString faultOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::NoError:
    case QKeychain::EntryNotFound:
        return {};
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return KeychainWorker::tr("This desktop has no keychain.");
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return KeychainWorker::tr("The keychain is locked.");
    default:
        return job.errorString().isEmpty() ? KeychainWorker::tr("The keychain reported an error.") : job.errorString();
    }
}

} // namespace

void KeychainWorker::read(quint64 request, const QString &key)
{
    run(request, key, new QKeychain::ReadPasswordJob(service(), this));
}

void KeychainWorker::write(quint64 request, const QString &key, const QString &text)
{
    auto *job = new QKeychain::WritePasswordJob(service(), this);
    job->setTextData(text);
    run(request, key, job);
}

void KeychainWorker::remove(quint64 request, const QString &key)
{
    run(request, key, new QKeychain::DeletePasswordJob(service(), this));
}

void KeychainWorker::run(quint64 request, const QString &key, QKeychain::Job *job)
{
    job->setKey(key);
    job->setInsecureFallback(false);
    connect(job, &QKeychain::Job::finished, this, [this, request](const QKeychain::Job *ended) {
        const auto *reading = qobject_cast<const QKeychain::ReadPasswordJob *>(ended);
        const bool there = reading && reading->error() == QKeychain::NoError;
        emit finished(request, there ? reading->textData() : QString(), faultOf(*ended));
    });
    job->start();
}

} // namespace arbscope
