// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace arbscope {

class Output;

/// Aligned columns for people, printed while the rows come: the first rows decide the widths, a wider cell later on
/// moves what is right of it. Cells are UTF-8 that terminalText() has made safe.
class TextTable
{
public:
    struct Column
    {
        std::string title;
        bool alignRight = false;
    };

    TextTable(Output &out, std::vector<Column> columns);
    void addRow(std::vector<std::string> cells); ///< fewer cells than columns: the last one takes the rest of the line
    void flush(); ///< prints the rows so far; a batch of them at least decides the widths

private:
    void print(const std::vector<std::string> &cells);

    Output &m_out;
    std::vector<Column> m_columns;
    std::vector<int> m_widths; ///< empty until the first batch is printed
    std::vector<std::vector<std::string>> m_rows;
};

} // namespace arbscope
