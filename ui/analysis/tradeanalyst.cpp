// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analysis/tradeanalyst.h"

#include "ui/storesession.h"

#include <QElapsedTimer>

#include <chrono>
#include <unistd.h>

using namespace std::chrono_literals;

namespace arbscope {

namespace {

using Reading = ServerAnalysis::Reading;

constexpr auto SliceTime = 30ms; // of reading, between two looks at what is wanted
constexpr auto ListInterval = 250ms; // between two lists while reading goes on
constexpr auto LookInterval = 500ms; // for new trades
constexpr auto RetryInterval = 1000ms;

/// A quarter of the machine's memory.
std::size_t memoryForTables()
{
    return std::size_t(sysconf(_SC_PHYS_PAGES)) * std::size_t(sysconf(_SC_PAGESIZE)) / 4;
}

} // namespace

struct TradeAnalyst::Desk
{
    explicit Desk(const QByteArray &server)
        : analysis(server, memoryForTables())
    { }

    ServerAnalysis analysis;
    bool isListed = false; ///< the list tells of all that is chosen
    Row listedRows = 0; ///< of the table, when it was made
    QElapsedTimer sinceList;
};

TradeAnalyst::TradeAnalyst(StoreSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    m_lookTimer.setSingleShot(true);
    connect(&m_lookTimer, &QTimer::timeout, this, &TradeAnalyst::workOn);
    connect(&m_session, &StoreSession::stateChanged, this, [this] {
        if (m_session.state() == StoreSession::State::Connected) {
            start();
        } else if (m_laneIsOpen) {
            m_request.request_stop();
            m_lane.connectTo(std::nullopt);
            m_laneIsOpen = false;
        }
    });
}

TradeAnalyst::~TradeAnalyst() = default;

void TradeAnalyst::show(const std::optional<QByteArray> &server)
{
    m_request.request_stop();
    m_watcher.reset();
    m_server = server;
    m_desk.reset();
    m_read = 0;
    m_total = 0;
    m_reading = false;
    m_full = false;
    emit progressed();
    start();
}

void TradeAnalyst::choose(const TradeChoice &choice)
{
    m_choice = choice;
    m_choiceIsNew = true;
    if (choice.isEverything()) {
        m_request.request_stop();
        m_lookTimer.stop();
        m_reading = false;
        emit progressed();
        return;
    }
    start();
}

void TradeAnalyst::lookNow()
{
    if (m_lookTimer.isActive())
        m_lookTimer.start(0);
}

void TradeAnalyst::start()
{
    if (m_choice.isEverything() || !m_server || m_session.state() != StoreSession::State::Connected)
        return;
    if (!m_laneIsOpen) {
        m_lane.connectTo(m_session.target());
        m_laneIsOpen = true;
    }
    if (!m_desk) {
        m_desk = std::make_shared<Desk>(*m_server);
        m_choiceIsNew = true;
    }
    workOn();
}

void TradeAnalyst::workOn()
{
    m_lookTimer.stop();
    if (m_watcher || !m_desk || !m_laneIsOpen || m_choice.isEverything())
        return; // the slice under way is followed by another one
    m_request = std::stop_source();
    m_watcher = std::make_unique<QFutureWatcher<Slice>>();
    connect(m_watcher.get(), &QFutureWatcherBase::finished, this, [this] {
        const auto watcher = std::move(m_watcher);
        if (!m_request.stop_requested() && watcher->future().resultCount() > 0)
            take(watcher->result());
        else
            workOn();
    });
    const std::optional<TradeChoice> choice = m_choiceIsNew ? std::optional(m_choice) : std::nullopt;
    m_choiceIsNew = false;
    Slice stopped;
    stopped.reading = std::unexpected(RedisError{.code = RedisErrorCode::Cancelled});
    m_watcher->setFuture(m_lane.run<Slice>(
        m_request, stopped,
        [desk = m_desk, choice](ReportStore &store, const std::stop_token &stop, QPromise<Slice> &promise) {
            promise.addResult(work(*desk, store, choice ? &*choice : nullptr, stop));
        }));
}

TradeAnalyst::Slice TradeAnalyst::work(Desk &desk, ReportStore &store, const TradeChoice *choice,
                                       const std::stop_token &stop)
{
    Slice slice;
    if (choice) { // first what is here: whoever asks sees something at once
        desk.analysis.choose(choice->filter, choice->keys);
        desk.isListed = false;
    } else {
        const auto session = store.connection(stop);
        if (session)
            slice.reading = desk.analysis.readOn(**session, SliceTime, stop);
        else
            slice.reading = std::unexpected(session.error());
    }
    const Row rows = desk.analysis.table().rows();
    const bool isDue = !slice.reading || *slice.reading != Reading::More || !desk.sinceList.isValid()
        || desk.sinceList.elapsed() > ListInterval.count();
    if ((!desk.isListed || rows != desk.listedRows) && (isDue || !desk.isListed) && desk.analysis.update(stop)) {
        // Nothing found so far is nothing to show yet: what stood there stays.
        const bool isWorthIt = !desk.analysis.rows().empty() || !slice.reading || *slice.reading != Reading::More;
        if (isWorthIt)
            slice.trades = std::make_shared<const OrderIdList>(desk.analysis.table(), desk.analysis.rows());
        desk.isListed = isWorthIt;
        desk.listedRows = rows;
        desk.sinceList.start();
    }
    slice.read = rows;
    slice.total = desk.analysis.total();
    return slice;
}

void TradeAnalyst::take(const Slice &slice)
{
    m_read = slice.read;
    m_total = slice.total;
    m_reading = slice.reading && *slice.reading == Reading::More;
    m_full = slice.reading && *slice.reading == Reading::Full;
    if (slice.trades && !m_choiceIsNew)
        emit chosen(slice.trades);
    emit progressed();
    if (m_reading || m_choiceIsNew)
        workOn();
    else if (!m_full)
        m_lookTimer.start(slice.reading ? LookInterval : RetryInterval);
}

} // namespace arbscope
