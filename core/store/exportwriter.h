// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/recordencoder.h"
#include "core/store/sortedspool.h"
#include "core/store/walk.h"

namespace arbscope {

/// The decoding and writing half of an export: pages of a walk become records in the export's order, and figures.
class ExportWriter
{
public:
    /// `servers` are the walk's. `spool` is open for writing and unbuffered; `folder` takes the temporary files.
    ExportWriter(const ExportRequest &request, const std::vector<QByteArray> &servers, QFileDevice &spool,
                 const QString &folder);

    /// False when a file cannot be written.
    [[nodiscard]] bool add(const WalkPage &page);
    /// Ends adding; the figures are whole then.
    [[nodiscard]] bool finish() { return m_spool.finish(); }
    [[nodiscard]] const ExportResult &result() const { return m_result; }
    [[nodiscard]] SortedSpool &spool() { return m_spool; }

private:
    [[nodiscard]] bool addReport(const WalkPage::Entry &entry, bool orphan);
    void leaveOut(const WalkPage::Entry &entry, const std::vector<Issue> &issues);

    const ExportRequest &m_request;
    const std::vector<QByteArray> &m_servers;
    RecordEncoder m_encoder;
    SortedSpool m_spool;
    ExportResult m_result;
};

} // namespace arbscope
