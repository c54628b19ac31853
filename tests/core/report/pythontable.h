// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/paths.h"

#include <QFile>
#include <QList>
#include <QString>

#include <bit>
#include <string>
#include <vector>

namespace arbscope::test {

/// A text of the tables that tests/data/python/make_tables.py writes, its Python escapes undone; UTF-8.
inline std::string unescapedCell(const QByteArray &cell)
{
    QString text;
    for (qsizetype i = 0; i < cell.size(); ++i) {
        if (cell[i] != '\\') {
            text += QLatin1Char(cell[i]);
            continue;
        }
        const char kind = cell[++i];
        const int digits = kind == 'x' ? 2 : kind == 'u' ? 4 : 0;
        if (digits > 0)
            text += QChar(cell.mid(i + 1, digits).toUShort(nullptr, 16));
        else
            text += kind == 't' ? u'\t' : kind == 'n' ? u'\n' : kind == 'r' ? u'\r' : QChar::fromLatin1(kind);
        i += digits;
    }
    return text.toStdString();
}

/// A table's lines as their cells: operation, operands, result.
inline std::vector<std::vector<std::string>> pythonTable(const char *name)
{
    QFile file(QStringLiteral(ARBSCOPE_TEST_DATA "/python/") + QString::fromLatin1(name));
    std::vector<std::vector<std::string>> rows;
    if (!file.open(QIODevice::ReadOnly))
        return rows;
    for (const auto &line : file.readAll().split('\n')) {
        if (line.isEmpty())
            continue;
        auto &row = rows.emplace_back();
        for (const auto &cell : line.split('\t'))
            row.push_back(unescapedCell(cell));
    }
    return rows;
}

inline double doubleOfBits(const std::string &hex)
{
    return std::bit_cast<double>(QByteArray::fromStdString(hex).toULongLong(nullptr, 16));
}

} // namespace arbscope::test
