// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/logflow.h"

#include "ui/log/logdock.h"
#include "ui/store/storeflow.h"
#include "ui/tasks/longtask.h"
#include "ui/tasks/taskstrip.h"
#include "ui/widgets/banner.h"

namespace arbscope {

using State = StoreSession::State;

namespace {

LogLevel levelOf(Banner::Kind kind)
{
    switch (kind) {
    case Banner::Kind::Info:
        return LogLevel::Info;
    case Banner::Kind::Warning:
        return LogLevel::Warning;
    case Banner::Kind::Error:
        break;
    }
    return LogLevel::Error;
}

QString oneLine(const QString &text, const QString &detail)
{
    QStringList parts{text};
    parts += detail.split(u'\n', Qt::SkipEmptyParts);
    return parts.join(u' ');
}

} // namespace

LogFlow::LogFlow(const Parts &parts)
    : QObject(&parts.window)
    , m_parts(parts)
    , m_model(parts.times)
    , m_dock(new LogDock(m_model, &parts.window))
{
    connect(&m_tap, &MessageTap::heard, &m_model, &LogModel::add);
    connect(&parts.tasks, &TaskStrip::added, &m_model,
            [this](const QString &title) { m_model.add(LogLevel::Info, title); });
    connect(&parts.tasks, &TaskStrip::ended, &m_model, [this](const LongTask &task) {
        m_model.add(task.howEnded() == LongTask::End::Failed ? LogLevel::Error : LogLevel::Info, task.endText());
    });
    connect(&parts.session, &StoreSession::stateChanged, this, &LogFlow::tellSession);
}

void LogFlow::listenTo(const QWidget &part)
{
    for (const Banner *banner : part.findChildren<const Banner *>()) {
        connect(banner, &Banner::shown, &m_model,
                [this](Banner::Kind kind, const QString &text, const QString &detail) {
                    m_model.add(levelOf(kind), oneLine(text, detail));
                });
    }
}

void LogFlow::tellSession()
{
    const StoreSession &session = m_parts.session;
    if (const auto &target = session.target()) {
        m_model.addSecret(target->url.password);
        m_model.addSecret(target->options.keyPassphrase);
    }
    const State state = session.state();
    const QString store = m_parts.flow.title();
    const bool isOther = store != m_store;
    const State before = std::exchange(m_told, state);
    if (state == State::Connecting && (before == State::Closed || isOther)) {
        m_store = store;
        m_model.add(LogLevel::Info, tr("Connecting to %1").arg(store));
    } else if (state == State::Connected) {
        m_model.add(LogLevel::Info, before == State::Lost ? tr("Connected again") : tr("Connected to %1").arg(store));
    } else if (state == State::Closed && before != State::Closed) {
        m_model.add(LogLevel::Info, tr("Closed %1").arg(m_store));
        m_store.clear();
    }
}

} // namespace arbscope
