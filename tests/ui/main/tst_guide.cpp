// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The guide: what it says holds, and docs/guide.md says the same.
#include "core/analysis/derivedvalues.h"
#include "core/analysis/filterparser.h"
#include "tests/paths.h"
#include "tests/ui/main/guideof.h"
#include "tests/ui/main/windowfixture.h"
#include "ui/guide/guidepage.h"
#include "ui/guide/guidetext.h"
#include "ui/settings/keys.h"
#include "ui/theme/theme.h"
#include "ui/window/windowactions.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QTest>
#include <QToolButton>

using namespace arbscope;
using namespace arbscope::test;
using namespace Qt::StringLiterals;

class TestGuide final : public QObject
{
    Q_OBJECT

private slots:
    void pageIsWhatTheProgramShows();
    void examplesAreFilters();
    void everyFieldIsExplained();
    void linksAndActionsExist();
    void keysAreThoseOfTheActions();
    void opensAtThePanel();
    void searchesAndGoesBack();
};

void TestGuide::pageIsWhatTheProgramShows()
{
    WindowFixture fixture;
    const QByteArray page = guidePage(chaptersOf(fixture)).toUtf8();
    QFile file(QStringLiteral(ARBSCOPE_SOURCE_DIR "/docs/guide.md"));
    if (qEnvironmentVariableIsSet("ARBSCOPE_WRITE_GUIDE")) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(page), page.size());
        return;
    }
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY2(file.readAll() == page, "docs/guide.md is not what the program shows: run ./dev guide");
}

void TestGuide::examplesAreFilters()
{
    WindowFixture fixture;
    const QStringList examples = guideExamples(chaptersOf(fixture));
    QVERIFY(examples.size() > qsizetype(schema().size() + derivedValues().size()) + 15);
    for (const QString &example : examples) {
        const auto filter = parseFilter(example, QTimeZone::utc());
        QVERIFY2(filter, qPrintable(filter ? example : example + u": "_s + filter.error().message()));
    }
}

void TestGuide::everyFieldIsExplained()
{
    WindowFixture fixture;
    const QString page = guidePage(chaptersOf(fixture));
    const auto has = [&page](std::string_view words) {
        const QString text = QString::fromUtf8(words.data(), qsizetype(words.size()));
        QVERIFY2(page.contains(text), qPrintable(text));
    };
    for (const Member &member : schema()) {
        has(member.name);
        has(member.meaning);
    }
    for (const DerivedValue &value : derivedValues()) {
        has(value.name);
        has(value.meaning);
        has(value.formula);
    }
}

void TestGuide::linksAndActionsExist()
{
    WindowFixture fixture;
    const std::vector<GuideChapter> chapters = chaptersOf(fixture);
    static const QRegularExpression link(u"\\]\\(#([^)]*)\\)"_s);
    for (const GuideChapter &chapter : chapters) {
        QVERIFY2(!chapter.text.contains(u"[["_s) && !chapter.text.contains(u"{{"_s), qPrintable(chapter.text));
        for (auto match = link.globalMatch(chapter.text); match.hasNext();) {
            const QString target = match.next().captured(1);
            QVERIFY2(std::ranges::count(chapters, target, &GuideChapter::id) == 1, qPrintable(target));
        }
    }
}

void TestGuide::keysAreThoseOfTheActions()
{
    WindowFixture fixture;
    fixture.settings().write(u"keys/followAction", u"Ctrl+Alt+Y"_s);
    fixture.settings().write(u"keys/refreshAction", QString());
    fixture.reopen();
    const QString page = guidePage(chaptersOf(fixture));
    QVERIFY(page.contains(u"*Follow* (Ctrl+Alt+Y)"));
    QVERIFY(page.contains(u"| Follow | Ctrl+Alt+Y |"));
    QVERIFY(page.contains(u"*Refresh*"));
    QVERIFY(!page.contains(u"*Refresh* ("));
    QVERIFY(!page.contains(u"| Refresh |"));
}

void TestGuide::opensAtThePanel()
{
    LiveStore store;
    store.create(sampleReports(u"s"_s, 5));
    WindowFixture fixture;
    fixture.open(store.url());
    QTRY_COMPARE(fixture.trades()->rowCount(), 5);
    fixture.child<QWidget>("tradeList")->setFocus();
    QTest::keyClick(fixture.child<QWidget>("tradeList"), Qt::Key_F1, Qt::ShiftModifier);
    QTRY_VERIFY(fixture.child<GuidePage>("guidePage"));
    QCOMPARE(fixture.child<GuidePage>("guidePage")->chapter(), u"the-trade-list");
    fixture.child<QLineEdit>("filterLine")->setFocus();
    fixture.trigger("guideAction"); // the same window
    QCOMPARE(fixture.window().findChildren<GuidePage *>().size(), 1);
    QCOMPARE(fixture.child<GuidePage>("guidePage")->chapter(), u"filters");
    QVERIFY(fixture.child<GuidePage>("guidePage")->toPlainText().contains(u"trades that lost money"));
    auto *guide = fixture.child<QWidget>("guideWindow");
    QTest::keyClick(guide, Qt::Key_Escape);
    QTRY_VERIFY(!fixture.child<GuidePage>("guidePage"));
}

void TestGuide::searchesAndGoesBack()
{
    WindowFixture fixture;
    fixture.trigger("guideAction");
    auto *page = fixture.child<GuidePage>("guidePage");
    auto *contents = fixture.child<QListWidget>("guideContents");
    auto *search = fixture.child<QLineEdit>("guideSearch");
    auto *back = fixture.child<QToolButton>("guideBack");
    QCOMPARE(contents->currentRow(), 0);
    QCOMPARE(page->chapter(), u"opening-a-store");
    QVERIFY(!back->isEnabled());
    contents->setCurrentRow(3);
    QCOMPARE(page->chapter(), u"filters");
    emit page->anchorClicked(QUrl(u"#keys"_s));
    QCOMPARE(page->chapter(), u"keys");
    QCOMPARE(contents->currentItem()->text(), u"Keys");
    QTest::mouseClick(back, Qt::LeftButton);
    QCOMPARE(page->chapter(), u"filters");
    QCOMPARE(contents->currentItem()->text(), u"Filters");

    contents->setCurrentRow(0);
    QTest::keyClicks(search, u"fill_ratio_2"_s);
    int shown = 0;
    for (int row = 0; row < contents->count(); ++row)
        shown += contents->item(row)->isHidden() ? 0 : 1;
    QCOMPARE(shown, 1);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(page->chapter(), u"derived-values");
    QCOMPARE(page->textCursor().selectedText(), u"fill_ratio_2");
    QVERIFY(page->extraSelections().size() >= 2);
    applyTheme(*qApp, ColorScheme::Dark); // the marks follow
    QVERIFY(page->extraSelections().size() >= 2);
    search->clear();
    QVERIFY(page->extraSelections().isEmpty());
}

QTEST_MAIN(TestGuide)
#include "tst_guide.moc"
