// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/tradeexport.h"

#include "tests/support/livestore.h"

#include <QTemporaryDir>

namespace arbscope::test {

/// Of all servers, in UTC; exact, unless asked for otherwise.
[[nodiscard]] ExportRequest exactRequest(ExportFormat format = ExportFormat::Csv, CsvMode mode = CsvMode::Exact);
/// What an exact CSV export of these reports is, in this order.
[[nodiscard]] QByteArray csvOf(const std::vector<Report> &reports);
/// A file's; "(no file)" when it cannot be read.
[[nodiscard]] QByteArray contentOf(const QString &path);

/// A store, and a file that its trades are exported to.
class ExportFixture
{
protected:
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("export.csv")); }
    [[nodiscard]] std::expected<ExportResult, ExportError> exported(const ExportRequest &what)
    {
        return exportTrades(m_live.connection(), what, path());
    }

    LiveStore m_live;
    QTemporaryDir m_folder;
};

} // namespace arbscope::test
