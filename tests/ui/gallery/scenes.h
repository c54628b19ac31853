// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

namespace arbscope::test {

[[nodiscard]] std::unique_ptr<QObject> storeScenes(); ///< start page, stores as they may be, their dialogs
[[nodiscard]] std::unique_ptr<QObject> filterScenes(); ///< filter bar with its popups, find bar, colours
[[nodiscard]] std::unique_ptr<QObject> figureScenes(); ///< statistics, balances
[[nodiscard]] std::unique_ptr<QObject> plotScenes();
[[nodiscard]] std::unique_ptr<QObject> tradeScenes(); ///< the list's trades: marked, compared, in a window of their own
[[nodiscard]] std::unique_ptr<QObject> helpScenes(); ///< guide, shortcuts, preferences, log

} // namespace arbscope::test
