// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/walk.h"

#include "core/store/indexmerge.h"
#include "core/store/keys.h"
#include "core/store/orphanscan.h"
#include "core/store/replyshape.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <utility>

namespace arbscope {

namespace {

constexpr qint64 PageBytes = 2 << 20; // about what a page may take: 200 reports of 2 kB are 400 kB
constexpr int FirstPageSize = 16; // alone under way, until it tells how large the reports are
constexpr std::size_t SpareBytes = 4 << 20; // a block that grew larger for once is not kept
constexpr int IndexEntriesAhead = 20000; // of all servers together

IndexCursorOptions cursorOptions(const WalkOptions &options, std::size_t servers)
{
    const bool alone = servers == 1;
    const bool period = !std::isinf(options.since) || !std::isinf(options.until);
    const int share = int(IndexEntriesAhead / std::max<std::size_t>(1, servers));
    return {.pageSize = alone ? options.pageSize : std::clamp(share, 8, options.pageSize),
            // The pages under way hold up the index behind them, so that it has to be asked for one page earlier still.
            .pagesAhead = alone ? options.pagesInFlight + 1 : 2,
            .scores = !alone || period || options.scores,
            .since = options.since,
            .until = options.until};
}

} // namespace

class TradeWalk::Private
{
public:
    Private(RedisSession &store, std::vector<QByteArray> names, const WalkOptions &walkOptions)
        : connection(&store)
        , servers(std::move(names))
        , options(walkOptions)
        , index(servers, cursorOptions(options, servers.size()))
        , missing(servers.size(), 0)
        , pageSize(std::min(options.pageSize, FirstPageSize))
    {
        for (const QByteArray &server : servers)
            hashKeys.push_back(hashKey(server));
    }

    ~Private()
    {
        if (!owed.empty())
            connection->close(); // its next user must not get our replies
    }

    Private(const Private &) = delete;
    Private &operator=(const Private &) = delete;

    struct PageUnderWay
    {
        WalkPage page;
        std::vector<std::size_t> items; ///< each entry's place among the texts
        int owed = 0; ///< replies
    };

    /// A reply that will come, in the order of the requests.
    struct Owed
    {
        std::size_t server = 0;
        PageUnderWay *page = nullptr; ///< none: the server's index
        std::vector<std::size_t> positions; ///< in that page; none: all of it
    };

    Result<std::optional<WalkPage>> next(const std::stop_token &stop);
    Result<void> begin(const std::stop_token &stop);
    Result<void> askIndex(std::size_t server, const std::stop_token &stop);
    Result<void> fill(const std::stop_token &stop);
    Result<void> takeEntry(const std::stop_token &stop);
    Result<void> askBodies(const std::stop_token &stop);
    Result<void> askBodiesOf(PageUnderWay &page, std::size_t server, std::vector<std::size_t> positions,
                             const std::stop_token &stop);
    Result<void> receive(const std::stop_token &stop);
    Result<void> receiveBodies(const Owed &request, const std::stop_token &stop) const;
    std::unique_ptr<BulkBlock> spareBlock();
    WalkPage counted(WalkPage &&page);
    Result<std::optional<WalkPage>> nextOrphans(const std::stop_token &stop);

