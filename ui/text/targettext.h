// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/store/storetarget.h"

#include <optional>
#include <vector>

namespace arbscope {

/// A command line for a POSIX shell that lists the store's servers by arbscope-cli, without its secrets: a password
/// comes from ARBSCOPE_PASSWORD there.
[[nodiscard]] QString cliCommand(const StoreTarget &target);

/// Addresses of sentinels or cluster nodes, with commas between, as a person types them.
[[nodiscard]] QString endpointsText(const std::vector<RedisEndpoint> &endpoints);
/// Nothing when the text is no such list; a port that is left out is the usual one of the topology.
[[nodiscard]] std::optional<std::vector<RedisEndpoint>> endpointsOf(const QString &text, RedisTopology topology);

/// Pairs "from=to", each host:port, with commas between, as a person types them.
[[nodiscard]] QString addressMapText(const std::vector<AddressMapping> &map);
/// Nothing when the text is no such list.
[[nodiscard]] std::optional<std::vector<AddressMapping>> addressMapOf(const QString &text);

} // namespace arbscope
