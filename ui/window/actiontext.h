// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

class QAction;

namespace arbscope {

/// An action's or a menu's words without the marks of its mnemonic.
[[nodiscard]] QString withoutMnemonic(QString text);
/// As the system writes them: "Ctrl+R, F5"; empty without any.
[[nodiscard]] QString keysText(const QList<QKeySequence> &keys);

/// A menu's title and its actions.
struct ActionGroup
{
    QString title; ///< of a menu in a menu: "View › Time zone"
    QList<QAction *> actions;
};

} // namespace arbscope
