// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/filedescriptor.h"
#include "core/redis/redisurl.h"
#include "core/redis/respcommand.h"

#include <functional>
#include <memory>
#include <optional>

namespace arbscope::test {

/// One client of a FakeRedisServer, seen from the server; used by the script on the server's thread.
class FakeClient
{
public:
    FakeClient(FileDescriptor socket, int stopDescriptor);

    /// The client's next command; none when it hung up or the server ends.
    std::optional<CommandArgs> readCommand();
    /// Answers the commands that begin a session (AUTH, SELECT, CLIENT) with +OK and returns the first other one.
    std::optional<CommandArgs> nextCommand();
    void waitForBytes(); ///< until the client has sent anything at all
    QByteArray readSome(); ///< whatever the client sends next; empty when it hung up or the server ends
    void stopReading(); ///< from any thread: reading finds that the client hung up
    void send(const QByteArray &bytes);
    void sendByteByByte(const QByteArray &bytes); ///< each byte a write of its own
    void hold(); ///< says nothing until the client hangs up or the server ends
    void waitForServerEnd() const; ///< reads nothing either, so that the client's writing stalls
    void reset(); ///< ends the connection with a reset instead of an orderly end (TCP)
    [[nodiscard]] int stopDescriptor() const { return m_stop; } ///< readable once the server ends

private:
    bool fill();

    FileDescriptor m_socket;
    int m_stop;
    QByteArray m_buffer;
};

/// A server of scripted faults, on threads of its own. The script is called for each client; when it returns, the
/// connection is closed. Listens on 127.0.0.1, or on a unix socket in a fresh directory.
class FakeRedisServer
{
public:
    using Script = std::function<void(FakeClient &)>;
    enum class Listens { Tcp, Unix };

    explicit FakeRedisServer(Script script, Listens where = Listens::Tcp);
    ~FakeRedisServer();
    FakeRedisServer(const FakeRedisServer &) = delete;
    FakeRedisServer &operator=(const FakeRedisServer &) = delete;

    [[nodiscard]] RedisUrl url() const;
    [[nodiscard]] int clients() const; ///< how many have connected so far

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace arbscope::test
