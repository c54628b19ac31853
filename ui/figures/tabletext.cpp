// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/tabletext.h"

#include "core/report/csvrecord.h"
#include "ui/figures/figureroles.h"

#include <QAbstractItemModel>
#include <QStringList>

#include <algorithm>
#include <map>
#include <ranges>
#include <set>
#include <string>
#include <utility>

namespace arbscope {

namespace {

QByteArray csvCell(const QString &text)
{
    std::string cell = text.toStdString();
    if (looksLikeFormula(cell))
        cell.insert(0, 1, '\'');
    if (!needsQuotes(cell))
        return QByteArray::fromStdString(cell);
    QByteArray quoted = QByteArray::fromStdString(cell);
    quoted.replace('"', "\"\"");
    return '"' + quoted + '"';
}

void addLine(QByteArray &out, const QStringList &cells)
{
    for (qsizetype i = 0; i < cells.size(); ++i)
        out += (i > 0 ? QByteArray(",") : QByteArray()) + csvCell(cells[i]);
    out += "\r\n";
}

QStringList exactRow(const QAbstractItemModel &model, int row, const QModelIndex &parent)
{
    QStringList cells;
    for (int column = 0; column < model.columnCount(parent); ++column)
        cells << model.index(row, column, parent).data(ExactRole).toString();
    return cells;
}

} // namespace

QString tabText(const QModelIndexList &cells)
{
    std::map<std::pair<int, int>, std::map<int, QString>> rows; // by heading and row, the texts by column
    std::set<int> columns;
    for (const QModelIndex &cell : cells) {
        const std::pair place
            = cell.parent().isValid() ? std::pair(cell.parent().row(), cell.row()) : std::pair(cell.row(), -1);
        rows[place][cell.column()] = cell.data().toString();
        columns.insert(cell.column());
    }
    QStringList lines;
    for (const auto &[place, texts] : rows) {
        QStringList line;
        for (const int column : columns) {
            const auto text = texts.find(column);
            line << (text == texts.end() ? QString() : text->second);
        }
        lines << line.join(u'\t');
    }
    return lines.join(u'\n');
}

QByteArray csvText(const QAbstractItemModel &model)
{
    const bool isTree = model.rowCount() > 0
        && std::ranges::any_of(std::views::iota(0, model.rowCount()),
                               [&model](int row) { return model.hasChildren(model.index(row, 0)); });
    QByteArray out;
    QStringList header;
    for (int column = 0; column < model.columnCount(); ++column)
        header << model.headerData(column, Qt::Horizontal).toString();
    addLine(out, isTree ? QStringList{QString()} + header : header);
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        if (!isTree)
            addLine(out, exactRow(model, row, {}));
        for (int child = 0; child < model.rowCount(index); ++child)
            addLine(out, QStringList{index.data(ExactRole).toString()} + exactRow(model, child, index));
    }
    return out;
}

} // namespace arbscope
