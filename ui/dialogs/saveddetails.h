// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/savedconnections.h"

#include <QGroupBox>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace arbscope {

/// What a saved connection has beside its address: name, folder, mark, where its password comes from; and the button
/// that saves it.
class SavedDetails final : public QGroupBox
{
    Q_OBJECT
public:
    explicit SavedDetails(QWidget *parent = nullptr);

    /// Nothing: of a connection that is not saved.
    void setConnection(const std::optional<SavedConnection> &connection, const QStringList &folders);
    /// `connection` with what stands in the fields.
    [[nodiscard]] SavedConnection applied(SavedConnection connection) const;
    void setCanSave(bool valid); ///< the address is

signals:
    void changed();
    void saveRequested();

private:
    QLineEdit *m_name;
    QComboBox *m_folder;
    QComboBox *m_mark;
    QComboBox *m_keeping;
    QPushButton *m_save;
};

} // namespace arbscope
