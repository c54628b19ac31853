// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/orderidlist.h"
#include "core/analysis/serveranalysis.h"
#include "ui/tasks/storelane.h"

#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace arbscope {

class StoreSession;

/// Which trades are wanted, and in which order.
struct TradeChoice
{
    FilterPart filter{}; ///< null: all
    std::vector<SortKey> keys{}; ///< none: the index's order
    [[nodiscard]] bool isEverything() const { return !filter && keys.empty(); }
};

/// A panel's part on the analyst's thread: adds up the trades chosen, and makes of them what the panel shows.
class AnalystSink : public TradeSink
{
public:
    /// What the window's thread has to do to show all that was added. It holds copies of all it needs, and the panel by
    /// a QPointer or the like: the panel may be gone by then.
    [[nodiscard]] virtual std::function<void()> deliver() = 0;
    /// Whether all trades are to be read for its sake, even where nothing else asks for that. Never changes.
    [[nodiscard]] virtual bool isWorthReading() const { return true; }
};

/// Reads the trades of the server shown into a table, on a thread and a connection of its own, and says which ones are
/// chosen: while it reads, and as new ones come; panels that attach a sink are told of these, too. Does nothing as long
/// as everything is chosen and no sink is attached that is worth reading for.
class TradeAnalyst final : public QObject
{
    Q_OBJECT
public:
    explicit TradeAnalyst(StoreSession &session, QObject *parent = nullptr);
    ~TradeAnalyst() override;

    void show(const std::optional<QByteArray> &server); ///< drops the table of the one before
    void choose(const TradeChoice &choice);
    [[nodiscard]] const TradeChoice &choice() const { return m_choice; }
    void lookNow(); ///< for new trades
    /// What a table may take, in MiB; 0: a quarter of the machine's. Past it the store is read anew for each filter.
    void setMemory(int mebibytes);
    /// A panel came into sight, or went out of it. Sinks are told of all trades chosen, first when they are attached;
    /// the window gets something to show a few times a second while there is something new.
    void attach(const std::shared_ptr<AnalystSink> &sink);
    void detach(const std::shared_ptr<AnalystSink> &sink);

    [[nodiscard]] qint64 read() const { return m_read; } ///< trades so far
    [[nodiscard]] qint64 total() const { return m_total; }
    [[nodiscard]] bool isReading() const { return m_reading; } ///< what the store had when it was asked
    /// Memory does not reach for sorting so many trades: they stand in the index's order.
    [[nodiscard]] bool isFull() const { return m_full; }

    /// Nothing is to be done: it does not even look for new trades.
    [[nodiscard]] bool isIdle() const;
    /// The sinks know all trades that are chosen, as far as memory holds them.
    [[nodiscard]] bool isSettled() const;

signals:
    /// The trades chosen, anew whenever they changed; null: everything is chosen.
    void chosen(const std::shared_ptr<const OrderIdList> &trades);
    void progressed(); ///< read(), total(), isReading(), isFull()

private:
    struct Desk; ///< what the thread works on
    struct Told ///< what the window knows of the trades chosen
    {
        bool isListed = false; ///< its list tells of all that is chosen
        quint64 listedOf = 0; ///< trades taken when that was made
        bool isDelivered = true; ///< it has all that the sinks were told
    };
    struct Slice
    {
        Result<ServerAnalysis::Reading> reading = ServerAnalysis::Reading::More;
        std::shared_ptr<const OrderIdList> trades; ///< null: as before
        std::vector<std::function<void()>> deliveries;
        bool isAllTold = true; ///< the sinks know all that is chosen
        Told told; ///< once this has been taken
        qint64 read = 0;
        qint64 total = 0;
    };
    struct News ///< for the thread
    {
        std::optional<TradeChoice> choice;
        std::optional<std::vector<std::shared_ptr<AnalystSink>>> sinks;
    };
    void start();
    void pause();
    void letGo();
    void workOn();
    void take(const Slice &slice);
    [[nodiscard]] static Slice work(Desk &desk, ReportStore &store, const News &news, const std::stop_token &stop);
    static void makeList(Desk &desk, Slice &slice, bool isRead, const std::stop_token &stop);
    static void feed(Desk &desk, Slice &slice, const std::stop_token &stop);

    StoreSession &m_session;
    std::optional<QByteArray> m_server;
    std::size_t m_memory; ///< bytes
    TradeChoice m_choice;
    bool m_choiceIsNew = false; ///< the thread has not heard of it
    std::vector<std::shared_ptr<AnalystSink>> m_sinks;
    bool m_sinksAreNew = false; ///< the thread has not heard of them
    StoreLane m_lane;
    bool m_laneIsOpen = false;
    std::shared_ptr<Desk> m_desk;
    std::stop_source m_request;
    std::unique_ptr<QFutureWatcher<Slice>> m_watcher; ///< of the slice under way
    QTimer m_lookTimer;
    qint64 m_read = 0;
    qint64 m_total = 0;
    bool m_reading = false;
    bool m_full = false;
    bool m_allTold = false; ///< to the sinks, as of the last slice
};

} // namespace arbscope
