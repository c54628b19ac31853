// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/store/storestrip.h"

#include "ui/store/storemark.h"
#include "ui/text/displaytext.h"

#include <QHBoxLayout>
#include <QLabel>

namespace arbscope {

namespace {

QLabel *label(const char *name, bool bold)
{
    auto *result = new QLabel;
    result->setObjectName(QLatin1StringView(name));
    result->setTextFormat(Qt::PlainText);
    result->setForegroundRole(QPalette::WindowText);
    QFont font = result->font();
    font.setBold(bold);
    result->setFont(font);
    return result;
}

} // namespace

StoreStrip::StoreStrip(QWidget *parent)
    : QToolBar(tr("Kind of store"), parent)
    , m_area(new QWidget)
    , m_mark(label("stripMark", true))
    , m_name(label("stripName", false))
    , m_writable(label("stripWritable", true))
{
    setObjectName(QStringLiteral("storeStrip"));
    setMovable(false);
    setContentsMargins(0, 0, 0, 0);
    layout()->setContentsMargins(0, 0, 0, 0);
    m_writable->setText(tr("Open for writing: import and repair can change this store"));
    m_area->setAutoFillBackground(true);
    m_area->setBackgroundRole(QPalette::Window); // else the tool bar's
    auto *row = new QHBoxLayout(m_area);
    row->setContentsMargins(10, 3, 10, 3);
    row->setSpacing(12);
    row->addWidget(m_mark);
    row->addWidget(m_name, 1);
    row->addWidget(m_writable);
    addWidget(m_area);
    setTarget(std::nullopt);
}

void StoreStrip::setTarget(const std::optional<StoreTarget> &target)
{
    const bool writable = target && target->options.writable;
    const StoreMark mark = target ? target->mark : StoreMark::None;
    setVisible(writable || mark != StoreMark::None);
    if (!target)
        return;
    QPalette colors = palette();
    colors.setColor(QPalette::Window, markColor(mark));
    colors.setColor(QPalette::WindowText, Qt::white);
    m_area->setPalette(colors);
    m_mark->setText(markText(mark));
    m_mark->setVisible(mark != StoreMark::None);
    const QString address = displayLine(target->display(), 120);
    m_name->setText(target->name.isEmpty() ? address : QString(displayLine(target->name, 80) + u" · " + address));
    m_writable->setVisible(writable);
}

} // namespace arbscope
