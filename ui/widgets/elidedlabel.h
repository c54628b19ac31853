// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace arbscope {

/// One line of plain text that takes what room there is, and ends in "…" where that does not do.
class ElidedLabel final : public QLabel
{
public:
    explicit ElidedLabel(QWidget *parent = nullptr);
    /// Takes the width of its text where there is room, and never less than that of so many letters.
    void fitText(int leastLetters);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace arbscope
