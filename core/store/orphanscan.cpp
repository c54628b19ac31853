// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/orphanscan.h"

#include "core/report/bytesview.h"
#include "core/store/keys.h"
#include "core/store/replyshape.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <ranges>
#include <utility>

namespace arbscope {

namespace {

constexpr qint64 BytesAtOnce = 2 << 20;
constexpr qint64 MaxCount = 400;
constexpr int MaxRestarts = 20; // of scans: servers may be lost, but not for ever

Result<OrphanIds> gather(RedisSession &connection, const QByteArray &server, std::vector<int> unindexed,
                         std::size_t most, const std::stop_token &stop)
{
    const std::vector servers{server};
    constexpr qint64 AnyNumber = std::numeric_limits<qint64>::max() / 2; // of entries without a body
    OrphanScan scan(connection, servers, {AnyNumber}, std::move(unindexed));
    OrphanIds found;
    while (!found.more) {
        auto page = scan.next(stop);
        if (!page)
            return std::unexpected(std::move(page.error()));
        if (!*page)
            break;
        for (WalkPage::Entry &entry : (*page)->entries) {
            found.more = found.ids.size() >= most;
            if (!found.more)
                found.ids.push_back(std::move(entry.orderId));
        }
    }
    std::ranges::sort(found.ids);
    return found;
}

} // namespace

OrphanScan::OrphanScan(RedisSession &connection, const std::vector<QByteArray> &servers, std::vector<qint64> missing,
                       std::vector<int> unindexed)
    : m_connection(&connection)
    , m_servers(&servers)
    , m_missing(std::move(missing))
    , m_unindexed(std::move(unindexed))
{ }

Result<std::optional<WalkPage>> OrphanScan::next(const std::stop_token &stop)
{
    if (!std::exchange(m_started, true)) {
        std::vector<int> indexed;
        std::ranges::set_difference(std::views::iota(0, int(m_servers->size())), m_unindexed,
                                    std::back_inserter(indexed));
        auto found = suspects(std::move(indexed), stop);
        // A bot that writes the hash first and then the index, as the reference does, may have been between the two.
        if (found && !found->empty())
            found = suspects(std::move(*found), stop);
        if (!found)
            return std::unexpected(std::move(found.error()));
        std::ranges::merge(*found, m_unindexed, std::back_inserter(m_left));
        std::ranges::reverse(m_left);
    }
    while (!m_left.empty()) {
        auto page = scanOn(m_left.back(), stop);
        if (!page)
            return std::unexpected(std::move(page.error()));
        if (m_cursor == "0") {
            m_left.pop_back();
            m_found.clear();
        }
        if (!page->entries.empty())
            return std::move(*page);
    }
    return std::nullopt;
}

Result<std::vector<int>> OrphanScan::suspects(std::vector<int> servers, const std::stop_token &stop) const
{
    std::vector<CommandArgs> commands;
    for (const int server : servers) {
        const QByteArray &name = (*m_servers)[std::size_t(server)];
        commands.push_back({QByteArrayLiteral("ZCARD"), indexKey(name)});
        commands.push_back({QByteArrayLiteral("HLEN"), hashKey(name)});
    }
    const auto replies = m_connection->pipeline(commands, stop);
    if (!replies)
        return std::unexpected(replies.error());
    std::vector<int> result;
    for (std::size_t i = 0; i < servers.size(); ++i) {
        const auto indexed = integerIn((*replies)[2 * i], commands[2 * i]);
        const auto reports = integerIn((*replies)[2 * i + 1], commands[2 * i + 1]);
        if (!indexed || !reports)
            return std::unexpected(!indexed ? indexed.error() : reports.error());
        if (*reports > *indexed - m_missing[std::size_t(servers[i])])
            result.push_back(servers[i]);
    }
    return result;
}

Result<OrphanIds> findOrphans(RedisSession &connection, const QByteArray &server, std::size_t most,
                              const std::stop_token &stop)
{
    auto found = gather(connection, server, {}, most, stop);
    if (!found && found.error().code == RedisErrorCode::WrongType && found.error().key == indexKey(server))
        return gather(connection, server, {0}, most, stop);
    return found;
}

Result<WalkPage> OrphanScan::scanOn(int server, const std::stop_token &stop)
{
    const QByteArray &name = (*m_servers)[std::size_t(server)];
    CommandArgs command{QByteArrayLiteral("HSCAN"), hashKey(name), m_cursor, QByteArrayLiteral("COUNT"),
                        QByteArray::number(m_count)};
    auto reply = m_connection->call(command, stop);
    while (!reply && reply.error().code == RedisErrorCode::ScanLost && m_restarts++ < MaxRestarts) {
        command[2] = QByteArrayLiteral("0"); // what was found stays known
        reply = m_connection->call(command, stop);
    }
    if (!reply)
        return std::unexpected(std::move(reply.error()));
    auto scanned = scanIn(std::move(*reply), command);
    if (!scanned)
        return std::unexpected(std::move(scanned.error()));
    if (scanned->items.size() % 2 != 0)
        return std::unexpected(unexpectedReply(command));
    m_cursor = scanned->cursor;

    std::vector<QByteArray> &items = scanned->items; // id, text, id, text, …
    qint64 bytes = 0;
    for (std::size_t i = 1; i < items.size(); i += 2)
        bytes += items[i].size();
    if (bytes > 0)
        m_count = std::clamp<qint64>(BytesAtOnce * qint64(items.size() / 2) / bytes, 1, MaxCount);
    const auto indexed = areIndexed(server, items, stop);
    if (!indexed)
        return std::unexpected(indexed.error());
    WalkPage page{.entries = {}, .texts = std::make_unique<BulkBlock>(), .orphans = true};
    for (std::size_t i = 0; i < items.size(); i += 2) {
        QByteArray &id = items[i];
        if ((*indexed)[i / 2] || m_found.contains(id))
            continue;
        m_found.insert(id);
        const QByteArray &text = items[i + 1];
        page.texts->append(viewOf(text));
        page.entries.push_back({.orderId = std::move(id), .raw = {}, .server = server, .present = true});
    }
    for (std::size_t i = 0; i < page.entries.size(); ++i)
        page.entries[i].raw = page.texts->text(page.texts->items[i]);
    return page;
}

Result<std::vector<bool>> OrphanScan::areIndexed(int server, const std::vector<QByteArray> &items,
                                                 const std::stop_token &stop) const
{
    std::vector<bool> result(items.size() / 2, false);
    if (std::ranges::binary_search(m_unindexed, server))
        return result;
    const QByteArray index = indexKey((*m_servers)[std::size_t(server)]);
    std::vector<CommandArgs> questions;
    questions.reserve(result.size());
    for (std::size_t i = 0; i < items.size(); i += 2)
        questions.push_back({QByteArrayLiteral("ZSCORE"), index, items[i]});
    auto scores = m_connection->pipeline(questions, stop);
    if (!scores)
        return std::unexpected(std::move(scores.error()));
    for (std::size_t i = 0; i < questions.size(); ++i) {
        const auto score = bulkIn(std::move((*scores)[i]), questions[i]);
        if (!score)
            return std::unexpected(score.error());
        result[i] = score->has_value();
    }
    return result;
}

} // namespace arbscope
