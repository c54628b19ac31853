// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/reportjson.h"

#include <QByteArray>

#include <span>

namespace arbscope {

/// A mistake as bots make it in the texts they store.
struct DemoOddity
{
    Verdict verdict; ///< of the text with the mistake
    QByteArray (*spoil)(QByteArray canonical); ///< a complete trade's canonical text with the mistake made in it
};

/// Each kind once; a demo server has one trade of each.
[[nodiscard]] std::span<const DemoOddity> demoOddities();

} // namespace arbscope
