// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <map>
#include <tuple>
#include <vector>

namespace arbscope {

/// One trade of a store, whatever its place in a list.
struct TradeName
{
    QByteArray server;
    QByteArray orderId;
    friend bool operator==(const TradeName &, const TradeName &) = default;
    friend bool operator<(const TradeName &a, const TradeName &b)
    {
        return std::tie(a.server, a.orderId) < std::tie(b.server, b.orderId);
    }
};

/// What a person put on a trade. Never in the store.
struct Mark
{
    bool marked = false;
    QString note{}; ///< plain text, any number of lines
    [[nodiscard]] bool isEmpty() const { return !marked && note.isEmpty(); }
    bool operator==(const Mark &) const = default;
};

using Marks = std::map<TradeName, Mark>; ///< of one store; none of them empty

/// As it is written to files.
struct MarkEntry
{
    QString store; ///< StoreTarget::display()
    TradeName trade;
    Mark mark;
    bool operator==(const MarkEntry &) const = default;
};

/// What a file of marks holds, as far as it can be read.
struct ReadMarks
{
    std::vector<MarkEntry> entries;
    std::vector<QString> problems; ///< a sentence for each entry that was left out
};

} // namespace arbscope
