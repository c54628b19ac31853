// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/supervisedprocess.h"

#include "core/redis/wait.h"

#include <QByteArrayView>
#include <QDir>
#include <QFile>

#include <sys/un.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <utility>

namespace arbscope {

namespace {

constexpr std::chrono::seconds startTimeout{30}; // for a shell to run on a busy machine
constexpr qint64 outputTail = 8000; // bytes of what was printed that are looked at

// PR_SET_PDEATHSIG would end the program with the thread that started it, not with the process. So a shell stands
// between: its standard input is a pipe that only we hold open, and when that ends, however we ended, it ends the
// program and removes the directory. The program's process id goes to standard output, which stays open as long as the
// program runs.
constexpr auto supervisor = R"(
directory=$1
shift
exec 3<&0
"$@" </dev/null >>"$directory/output.log" 2>&1 3<&- &
program=$!
echo "$program"
( read -r _ <&3; trap "" TERM; kill -KILL "$program"; rm -rf "$directory" ) </dev/null >/dev/null 2>&1 &
watcher=$!
exec 3<&-
wait "$program"
kill "$watcher" 2>/dev/null
wait "$watcher"
exit 0
)";

std::unexpected<RedisError> fault(const QString &detail)
{
    return std::unexpected(RedisError{.code = RedisErrorCode::Unreachable, .detail = detail});
}

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

SupervisedProcess::SupervisedProcess(std::unique_ptr<QTemporaryDir> directory)
    : m_directory(std::move(directory))
{ }

SupervisedProcess::~SupervisedProcess()
{
    stop();
}

SupervisedProcess::SupervisedProcess(SupervisedProcess &&other) noexcept
    : m_directory(std::move(other.m_directory))
    , m_lifeline(std::move(other.m_lifeline))
    , m_output(std::move(other.m_output))
    , m_supervisor(std::exchange(other.m_supervisor, 0))
    , m_processId(other.m_processId)
{ }

SupervisedProcess &SupervisedProcess::operator=(SupervisedProcess &&other) noexcept
{
    if (this != &other) {
        stop();
        m_directory = std::move(other.m_directory);
        m_lifeline = std::move(other.m_lifeline);
        m_output = std::move(other.m_output);
        m_supervisor = std::exchange(other.m_supervisor, 0);
        m_processId = other.m_processId;
    }
    return *this;
}

Result<SupervisedProcess> SupervisedProcess::prepare()
{
    auto directory = makeDirectory();
    if (!directory)
        return fault(QStringLiteral("no private directory can be made in %1").arg(QDir::tempPath()));
    return SupervisedProcess(std::move(directory));
}

Result<void> SupervisedProcess::start(const QString &program, const QStringList &arguments)
{
    std::array<int, 2> input{};
    std::array<int, 2> output{};
    if (::pipe2(input.data(), O_CLOEXEC) != 0)
        return fault(qt_error_string(errno));
    const FileDescriptor theirInput(input[0]);
    m_lifeline = FileDescriptor(input[1]);
    if (::pipe2(output.data(), O_CLOEXEC) != 0)
        return fault(qt_error_string(errno));
    m_output = FileDescriptor(output[0]);
    FileDescriptor theirOutput(output[1]);

    std::vector<QByteArray> texts{"sh",
                                  "-c",
                                  supervisor,
                                  "arbscope-supervisor",
                                  QFile::encodeName(m_directory->path()),
                                  QFile::encodeName(program)};
    for (const QString &argument : arguments)
        texts.push_back(QFile::encodeName(argument));
    std::vector<char *> argv;
    argv.reserve(texts.size() + 1);
    for (QByteArray &text : texts)
        argv.push_back(text.data());
    argv.push_back(nullptr);

    // A password that we were given this way is none of its business.
    std::vector<char *> environment;
    for (char **entry = environ; *entry; ++entry) {
        if (!QByteArrayView(*entry).startsWith("ARBSCOPE_"))
            environment.push_back(*entry);
    }
    environment.push_back(nullptr);

    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, theirInput.get(), STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, theirOutput.get(), STDOUT_FILENO);
    ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    ::posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
    posix_spawnattr_t attributes;
    ::posix_spawnattr_init(&attributes);
    // A session of its own: Ctrl+C in the terminal is for us, and we end the program.
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID);
    const int error = ::posix_spawn(&m_supervisor, "/bin/sh", &actions, &attributes, argv.data(), environment.data());
    ::posix_spawnattr_destroy(&attributes);
    ::posix_spawn_file_actions_destroy(&actions);
    if (error != 0) {
        m_supervisor = 0;
        return fault(QStringLiteral("/bin/sh: ") + qt_error_string(error));
    }
    theirOutput.reset(); // or its end would never be seen here
    return readProcessId();
}

Result<void> SupervisedProcess::readProcessId()
{
    const Wait wait({}, startTimeout, Wait::Counts::FromStart);
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
            return fault(QStringLiteral("/bin/sh ended at once"));
        line += character;
    }
    m_processId = line.trimmed().toLongLong();
    return {};
}

QString SupervisedProcess::directory() const
{
    return m_directory ? m_directory->path() : QString();
}

QString SupervisedProcess::filePath(const QString &name) const
{
    return m_directory ? m_directory->filePath(name) : QString();
}

qint64 SupervisedProcess::processId() const
{
    return m_processId;
}

bool SupervisedProcess::hasEnded(int milliseconds) const
{
    if (m_supervisor <= 0)
        return true;
    pollfd entry{.fd = m_output.get(), .events = 0, .revents = 0};
    return ::poll(&entry, 1, milliseconds) > 0 && (entry.revents & POLLHUP);
}

QString SupervisedProcess::output(qsizetype lines) const
{
    QFile file(filePath(QStringLiteral("output.log")));
    if (!m_directory || !file.open(QIODevice::ReadOnly))
        return {};
    file.seek(std::max(qint64{0}, file.size() - outputTail));
    const QStringList all = QString::fromUtf8(file.readAll()).remove(u'\r').trimmed().split(u'\n');
    return all.sliced(std::max(qsizetype{0}, all.size() - lines)).join(u'\n');
}

void SupervisedProcess::stop()
{
    m_lifeline.reset();
    if (m_supervisor > 0) {
        while (::waitpid(m_supervisor, nullptr, 0) < 0 && errno == EINTR) { }
        m_supervisor = 0;
    }
    m_output.reset();
    m_directory.reset();
}

} // namespace arbscope
