// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/store/storeflow.h"

#include "core/store/backupfile.h"
#include "ui/dialogs/connectdialog.h"
#include "ui/settings/keys.h"
#include "ui/store/storesession.h"
#include "ui/tasks/background.h"
#include "ui/text/displaytext.h"

#include <QFileInfo>

#include <algorithm>

namespace arbscope {

namespace {

/// Before the id of a saved connection in the settings; no address begins so.
constexpr QLatin1StringView SavedPrefix("saved:");

} // namespace

StoreFlow::StoreFlow(StoreSession &session, Settings &settings, FileChooser &files, SecretStore *keychain,
                     QWidget &window)
    : QObject(&window)
    , m_session(session)
    , m_settings(settings)
    , m_files(files)
    , m_window(window)
    , m_recent(settings)
    , m_saved(settings)
    , m_secrets(new SavedFlow(m_saved, keychain, window))
{
    connect(m_secrets, &SavedFlow::found, this, &StoreFlow::openTarget);
    connect(m_secrets, &SavedFlow::waiting, this, &StoreFlow::busyChanged);
    connect(m_secrets, &SavedFlow::told, this, &StoreFlow::told);
    connect(&m_demo, &DemoRunner::ready, this, [this](const RedisUrl &url) {
        emit busyChanged({});
        m_remembered = true; // its address means nothing to the next run
        m_session.open({url, {}});
    });
    connect(&m_demo, &DemoRunner::failed, this, [this](const RedisError &error) {
        emit busyChanged({});
        emit failed(error);
    });
    connect(&m_session, &StoreSession::stateChanged, this, &StoreFlow::showState);
}

void StoreFlow::showState()
{
    const bool refused
        = m_session.state() == StoreSession::State::Lost && m_session.cause().code == RedisErrorCode::Authentication;
    if (refused && !m_savedId.isEmpty() && !isPrivate())
        m_secrets->refused(m_savedId);
    if (m_session.state() != StoreSession::State::Connected || std::exchange(m_remembered, true))
        return;
    if (m_savedId.isEmpty())
        m_recent.add(*m_session.target());
    m_settings.setValue(keys::LastStore, settingsName());
}

QString StoreFlow::settingsName() const
{
    return m_savedId.isEmpty() ? m_session.target()->display() : QString(SavedPrefix + m_savedId);
}

void StoreFlow::openSaved(const QString &id)
{
    m_secrets->find(id);
}

void StoreFlow::open(const StoreTarget &target)
{
    m_secrets->giveUp();
    openTarget({}, target);
}

void StoreFlow::openTarget(const QString &savedId, const StoreTarget &target)
{
    endPrivate();
    emit busyChanged({});
    m_savedId = savedId;
    m_remembered = false;
    m_session.open(target);
}

void StoreFlow::openRecent(const StoreTarget &store)
{
    open(m_recent.withSecrets(store));
}

bool StoreFlow::openLast()
{
    const QString last = m_settings.value(keys::LastStore);
    if (last.startsWith(SavedPrefix)) {
        const QString id = last.sliced(SavedPrefix.size());
        openSaved(id);
        return m_saved.find(id).has_value();
    }
    const std::vector<StoreTarget> known = m_recent.list();
    const auto store = std::ranges::find(known, last, &StoreTarget::display);
    if (last.isEmpty() || store == known.end())
        return false;
    openRecent(*store);
    return true;
}

void StoreFlow::openDemo()
{
    m_secrets->giveUp();
    m_savedId.clear();
    m_session.close();
    endPrivate();
    emit busyChanged(tr("Starting the demo store…"));
    m_demo.start();
}

void StoreFlow::openBackup(const std::shared_ptr<BackupFile> &file, int database)
{
    m_secrets->giveUp();
    m_savedId.clear();
    if (m_backup != file)
        endPrivate();
    m_backup = file;
    m_remembered = true; // its address means nothing to the next run
    RedisUrl url = file->url();
    url.database = database;
    m_session.open({url, {}});
}

void StoreFlow::endPrivate()
{
    m_demo.stop();
    releaseInBackground(std::exchange(m_backup, nullptr));
}

void StoreFlow::askForStore()
{
    if (m_dialog) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    m_dialog = new ConnectDialog(m_recent, m_saved, m_files, &m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (m_session.state() == StoreSession::State::Lost && !isPrivate()) {
        if (m_savedId.isEmpty())
            m_dialog->setTarget(*m_session.target());
        else
            m_dialog->chooseSaved(m_savedId);
        m_dialog->showError(m_session.cause());
    }
    connect(m_dialog, &ConnectDialog::saved, m_secrets, &SavedFlow::remember);
    connect(m_dialog, &QDialog::accepted, this, [this] {
        const QString id = m_dialog->savedId();
        const StoreSecrets typed = m_dialog->typedSecrets();
        if (!id.isEmpty() && !typed.isEmpty())
            m_secrets->remember(id, typed);
        if (!id.isEmpty())
            openSaved(id);
        else if (const auto target = m_dialog->target())
            open(*target);
    });
    m_dialog->open();
}

void StoreFlow::setWritable(bool writable)
{
    if (!m_session.target())
        return;
    StoreTarget target = *m_session.target();
    target.options.writable = writable;
    m_session.open(target);
}

void StoreFlow::close()
{
    m_secrets->giveUp();
    m_session.close();
    endPrivate();
    emit busyChanged({});
    m_settings.setValue(keys::LastStore, QString());
}

QString StoreFlow::title() const
{
    if (m_backup)
        return displayLine(QFileInfo(m_backup->path()).fileName(), 80);
    if (isPrivate())
        return tr("Demo store");
    return m_session.target() ? m_session.target()->title() : QString();
}

QByteArray StoreFlow::lastServer() const
{
    const bool same = m_session.target() && m_settings.value(keys::LastStore) == settingsName();
    return same ? m_settings.value(keys::LastServer) : QByteArray();
}

void StoreFlow::rememberServer(const QByteArray &server)
{
    if (!isPrivate())
        m_settings.setValue(keys::LastServer, server);
}

} // namespace arbscope
