// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/threadedsession.h"

#include <QRegularExpression>
#include <QTest>
#include <QThreadPool>

#include <thread>

namespace arbscope::test {

void worksInThreads(const RedisUrl &url, const ConnectionOptions &options)
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    const auto work = [&] {
        auto connection = RedisConnection::open(url, options);
        return connection && connection->call({"PING"});
    };
    bool inThread = false;
    std::thread([&] { inThread = work(); }).join();
    QVERIFY(inThread);
    QThreadPool pool;
    bool inPool = false;
    pool.start([&] { inPool = work(); });
    QVERIFY(pool.waitForDone());
    QVERIFY(inPool);
}

} // namespace arbscope::test
