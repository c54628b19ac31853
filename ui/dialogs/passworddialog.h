// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/savedconnections.h"
#include "ui/settings/secretstore.h"

#include <QDialog>

class QCheckBox;
class QLineEdit;

namespace arbscope {

/// Asks for the secrets of a saved connection. Shown with open().
class PasswordDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `reason`: why it is asked, may be empty; `keychain`: the answer can be kept there.
    PasswordDialog(const SavedConnection &connection, const QString &reason, bool keychain, QWidget *parent = nullptr);

    [[nodiscard]] StoreSecrets secrets() const;
    [[nodiscard]] bool keeps() const; ///< in the keychain
    [[nodiscard]] bool isUntouched() const { return secrets().isEmpty(); }

private:
    QLineEdit *m_password;
    QLineEdit *m_passphrase;
    QCheckBox *m_keep;
};

} // namespace arbscope