    RedisSession *connection;
    std::vector<QByteArray> servers;
    std::vector<QByteArray> hashKeys;
    WalkOptions options;
    IndexMerge index;
    std::vector<qint64> missing; ///< for each server
    WalkPage window; ///< the page being put together
    int pageSize;
    std::vector<std::unique_ptr<BulkBlock>> spare;
    std::deque<std::unique_ptr<PageUnderWay>> pages;
    std::deque<Owed> owed;
    std::optional<OrphanScan> orphans;
    std::optional<RedisError> failed;
    bool begun = false;
    qint64 total = 0;
    WalkResult result;
};

Result<std::optional<WalkPage>> TradeWalk::Private::next(const std::stop_token &stop)
{
    if (orphans)
        return nextOrphans(stop);
    if (!std::exchange(begun, true)) {
        if (const auto started = begin(stop); !started)
            return std::unexpected(started.error());
    }
    for (;;) {
        if (const auto filled = fill(stop); !filled)
            return std::unexpected(filled.error());
        if (!pages.empty() && pages.front()->owed == 0) {
            WalkPage page = std::move(pages.front()->page);
            pages.pop_front();
            return counted(std::move(page));
        }
        if (owed.empty())
            break;
        if (const auto received = receive(stop); !received)
            return std::unexpected(received.error());
    }
    const bool period = !std::isinf(options.since) || !std::isinf(options.until);
    orphans.emplace(*connection, servers, period ? std::vector<qint64>(servers.size(), 0) : missing, result.unindexed);
    return nextOrphans(stop);
}

Result<void> TradeWalk::Private::begin(const std::stop_token &stop)
{
    std::vector<CommandArgs> commands;
    commands.reserve(servers.size());
    for (const QByteArray &server : servers)
        commands.push_back(
            {QByteArrayLiteral("ZCOUNT"), indexKey(server), scoreText(options.since), scoreText(options.until)});
    const auto replies = connection->pipeline(commands, stop);
    if (!replies)
        return std::unexpected(replies.error());
    for (std::size_t i = 0; i < commands.size(); ++i) {
        const auto count = integerIn((*replies)[i], commands[i]);
        if (count) {
            total += *count;
        } else if (options.hashAlone && count.error().code == RedisErrorCode::WrongType) {
            result.unindexed.push_back(int(i));
            index.leaveOut(i);
        } else {
            return std::unexpected(count.error());
        }
    }
    for (std::size_t server = 0; server < servers.size(); ++server) {
        if (const auto asked = askIndex(server, stop); !asked)
            return asked;
    }
    return {};
}

Result<void> TradeWalk::Private::askIndex(std::size_t server, const std::stop_token &stop)
{
    while (auto command = index.request(server)) {
        if (const auto sent = connection->send(std::move(*command), stop); !sent)
            return sent;
        owed.push_back({.server = server, .page = nullptr, .positions = {}});
    }
    return {};
}

/// Puts pages together and asks for their bodies, as far as the index has been read.
Result<void> TradeWalk::Private::fill(const std::stop_token &stop)
{
    const int most = result.trades > 0 ? options.pagesInFlight : 1;
    while (pages.size() < std::size_t(most)) {
        while (window.entries.size() < std::size_t(pageSize) && index.isReady()) {
            if (const auto taken = takeEntry(stop); !taken)
                return taken;
        }
        if (window.entries.empty() || (window.entries.size() < std::size_t(pageSize) && !index.isAtEnd()))
            return {};
        if (const auto asked = askBodies(stop); !asked)
            return asked;
    }
    return {};
}

Result<void> TradeWalk::Private::takeEntry(const std::stop_token &stop)
{
    IndexMerge::Entry next = index.pop();
    window.entries.push_back(
        {.orderId = std::move(next.entry.orderId), .raw = {}, .server = int(next.server), .present = false});
    if (options.scores)
        window.entries.back().score = next.entry.score;
    return askIndex(next.server, stop);
}

Result<void> TradeWalk::Private::askBodies(const std::stop_token &stop)
{
    pages.push_back(std::make_unique<PageUnderWay>());
    PageUnderWay &page = *pages.back();
    page.page = std::exchange(window, {});
    page.page.texts = spareBlock();
    page.items.resize(page.page.entries.size());
    if (servers.size() == 1)
        return askBodiesOf(page, 0, {}, stop);
    std::vector<std::pair<int, std::size_t>> order; // by server, so that each is asked once a page
    order.reserve(page.page.entries.size());
    for (std::size_t i = 0; i < page.page.entries.size(); ++i)
        order.emplace_back(page.page.entries[i].server, i);
    std::ranges::sort(order);
    for (std::size_t i = 0; i < order.size();) {
        const int server = order[i].first;
        std::vector<std::size_t> positions;
        for (; i < order.size() && order[i].first == server; ++i)
            positions.push_back(order[i].second);
        if (const auto asked = askBodiesOf(page, std::size_t(server), std::move(positions), stop); !asked)
            return asked;
    }
    return {};
}

Result<void> TradeWalk::Private::askBodiesOf(PageUnderWay &page, std::size_t server, std::vector<std::size_t> positions,
                                             const std::stop_token &stop)
{
    const std::vector<WalkPage::Entry> &entries = page.page.entries;
    CommandArgs command;
    command.reserve(2 + (positions.empty() ? entries.size() : positions.size()));
    command.push_back(QByteArrayLiteral("HMGET"));
    command.push_back(hashKeys[server]);
    if (positions.empty()) {
        for (const WalkPage::Entry &entry : entries)
            command.push_back(entry.orderId);
    }
    for (const std::size_t position : positions)
        command.push_back(entries[position].orderId);
    if (const auto sent = connection->send(std::move(command), stop); !sent)
        return sent;
    ++page.owed;
    owed.push_back({.server = server, .page = &page, .positions = std::move(positions)});
    return {};
}

Result<void> TradeWalk::Private::receive(const std::stop_token &stop)
{
    const Owed request = std::move(owed.front());
    owed.pop_front();
    if (request.page)
        return receiveBodies(request, stop);
    auto reply = connection->receive(stop);
    if (!reply)
        return std::unexpected(std::move(reply.error()));
    if (const auto taken = index.take(request.server, std::move(*reply)); !taken)
        return taken;
    return askIndex(request.server, stop);
}

Result<void> TradeWalk::Private::receiveBodies(const Owed &request, const std::stop_token &stop) const
{
    PageUnderWay &page = *request.page;
    std::vector<WalkPage::Entry> &entries = page.page.entries;
    BulkBlock &texts = *page.page.texts;
    const std::size_t before = texts.items.size();
    auto reply = connection->receiveBulks(texts, stop);
    if (!reply)
        return std::unexpected(std::move(reply.error()));
    const CommandArgs command{QByteArrayLiteral("HMGET"), hashKeys[request.server]};
    const auto rest = arrayIn(std::move(*reply), command);
    if (!rest)
        return std::unexpected(rest.error());
    const std::size_t count = request.positions.empty() ? entries.size() : request.positions.size();
    if (!rest->empty() || texts.items.size() - before != count)
        return std::unexpected(unexpectedReply(command));
    for (std::size_t i = 0; i < count; ++i)
        page.items[request.positions.empty() ? i : request.positions[i]] = before + i;
    if (--page.owed > 0)
        return {};
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const BulkBlock::Item &item = texts.items[page.items[i]];
        entries[i].present = item.present;
        entries[i].raw = texts.text(item);
    }
    return {};
}

