// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/inputfile.h"

#include "app/cli/failure.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace arbscope {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto StandardInput = "-";

/// The descriptor of a file, or of a named pipe: opening one that has no writer must not wait, reading it will.
int openFile(const QByteArray &path)
{
    const int descriptor = ::open(path.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat about = {};
    if (descriptor >= 0 && ::fstat(descriptor, &about) == 0 && S_ISDIR(about.st_mode)) {
        ::close(descriptor);
        errno = EISDIR;
        return -1;
    }
    return descriptor;
}

} // namespace

std::unique_ptr<QFile> openInput(const CommandContext &context)
{
    auto file = std::make_unique<QFile>();
    if (context.argument(0).isEmpty()) {
        throw CommandFailure::usage(u"the name of the file is empty"_s);
    }
    const bool isStandardInput = context.argument(0) == StandardInput;
    const int descriptor = isStandardInput ? STDIN_FILENO : openFile(context.argument(0));
    if (descriptor < 0) {
        throw CommandFailure::file(inputName(context) + u": "_s + qt_error_string(errno));
    }
    const auto handling = isStandardInput ? QFileDevice::DontCloseHandle : QFileDevice::AutoCloseHandle;
    if (!file->open(descriptor, QIODevice::ReadOnly | QIODevice::Unbuffered, handling)) {
        throw CommandFailure::file(inputName(context) + u": "_s + file->errorString());
    }
    return file;
}

QString inputName(const CommandContext &context)
{
    const QByteArray &path = context.argument(0);
    return path == StandardInput ? u"standard input"_s : QString::fromUtf8(path);
}

bool isWaiting(const QFile &input)
{
    pollfd entry{.fd = input.handle(), .events = POLLIN, .revents = 0};
    return ::poll(&entry, 1, 0) == 0;
}

} // namespace arbscope
