// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/table.h"

#include "app/cli/output.h"
#include "app/cli/terminaltext.h"

#include <algorithm>

namespace arbscope {

namespace {

constexpr std::size_t BatchSize = 500;
constexpr int WidestColumn = 60; ///< what is wider moves its own row only: a number may have a thousand digits

} // namespace

TextTable::TextTable(Output &out, std::vector<Column> columns)
    : m_out(out)
    , m_columns(std::move(columns))
{ }

void TextTable::addRow(std::vector<std::string> cells)
{
    m_rows.push_back(std::move(cells));
    if (m_rows.size() >= BatchSize) {
        flush();
    }
}

void TextTable::flush()
{
    if (m_rows.empty()) {
        return;
    }
    if (m_widths.empty()) {
        std::vector<std::string> titles;
        for (const Column &column : m_columns) {
            titles.push_back(column.title);
            m_widths.push_back(terminalWidth(column.title));
        }
        for (const std::vector<std::string> &row : m_rows) {
            const std::size_t fitted = row.size() == m_columns.size() ? row.size() : row.size() - 1;
            for (std::size_t i = 0; i < fitted; ++i) {
                m_widths[i] = std::max(m_widths[i], std::min(terminalWidth(row[i]), WidestColumn));
            }
        }
        print(titles);
    }
    for (const std::vector<std::string> &row : m_rows) {
        print(row);
    }
    m_rows.clear();
}

void TextTable::print(const std::vector<std::string> &cells)
{
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const bool isLast = i + 1 == cells.size();
        const auto padding = static_cast<std::size_t>(std::max(0, m_widths[i] - terminalWidth(cells[i])));
        const bool endsEarly = isLast && cells.size() < m_columns.size();
        const bool alignRight = m_columns[i].alignRight && !endsEarly;
        if (alignRight) {
            line.append(padding, ' ');
        }
        line += cells[i];
        if (!isLast) {
            line.append(alignRight ? 2 : padding + 2, ' ');
        }
    }
    line += '\n';
    m_out.write(line);
}

} // namespace arbscope
