// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The guide in a German window: every page, with all that its English one has.
#include "core/analysis/derivedvalues.h"
#include "core/report/schema.h"
#include "tests/paths.h"
#include "tests/ui/main/guideof.h"
#include "tests/ui/main/windowfixture.h"
#include "ui/guide/guidepage.h"
#include "ui/guide/guidetext.h"
#include "ui/text/membertext.h"
#include "ui/text/translations.h"
#include "ui/window/windowactions.h"

#include <QDir>
#include <QListWidget>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

using namespace arbscope;
using namespace arbscope::test;
using namespace Qt::StringLiterals;

namespace {

QDir folderOf(const QString &language)
{
    return QDir(QStringLiteral(ARBSCOPE_SOURCE_DIR "/resources/guide/") + language);
}

QString page(const QString &language, const QString &name)
{
    QFile file(folderOf(language).filePath(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s: %s", qPrintable(file.fileName()), qPrintable(file.errorString()));
    return QString::fromUtf8(file.readAll());
}

QStringList allOf(const QString &text, const QString &pattern)
{
    const QRegularExpression expression(pattern, QRegularExpression::MultilineOption);
    QStringList found;
    for (auto match = expression.globalMatch(text); match.hasNext();)
        found << match.next().captured();
    found.sort(); // another language, another order of words
    return found;
}

/// Knows one text only: that the guide's language is French.
class French final : public QTranslator
{
public:
    QString translate(const char * /*context*/, const char *text, const char * /*comment*/, int /*n*/) const override
    {
        return qstrcmp(text, "en") == 0 ? u"fr"_s : QString();
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

} // namespace

class TestGuideGerman final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void pagesSayTheSame_data();
    void pagesSayTheSame();
    void isGermanThroughout();
    void isEnglishWhereThereIsNoPage();

private:
    std::vector<GuideChapter> m_english;
    QStringList m_examples;
};

void TestGuideGerman::initTestCase()
{
    WindowFixture fixture;
    m_english = chaptersOf(fixture);
    m_examples = guideExamples(m_english);
    QVERIFY(m_examples.size() > qsizetype(schema().size() + derivedValues().size()));
    installTranslations(*qApp, QLocale(QLocale::German));
}

void TestGuideGerman::pagesSayTheSame_data()
{
    QTest::addColumn<QString>("name");
    const QStringList names = folderOf(u"en"_s).entryList({u"*.md"_s});
    QCOMPARE(folderOf(u"de"_s).entryList({u"*.md"_s}), names);
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << name;
}

void TestGuideGerman::pagesSayTheSame()
{
    QFETCH(QString, name);
    const QString english = page(u"en"_s, name);
    const QString german = page(u"de"_s, name);
    // Actions and tables, where links and pictures lead, what is code; then how many titles, rows, points, paragraphs.
    for (const QString &same : {u"\\[\\[\\w+\\]\\]"_s, u"\\{\\{\\w+\\}\\}"_s, u"\\]\\([^)]*\\)"_s, u"`[^`]*`"_s})
        QCOMPARE(allOf(german, same), allOf(english, same));
    for (const QString &asMany : {u"^##? "_s, u"^\\| "_s, u"^- "_s, u"\\n\\n"_s, u"\\*\\*"_s})
        QCOMPARE(allOf(german, asMany).size(), allOf(english, asMany).size());
}

void TestGuideGerman::isGermanThroughout()
{
    WindowFixture fixture;
    const std::vector<GuideChapter> german = chaptersOf(fixture);
    QCOMPARE(guideExamples(german), m_examples);
    QCOMPARE(german.size(), m_english.size());
    for (std::size_t i = 0; i < german.size(); ++i) {
        QCOMPARE(german[i].id, m_english[i].id);
        QVERIFY2(german[i].text != m_english[i].text, qPrintable(german[i].id));
        QVERIFY2(!german[i].text.contains(u"[["_s) && !german[i].text.contains(u"{{"_s), qPrintable(german[i].text));
        static const QRegularExpression code(u"`[^`]*`"_s);
        QVERIFY2(!QString(german[i].text).remove(code).contains(u" * "), // "*Verbinden * (Ctrl+N)" is no emphasis
                 qPrintable(german[i].text));
    }
    const QString page = guidePage(german);
    for (const Member &member : schema())
        QVERIFY2(page.contains(schemaText(member.meaning)), qPrintable(schemaText(member.meaning)));
    for (const DerivedValue &value : derivedValues())
        QVERIFY2(page.contains(schemaText(value.formula)), qPrintable(schemaText(value.formula)));

    fixture.trigger("guideAction");
    QCOMPARE(fixture.child<QListWidget>("guideContents")->item(1)->text(), u"Die Trade-Liste");
    auto *shown = fixture.child<GuidePage>("guidePage");
    emit shown->anchorClicked(QUrl(u"#derived-values"_s));
    QVERIFY(shown->toPlainText().contains(u"Was der Trade nach Gebühren einbrachte."));
}

void TestGuideGerman::isEnglishWhereThereIsNoPage()
{
    French french;
    QVERIFY(QCoreApplication::installTranslator(&french));
    WindowFixture fixture;
    QCOMPARE(chaptersOf(fixture).front().title, m_english.front().title);
    QVERIFY(QCoreApplication::removeTranslator(&french));
}

QTEST_MAIN(TestGuideGerman)
#include "tst_guidegerman.moc"
