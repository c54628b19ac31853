// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/messagetap.h"

#include <QLatin1StringView>

#include <algorithm>
#include <utility>

namespace arbscope {

namespace {

constexpr size_t WaitingLimit = 1000;

/// The process has one message handler, so those who listen are known to it here.
struct Listeners
{
    QMutex mutex;
    std::vector<MessageTap *> taps;
    QtMessageHandler before = nullptr; ///< while there are taps
};

Listeners &listeners()
{
    static Listeners all;
    return all;
}

void passOn(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    QtMessageHandler before = nullptr;
    {
        Listeners &all = listeners();
        const QMutexLocker lock(&all.mutex);
        before = all.before;
        for (MessageTap *tap : all.taps)
            tap->hear(type, context.category, text);
    }
    if (before != nullptr)
        before(type, context, text);
}

LogLevel levelOf(QtMsgType type)
{
    if (type == QtInfoMsg || type == QtDebugMsg)
        return LogLevel::Info;
    return type == QtWarningMsg ? LogLevel::Warning : LogLevel::Error;
}

} // namespace

MessageTap::MessageTap(QObject *parent)
    : QObject(parent)
{
    Listeners &all = listeners();
    const QMutexLocker lock(&all.mutex);
    if (all.taps.empty())
        all.before = qInstallMessageHandler(passOn);
    all.taps.push_back(this);
}

MessageTap::~MessageTap()
{
    Listeners &all = listeners();
    const QMutexLocker lock(&all.mutex);
    std::erase(all.taps, this);
    if (all.taps.empty())
        qInstallMessageHandler(std::exchange(all.before, nullptr));
}

void MessageTap::hear(QtMsgType type, const char *category, const QString &text)
{
    const QLatin1StringView name(category);
    const bool isPlain = name == QLatin1StringView("default");
    const bool isOurs = name.startsWith(QLatin1StringView("arbscope"));
    if (type == QtDebugMsg || (type == QtInfoMsg && !isOurs))
        return;
    const QMutexLocker lock(&m_mutex);
    if (m_waiting.size() == WaitingLimit) {
        ++m_lost;
        return;
    }
    if (m_waiting.empty())
        QMetaObject::invokeMethod(this, &MessageTap::deliver, Qt::QueuedConnection);
    m_waiting.push_back({levelOf(type), isOurs || isPlain ? text : QString(name + u": " + text)});
}

void MessageTap::deliver()
{
    std::vector<Message> messages;
    int lost = 0;
    {
        const QMutexLocker lock(&m_mutex);
        messages.swap(m_waiting);
        lost = std::exchange(m_lost, 0);
    }
    for (const Message &message : messages)
        emit heard(message.level, message.text);
    if (lost > 0)
        emit heard(LogLevel::Warning, tr("Too fast to be kept: %1 more messages").arg(lost));
}

} // namespace arbscope
