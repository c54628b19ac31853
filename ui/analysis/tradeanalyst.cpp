// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analysis/tradeanalyst.h"

#include "ui/analysis/tablememory.h"
#include "ui/store/storesession.h"

#include <QElapsedTimer>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace arbscope {

namespace {

using Reading = ServerAnalysis::Reading;

constexpr auto SliceTime = 30ms; // of reading, between two looks at what is wanted
constexpr auto ListInterval = 250ms; // between two lists while reading goes on
constexpr auto LookInterval = 500ms; // for new trades
constexpr auto RetryInterval = 1000ms;

} // namespace

struct TradeAnalyst::Desk
{
    Desk(const QByteArray &server, std::size_t memory)
        : analysis(server, memory)
    { }

    ServerAnalysis analysis;
    bool isEverything = true; ///< no list is wanted
    FilterPart filter;
    std::vector<SortKey> keys; ///< looked at when all is read: rows would jump about until then
    QElapsedTimer sinceList;
    std::vector<std::shared_ptr<AnalystSink>> sinks;
    QElapsedTimer sinceDelivery;
    Told told; ///< as of the last slice that the window took, and set by it: what it did not take is told again
};

TradeAnalyst::TradeAnalyst(StoreSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_memory(memoryForTables())
{
    m_lookTimer.setSingleShot(true);
    connect(&m_lookTimer, &QTimer::timeout, this, &TradeAnalyst::workOn);
    connect(&m_session, &StoreSession::stateChanged, this, [this] {
        if (m_session.state() == StoreSession::State::Connected) {
            start();
        } else if (m_laneIsOpen) {
            m_request.request_stop();
            m_lane.runAfterAll([desk = m_desk] {
                if (desk)
                    desk->analysis.breakOff(); // it reads from a connection that goes now
            });
            m_lane.connectTo(std::nullopt);
            m_laneIsOpen = false;
        }
    });
}

TradeAnalyst::~TradeAnalyst()
{
    letGo();
}

/// Of the table, on the thread that has its connection.
void TradeAnalyst::letGo()
{
    m_request.request_stop();
    m_watcher.reset();
    m_lane.runAfterAll([desk = std::exchange(m_desk, nullptr)]() mutable { desk.reset(); });
}

void TradeAnalyst::show(const std::optional<QByteArray> &server)
{
    letGo();
    m_server = server;
    m_read = 0;
    m_total = 0;
    m_reading = false;
    m_full = false;
    m_allTold = false;
    emit progressed();
    start();
}

void TradeAnalyst::choose(const TradeChoice &choice)
{
    m_choice = choice;
    m_choiceIsNew = true;
    m_allTold = false;
    if (choice.isEverything())
        emit chosen(nullptr);
    if (isIdle())
        pause();
    else
        start();
}

void TradeAnalyst::attach(const std::shared_ptr<AnalystSink> &sink)
{
    if (std::ranges::find(m_sinks, sink) != m_sinks.end())
        return;
    m_sinks.push_back(sink);
    m_sinksAreNew = true;
    m_allTold = false;
    start();
}

void TradeAnalyst::detach(const std::shared_ptr<AnalystSink> &sink)
{
    if (std::erase(m_sinks, sink) == 0)
        return;
    m_sinksAreNew = true;
    if (isIdle())
        pause();
}

bool TradeAnalyst::isIdle() const
{
    return m_choice.isEverything()
        && std::ranges::none_of(m_sinks, [](const auto &sink) { return sink->isWorthReading(); });
}

bool TradeAnalyst::isSettled() const
{
    return !isIdle() && m_desk && !m_reading && m_allTold && !m_choiceIsNew && !m_sinksAreNew
        && (m_full || m_read >= m_total);
}

void TradeAnalyst::setMemory(int mebibytes)
{
    constexpr std::size_t Mebibyte = 1 << 20;
    const std::size_t memory = mebibytes > 0 ? std::size_t(mebibytes) * Mebibyte : memoryForTables();
    if (std::exchange(m_memory, memory) != memory && m_desk)
        show(m_server);
}

void TradeAnalyst::pause()
{
    m_request.request_stop();
    m_lookTimer.stop();
    m_reading = false;
    emit progressed();
}

void TradeAnalyst::lookNow()
{
    if (m_lookTimer.isActive())
        m_lookTimer.start(0);
}

void TradeAnalyst::start()
{
    if (isIdle() || !m_server || m_session.state() != StoreSession::State::Connected)
        return;
    if (!m_laneIsOpen) {
        m_lane.connectTo(m_session.target());
        m_laneIsOpen = true;
    }
    if (!m_desk) {
        m_desk = std::make_shared<Desk>(*m_server, m_memory);
        m_choiceIsNew = true;
        m_sinksAreNew = true;
    }
    workOn();
}

void TradeAnalyst::workOn()
{
    m_lookTimer.stop();
    if (m_watcher || !m_desk || !m_laneIsOpen || isIdle())
        return; // the slice under way is followed by another one
    News news;
    if (std::exchange(m_choiceIsNew, false))
        news.choice = m_choice;
    if (std::exchange(m_sinksAreNew, false))
        news.sinks = m_sinks;
    m_request = std::stop_source();
    m_watcher = std::make_unique<QFutureWatcher<Slice>>();
    connect(m_watcher.get(), &QFutureWatcherBase::finished, this,
            [this, toldChoice = news.choice.has_value(), toldSinks = news.sinks.has_value()] {
                const auto watcher = std::move(m_watcher);
                if (!m_request.stop_requested() && watcher->future().resultCount() > 0)
                    return take(watcher->result());
                m_choiceIsNew = m_choiceIsNew || toldChoice; // it may not have come to its turn
                m_sinksAreNew = m_sinksAreNew || toldSinks;
                workOn();
            });
    Slice stopped;
    stopped.reading = std::unexpected(RedisError{.code = RedisErrorCode::Cancelled});
    m_watcher->setFuture(m_lane.run<Slice>(
        m_request, stopped,
        [desk = m_desk, news](ReportStore &store, const std::stop_token &stop, QPromise<Slice> &promise) {
            promise.addResult(work(*desk, store, news, stop));
        }));
}

TradeAnalyst::Slice TradeAnalyst::work(Desk &desk, ReportStore &store, const News &news, const std::stop_token &stop)
{
    Slice slice;
    slice.told = desk.told;
    if (news.sinks) {
        desk.sinks = *news.sinks;
        desk.analysis.setSinks({desk.sinks.begin(), desk.sinks.end()});
        slice.told.isDelivered = false;
    }
    if (news.choice) {
        desk.filter = news.choice->filter;
        desk.keys = news.choice->keys;
        desk.analysis.choose(desk.filter, {});
        desk.isEverything = news.choice->isEverything();
        slice.told.isListed = false;
        slice.told.isDelivered = false;
    }
    const bool isNew = news.choice || news.sinks; // then first what is here: whoever asks sees something at once
    if (!isNew) {
        const auto session = store.connection(stop);
        if (session)
            slice.reading = desk.analysis.readOn(**session, SliceTime, stop);
        else
            slice.reading = std::unexpected(session.error());
    }
    const bool isRead = isNew ? desk.analysis.isComplete() : !slice.reading || *slice.reading != Reading::More;
    makeList(desk, slice, isRead, stop);
    feed(desk, slice, stop);
    slice.read = desk.analysis.read();
    slice.total = desk.analysis.total();
    return slice;
}

void TradeAnalyst::makeList(Desk &desk, Slice &slice, bool isRead, const std::stop_token &stop)
{
    Told &told = slice.told;
    const quint64 taken = desk.analysis.taken();
    const bool isSorted = !desk.keys.empty();
    const bool isDue = isRead || (!told.isListed && !isSorted) || !desk.sinceList.isValid()
        || desk.sinceList.elapsed() > ListInterval.count();
    if ((told.isListed && taken == told.listedOf) || !isDue)
        return;
    if (isSorted)
        desk.analysis.choose(desk.filter, isRead ? desk.keys : std::vector<SortKey>());
    if (!desk.analysis.update(stop))
        return;
    // Nothing found so far is nothing to show yet: what stood there stays.
    told.isListed = isRead || (!isSorted && !desk.analysis.rows().empty());
    if (told.isListed && !desk.isEverything)
        slice.trades = std::make_shared<const OrderIdList>(desk.analysis.table(), desk.analysis.rows(),
                                                           isSorted ? ListOrder::Sorted : ListOrder::ByTime);
    told.listedOf = taken;
    desk.sinceList.start();
    told.isDelivered = false;
}

void TradeAnalyst::feed(Desk &desk, Slice &slice, const std::stop_token &stop)
{
    Told &told = slice.told;
    if (told.isDelivered || desk.sinks.empty())
        return;
    if (slice.trades) { // which somebody waits for: the panels come with the next slice
        slice.isAllTold = false;
        return;
    }
    slice.isAllTold = desk.analysis.feed(SliceTime, stop);
    const bool isDue
        = slice.isAllTold || !desk.sinceDelivery.isValid() || desk.sinceDelivery.elapsed() > ListInterval.count();
    if (!isDue || stop.stop_requested())
        return;
    for (const std::shared_ptr<AnalystSink> &sink : desk.sinks)
        slice.deliveries.push_back(sink->deliver());
    told.isDelivered = slice.isAllTold;
    desk.sinceDelivery.start();
}

void TradeAnalyst::take(const Slice &slice)
{
    m_read = slice.read;
    m_total = slice.total;
    m_reading = slice.reading && *slice.reading == Reading::More;
    m_full = slice.reading && *slice.reading == Reading::Full;
    m_allTold = slice.isAllTold;
    m_desk->told = slice.told; // no slice is under way
    if (!m_choiceIsNew) {
        if (slice.trades)
            emit chosen(slice.trades);
        for (const std::function<void()> &show : slice.deliveries)
            show();
    }
    emit progressed();
    if (m_reading || m_choiceIsNew || m_sinksAreNew || !slice.isAllTold)
        workOn();
    else
        m_lookTimer.start(slice.reading ? LookInterval : RetryInterval);
}

} // namespace arbscope
