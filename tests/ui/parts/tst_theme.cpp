// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/errortext.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace arbscope;

class tst_Theme : public QObject
{
    Q_OBJECT

    /// Relative luminance and contrast of WCAG 2.1, https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio
    static double luminance(const QColor &color)
    {
        const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
    }
    static double contrast(const QColor &a, const QColor &b)
    {
        const auto [dark, light] = std::minmax({luminance(a), luminance(b)}); // a list: the pair holds values;
        return (light + 0.05) / (dark + 0.05);
    }

private slots:
    void tonesCanBeRead_data()
    {
        QTest::addColumn<int>("tone");
        QTest::addColumn<bool>("dark");
        for (int tone = int(Tone::Succeeded); tone <= int(Tone::Loss); ++tone) {
            QTest::addRow("%d light", tone) << tone << false;
            QTest::addRow("%d dark", tone) << tone << true;
        }
    }
    void tonesCanBeRead()
    {
        QFETCH(int, tone);
        QFETCH(bool, dark);
        const QPalette palette = dark ? darkPalette() : lightPalette();
        const QColor color = toneColor(static_cast<Tone>(tone), palette);
        const QColor background = toneBackground(static_cast<Tone>(tone), palette);
        for (const auto role : {QPalette::Base, QPalette::AlternateBase, QPalette::Window})
            QVERIFY2(contrast(color, palette.color(role)) >= 4.5, qPrintable(color.name()));
        QVERIFY2(contrast(color, background) >= 4.5, qPrintable(color.name()));
        QVERIFY(contrast(palette.color(QPalette::Text), background) >= 7);
    }

    void palettesCanBeRead()
    {
        for (const QPalette &palette : {lightPalette(), darkPalette()}) {
            const auto pair = [&palette](QPalette::ColorRole a, QPalette::ColorRole b) {
                return contrast(palette.color(a), palette.color(b));
            };
            QVERIFY(pair(QPalette::Text, QPalette::Base) >= 7);
            QVERIFY(pair(QPalette::WindowText, QPalette::Window) >= 7);
            QVERIFY(pair(QPalette::ButtonText, QPalette::Button) >= 7);
            QVERIFY(pair(QPalette::ToolTipText, QPalette::ToolTipBase) >= 7);
            QVERIFY(pair(QPalette::HighlightedText, QPalette::Highlight) >= 4.5);
            QVERIFY(pair(QPalette::Link, QPalette::Window) >= 4.5);
            QVERIFY(pair(QPalette::PlaceholderText, QPalette::Base) >= 4);
        }
        QVERIFY(isDark(darkPalette()) && !isDark(lightPalette()));
    }

    void everyIconIsDrawnInTheTextColor()
    {
        auto &application = *qobject_cast<QApplication *>(QCoreApplication::instance());
        (void)themedIcon(QStringLiteral("info")); // loads the resources
        const QStringList files = QDir(QStringLiteral(":/icons")).entryList();
        QVERIFY(files.size() > 30);
        for (const auto scheme : {ColorScheme::Light, ColorScheme::Dark}) {
            applyTheme(application, scheme);
            for (const QString &file : files) {
                if (file.startsWith(QStringLiteral("org.")))
                    continue;
                const QImage image = themedIcon(file.chopped(4)).pixmap(QSize(24, 24), 2.0).toImage();
                QCOMPARE(image.size(), QSize(48, 48));
                bool drawn = false;
                for (int y = 0; y < image.height(); ++y) {
                    for (int x = 0; x < image.width(); ++x)
                        drawn |= image.pixelColor(x, y) == application.palette().color(QPalette::WindowText);
                }
                QVERIFY2(drawn, qPrintable(file));
            }
        }
        QVERIFY(!applicationIcon().pixmap(64, 64).isNull());
    }

    void errorsAreWorded_data()
    {
        QTest::addColumn<int>("code");
        for (int code = int(RedisErrorCode::Refused); code <= int(RedisErrorCode::Usage); ++code)
            QTest::addRow("%d", code) << code;
    }
    void errorsAreWorded()
    {
        QFETCH(int, code);
        const RedisUrl url = RedisUrl::parse(QStringLiteral("redis://u:hidden-pw@db:6380")).value();
        const RedisError error{static_cast<RedisErrorCode>(code), QStringLiteral("its own words"), "HGET", "key\xff"};
        const ErrorWords words = errorWords(error, url);
        QVERIFY(!words.title.isEmpty());
        QCOMPARE(words.detail, QStringLiteral("its own words"));
        QVERIFY(!words.text().contains(QStringLiteral("hidden-pw")));
        QVERIFY(words.text().endsWith(QStringLiteral("its own words")));
    }
};

QTEST_MAIN(tst_Theme)
#include "tst_theme.moc"
