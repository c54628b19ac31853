// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/filter/valuesink.h"

#include <QObject>

#include <memory>

namespace arbscope {

class TradeFeed;

/// The texts that fields have among a server's trades, for whoever writes a filter: of all trades where these have been
/// read, and of those that were read for the list.
class SeenValues final : public QObject
{
    Q_OBJECT
public:
    SeenValues(TradeAnalyst &analyst, const TradeFeed &feed, QObject *parent = nullptr);

    /// The most frequent first, each once; also those that the field can have anyway. Nothing for numbers, and for ids
    /// and raw answers, which hardly stand twice.
    [[nodiscard]] QStringList of(FieldId field) const;

private:
    void attach();

    TradeAnalyst &m_analyst;
    const TradeFeed &m_feed;
    std::shared_ptr<ValueSink> m_sink;
    FieldValues m_values;
};

} // namespace arbscope
