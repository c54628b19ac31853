// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeredisserver.h"

#include <QFile>
#include <QTemporaryDir>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <poll.h>
#include <thread>
#include <utility>
#include <vector>

namespace arbscope::test {

namespace {

// Until the socket is ready or the server ends (false).
bool waitFor(int socket, short events, int stop)
{
    std::array<pollfd, 2> entries{{{socket, events, 0}, {stop, POLLIN, 0}}};
    while (::poll(entries.data(), entries.size(), -1) < 0) {
        if (errno != EINTR)
            qFatal("poll: %s", std::strerror(errno));
    }
    return entries[1].revents == 0;
}

// "*3\r\n" at `at`: the number behind `sign`, and `at` moved past the line; none when the line is not whole.
std::optional<int> header(const QByteArray &buffer, qsizetype &at, char sign)
{
    const qsizetype end = buffer.indexOf("\r\n", at);
    if (end < 0)
        return std::nullopt;
    if (buffer[at] != sign)
        qFatal("FakeRedisServer: the client sent no RESP command");
    const int number = buffer.mid(at + 1, end - at - 1).toInt();
    at = end + 2;
    return number;
}

} // namespace

FakeClient::FakeClient(FileDescriptor socket, int stopDescriptor)
    : m_socket(std::move(socket))
    , m_stop(stopDescriptor)
{ }

bool FakeClient::fill()
{
    std::array<char, 65536> bytes{};
    if (!waitFor(m_socket.get(), POLLIN, m_stop))
        return false;
    const ssize_t size = ::recv(m_socket.get(), bytes.data(), bytes.size(), 0);
    if (size > 0)
        m_buffer.append(bytes.data(), size);
    return size > 0;
}

std::optional<CommandArgs> FakeClient::readCommand()
{
    for (;;) {
        qsizetype at = 0;
        if (const auto count = header(m_buffer, at, '*')) {
            CommandArgs command;
            while (static_cast<int>(command.size()) < *count) {
                const auto size = header(m_buffer, at, '$');
                if (!size || m_buffer.size() < at + *size + 2)
                    break;
                command.push_back(m_buffer.mid(at, *size));
                at += *size + 2;
            }
            if (static_cast<int>(command.size()) == *count) {
                m_buffer.remove(0, at);
                return command;
            }
        }
        if (!fill())
            return std::nullopt;
    }
}

std::optional<CommandArgs> FakeClient::nextCommand()
{
    for (;;) {
        auto command = readCommand();
        if (!command)
            return command;
        const QByteArray &name = command->front();
        if (name != "AUTH" && name != "SELECT" && name != "CLIENT")
            return command;
        send("+OK\r\n");
    }
}

void FakeClient::waitForBytes()
{
    if (m_buffer.isEmpty())
        fill();
}

QByteArray FakeClient::readSome()
{
    if (m_buffer.isEmpty())
        fill();
    return std::exchange(m_buffer, {});
}

void FakeClient::stopReading()
{
    ::shutdown(m_socket.get(), SHUT_RD);
}

void FakeClient::send(const QByteArray &bytes)
{
    for (qsizetype at = 0; at < bytes.size();) {
        if (!waitFor(m_socket.get(), POLLOUT, m_stop))
            return;
        const ssize_t size = ::send(m_socket.get(), bytes.constData() + at, static_cast<size_t>(bytes.size() - at),
                                    MSG_NOSIGNAL | MSG_DONTWAIT);
        if (size < 0 && errno != EAGAIN)
            return; // the client hung up; the script notices when it reads
        at += std::max(size, ssize_t{0});
    }
}

void FakeClient::sendByteByByte(const QByteArray &bytes)
{
    for (const char byte : bytes)
        send(QByteArray(1, byte));
}

void FakeClient::hold()
{
    while (fill()) { }
}

void FakeClient::waitForServerEnd() const
{
    waitFor(m_stop, POLLIN, m_stop);
}

void FakeClient::reset()
{
    const linger now{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(m_socket.get(), SOL_SOCKET, SO_LINGER, &now, sizeof now);
    m_socket.reset();
}

class FakeRedisServer::Private
{
public:
    struct Session
    {
        std::shared_ptr<std::atomic<bool>> isDone;
        std::jthread thread;
    };

    void listenTcp();
    void listenUnix();
    void serve();

    Script script;
    RedisUrl url;
    QTemporaryDir directory;
    FileDescriptor listener;
    FileDescriptor stop{::eventfd(0, EFD_CLOEXEC)};
    std::atomic<int> clients = 0;
    std::vector<Session> sessions;
    std::jthread thread;
};

void FakeRedisServer::Private::listenTcp()
{
    listener = FileDescriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    if (::bind(listener.get(), generic, size) != 0 || ::listen(listener.get(), SOMAXCONN) != 0
        || ::getsockname(listener.get(), generic, &size) != 0)
        qFatal("FakeRedisServer: %s", std::strerror(errno));
    url.endpoints = {{QStringLiteral("127.0.0.1"), ntohs(address.sin_port)}};
}

void FakeRedisServer::Private::listenUnix()
{
    url.socketPath = directory.filePath(QStringLiteral("fake.sock"));
    listener = FileDescriptor(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    qstrncpy(address.sun_path, QFile::encodeName(url.socketPath).constData(), sizeof address.sun_path);
    if (::bind(listener.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0
        || ::listen(listener.get(), SOMAXCONN) != 0)
        qFatal("FakeRedisServer: %s", std::strerror(errno));
}

void FakeRedisServer::Private::serve()
{
    while (waitFor(listener.get(), POLLIN, stop.get())) {
        FileDescriptor socket(::accept4(listener.get(), nullptr, nullptr, SOCK_CLOEXEC));
        if (!socket.isOpen())
            continue;
        const int on = 1; // fails on unix sockets, which need it not
        ::setsockopt(socket.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        ++clients;
        std::erase_if(sessions, [](const Session &session) { return session.isDone->load(); });
        const auto done = std::make_shared<std::atomic<bool>>(false);
        sessions.push_back({.isDone = done, .thread = std::jthread([this, done, socket = std::move(socket)]() mutable {
                                                {
                                                    FakeClient client(std::move(socket), stop.get());
                                                    script(client);
                                                }
                                                *done = true;
                                            })});
    }
}

FakeRedisServer::FakeRedisServer(Script script, Listens where)
    : d(std::make_unique<Private>())
{
    d->script = std::move(script);
    if (where == Listens::Tcp)
        d->listenTcp();
    else
        d->listenUnix();
    d->thread = std::jthread([this] { d->serve(); });
}

FakeRedisServer::~FakeRedisServer()
{
    const quint64 one = 1;
    if (::write(d->stop.get(), &one, sizeof one) != sizeof one)
        qFatal("FakeRedisServer: %s", std::strerror(errno));
    d->thread.join();
}

RedisUrl FakeRedisServer::url() const
{
    return d->url;
}

int FakeRedisServer::clients() const
{
    return d->clients;
}

} // namespace arbscope::test
