// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Every text of the sources and of the schema has its translation.
#include "core/analysis/derivedvalues.h"
#include "core/report/schema.h"
#include "tests/paths.h"
#include "tests/ui/main/windowfixture.h"
#include "ui/text/membertext.h"
#include "ui/text/translations.h"

#include <QAction>
#include <QHeaderView>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>
#include <QTreeView>
#include <QXmlStreamReader>

using namespace arbscope;
using namespace arbscope::test;

namespace {

struct Message
{
    QString context;
    QString source;
    QStringList translations; ///< several for plural forms
    bool finished = true;
};

std::vector<Message> messagesIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s: %s", qPrintable(path), qPrintable(file.errorString()));
    QXmlStreamReader xml(&file);
    std::vector<Message> messages;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name") {
            context = xml.readElementText();
        } else if (xml.name() == u"message") {
            messages.push_back({.context = context, .source = {}, .translations = {}});
        } else if (xml.name() == u"source") {
            messages.back().source = xml.readElementText();
        } else if (xml.name() == u"translation") {
            messages.back().finished = !xml.attributes().hasAttribute(QStringLiteral("type"));
            while (xml.readNext() != QXmlStreamReader::EndElement || xml.name() != u"translation") {
                if (xml.isCharacters() && !xml.isWhitespace())
                    messages.back().translations << xml.text().toString();
            }
        }
    }
    return messages;
}

QString translationFile(const char *name)
{
    return QStringLiteral(ARBSCOPE_SOURCE_DIR "/resources/translations/") + QLatin1StringView(name);
}

/// %1, %L2, %n …, sorted.
QStringList placeholders(const QString &text)
{
    static const QRegularExpression place(QStringLiteral("%(L?\\d+|n)"));
    QStringList found;
    for (auto match = place.globalMatch(text); match.hasNext();)
        found << match.next().captured();
    found.sort();
    return found;
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private slots:
    void knowsEveryTextOfTheSources();
    void isFinishedAndKeepsPlaceholders_data();
    void isFinishedAndKeepsPlaceholders();
    void windowIsGerman();
    void longNamesAreNotCut();
    void thousandsAreNoDecimals_data();
    void thousandsAreNoDecimals();
};

void TestTranslations::knowsEveryTextOfTheSources()
{
    QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("arbscope_de.ts"));
    QVERIFY(QFile::copy(translationFile("arbscope_de.ts"), copy));
    QProcess lupdate;
    lupdate.setWorkingDirectory(QStringLiteral(ARBSCOPE_SOURCE_DIR));
    lupdate.start(QStringLiteral(ARBSCOPE_LUPDATE),
                  {QStringLiteral("-silent"), QStringLiteral("-I"), QStringLiteral("."), QStringLiteral("-locations"),
                   QStringLiteral("none"), QStringLiteral("-no-obsolete"), QStringLiteral("-recursive"),
                   QStringLiteral("core"), QStringLiteral("ui"), QStringLiteral("app"), QStringLiteral("-ts"), copy});
    QVERIFY2(lupdate.waitForFinished(120'000) && lupdate.exitCode() == 0, lupdate.readAllStandardError());
    QStringList open;
    for (const Message &message : messagesIn(copy)) {
        if (!message.finished)
            open << message.context + u": " + message.source;
    }
    QVERIFY2(open.isEmpty(),
             qPrintable(u"Run ./dev translate and translate these in resources/translations/arbscope_de.ts:\n"
                        + open.join(u'\n')));
}

void TestTranslations::isFinishedAndKeepsPlaceholders_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("sources") << translationFile("arbscope_de.ts");
    QTest::newRow("schema") << translationFile("schema_de.ts");
}

