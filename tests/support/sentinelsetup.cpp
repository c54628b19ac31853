// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sentinelsetup.h"

#include "tests/support/rediscli.h"

#include <algorithm>

namespace arbscope::test {

namespace {

constexpr int Servers = 3;
constexpr int Sentinels = 3;

} // namespace

SentinelSetup::SentinelSetup(const QByteArray &password)
    : m_password(password)
{
    QByteArrayList common{"repl-diskless-sync-delay 0", "repl-ping-replica-period 1"};
    if (!password.isEmpty())
        common += {"requirepass " + password, "masterauth " + password};
    m_servers.push_back(RedisNodeProcess::start(common));
    const QByteArray master = "127.0.0.1 " + QByteArray::number(server(0).address().port);
    for (int i = 1; i < Servers; ++i)
        m_servers.push_back(RedisNodeProcess::start(common + QByteArrayList{"replicaof " + master}));
    QByteArrayList watch{"sentinel monitor desk " + master + " 2", "sentinel down-after-milliseconds desk 1000",
                         "sentinel failover-timeout desk 3000", "sentinel parallel-syncs desk 2"};
    if (!password.isEmpty())
        watch += "sentinel auth-pass desk " + password;
    for (int i = 0; i < Sentinels; ++i)
        m_sentinels.push_back(RedisNodeProcess::start(watch, true));
    waitForReplicas();
    waitUntil("sentinels that know each other and the replicas", [this] {
        return std::ranges::all_of(m_sentinels, [](const RedisNodeProcess &one) {
            return one.info("master0").contains("status=ok") && one.info("master0").contains(",slaves=2,sentinels=3");
        });
    });
}

RedisUrl SentinelSetup::url() const
{
    RedisUrl url;
    url.topology = RedisTopology::Sentinel;
    url.masterName = QStringLiteral("desk");
    url.password = QString::fromUtf8(m_password);
    for (const RedisNodeProcess &one : m_sentinels)
        url.endpoints.push_back(one.address());
    return url;
}

QByteArray SentinelSetup::cli(int index, const QByteArrayList &command)
{
    RedisUrl url = server(index).url();
    url.password = QString::fromUtf8(m_password);
    return redisCli(url, command);
}

int SentinelSetup::master()
{
    for (const RedisNodeProcess &one : m_sentinels) {
        const QByteArrayList answer = one.cli({"SENTINEL", "GET-MASTER-ADDR-BY-NAME", "desk"}).split('\n');
        for (int i = 0; i < Servers; ++i) {
            if (answer.size() == 2 && answer[1].toInt() == server(i).address().port)
                return i;
        }
    }
    return -1;
}

void SentinelSetup::waitForMasterOtherThan(int index)
{
    waitUntil("another master", [this, index] {
        const int now = master();
        return now >= 0 && now != index && cli(now, {"ROLE"}).startsWith("master");
    });
}

void SentinelSetup::waitForReplicas()
{
    for (int i = 0; i < Servers; ++i)
        waitUntil("a replica", [&] {
            const QByteArray role = cli(i, {"ROLE"});
            return role.startsWith("master") || role.contains("connected");
        });
    waitUntil("replicas that have all", [&] {
        QByteArrayList offsets;
        for (int i = 0; i < Servers; ++i) {
            const QByteArrayList role = cli(i, {"ROLE"}).split('\n');
            if (role.front() == "master")
                offsets += role.value(1);
            else if (role.front() == "slave")
                offsets += role.value(4);
        }
        return std::ranges::all_of(offsets, [&](const QByteArray &one) { return one == offsets.front(); });
    });
}

} // namespace arbscope::test
