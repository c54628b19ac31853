// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/secretfield.h"

#include "ui/theme/icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QLineEdit>

namespace arbscope {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(arbscope::ConnectForm)
};

} // namespace

QLineEdit *makeSecretField(QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    edit->setEchoMode(QLineEdit::Password);
    auto *reveal = edit->addAction(themedIcon(QStringLiteral("eye")), QLineEdit::TrailingPosition);
    reveal->setCheckable(true);
    reveal->setToolTip(Words::tr("Show"));
    QObject::connect(reveal, &QAction::toggled, edit, [edit, reveal](bool shown) {
        edit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
        reveal->setIcon(themedIcon(shown ? QStringLiteral("eye-off") : QStringLiteral("eye")));
        reveal->setToolTip(shown ? Words::tr("Hide") : Words::tr("Show"));
    });
    return edit;
}

} // namespace arbscope
