// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/marks/markfile.h"

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <expected>
#include <span>

namespace arbscope {

/// The marks and notes of the store that is open, by server and order id. Those of a store with an address are kept in
/// a file, on a thread of its own, soon after each change; those of a private store last as long as it is open.
class MarkBook final : public QObject
{
    Q_OBJECT
public:
    /// Reads the file in the background: changed() then. Empty path: marks.json in the program's data folder.
    explicit MarkBook(const QString &path, QObject *parent = nullptr);
    ~MarkBook() override; ///< when what was changed has been written

    /// `store`: its StoreTarget::display(); empty: none. `kept`: its address means something to the next run.
    void open(const QString &store, bool kept);

    [[nodiscard]] const Mark *find(const TradeName &trade) const; ///< null: neither mark nor note
    [[nodiscard]] const Marks &marks() const; ///< of the open store
    [[nodiscard]] qint64 markedCount(const QByteArray &server) const;
    [[nodiscard]] std::vector<QByteArray> marked(const QByteArray &server) const; ///< order ids
    [[nodiscard]] std::vector<QByteArray> markedOrNoted(const QByteArray &server) const;
    [[nodiscard]] std::vector<MarkEntry> entries() const; ///< of the open store

    void setMarked(std::span<const TradeName> trades, bool marked);
    void setNote(const TradeName &trade, const QString &note); ///< a note on a trade without a mark marks it
    /// Adds them to the open store's; where both have a note, both stay. How many are new or other than before.
    qint64 merge(const std::vector<MarkEntry> &entries);

signals:
    void changed();
    void told(const QString &text, const QString &detail); ///< what went wrong with the file

private:
    using Answer = std::expected<MarkFileState, QString>;
    void put(const TradeName &trade, const Mark &mark);
    void work(); ///< reads the file, or writes what is new
    void take();

    QString m_path;
    QString m_store;
    bool m_kept = false;
    std::map<QString, Marks> m_marks; ///< by store
    std::vector<MarkEntry> m_changes; ///< not written yet
    std::vector<MarkEntry> m_writing; ///< under way
    QTimer m_timer;
    QThreadPool m_pool;
    QFutureWatcher<Answer> m_watcher;
    bool m_failed = false; ///< the last attempt
};

} // namespace arbscope
