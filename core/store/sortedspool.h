// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/latetrades.h"

#include <QFileDevice>

#include <optional>
#include <stop_token>
#include <string>

namespace arbscope {

/// Puts records that come nearly in order into order. What fits goes straight to the spool file, what comes too late is
/// set aside; a merge of the two is needed only if there is any. Memory is bounded, whatever the order.
class SortedSpool
{
public:
    /// `spool` is open for writing and unbuffered; `folder` takes the temporary files.
    SortedSpool(QFileDevice &spool, const QString &folder);

    /// Goes in front of all records; once, before the first.
    void setHeader(std::string_view header);
    /// Begins a record: append its text, and nothing else, to what is returned. Valid until end().
    [[nodiscard]] std::string &begin(const TradeKey &key);
    /// Ends it; false when a file cannot be written.
    [[nodiscard]] bool end();

    /// Writes what is buffered. Afterwards the spool file is whole when isSorted(), else mergeTo() writes all in order.
    [[nodiscard]] bool finish();
    [[nodiscard]] bool isSorted() const { return m_late.isEmpty(); }
    [[nodiscard]] bool mergeTo(QIODevice &out, const std::stop_token &stop);
    /// Copies a sorted spool.
    [[nodiscard]] bool copyTo(QIODevice &out, const std::stop_token &stop) const;

    /// Why something failed: the system's words.
    [[nodiscard]] const QString &errorString() const { return m_error; }

private:
    [[nodiscard]] bool failed(const QString &error);
    [[nodiscard]] bool flush();

    QFileDevice &m_spool;
    std::string m_buffer;
    qint64 m_headerSize = 0;
    qint64 m_written = 0;
    qint64 m_writtenBack = 0; ///< how much of it the system was told to bring to the disk
    std::size_t m_recordStart = 0;
    TradeKey m_last; ///< of the spool's newest record, its id in m_lastId
    std::string m_lastId;
    bool m_any = false;
    SpillFile m_ledger; ///< key and size of each record in the spool: a merge needs them
    LateTrades m_late;
    std::optional<TradeKey> m_lateKey; ///< of the record at hand when it is a late one
    std::string m_lateText;
    QString m_error;
};

} // namespace arbscope
