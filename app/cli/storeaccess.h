// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commandline.h"
#include "app/cli/messages.h"
#include "core/store/backupfile.h"

#include <optional>
#include <stop_token>

namespace arbscope {

struct StoreAddress
{
    RedisUrl url;
    ConnectionOptions options;
};

/// The store of --url and its companions. A file is opened in a server of its own, which ends with this object.
class StoreAccess
{
public:
    StoreAccess(const CommandLine &line, Messages &messages, std::stop_token stop);

    /// Where to connect to; opens the file first. Throws CommandFailure.
    [[nodiscard]] StoreAddress open(bool writable);
    [[nodiscard]] bool hasLeftOutLines() const; ///< of the file: they are no reports, which has been told

private:
    [[nodiscard]] ConnectionOptions optionsOfLine(bool writable) const;
    [[nodiscard]] RedisUrl openFile(const QString &path, int database);

    const CommandLine &m_line;
    Messages &m_messages;
    std::stop_token m_stop;
    std::optional<BackupFile> m_file;
};

} // namespace arbscope
