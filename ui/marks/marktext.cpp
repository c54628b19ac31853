// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/marks/marktext.h"

#include "ui/marks/mark.h"
#include "ui/text/displaytext.h"

#include <QCoreApplication>
#include <QStringList>

namespace arbscope {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(arbscope::MarkText)
};

} // namespace

QString markText(const Mark *mark)
{
    QStringList lines;
    if (mark && mark->marked)
        lines << Words::tr("Marked");
    if (mark && !mark->note.isEmpty())
        lines << Words::tr("Note: %1").arg(displayText(mark->note));
    return lines.join(u'\n');
}

QString markIcon(const Mark &mark)
{
    if (mark.note.isEmpty())
        return QStringLiteral("mark");
    return mark.marked ? QStringLiteral("marked-note") : QStringLiteral("note");
}

} // namespace arbscope
