// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportjson.h"

#include "tests/paths.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace arbscope;

/// The contract's own cases: every stored text of golden/decode.jsonl with its verdict and canonical JSON.
class TestReportJson : public QObject
{
    Q_OBJECT

private slots:
    void golden_data();
    void golden();
};

void TestReportJson::golden_data()
{
    QTest::addColumn<QByteArray>("stored");
    QTest::addColumn<QByteArray>("verdict");
    QTest::addColumn<QByteArray>("canonical");

    QFile file(QStringLiteral(ARBSCOPE_TEST_DATA "/golden/decode.jsonl"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    int line = 0;
    while (!file.atEnd()) {
        const auto entry = QJsonDocument::fromJson(file.readLine());
        const auto text = [&entry](const char *key) { return entry[QLatin1StringView(key)].toString().toUtf8(); };
        QVERIFY(entry[u"stored"].isString());
        QTest::addRow("%d: %.80s", ++line, text("case").constData())
            << text("stored") << text("verdict") << text("canonical");
    }
    QCOMPARE(line, 899);
}

void TestReportJson::golden()
{
    QFETCH(QByteArray, stored);
    QFETCH(QByteArray, verdict);
    QFETCH(QByteArray, canonical);

    const auto read = readReport(stored.toStdString());
    const auto expected = verdict == "differs" ? QByteArray("invalid") : verdict;
    QCOMPARE(QByteArray::fromStdString(std::string(verdictName(read.verdict))), expected);
    QCOMPARE(read.report.has_value(), expected != "invalid");
    QCOMPARE(read.issues.empty(), expected == "valid");
    if (read.report)
        QCOMPARE(QByteArray::fromStdString(writeReport(*read.report)), canonical);
    for (const auto &issue : read.issues) {
        QVERIFY(!issue.message.empty());
        const bool ofWholeText = issue.code == IssueCode::Syntax || issue.code == IssueCode::Encoding;
        QVERIFY(ofWholeText || !issue.member.empty() || issue.message.starts_with("expected an object"));
        if (issue.member.empty() && ofWholeText)
            QVERIFY(issue.message.find(" at byte ") != std::string::npos);
        else
            QVERIFY2(issue.message.starts_with("expected ") && issue.message.find("found ") != std::string::npos,
                     issue.message.c_str());
    }
}

QTEST_GUILESS_MAIN(TestReportJson)
#include "tst_reportjson.moc"
