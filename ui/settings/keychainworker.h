// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace QKeychain {
class Job;
}

namespace arbscope {

/// Runs QtKeychain's jobs on the thread it lives on; every request ends in one finished(), unless the keychain hangs.
class KeychainWorker final : public QObject
{
    Q_OBJECT
public:
    void read(quint64 request, const QString &key);
    void write(quint64 request, const QString &key, const QString &text);
    void remove(quint64 request, const QString &key);

signals:
    /// `error`: in words, empty when it went well. What is not there reads as an empty text.
    void finished(quint64 request, const QString &text, const QString &error);

private:
    void run(quint64 request, const QString &key, QKeychain::Job *job);
};

} // namespace arbscope
