// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/savedconnections.h"
#include "ui/settings/secretstore.h"

#include <QPointer>
#include <QTimer>

class QWidget;

namespace arbscope {

class PasswordDialog;

/// Brings a saved connection and its secrets together: from this run's memory, from the keychain, or from the person.
/// A keychain that fails, hangs or is locked holds nobody up: after a moment the password is asked for.
class SavedFlow final : public QObject
{
    Q_OBJECT
public:
    /// `keychain`: none: passwords are asked for once in each run.
    SavedFlow(SavedConnections &saved, SecretStore *keychain, QWidget &window);

    void find(const QString &id); ///< found(), or nothing when the person gives up
    void giveUp(); ///< what is being found is not wanted any more
    /// The store did not accept them: asks anew.
    void refused(const QString &id);
    /// Typed by a person: for this run, and where the connection says so for later ones.
    void remember(const QString &id, const StoreSecrets &secrets);

signals:
    void found(const QString &id, const arbscope::StoreTarget &target);
    void waiting(const QString &text); ///< for the keychain; empty: no more
    void told(const QString &text, const QString &detail); ///< a password could not be kept

private:
    void ask(const QString &reason);
    void finish(const StoreSecrets &secrets);
    void forget(const QString &id);

    SavedConnections &m_saved;
    SecretStore *m_keychain;
    QWidget &m_window;
    MemorySecretStore m_memory;
    std::optional<SavedConnection> m_wanted; ///< whose secrets are being found
    quint64 m_request = 0; ///< answers of an older one are dropped
    QTimer m_patience;
    QPointer<PasswordDialog> m_dialog;
};

} // namespace arbscope
