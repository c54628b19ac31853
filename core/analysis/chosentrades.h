// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/filterexpression.h"
#include "core/analysis/orderidlist.h"
#include "core/analysis/sortrows.h"
#include "core/redis/rediserror.h"

#include <memory>
#include <stop_token>
#include <vector>

namespace arbscope {

class ReportStore;

/// Those of a server's trades with these order ids that are there and that a filter (null: any) is true of, in the
/// order that the keys ask for (none: the index's). Asks the store for these few and no others.
[[nodiscard]] Result<std::shared_ptr<const OrderIdList>> chooseTrades(ReportStore &store, const QByteArray &server,
                                                                      std::vector<QByteArray> orderIds,
                                                                      const FilterPart &filter,
                                                                      const std::vector<SortKey> &keys,
                                                                      const std::stop_token &stop = {});

} // namespace arbscope
