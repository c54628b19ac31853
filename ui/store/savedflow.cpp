// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/store/savedflow.h"

#include "ui/dialogs/passworddialog.h"
#include "ui/text/displaytext.h"

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace arbscope {

namespace {

constexpr auto Patience = 3s; ///< with the keychain, before the person is asked instead

} // namespace

SavedFlow::SavedFlow(SavedConnections &saved, SecretStore *keychain, QWidget &window)
    : QObject(&window)
    , m_saved(saved)
    , m_keychain(keychain)
    , m_window(window)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(Patience);
    connect(&m_patience, &QTimer::timeout, this, [this] { ask(tr("The keychain does not answer.")); });
    connect(&saved, &SavedConnections::removed, this, &SavedFlow::forget);
}

void SavedFlow::find(const QString &id)
{
    giveUp();
    m_wanted = m_saved.find(id);
    if (!m_wanted)
        return;
    const StoreSecrets known = m_memory.secrets(id);
    if (m_wanted->keeping == PasswordKeeping::None || !known.isEmpty()) {
        finish(known);
    } else if (m_wanted->keeping == PasswordKeeping::Keychain && m_keychain) {
        emit waiting(tr("Asking the keychain for the password of %1…").arg(displayLine(m_wanted->target.title(), 80)));
        m_patience.start();
        m_keychain->read(id, this, [this, request = m_request](const SecretStore::Secrets &secrets) {
            if (request != m_request || !m_wanted)
                return; // asked for something else meanwhile
            if (secrets && !secrets->isEmpty() && (!m_dialog || m_dialog->isUntouched()))
                finish(*secrets);
            else if (!m_dialog)
                ask(secrets ? tr("The keychain does not have it.") : secrets.error());
        });
    } else {
        ask({});
    }
}

void SavedFlow::giveUp()
{
    ++m_request;
    m_patience.stop();
    m_wanted.reset();
    if (m_dialog)
        m_dialog->deleteLater();
    m_dialog.clear();
}

void SavedFlow::refused(const QString &id)
{
    giveUp();
    m_wanted = m_saved.find(id);
    if (!m_wanted || m_wanted->keeping == PasswordKeeping::None)
        return;
    m_memory.write(id, {}, this, [](const SecretStore::Done &) { });
    ask(tr("The store did not accept the password."));
}

void SavedFlow::remember(const QString &id, const StoreSecrets &secrets)
{
    m_memory.write(id, secrets, this, [](const SecretStore::Done &) { });
    const auto connection = m_saved.find(id);
    if (!connection || connection->keeping != PasswordKeeping::Keychain)
        return;
    const auto failed = [this](const QString &why) {
        emit told(tr("The password could not be kept in the keychain; it is asked for in the next run."), why);
    };
    if (!m_keychain) {
        failed(tr("There is no keychain."));
        return;
    }
    m_keychain->write(id, secrets, this, [failed](const SecretStore::Done &done) {
        if (!done)
            failed(done.error());
    });
}

void SavedFlow::ask(const QString &reason)
{
    m_patience.stop();
    emit waiting({});
    auto *dialog = new PasswordDialog(*m_wanted, reason, m_keychain != nullptr, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog = dialog;
    connect(dialog, &QDialog::rejected, this, [this, dialog] {
        if (m_dialog == dialog)
            giveUp();
    });
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (m_dialog != dialog || !m_wanted)
            return;
        const auto keeping = dialog->keeps() ? PasswordKeeping::Keychain : PasswordKeeping::Ask;
        if (m_keychain && m_wanted->keeping != keeping) {
            m_wanted->keeping = keeping;
            m_saved.save(*m_wanted);
        }
        const StoreSecrets secrets = dialog->secrets();
        remember(m_wanted->id, secrets);
        finish(secrets);
    });
    dialog->open();
}

void SavedFlow::finish(const StoreSecrets &secrets)
{
    const SavedConnection connection = *m_wanted;
    giveUp();
    emit waiting({});
    m_memory.write(connection.id, secrets, this, [](const SecretStore::Done &) { });
    StoreTarget target = connection.target;
    target.url.password = secrets.password;
    target.options.keyPassphrase = secrets.keyPassphrase;
    emit found(connection.id, target);
}

void SavedFlow::forget(const QString &id)
{
    m_memory.write(id, {}, this, [](const SecretStore::Done &) { });
    if (m_keychain)
        m_keychain->write(id, {}, this, [](const SecretStore::Done &) { });
}

} // namespace arbscope
