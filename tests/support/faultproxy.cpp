// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultproxy.h"

#include "tests/support/fakeredisserver.h"

#include "core/redis/socketconnect.h"

#include <QLoggingCategory>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <set>
#include <thread>
#include <utility>

namespace arbscope::test {

namespace {

using Kind = ProxyFault::Kind;

Q_LOGGING_CATEGORY(lcFaults, "arbscope.test.faults", QtWarningMsg)

/// The two ends of one connection. Each pump runs on a thread of its own until either end hangs up.
class Link
{
public:
    Link(FakeClient &client, FileDescriptor upstream, int stop, ProxyFault fault)
        : m_client(client)
        , m_server(std::move(upstream), stop)
        , m_fault(std::move(fault))
    { }

    void run(const std::function<CommandArgs(CommandArgs)> &translate)
    {
        std::thread up([&] { translate ? pumpCommands(translate) : pumpUp(); });
        pumpDown();
        m_client.stopReading();
        up.join();
        if (m_isReset || m_fault.kind == Kind::Reset || m_fault.kind == Kind::CutRequest)
            m_client.reset();
    }
    void reset()
    {
        m_isReset = true;
        m_server.stopReading();
        wake();
    }

    void hold() { m_isHeld = true; }

    std::atomic<qint64> asked = 0;
    std::atomic<qint64> answered = 0;

private:
    void pumpUp()
    {
        for (QByteArray bytes = m_client.readSome(); !bytes.isEmpty(); bytes = m_client.readSome()) {
            if (m_fault.kind == Kind::CutRequest) {
                bytes.truncate(std::max<qint64>(0, m_fault.after - asked));
                asked += bytes.size();
                m_server.send(bytes);
                if (asked >= m_fault.after)
                    break;
                continue;
            }
            asked += bytes.size();
            m_server.send(bytes);
        }
        endUp();
    }
    void pumpCommands(const std::function<CommandArgs(CommandArgs)> &translate)
    {
        while (auto command = m_client.readCommand()) {
            QByteArray bytes;
            appendRespCommand(bytes, translate(std::move(*command)));
            m_server.send(bytes);
        }
        endUp();
    }
    void endUp()
    {
        m_clientIsGone = true;
        m_server.stopReading();
        wake();
    }

    void pumpDown()
    {
        for (int piece = 0;; ++piece) {
            if (endsHere())
                return;
            QByteArray bytes = m_server.readSome();
            if (bytes.isEmpty())
                return;
            if (m_isHeld)
                pause(std::chrono::hours(1));
            if (m_fault.kind == Kind::Delay || (m_fault.kind == Kind::Stall && piece % 2 == 1))
                pause(m_fault.pause);
            const bool ends = m_fault.kind == Kind::Hold || m_fault.kind == Kind::Cut || m_fault.kind == Kind::Reset
                || m_fault.kind == Kind::Replace;
            if (ends)
                bytes.truncate(m_fault.after - answered);
            answered += bytes.size(); // before the client can have seen them
            if (m_fault.kind == Kind::ByteByByte)
                m_client.sendByteByByte(bytes);
            else
                m_client.send(bytes);
        }
    }
    /// Whether all that may pass has passed; waits where the fault is that nothing comes.
    bool endsHere()
    {
        const bool reached = answered >= m_fault.after;
        if (!reached)
            return false;
        if (m_fault.kind == Kind::Replace)
            m_client.send(m_fault.bytes);
        if (m_fault.kind == Kind::Hold || m_fault.kind == Kind::Replace)
            pause(std::chrono::hours(1));
        return m_fault.kind == Kind::Hold || m_fault.kind == Kind::Replace || m_fault.kind == Kind::Cut
            || m_fault.kind == Kind::Reset;
    }

    void pause(std::chrono::milliseconds time)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, time, [this] { return m_clientIsGone || m_isReset; });
    }
    void wake()
    {
        const std::scoped_lock lock(m_mutex);
        m_changed.notify_all();
    }

