// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QInputDialog>

namespace arbscope {

/// Asks how something is to be called that a person keeps: a bookmark, a preset. Deletes itself when it is closed.
class NameDialog final : public QInputDialog
{
    Q_OBJECT
public:
    /// `name`: the one that it has, or a proposal.
    NameDialog(const QString &title, const QString &name, QWidget *parent);

signals:
    void named(const QString &name); ///< accepted; without spaces around it, not empty
};

} // namespace arbscope
