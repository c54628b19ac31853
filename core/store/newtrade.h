// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace arbscope {

struct Report;

/// A report as it goes into the store: its two keys' server, its field, its score and its canonical text (contract §3).
struct NewTrade
{
    QByteArray server;
    QByteArray orderId;
    double clock = 0; ///< epoch seconds, never NaN
    QByteArray json;

    /// Of a report that storingIssues() has nothing against.
    [[nodiscard]] static NewTrade of(const Report &report);
};

} // namespace arbscope