    FakeClient &m_client;
    FakeClient m_server;
    ProxyFault m_fault;
    std::atomic<bool> m_clientIsGone = false;
    std::atomic<bool> m_isReset = false;
    std::atomic<bool> m_isHeld = false;
    std::mutex m_mutex;
    std::condition_variable m_changed;
};

} // namespace

class FaultProxy::Private
{
public:
    void serve(FakeClient &client)
    {
        std::unique_lock lock(mutex);
        ProxyFault now;
        if (faulty != 0) {
            now = fault;
            faulty -= faulty > 0 ? 1 : 0;
        }
        harmed += now.kind != Kind::None ? 1 : 0;
        RedisUrl to = upstream;
        const auto translation = translate;
        lock.unlock();
        Wait wait({}, std::chrono::seconds(10), Wait::Counts::FromStart);
        auto socket = to.isLocal() ? connectUnix(to.socketPath, wait) : connectTcp(to.endpoints.front(), wait);
        if (!socket) // the server is not there: so is what speaks for it
            return client.reset();
        const auto link = std::make_shared<Link>(client, std::move(*socket), client.stopDescriptor(), now);
        lock.lock();
        latest = link;
        links.insert(link.get());
        lock.unlock();
        link->run(translation);
        lock.lock();
        links.erase(link.get());
    }

    std::mutex mutex;
    RedisUrl upstream;
    ProxyFault fault;
    int faulty = 0; ///< connections that get it; negative: all
    qsizetype harmed = 0; ///< connections so far
    std::function<CommandArgs(CommandArgs)> translate;
    std::shared_ptr<Link> latest;
    std::set<Link *> links;
    std::unique_ptr<FakeRedisServer> server; ///< ends first
};

FaultProxy::FaultProxy(const RedisUrl &upstream)
    : d(std::make_unique<Private>())
{
    d->upstream = upstream;
    d->server = std::make_unique<FakeRedisServer>([state = d.get()](FakeClient &client) { state->serve(client); });
}

FaultProxy::~FaultProxy()
{
    const qsizetype harmed = [this] {
        const std::scoped_lock lock(d->mutex);
        return d->harmed; // what ends now is no fault
    }();
    resetAll();
    d->server.reset();
    qCInfo(lcFaults) << "connections harmed:" << harmed;
}

RedisUrl FaultProxy::url() const
{
    const std::scoped_lock lock(d->mutex);
    RedisUrl url = d->upstream;
    url.socketPath.clear();
    url.endpoints = d->server->url().endpoints;
    if (url.tls)
        url.endpoints.front().host = QStringLiteral("localhost");
    return url;
}

void FaultProxy::setUpstream(const RedisUrl &upstream)
{
    const std::scoped_lock lock(d->mutex);
    d->upstream = upstream;
}

void FaultProxy::setFault(const ProxyFault &fault, int connections)
{
    const std::scoped_lock lock(d->mutex);
    d->fault = fault;
    d->faulty = connections;
}

void FaultProxy::resetAll()
{
    const std::scoped_lock lock(d->mutex);
    d->harmed += qsizetype(d->links.size());
    std::ranges::for_each(d->links, &Link::reset);
}

void FaultProxy::holdAll()
{
    const std::scoped_lock lock(d->mutex);
    d->harmed += qsizetype(d->links.size());
    std::ranges::for_each(d->links, &Link::hold);
}

void FaultProxy::setTranslation(std::function<CommandArgs(CommandArgs)> translate)
{
    const std::scoped_lock lock(d->mutex);
    d->translate = std::move(translate);
}

int FaultProxy::connections() const
{
    return d->server->clients();
}

int FaultProxy::running() const
{
    const std::scoped_lock lock(d->mutex);
    return int(d->links.size());
}

qint64 FaultProxy::answered() const
{
    const std::scoped_lock lock(d->mutex);
    return d->latest ? d->latest->answered.load() : 0;
}

qint64 FaultProxy::asked() const
{
    const std::scoped_lock lock(d->mutex);
    return d->latest ? d->latest->asked.load() : 0;
}

CommandArgs commandThatFails(const QByteArray &error)
{
    return {"EVAL", "return redis.error_reply(ARGV[1])", "0", error};
}

} // namespace arbscope::test
