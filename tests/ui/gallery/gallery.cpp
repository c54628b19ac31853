// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the window's states and dialogs, for people to look at: `./dev gallery`. Each is taken from the real
// window. ARBSCOPE_SCENES, where it is set, names those wanted ("plotScenes,figureScenes").
#include "tests/ui/gallery/scenes.h"
#include "ui/text/translations.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QTest>

using namespace arbscope;
using namespace arbscope::test;
using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    for (const auto &[name, usual] : {std::pair("ARBSCOPE_GALLERY", "gallery"), {"ARBSCOPE_SCHEME", "light"}}) {
        if (!qEnvironmentVariableIsSet(name))
            qputenv(name, usual);
    }
    const QApplication application(argc, argv);
    if (const QString language = qEnvironmentVariable("ARBSCOPE_LANGUAGE"); !language.isEmpty()) {
        QLocale::setDefault(QLocale(language));
        installTranslations(*qApp, QLocale());
        settleNumberFormat();
    }
    applyTheme(*qApp, qEnvironmentVariable("ARBSCOPE_SCHEME") == u"dark" ? ColorScheme::Dark : ColorScheme::Light);
    if (!QDir().mkpath(qEnvironmentVariable("ARBSCOPE_GALLERY")))
        return 1;
    const QStringList wanted = qEnvironmentVariable("ARBSCOPE_SCENES").split(u',', Qt::SkipEmptyParts);
    const std::initializer_list<std::pair<QString, std::unique_ptr<QObject> (*)()>> all{
        {u"storeScenes"_s, storeScenes}, {u"filterScenes"_s, filterScenes}, {u"figureScenes"_s, figureScenes},
        {u"plotScenes"_s, plotScenes},   {u"tradeScenes"_s, tradeScenes},   {u"helpScenes"_s, helpScenes}};
    int faults = 0;
    for (const auto &[name, make] : all) {
        if (wanted.isEmpty() || wanted.contains(name))
            faults += QTest::qExec(make().get(), argc, argv);
    }
    return faults == 0 ? 0 : 1;
}
