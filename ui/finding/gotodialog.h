// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tasks/storelane.h"
#include "ui/text/timeformat.h"

#include <QDate>
#include <QDialog>
#include <QFutureWatcher>

#include <variant>

class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QPushButton;

namespace arbscope {

class OrphanFeed;
class StoreSession;
class TradeFeed;
class TradeTableModel;

/// What a person typed to go to: a row's number, from 1; a time, epoch seconds; an order id.
struct RowNumber
{
    qint64 number;
    bool operator==(const RowNumber &) const = default;
};
using Place = std::variant<std::monostate, RowNumber, double, QByteArray>;
/// Nothing: there is no text. A time of day alone ("06:30") is one of `day`.
[[nodiscard]] Place placeOf(const QString &text, qint64 rows, const QTimeZone &zone, const QDate &day);

/// Goes to a row, a time or an order id, and says while it is typed which of these it is. An order id that the list
/// does not have can be looked for on all servers of the store.
class GoToDialog final : public QDialog
{
    Q_OBJECT
public:
    struct Parts
    {
        StoreSession &session;
        TradeFeed &feed;
        OrphanFeed &orphans;
        TradeTableModel &model;
    };
    /// `around`: epoch seconds of the trade that one goes from.
    GoToDialog(const Parts &parts, const TimeFormat &format, double around, QWidget *parent = nullptr);
    ~GoToDialog() override;

    void setText(const QString &text);
    void accept() override; ///< closes only when there is somewhere to go to

signals:
    void rowChosen(int row);
    void clockChosen(double clock);
    void tradeChosen(const QByteArray &server, const QByteArray &orderId); ///< may be hidden in the list, or elsewhere

private:
    using Found = Result<std::vector<QByteArray>>;
    [[nodiscard]] Place place() const; ///< that is typed
    void makeLayout();
    void showPlace();
    void say(const QString &text, bool wrong);
    void look(const QByteArray &orderId);
    void lookEverywhere();
    void showServers();
    void goToServer(const QByteArray &server);

    Parts m_parts;
    TimeFormat m_format;
    QDate m_day; ///< in its zone, of a time of day
    QLineEdit *m_line;
    QLabel *m_note;
    QProgressBar *m_progress;
    QListWidget *m_servers;
    QPushButton *m_everywhere;
    QPushButton *m_go;
    QByteArray m_wanted; ///< order id that is looked for everywhere
    StoreLane m_lane;
    std::stop_source m_request;
    QFutureWatcher<Found> m_watcher;
};

} // namespace arbscope
