// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/store/storetarget.h"

#include <QJsonObject>

#include <expected>

namespace arbscope {

/// A store's address and how to reach it as JSON, for settings and exported files: never a password or a passphrase,
/// never the permission to write, which its owner keeps.
[[nodiscard]] QJsonObject targetToJson(const StoreTarget &target);
/// Or why it cannot be read, in words. A password that someone wrote into the URL is left out.
[[nodiscard]] std::expected<StoreTarget, QString> targetFromJson(const QJsonObject &json);

} // namespace arbscope
