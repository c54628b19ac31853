// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/privateserver.h"

#include "core/redis/connection.h"
#include "core/redis/filedescriptor.h"
#include "core/redis/redislog.h"
#include "core/redis/wait.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <sys/un.h>
#include <sys/wait.h>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>

namespace arbscope {

namespace {

constexpr std::chrono::seconds startTimeout{30}; // a busy machine, a database to load
constexpr int knock = 10; // ms between two tries while the server is not there yet
constexpr qint64 logTail = 2000; // bytes of the server's log that go into an error

// PR_SET_PDEATHSIG would end the server with the thread that started it, not with the process. So a shell stands
// between: its standard input is a pipe that only we hold open, and when that ends, however we ended, it ends the
// server and removes the directory. The server's process id goes to standard output, which stays open as long as the
// server runs.
constexpr auto supervisor = R"(
directory=$1
shift
exec 3<&0
"$@" </dev/null >>"$directory/redis.log" 2>&1 3<&- &
server=$!
echo "$server"
( read -r _ <&3; trap "" TERM; kill -KILL "$server"; rm -rf "$directory" ) </dev/null >/dev/null 2>&1 &
watcher=$!
exec 3<&-
wait "$server"
kill "$watcher" 2>/dev/null
exit 0
)";

std::unexpected<RedisError> fault(RedisErrorCode code, const QString &detail)
{
    return std::unexpected(RedisError{.code = code, .detail = detail, .command = {}, .key = {}});
}

// A fresh directory (0700) whose socket's path fits the 107 bytes of a unix address.
std::unique_ptr<QTemporaryDir> makeDirectory()
{
    const QStringList parents{qEnvironmentVariable("XDG_RUNTIME_DIR"), QDir::tempPath(), QStringLiteral("/tmp")};
    for (const QString &parent : parents) {
        const QString path = parent + QStringLiteral("/arbscope-XXXXXX");
        const qsizetype size = QFile::encodeName(path + QStringLiteral("/redis.sock")).size();
        if (parent.isEmpty() || size >= qsizetype{sizeof sockaddr_un::sun_path})
            continue;
        auto directory = std::make_unique<QTemporaryDir>(path);
        if (directory->isValid())
            return directory;
    }
    return nullptr;
}

} // namespace

class PrivateServer::Private
{
public:
    ~Private() { stop(); }
    [[nodiscard]] Result<void> spawn(const QString &program, const QStringList &arguments);
    [[nodiscard]] Result<void> waitUntilReady();
    void stop();

    RedisUrl url;
    std::unique_ptr<QTemporaryDir> directory;
    qint64 serverId = 0;

private:
    [[nodiscard]] Result<void> readServerId(const Wait &wait);
    [[nodiscard]] bool hasEnded(int milliseconds) const; ///< waits for the end that long
    [[nodiscard]] QString logText() const;

    FileDescriptor m_lifeline; ///< the supervisor's standard input
    FileDescriptor m_output; ///< its standard output
    pid_t m_supervisor = 0;
};

Result<void> PrivateServer::Private::spawn(const QString &program, const QStringList &arguments)
{
    std::array<int, 2> input{};
    std::array<int, 2> output{};
    if (::pipe2(input.data(), O_CLOEXEC) != 0)
        return fault(RedisErrorCode::Unreachable, qt_error_string(errno));
    const FileDescriptor theirInput(input[0]);
    m_lifeline = FileDescriptor(input[1]);
    if (::pipe2(output.data(), O_CLOEXEC) != 0)
        return fault(RedisErrorCode::Unreachable, qt_error_string(errno));
    m_output = FileDescriptor(output[0]);
    const FileDescriptor theirOutput(output[1]);

    std::vector<QByteArray> texts{"sh",
                                  "-c",
                                  supervisor,
                                  "arbscope-private-server",
                                  QFile::encodeName(directory->path()),
                                  QFile::encodeName(program)};
    for (const QString &argument : arguments)
        texts.push_back(QFile::encodeName(argument));
    std::vector<char *> argv;
    for (QByteArray &text : texts)
        argv.push_back(text.data());
    argv.push_back(nullptr);

    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, theirInput.get(), STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, theirOutput.get(), STDOUT_FILENO);
    ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    ::posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
    posix_spawnattr_t attributes;
    ::posix_spawnattr_init(&attributes);
    // A session of its own: Ctrl+C in the terminal is for us, and we end the server.
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID);
    const int error = ::posix_spawn(&m_supervisor, "/bin/sh", &actions, &attributes, argv.data(), environ);
    ::posix_spawnattr_destroy(&attributes);
    ::posix_spawn_file_actions_destroy(&actions);
    if (error != 0) {
        m_supervisor = 0;
        return fault(RedisErrorCode::Unreachable, QStringLiteral("/bin/sh: ") + qt_error_string(error));
    }
    return {};
}

