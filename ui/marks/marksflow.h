// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/orderidlist.h"
#include "ui/analysis/tradeanalyst.h"
#include "ui/marks/mark.h"

#include <QObject>

#include <memory>

class QStatusBar;
class QWidget;

namespace arbscope {

class Banner;
class ExportFlow;
class FileChooser;
class MarkBook;
class OrphanFeed;
class StoreFlow;
class Settings;
class StoreSession;
class TradeFeed;
class TradeList;
class TradeTableModel;
struct RedisError;

/// Marks and notes in the window: puts them on trades, goes from one to the next, shows or exports only the marked
/// ones, and brings lists of marks to files and back.
class MarksFlow final : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 MostAtOnce = 10'000; ///< trades marked by one key

    struct Parts
    {
        MarkBook &book;
        StoreSession &session;
        StoreFlow &stores;
        TradeFeed &feed;
        OrphanFeed &orphans;
        TradeTableModel &model;
        TradeAnalyst &analyst;
        TradeList &list;
        Banner &notice;
        QStatusBar &status;
        FileChooser &files;
        ExportFlow &exports;
        Settings &settings;
        QWidget &window;
    };
    explicit MarksFlow(const Parts &parts);

    void toggle(); ///< the selected trades: marked, or not when all of them are
    void editNote(); ///< of the current trade
    void step(int direction); ///< 1: to the next mark or note in the list, -1: to the previous one
    void setOnlyMarked(bool only); ///< of what the filter leaves
    [[nodiscard]] bool isOnlyMarked() const { return m_only; }
    void exportMarked(); ///< the marked trades of all servers as CSV
    void exportMarks();
    void importMarks();
    /// What the list is to show: the analyst's choice, or the marked ones of it.
    void takeChosen(const std::shared_ptr<const OrderIdList> &trades);

signals:
    void onlyMarkedChanged(bool only);

private:
    void showStore();
    void toggleRow(int row);
    void toggleTrades(const std::vector<QByteArray> &orderIds);
    void choose();
    void goToMark(int direction, const std::map<QByteArray, std::optional<qint64>> &ranks);
    void readFile(const QString &path);
    void tell(const QString &text);
    void tellFailure(const RedisError &error);
    [[nodiscard]] bool isConnected(); ///< else it says so

    Parts m_parts;
    bool m_only = false;
    std::shared_ptr<const OrderIdList> m_chosen; ///< the analyst's; null: all
    TradeChoice m_choice; ///< that the marked ones shown were chosen by
    quint64 m_generation = 0; ///< of what the list is to show
};

} // namespace arbscope