std::unique_ptr<BulkBlock> TradeWalk::Private::spareBlock()
{
    if (spare.empty())
        return std::make_unique<BulkBlock>();
    std::unique_ptr<BulkBlock> block = std::move(spare.back());
    spare.pop_back();
    block->bytes.clear();
    block->items.clear();
    return block;
}

WalkPage TradeWalk::Private::counted(WalkPage &&page)
{
    qint64 bytes = 0;
    for (const WalkPage::Entry &entry : page.entries) {
        bytes += qint64(entry.raw.size());
        if (entry.present)
            ++result.trades;
        else
            ++missing[std::size_t(entry.server)];
    }
    if (page.orphans) {
        result.orphans += qint64(page.entries.size());
    } else {
        result.missing += std::ranges::count(page.entries, false, &WalkPage::Entry::present);
        const qint64 fitting = PageBytes * qint64(page.entries.size()) / std::max<qint64>(1, bytes);
        pageSize = int(std::clamp<qint64>(std::min<qint64>(fitting, 2LL * pageSize), 1, options.pageSize));
    }
    return std::move(page);
}

Result<std::optional<WalkPage>> TradeWalk::Private::nextOrphans(const std::stop_token &stop)
{
    auto page = orphans->next(stop);
    if (page && *page)
        return counted(std::move(**page));
    return page;
}

TradeWalk::TradeWalk(RedisSession &connection, std::vector<QByteArray> servers, const WalkOptions &options)
    : d(std::make_unique<Private>(connection, std::move(servers), options))
{ }

TradeWalk::~TradeWalk() = default;
TradeWalk::TradeWalk(TradeWalk &&) noexcept = default;
TradeWalk &TradeWalk::operator=(TradeWalk &&) noexcept = default;

Result<std::optional<WalkPage>> TradeWalk::next(std::stop_token stop)
{
    if (d->failed)
        return std::unexpected(*d->failed);
    auto page = d->next(stop);
    if (!page)
        d->failed = page.error();
    return page;
}

void TradeWalk::recycle(std::unique_ptr<BulkBlock> texts)
{
    if (texts && texts->bytes.capacity() <= SpareBytes
        && d->spare.size() < std::size_t(2) * std::size_t(d->options.pagesInFlight))
        d->spare.push_back(std::move(texts));
}

const std::vector<QByteArray> &TradeWalk::servers() const
{
    return d->servers;
}

qint64 TradeWalk::total() const
{
    return d->total;
}

const WalkResult &TradeWalk::result() const
{
    return d->result;
}

Result<WalkResult> walkTrades(RedisSession &connection, const QByteArray &server, const WalkOptions &options,
                              const WalkSink &onPage, std::stop_token stop)
{
    TradeWalk walk(connection, {server}, options);
    for (;;) {
        auto page = walk.next(stop);
        if (!page)
            return std::unexpected(std::move(page.error()));
        if (!*page)
            return walk.result();
        const WalkResult &done = walk.result();
        if (!onPage(std::move(**page), done.trades + done.missing, std::max(walk.total(), done.trades + done.missing)))
            return std::unexpected(
                RedisError{.code = RedisErrorCode::Cancelled, .detail = {}, .command = {}, .key = {}});
    }
}

} // namespace arbscope
