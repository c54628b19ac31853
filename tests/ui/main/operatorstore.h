// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

#include <QByteArrayList>

#include <functional>
#include <vector>

class QAbstractItemModel;

namespace arbscope::test {

class LiveStore;
class WindowFixture;

/// Three days of trading as an operator's store has it, made by a rule of its own: what is asked of the window is
/// computed from these reports by plain arithmetic, not by the program.
class OperatorTrades
{
public:
    static constexpr double FirstDay = 1'614'556'800; ///< 2021-03-01T00:00Z; a trade each ten minutes from here on
    static constexpr int Count = 432; ///< of three days; version 2.5.0 from the second half of the second day on
    static constexpr double Day = 86'400;

    explicit OperatorTrades(int count = Count);
    [[nodiscard]] const std::vector<Report> &reports() const { return m_reports; } ///< oldest first
    [[nodiscard]] static Report make(int number);
    /// Order ids of those that this is true of, oldest first.
    [[nodiscard]] QByteArrayList idsOf(const std::function<bool(const Report &)> &isWanted) const;

private:
    std::vector<Report> m_reports;
};

/// The window shows server "arb" of a store with these trades.
void openOperatorStore(LiveStore &store, WindowFixture &fixture, const OperatorTrades &trades);
/// Ctrl+/, the text, Enter.
void typeFilter(WindowFixture &fixture, const QString &text);
/// Every row of a tree, "name | value | …", its branches before it: "section: name | value | …".
[[nodiscard]] QStringList rowsOf(const QAbstractItemModel &model);

} // namespace arbscope::test
