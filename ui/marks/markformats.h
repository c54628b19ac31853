// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/marks/mark.h"

#include <expected>

namespace arbscope {

/// {"arbscope_marks": 1, "marks": [{"store": …, "server": …, "order_id": …, "marked": true, "note": …}]}. Names are
/// bytes: those that are not UTF-8 (or that begin so) are written as "base64:…".
[[nodiscard]] QByteArray marksToJson(const std::vector<MarkEntry> &entries);
/// An error where the whole is no such file: a sentence that says where and why.
[[nodiscard]] std::expected<ReadMarks, QString> marksFromJson(const QByteArray &bytes);

/// A header "store,server,order_id,marked,note" and a record each, \r\n; cells that a spreadsheet would run as a
/// formula get a leading ', which reading takes away again.
[[nodiscard]] QByteArray marksToCsv(const std::vector<MarkEntry> &entries);
/// Columns by their names in the header, in any order; only order_id and server have to be there.
[[nodiscard]] std::expected<ReadMarks, QString> marksFromCsv(const QByteArray &bytes);

/// Either of the two, whichever it looks like.
[[nodiscard]] std::expected<ReadMarks, QString> marksFromFile(const QByteArray &bytes);

} // namespace arbscope
