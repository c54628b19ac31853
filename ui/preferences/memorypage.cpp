// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/memorypage.h"

#include "ui/analysis/tablememory.h"
#include "ui/settings/keys.h"

#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QSpinBox>
#include <QVBoxLayout>

namespace arbscope {

namespace {

constexpr int MostMebibytes = 1024 * 1024;
constexpr int Step = 256;
constexpr std::size_t Mebibyte = 1 << 20;

} // namespace

MemoryPage::MemoryPage(Settings &settings, QWidget *parent)
    : QWidget(parent)
{
    auto *memory = new QSpinBox;
    memory->setObjectName(QStringLiteral("analysisMemory"));
    memory->setRange(0, MostMebibytes);
    memory->setSingleStep(Step);
    memory->setSuffix(QStringLiteral(" MiB"));
    memory->setSpecialValueText(tr("A quarter of this machine's (%1 MiB)") // at 0
                                    .arg(QLocale().toString(qulonglong(memoryForTables() / Mebibyte))));
    memory->setToolTip(tr("0: a quarter of this machine's memory"));
    memory->setKeyboardTracking(false); // not at each digit: the trades may be read anew
    memory->setValue(settings.value(keys::AnalysisMemory));
    connect(memory, &QSpinBox::valueChanged, this,
            [&settings](int mebibytes) { settings.setValue(keys::AnalysisMemory, mebibytes); });
    auto *hint
        = new QLabel(tr("For filters, sorting, statistics and plots, which keep the trades of the server shown in "
                        "memory. Where it does not reach for all of them, they are read from the store each time: "
                        "slower, with the same answers."));
    hint->setWordWrap(true);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    form->addRow(tr("Memory for &analysis:"), memory);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addLayout(form);
    layout->addWidget(hint);
    layout->addStretch();
}

} // namespace arbscope
