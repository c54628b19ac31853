// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

namespace arbscope {

void installTranslations(QCoreApplication &application, const QLocale &locale)
{
    for (const auto &[name, folder] :
         {std::pair(QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)),
          std::pair(QStringLiteral("arbscope"), QStringLiteral(":/i18n"))}) {
        auto *translator = new QTranslator(&application);
        if (translator->load(locale, name, QStringLiteral("_"), folder))
            QCoreApplication::installTranslator(translator);
        else
            delete translator;
    }
}

void settleNumberFormat()
{
    const auto groupsByPoints = [](const QLocale &locale) { return locale.groupSeparator() == u"."; };
    const QLocale here;
    if (!groupsByPoints(here))
        return;
    const QLocale swiss(here.language(), QLocale::Switzerland);
    QLocale::setDefault(groupsByPoints(swiss) ? QLocale(QLocale::English) : swiss);
}

} // namespace arbscope
