// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/tradeimport.h"

#include <QDialog>

#include <vector>

class QTableWidget;

namespace arbscope {

/// The lines of a file that are not in the store, and why. They can be copied.
class LineProblemsDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `total`: how many there are, when more than are listed.
    LineProblemsDialog(const QString &fileName, const std::vector<ImportProblem> &problems, qint64 total,
                       QWidget *parent = nullptr);

private:
    void copy() const;

    QTableWidget *m_table;
};

/// Why one line is not in the store.
[[nodiscard]] QString problemText(const ImportProblem &problem);

} // namespace arbscope
