// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/privateserver.h"
#include "core/store/reportstore.h"

#include <QByteArrayList>

#include <memory>

namespace arbscope::test {

/// A private server and a store on it that may write. Whatever cannot be done ends the test program with its reason.
class LiveStore
{
public:
    LiveStore();

    [[nodiscard]] ReportStore &store() { return *m_store; }
    [[nodiscard]] RedisSession &connection(); ///< the store's own, writable
    [[nodiscard]] RedisSession newConnection() const; ///< another client's, writable
    [[nodiscard]] RedisUrl url() const { return m_server->url(); }
    [[nodiscard]] qint64 processId() const { return m_server->processId(); }
    void stop() { m_server->stop(); }

    void clear() const; ///< an empty store
    void create(const std::vector<Report> &reports);
    /// Puts a text into the hash, and into the index where there is a score, whatever it is worth.
    void put(const QByteArray &server, const QByteArray &orderId, const QByteArray &text,
             std::optional<double> score = std::nullopt);
    [[nodiscard]] QByteArray dump() const; ///< an RDB file of it, as its server saves it
    RedisReply call(const CommandArgs &command); ///< on the store's connection

private:
    std::unique_ptr<PrivateServer> m_server;
    std::unique_ptr<ReportStore> m_store;
};

[[nodiscard]] ConnectionOptions writableOptions();
/// A storable report with all required members.
[[nodiscard]] Report sampleReport(const QString &server, const QString &orderId, double clock);
[[nodiscard]] std::vector<Report> sampleReports(const QString &server, int count, double firstClock = 1'600'000'000);
[[nodiscard]] QByteArray textOf(const Report &report); ///< canonical, as it is stored
[[nodiscard]] QByteArrayList orderIds(const TradePage &page);
[[nodiscard]] QByteArray golden(const QString &name); ///< a file of tests/data/golden

} // namespace arbscope::test
