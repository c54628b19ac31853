// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/passworddialog.h"

#include "ui/dialogs/secretfield.h"
#include "ui/text/displaytext.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace arbscope {

PasswordDialog::PasswordDialog(const SavedConnection &connection, const QString &reason, bool keychain, QWidget *parent)
    : QDialog(parent)
    , m_password(makeSecretField(this))
    , m_passphrase(makeSecretField(this))
    , m_keep(new QCheckBox(tr("&Keep it in the keychain"), this))
{
    setObjectName(QStringLiteral("passwordDialog"));
    setWindowTitle(tr("Password"));
    m_password->setObjectName(QStringLiteral("askedPassword"));
    m_passphrase->setObjectName(QStringLiteral("askedPassphrase"));
    m_keep->setObjectName(QStringLiteral("keepPassword"));
    const StoreTarget &target = connection.target;
    auto *head = new QLabel(tr("Password for %1").arg(displayLine(target.title(), 80)), this);
    auto *detail
        = new QLabel(displayLine(target.display()) + (reason.isEmpty() ? QString() : QString(u'\n' + reason)), this);
    for (QLabel *text : {head, detail}) {
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
    }
    QFont bold = head->font();
    bold.setBold(true);
    head->setFont(bold);
    detail->setObjectName(QStringLiteral("passwordReason"));
    detail->setForegroundRole(QPalette::PlaceholderText);
    m_keep->setVisible(keychain);
    m_keep->setChecked(keychain && connection.keeping == PasswordKeeping::Keychain);

    auto *form = new QFormLayout;
    form->addRow(tr("&Password"), m_password);
    form->addRow(tr("Passphrase of the &key"), m_passphrase);
    form->setRowVisible(m_passphrase, !target.options.keyFile.isEmpty());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *connectButton = buttons->addButton(tr("&Connect"), QDialogButtonBox::AcceptRole);
    connectButton->setObjectName(QStringLiteral("passwordConnect"));
    connectButton->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(10);
    column->addWidget(head);
    column->addWidget(detail);
    column->addLayout(form);
    column->addWidget(m_keep);
    column->addWidget(buttons);
    resize(sizeHint().expandedTo(QSize(420, 0)));
    m_password->setFocus();
}

StoreSecrets PasswordDialog::secrets() const
{
    return {m_password->text(), m_passphrase->text()};
}

bool PasswordDialog::keeps() const
{
    return m_keep->isChecked();
}

} // namespace arbscope
