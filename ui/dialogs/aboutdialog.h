// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace arbscope {

/// The program's version, the versions of what it stands on, and its licence.
class AboutDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit AboutDialog(QWidget *parent = nullptr);
    [[nodiscard]] static QString versions(); ///< plain text, a line each; for reports of faults
};

} // namespace arbscope
