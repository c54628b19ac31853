// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/displaytext.h"

#include <QTest>

using namespace arbscope;

class tst_DisplayText : public QObject
{
    Q_OBJECT

private slots:
    void bytes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const QByteArray &bytes, const QString &line, const QString &text) {
            QTest::newRow(name) << bytes << line << text;
        };
        row("plain", "trader 1:a", QStringLiteral("trader 1:a"), QStringLiteral("trader 1:a"));
        row("utf-8", "\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80", QStringLiteral("é€😀"), QStringLiteral("é€😀"));
        row("markup", "<b>x</b>&amp;", QStringLiteral("<b>x</b>&amp;"), QStringLiteral("<b>x</b>&amp;"));
        row("lines", "a\nb\tc\rd", QStringLiteral("a\\nb\\tc\\rd"), QStringLiteral("a\nb\tc\\rd"));
        row("nul", QByteArray("a\0b", 3), QStringLiteral("a\\u{0000}b"), QStringLiteral("a\\u{0000}b"));
        row("not utf-8", "a\xff\xfe", QStringLiteral("a\\xff\\xfe"), QStringLiteral("a\\xff\\xfe"));
        row("cut sequence", "\xe2\x82", QStringLiteral("\\xe2\\x82"), QStringLiteral("\\xe2\\x82"));
        row("overlong", "\xc0\xaf", QStringLiteral("\\xc0\\xaf"), QStringLiteral("\\xc0\\xaf"));
        row("overlong 3", "\xe0\x80\xaf", QStringLiteral("\\xe0\\x80\\xaf"), QStringLiteral("\\xe0\\x80\\xaf"));
        row("surrogate", "\xed\xa0\x80", QStringLiteral("\\xed\\xa0\\x80"), QStringLiteral("\\xed\\xa0\\x80"));
        row("too large", "\xf4\x90\x80\x80", QStringLiteral("\\xf4\\x90\\x80\\x80"),
            QStringLiteral("\\xf4\\x90\\x80\\x80"));
        row("turned round", QByteArray::fromHex("61e280ae62"), QStringLiteral("a\\u{202e}b"),
            QStringLiteral("a\\u{202e}b"));
    }
    void bytes()
    {
        QFETCH(QByteArray, bytes);
        QTEST(displayBytes(bytes), "line");
        QTEST(displayText(bytes), "text");
    }

    void textAndBytesAgree()
    {
        const QString text = QStringLiteral("é€😀\u202e\u0001\n");
        QCOMPARE(displayLine(text), displayBytes(text.toUtf8()));
        QCOMPARE(displayLine(QStringView(u"\xd800x")), QStringLiteral("\\u{d800}x"));
    }

    void longTextIsCut()
    {
        QCOMPARE(displayLine(QString(1000, QLatin1Char('x')), 10), QString(10, QLatin1Char('x')) + QChar(0x2026));
        QCOMPARE(displayBytes(QByteArray(10, 'x'), 10), QString(10, QLatin1Char('x')));
        QCOMPARE(displayText(QByteArray(5000, 'x')).size(), 5000);
    }

    void toolTipsShowMarkupAsItIs()
    {
        QVERIFY(plainToolTip(QStringLiteral("<img src='x'>")).contains(QStringLiteral("&lt;img")));
    }
};

QTEST_GUILESS_MAIN(tst_DisplayText)
#include "tst_displaytext.moc"
