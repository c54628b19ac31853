// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/reportstore.h"

#include <QByteArrayList>

#include <vector>

namespace arbscope::test {

// What the tests of a store of several servers look at.

/// Names of that many trading servers, ascending.
[[nodiscard]] QStringList deskNames(int count);
/// `each` reports of each of them.
[[nodiscard]] std::vector<Report> deskReports(const QStringList &desks, int each);
/// Stores them all; fails the test program where one is not stored.
void storeAll(ReportStore &store, const std::vector<Report> &reports);
/// "server/order id" of each report of a JSON-lines export of all servers, sorted.
[[nodiscard]] QByteArrayList exportedIds(ReportStore &store, const std::function<void()> &meanwhile = {});
[[nodiscard]] QByteArrayList idsOfLines(const QByteArray &jsonLines); ///< of such an export
/// The same of reports.
[[nodiscard]] QByteArrayList idsOf(const std::vector<Report> &reports);

} // namespace arbscope::test
