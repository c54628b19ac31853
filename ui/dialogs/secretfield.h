// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLineEdit;
class QWidget;

namespace arbscope {

/// A line for a password, hidden, with a button that shows it.
[[nodiscard]] QLineEdit *makeSecretField(QWidget *parent);

} // namespace arbscope
