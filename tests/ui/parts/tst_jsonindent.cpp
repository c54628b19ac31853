// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/livestore.h"
#include "ui/detail/jsonindent.h"
#include "ui/detail/rawtext.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace arbscope;

class tst_JsonIndent : public QObject
{
    Q_OBJECT

    /// Without the white space between tokens; strings keep theirs.
    static QByteArray compact(const QByteArray &json)
    {
        QByteArray out;
        bool inString = false;
        for (qsizetype i = 0; i < json.size(); ++i) {
            const char c = json[i];
            if (inString && c == '\\') {
                out += json.mid(i++, 2);
                continue;
            }
            if (c == '"')
                inString = !inString;
            if (inString || !QByteArray(" \t\r\n").contains(c))
                out += c;
        }
        return out;
    }

private slots:
    void indents_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("object") << QByteArray("{\"b\":1,\"a\":[1.00,{}],\"b\":\"x\"}")
                                << QByteArray("{\n  \"b\": 1,\n  \"a\": [\n    1.00,\n    {}\n  ],\n  \"b\": \"x\"\n}");
        QTest::newRow("empty") << QByteArray(" { } ") << QByteArray("{}");
        QTest::newRow("array") << QByteArray("[]") << QByteArray("[]");
        QTest::newRow("nested empty") << QByteArray("[[],[1]]") << QByteArray("[\n  [],\n  [\n    1\n  ]\n]");
        QTest::newRow("python's numbers")
            << QByteArray("[NaN,-Infinity,Infinity,-0,1e-05,1E+3]")
            << QByteArray("[\n  NaN,\n  -Infinity,\n  Infinity,\n  -0,\n  1e-05,\n  1E+3\n]");
        QTest::newRow("strings stay") << QByteArray("[\"a \\\" , ] { \\\\\",\"\\u00e9\",\"é\"]")
                                      << QByteArray("[\n  \"a \\\" , ] { \\\\\",\n  \"\\u00e9\",\n  \"é\"\n]");
    }
    void indents()
    {
        QFETCH(QByteArray, json);
        const auto indented = indentJson(json);
        QVERIFY(indented);
        QTEST(indented->text, "expected");
    }

    void leavesAloneWhatIsNotJson_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"",
                                 " ",
                                 "5",
                                 "\"text\"",
                                 "{",
                                 "}",
                                 "{]",
                                 "[1,]",
                                 "{\"a\":1,}",
                                 "{\"a\"}",
                                 "{a:1}",
                                 "[1 2]",
                                 "[01]",
                                 "[1.]",
                                 "[.5]",
                                 "[+1]",
                                 "[1e]",
                                 "[nul]",
                                 "{\"a\":}",
                                 "[\"x]",
                                 "{} {}",
                                 "[]]",
                                 "{hello world}",
                                 "{\"a\":1]",
                                 "[,]",
                                 "{,}",
                                 "[-]"})
            QTest::newRow(text) << QByteArray(text);
        QTest::newRow("too deep") << QByteArray(QByteArray(100000, '[') + QByteArray(100000, ']'));
    }
    void leavesAloneWhatIsNotJson()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!indentJson(text));
        QVERIFY(jsonMembers(text).empty());
        const RawText raw = makeRawText(text.left(50), true);
        QVERIFY(!raw.json);
    }

    void membersAreFoundInBothForms()
    {
        const QByteArray json = "{\"a\": 1, \"b\": {\"a\": [2]}, \"a\": \"x\"}";
        const auto indented = indentJson(json);
        QVERIFY(indented);
        const auto plain = jsonMembers(json);
        QCOMPARE(plain.size(), std::size_t(3));
        QCOMPARE(indented->members.size(), std::size_t(3));
        const QList<QByteArray> values{"\"a\": 1", "\"b\": {\"a\": [2]}", "\"a\": \"x\""};
        for (std::size_t i = 0; i < plain.size(); ++i) {
            QCOMPARE(json.mid(plain[i].begin, plain[i].end - plain[i].begin), values[qsizetype(i)]);
            const JsonSpan &span = indented->members[i];
            QCOMPARE(compact(indented->text.mid(span.begin, span.end - span.begin)), compact(values[qsizetype(i)]));
        }
    }

    void goldenTextsKeepEveryToken()
    {
        int indented = 0;
        for (const QByteArray &line : test::golden(QStringLiteral("decode.jsonl")).split('\n')) {
            const QByteArray stored
                = QJsonDocument::fromJson(line).object().value(QStringLiteral("stored")).toString().toUtf8();
            const auto result = indentJson(stored);
            if (!result)
                continue;
            ++indented;
            QCOMPARE(compact(result->text), compact(stored));
        }
        QVERIFY(indented > 700);
    }

    void shownTextEscapesAndFindsMembers()
    {
        const QByteArray stored = QByteArray("{\"a\": \"\xff\", \"b\": 2}");
        for (const bool asIndented : {true, false}) {
            const RawText raw = makeRawText(stored, asIndented);
            QVERIFY(raw.json && !raw.cut);
            QVERIFY(raw.shown.contains(QStringLiteral("\\xff")));
            QCOMPARE(raw.members.size(), std::size_t(2));
            const MemberSpan &b = raw.members[1];
            QCOMPARE(b.name, QStringLiteral("b"));
            QCOMPARE(raw.shown.mid(b.begin, b.end - b.begin), QStringLiteral("\"b\": 2"));
        }
    }

    void hugeTextsAreBounded_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("no JSON") << QByteArray(20'000'000, 'x');
        QTest::newRow("one string") << QByteArray("{\"a\": 1, \"b\": \"" + QByteArray(20'000'000, 'y')
                                                  + "\", \"c\": 3}");
        QTest::newRow("not UTF-8") << QByteArray(20'000'000, '\xff');
        QTest::newRow("wide") << QStringLiteral("€").repeated(7'000'000).toUtf8();
    }
    void hugeTextsAreBounded()
    {
        QFETCH(QByteArray, text);
        const RawText raw = makeRawText(text, true);
        QVERIFY(raw.cut);
        QVERIFY(raw.shown.size() >= ShownRawText && raw.shown.size() < ShownRawText + 10);
        for (const QString &line : raw.shown.split(QLatin1Char('\n')))
            QVERIFY(line.size() <= LongestRawLine + 1);
    }
};

QTEST_GUILESS_MAIN(tst_JsonIndent)
#include "tst_jsonindent.moc"
