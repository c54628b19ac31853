// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/linereader.h"
#include "core/store/newtrade.h"
#include "core/store/tradeimport.h"

#include <vector>

namespace arbscope {

/// Some lines of an import, decoded.
struct ImportBatch
{
    std::vector<NewTrade> trades;
    std::vector<qint64> tradeLines; ///< the number of each one's line
    std::vector<ImportProblem> refused; ///< ascending by line
    qint64 lines = 0;
    qint64 bytes = 0; ///< read up to its end
};

/// Reads and decodes an import, batch by batch.
class ImportDecoder
{
public:
    explicit ImportDecoder(QIODevice &device, std::stop_token stop = {});

    /// The next batch, with no lines at the end, when stopped, and when the device cannot be read (failed()).
    [[nodiscard]] ImportBatch next();
    [[nodiscard]] bool failed() const { return m_reader.failed(); }
    [[nodiscard]] QString errorString() const { return m_reader.errorString(); }

private:
    void decode(ImportBatch &batch);

    LineReader m_reader;
    qint64 m_line = 0;
};

} // namespace arbscope