bool PrivateServer::Private::hasEnded(int milliseconds) const
{
    pollfd entry{.fd = m_output.get(), .events = 0, .revents = 0};
    return ::poll(&entry, 1, milliseconds) > 0 && (entry.revents & POLLHUP);
}

QString PrivateServer::Private::logText() const
{
    QFile file(directory->filePath(QStringLiteral("redis.log")));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    file.seek(std::max(qint64{0}, file.size() - logTail));
    return QString::fromUtf8(file.readAll()).trimmed();
}

Result<void> PrivateServer::Private::readServerId(const Wait &wait)
{
    QByteArray line;
    while (!line.endsWith('\n')) {
        const auto slice = wait.slice();
        if (!slice)
            return std::unexpected(slice.error());
        pollfd entry{.fd = m_output.get(), .events = POLLIN, .revents = 0};
        if (::poll(&entry, 1, *slice) <= 0)
            continue;
        char character = 0;
        if (::read(m_output.get(), &character, 1) != 1)
            return fault(RedisErrorCode::Unreachable, QStringLiteral("redis-server could not be started"));
        line += character;
    }
    serverId = line.trimmed().toLongLong();
    return {};
}

Result<void> PrivateServer::Private::waitUntilReady()
{
    const Wait wait({}, startTimeout, Wait::Counts::FromStart);
    if (const auto read = readServerId(wait); !read)
        return read;
    for (;;) {
        const auto slice = wait.slice();
        if (!slice)
            return fault(RedisErrorCode::TimedOut, QStringLiteral("redis-server is not ready:\n") + logText());
        auto connection = RedisConnection::open(url, {});
        const auto pong = connection ? connection->call({"PING"}) : std::unexpected(connection.error());
        if (pong || pong.error().code == RedisErrorCode::Authentication
            || pong.error().code == RedisErrorCode::Permission)
            return {};
        if (hasEnded(std::min(*slice, knock)))
            return fault(RedisErrorCode::Unreachable, QStringLiteral("redis-server ended at once:\n") + logText());
    }
}

void PrivateServer::Private::stop()
{
    m_lifeline.reset();
    if (m_supervisor > 0) {
        while (::waitpid(m_supervisor, nullptr, 0) < 0 && errno == EINTR) { }
        m_supervisor = 0;
        qCDebug(redisLog) << "private server" << serverId << "ended";
    }
    m_output.reset();
    directory.reset();
}

PrivateServer::PrivateServer(std::unique_ptr<Private> server)
    : d(std::move(server))
{ }

PrivateServer::~PrivateServer() = default;
PrivateServer::PrivateServer(PrivateServer &&) noexcept = default;
PrivateServer &PrivateServer::operator=(PrivateServer &&) noexcept = default;

Result<PrivateServer> PrivateServer::start(const QStringList &extraArguments)
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("redis-server"));
    if (program.isEmpty())
        return fault(RedisErrorCode::Unreachable,
                     QStringLiteral("the program redis-server is not installed (Debian: apt install redis-server)"));
    auto d = std::make_unique<Private>();
    d->directory = makeDirectory();
    if (!d->directory)
        return fault(RedisErrorCode::Unreachable,
                     QStringLiteral("no directory for a private redis-server can be made in %1").arg(QDir::tempPath()));
    d->url.socketPath = d->directory->filePath(QStringLiteral("redis.sock"));
    const QStringList arguments{
        QStringLiteral("--port"),       QStringLiteral("0"),  QStringLiteral("--save"),       QString(),
        QStringLiteral("--appendonly"), QStringLiteral("no"), QStringLiteral("--daemonize"),  QStringLiteral("no"),
        QStringLiteral("--dir"),        d->directory->path(), QStringLiteral("--unixsocket"), d->url.socketPath};
    if (const auto spawned = d->spawn(program, arguments + extraArguments); !spawned)
        return std::unexpected(spawned.error());
    if (const auto ready = d->waitUntilReady(); !ready)
        return std::unexpected(ready.error());
    qCDebug(redisLog) << "private server" << d->serverId << "at" << d->url.display();
    return PrivateServer(std::move(d));
}

RedisUrl PrivateServer::url() const
{
    return d->url;
}

QString PrivateServer::directory() const
{
    return d->directory ? d->directory->path() : QString();
}

qint64 PrivateServer::processId() const
{
    return d->serverId;
}

void PrivateServer::stop()
{
    d->stop();
}

} // namespace arbscope
