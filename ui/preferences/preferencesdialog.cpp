// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/preferencesdialog.h"

#include "ui/preferences/keyspage.h"
#include "ui/preferences/memorypage.h"
#include "ui/widgets/firstsize.h"

#include <QDialogButtonBox>
#include <QTabWidget>
#include <QVBoxLayout>

namespace arbscope {

PreferencesDialog::PreferencesDialog(Settings &settings, KeyBindings &bindings, const std::vector<ActionGroup> &groups,
                                     QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("preferencesDialog"));
    setWindowTitle(tr("Preferences"));
    auto *tabs = new QTabWidget;
    tabs->addTab(new KeysPage(bindings, groups), tr("&Keys"));
    tabs->addTab(new MemoryPage(settings), tr("&Memory"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(10);
    layout->addWidget(tabs, 1);
    layout->addWidget(buttons);
    resizeOnScreen(*this, {640, 640});
}

} // namespace arbscope
