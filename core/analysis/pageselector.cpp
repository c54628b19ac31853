// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/pageselector.h"

#include "core/analysis/tradeselector.h"
#include "core/report/bytesview.h"

#include <utility>

namespace arbscope {

std::function<std::vector<bool>(const WalkPage &)> selectorOf(FilterPart filter)
{
    return [selector = std::make_shared<TradeSelector>(std::move(filter))](const WalkPage &page) {
        for (const WalkPage::Entry &entry : page.entries)
            selector->add(viewOf(entry.orderId), entry.score, entry.present ? std::optional(entry.raw) : std::nullopt);
        return selector->take();
    };
}

} // namespace arbscope
