// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/session.h"

#include "tests/support/fakeredisserver.h"

#include <QByteArrayList>

#include <array>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace arbscope::test {

/// Two servers that have half of the slots each, or say so. Each notes what it was asked, but for CLUSTER SLOTS.
class FakeCluster
{
public:
    /// What a server says to a command: an empty text ends the connection, none says nothing more on it.
    using Answers = std::function<std::optional<QByteArray>(const CommandArgs &command)>;

    FakeCluster(Answers first, Answers second);
    ~FakeCluster();
    FakeCluster(const FakeCluster &) = delete;
    FakeCluster &operator=(const FakeCluster &) = delete;

    [[nodiscard]] QByteArray redirect(const char *kind, const QByteArray &key, int to) const; ///< MOVED or ASK
    [[nodiscard]] QByteArrayList asked(int server);
    [[nodiscard]] Result<RedisSession> open(std::chrono::milliseconds failover = std::chrono::seconds(10)) const;

private:
    void serve(int index, FakeClient &client);
    [[nodiscard]] QByteArray portOf(int server) const;

    std::mutex m_mutex;
    std::array<QByteArrayList, 2> m_asked;
    std::array<Answers, 2> m_answers;
    std::array<std::unique_ptr<FakeRedisServer>, 2> m_servers;
};

} // namespace arbscope::test
