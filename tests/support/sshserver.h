// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/supervisedprocess.h"

#include <QString>

namespace arbscope::test {

/// A real sshd on a loopback port, with a host key, a user key and a client configuration of its own; nothing of the
/// user's. Fails the test when it cannot start.
class SshServer
{
public:
    /// Hosts of the client configuration: "store", "jumped" (by way of "store"), "stranger" (its host key is not
    /// known), "nobody" (its key is not authorized) and "closed" (nothing listens there).
    [[nodiscard]] static SshServer start();
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString configFile() const { return m_process.filePath(QStringLiteral("ssh_config")); }

private:
    SshServer(SupervisedProcess process, quint16 port);
    SupervisedProcess m_process;
    quint16 m_port;
};

/// A TCP port of the loopback that is free at the time.
[[nodiscard]] quint16 freePort();

} // namespace arbscope::test
