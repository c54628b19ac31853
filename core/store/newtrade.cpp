// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/newtrade.h"

#include "core/report/reportjson.h"

namespace arbscope {

NewTrade NewTrade::of(const Report &report)
{
    return {.server = report.serverName.toUtf8(),
            .orderId = report.orderId.toUtf8(),
            .clock = report.clock,
            .json = QByteArray::fromStdString(writeReport(report))};
}

} // namespace arbscope