void TestTranslations::isFinishedAndKeepsPlaceholders()
{
    QFETCH(QString, file);
    const std::vector<Message> messages = messagesIn(file);
    QVERIFY(messages.size() > 100);
    for (const Message &message : messages) {
        QVERIFY2(message.finished && !message.translations.isEmpty(), qPrintable(message.source));
        for (const QString &translation : message.translations)
            QVERIFY2(placeholders(translation) == placeholders(message.source), qPrintable(message.source));
    }
}

void TestTranslations::windowIsGerman()
{
    installTranslations(*qApp, QLocale(QLocale::German));
    QStringList known;
    for (const Message &message : messagesIn(translationFile("schema_de.ts")))
        known << message.source;
    const auto isKnown = [&known](std::string_view english) {
        const QString text = QString::fromUtf8(english.data(), qsizetype(english.size()));
        QVERIFY2(known.contains(text), qPrintable(text));
    };
    for (const Member &member : schema()) {
        isKnown(member.title);
        isKnown(member.meaning);
    }
    for (const DerivedValue &value : derivedValues()) {
        isKnown(value.title);
        isKnown(value.meaning);
        isKnown(value.formula);
    }
    QCOMPARE(schemaText("The traded asset, always crypto"), u"Das gehandelte Asset, immer Krypto");

    WindowFixture fixture;
    QCOMPARE(fixture.child<QAction>("connectAction")->text(), u"&Verbinden …");
    QCOMPARE(fixture.doubledMnemonics(), QStringList());
    QCOMPARE(fixture.child<QHeaderView>("tradeHeader")->model()->headerData(0, Qt::Horizontal).toString(),
             u"Zeit (UTC)");
}

/// German ones are longer than those that the windows were made with.
void TestTranslations::longNamesAreNotCut()
{
    LiveStore store;
    store.create(sampleReports(QStringLiteral("s"), 2));
    WindowFixture fixture;
    fixture.open(store.url());
    QTRY_VERIFY(!fixture.orderId(1).isEmpty());
    fixture.child<QAbstractItemView>("tradeList")->selectAll();
    fixture.trigger("compareAction");
    QTRY_VERIFY(fixture.child<QTreeView>("compareTree"));
    for (const char *name : {"detailTree", "compareTree"}) {
        const auto *tree = fixture.child<QTreeView>(name);
        for (int group = 0; group < tree->model()->rowCount(); ++group) {
            const QModelIndex above = tree->model()->index(group, 0);
            for (int row = 0; row < tree->model()->rowCount(above); ++row) {
                const QModelIndex index = tree->model()->index(row, 0, above);
                const int wanted = tree->fontMetrics().horizontalAdvance(index.data().toString());
                const int indented = 2 * tree->indentation();
                QVERIFY2(tree->columnWidth(0) > wanted + indented, qPrintable(index.data().toString()));
            }
        }
    }
}

void TestTranslations::thousandsAreNoDecimals_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("thousands");
    QTest::addColumn<QString>("monday");
    QTest::newRow("Germany") << QStringLiteral("de_DE") << QStringLiteral("5’003") << QStringLiteral("Montag");
    QTest::newRow("Italy") << QStringLiteral("it_IT") << QStringLiteral("5’003") << QStringLiteral("lunedì");
    QTest::newRow("Netherlands") << QStringLiteral("nl_NL") << QStringLiteral("5,003") << QStringLiteral("Monday");
    QTest::newRow("Switzerland") << QStringLiteral("de_CH") << QStringLiteral("5’003") << QStringLiteral("Montag");
    QTest::newRow("America") << QStringLiteral("en_US") << QStringLiteral("5,003") << QStringLiteral("Monday");
}

void TestTranslations::thousandsAreNoDecimals()
{
    QFETCH(QString, locale);
    QLocale::setDefault(QLocale(locale));
    settleNumberFormat();
    QTEST(QLocale().toString(5003), "thousands");
    QCOMPARE(QLocale().decimalPoint(), u".");
    QTEST(QLocale().standaloneDayName(1), "monday");
}

QTEST_MAIN(TestTranslations)
#include "tst_translations.moc"
