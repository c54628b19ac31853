// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/checkedstore.h"

#include "tests/support/livestore.h"

namespace arbscope::test::checked {

QByteArray json(const QByteArray &orderId, double clock, const QByteArray &of)
{
    return textOf(sampleReport(QString::fromUtf8(of), QString::fromUtf8(orderId), clock));
}

CheckOptions atOnce()
{
    CheckOptions options;
    options.settle = std::chrono::milliseconds(0);
    return options;
}

} // namespace arbscope::test::checked
