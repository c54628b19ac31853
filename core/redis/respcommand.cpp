// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/respcommand.h"

#include <hiredis/hiredis.h>

#include <memory>
#include <new>

namespace arbscope {

namespace {

struct FreeCommand
{
    void operator()(char *command) const { redisFreeCommand(command); }
};

} // namespace

void appendRespCommand(QByteArray &out, const CommandArgs &command)
{
    std::vector<const char *> texts;
    std::vector<size_t> lengths;
    texts.reserve(command.size());
    lengths.reserve(command.size());
    for (const QByteArray &argument : command) {
        texts.push_back(argument.constData());
        lengths.push_back(static_cast<size_t>(argument.size()));
    }
    char *formatted = nullptr;
    const long long size
        = redisFormatCommandArgv(&formatted, static_cast<int>(command.size()), texts.data(), lengths.data());
    const std::unique_ptr<char, FreeCommand> owner(formatted);
    if (size < 0)
        throw std::bad_alloc();
    out.append(formatted, static_cast<qsizetype>(size));
}

} // namespace arbscope
