// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Color rules: as data, in the list of the real window, and in their dialog.
#include "core/analysis/filterparser.h"
#include "tests/support/naivefilter.h"
#include "tests/support/oddtexts.h"
#include "tests/ui/main/windowfixture.h"
#include "ui/colors/colorrulesdialog.h"
#include "ui/list/tradelist.h"
#include "ui/models/tradetablemodel.h"
#include "ui/settings/keys.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace arbscope;
using namespace arbscope::test;
using namespace Qt::StringLiterals;

class TestMainWindowColors : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void shippedRulesAreFilters();
    void keepsRulesAsJson();
    void firstRuleCounts();
    void rowsArePainted_data();
    void rowsArePainted();
    void dialogChangesRules();
    void dialogOrders();
    void colorsCanBeTakenAway();

private:
    static constexpr int Rows = 400;
    static const ColorRule *ruleAt(const WindowFixture &fixture, int row)
    {
        return fixture.trades()->index(row, 0).data(TradeTableModel::RuleRole).value<const ColorRule *>();
    }
    [[nodiscard]] QString expectedAt(int row, const std::vector<ColorRule> &rules) const
    {
        const ReadReport read = readReport(m_texts[std::size_t(Rows - 1 - row)]);
        for (const ColorRule &rule : rules) {
            if (rule.enabled && isTrueOf(**parseFilter(rule.filter, QTimeZone::utc()), read))
                return rule.name;
        }
        return {};
    }
    void compareRows(const WindowFixture &fixture, const std::vector<ColorRule> &rules) const
    {
        int colored = 0;
        for (int row = 0; row < 60; ++row) {
            const QString expected = expectedAt(row, rules);
            colored += expected.isEmpty() ? 0 : 1;
            QTRY_COMPARE(ruleAt(fixture, row) ? ruleAt(fixture, row)->name : QString(), expected);
        }
        QVERIFY(colored > 5);
    }
    void open(WindowFixture &fixture) const
    {
        fixture.open(m_store->url());
        QTRY_COMPARE(fixture.trades()->rowCount(), Rows);
        QTRY_VERIFY(!fixture.orderId(0).isEmpty());
    }

    std::unique_ptr<LiveStore> m_store;
    std::vector<std::string> m_texts = oddTexts(Rows, 53);
};

void TestMainWindowColors::initTestCase()
{
    m_store = std::make_unique<LiveStore>();
    for (int i = 0; i < Rows; ++i)
        m_store->put("s", "id-" + QByteArray::number(i), QByteArray::fromStdString(m_texts[std::size_t(i)]),
                     1'600'000'000 + i);
}

void TestMainWindowColors::shippedRulesAreFilters()
{
    const std::vector<ColorRule> rules = shippedColorRules();
    QCOMPARE(rules.size(), 8U);
    for (const ColorRule &rule : rules) {
        QVERIFY2(parseFilter(rule.filter, QTimeZone::utc()), qPrintable(rule.filter));
        QVERIFY(rule.enabled && !rule.name.isEmpty() && !rule.mark.isEmpty());
        QVERIFY(rule.light.ground.lightness() > 200 && rule.dark.ground.lightness() < 80);
    }
}

void TestMainWindowColors::keepsRulesAsJson()
{
    std::vector<ColorRule> rules = shippedColorRules();
    rules[1].enabled = false;
    rules[2].dark.text = Qt::red;
    rules[3].name = u"\"odd\" \\ name"_s;
    QCOMPARE(colorRulesFromJson(colorRulesToJson(rules)), rules);
    QCOMPARE(colorRulesFromJson("[]"), std::vector<ColorRule>());
    QVERIFY(!colorRulesFromJson("{}"));
    QVERIFY(!colorRulesFromJson(""));
}

void TestMainWindowColors::firstRuleCounts()
{
    WindowFixture fixture;
    open(fixture);
    compareRows(fixture, shippedColorRules());
    int row = 0;
    while (!ruleAt(fixture, row))
        ++row;
    const QString tip = fixture.trades()->index(row, 0).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(u"Color rule: "_s + ruleAt(fixture, row)->name), qPrintable(tip));
}

void TestMainWindowColors::rowsArePainted_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestMainWindowColors::rowsArePainted()
{
    QFETCH(bool, dark);
    WindowFixture fixture;
    applyTheme(*qApp, dark ? ColorScheme::Dark : ColorScheme::Light);
    open(fixture);
    auto *list = fixture.child<TradeList>("tradeList");
    int row = 1;
    QTRY_VERIFY(ruleAt(fixture, 1) || ruleAt(fixture, 2) || ruleAt(fixture, 3) || ruleAt(fixture, 4));
    while (!ruleAt(fixture, row) || ruleAt(fixture, row)->name == u"Problems")
        ++row;
    const ColorRule &rule = *ruleAt(fixture, row);
    list->goToRow(0);
    const QRect cell = list->visualRect(list->model()->index(row, 1));
    QVERIFY(list->viewport()->rect().contains(cell.center()));
    const auto color = [&] { return list->viewport()->grab().toImage().pixelColor(cell.topLeft() + QPoint(1, 1)); };
    QTRY_COMPARE(color().name(), (dark ? rule.dark : rule.light).ground.name());
}

void TestMainWindowColors::dialogChangesRules()
{
    WindowFixture fixture;
    open(fixture);
    fixture.trigger("colorRulesAction");
    auto *dialog = fixture.child<ColorRulesDialog>("colorRulesDialog");
    QVERIFY(dialog && dialog->isVisible());
    auto *list = dialog->findChild<QListWidget *>(u"colorRules"_s);
    QCOMPARE(list->count(), 8);
    list->item(4)->setCheckState(Qt::Unchecked); // failed
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"ruleAdd"_s), Qt::LeftButton);
    QCOMPARE(list->count(), 9);
    auto *filter = dialog->findChild<QLineEdit *>(u"ruleFilter"_s);
    const auto *error = dialog->findChild<QLabel *>(u"ruleError"_s);
    filter->clear();
    QTest::keyClicks(filter, u"clok > 1"_s);
    QVERIFY(error->text().contains(u"did you mean"_s));
    filter->clear();
    QTest::keyClicks(filter, u"one_legged"_s);
    QVERIFY(error->text().isEmpty());
    auto *name = dialog->findChild<QLineEdit *>(u"ruleName"_s);
    name->clear();
    QTest::keyClicks(name, u"Mine"_s);
    dialog->accept();
    std::vector<ColorRule> expected = shippedColorRules();
    expected[4].enabled = false;
    expected.insert(expected.begin(), ColorRule{u"Mine"_s, u"one_legged"_s, u"N"_s, {}, {}, true});
    compareRows(fixture, expected);
    QTRY_VERIFY(!fixture.child<ColorRulesDialog>("colorRulesDialog"));
    fixture.reopen(); // kept
    open(fixture);
    compareRows(fixture, expected);
    fixture.trigger("colorRulesAction");
    dialog = fixture.child<ColorRulesDialog>("colorRulesDialog");
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"ruleRestore"_s), Qt::LeftButton);
    dialog->accept();
    compareRows(fixture, shippedColorRules());
    QVERIFY(fixture.settings().value(keys::ColorRules).isEmpty());
}

void TestMainWindowColors::dialogOrders()
{
    ColorRulesDialog dialog(shippedColorRules(), QTimeZone::utc());
    auto *list = dialog.findChild<QListWidget *>(u"colorRules"_s);
    const auto button = [&](const char *name) { return dialog.findChild<QPushButton *>(QLatin1StringView(name)); };
    QVERIFY(!button("ruleUp")->isEnabled());
    button("ruleDown")->click();
    QCOMPARE(dialog.rules()[1], shippedColorRules()[0]);
    QCOMPARE(list->currentRow(), 1);
    button("ruleUp")->click();
    QCOMPARE(dialog.rules(), shippedColorRules());
    button("ruleRemove")->click();
    QCOMPARE(dialog.rules().size(), 7U);
    while (list->count() > 0)
        button("ruleRemove")->click();
    QVERIFY(!button("ruleRemove")->isEnabled() && !button("ruleUp")->isEnabled() && !button("ruleDown")->isEnabled());
}

void TestMainWindowColors::colorsCanBeTakenAway()
{
    std::vector<ColorRule> rules = shippedColorRules();
    rules[0].light.text = Qt::red;
    ColorRulesDialog dialog(rules, QTimeZone::utc());
    const auto button = [&](const char *name) { return dialog.findChild<QToolButton *>(QLatin1StringView(name)); };
    QVERIFY(button("lightTextClear")->isEnabled());
    QVERIFY(!button("darkTextClear")->isEnabled()); // it has none
    button("lightTextClear")->click();
    button("darkGroundClear")->click();
    QVERIFY(!button("lightTextClear")->isEnabled() && !button("darkGroundClear")->isEnabled());
    QVERIFY(!dialog.rules()[0].light.text.isValid() && !dialog.rules()[0].dark.ground.isValid());
    QCOMPARE(dialog.rules()[0].light.ground, rules[0].light.ground);
    dialog.findChild<QListWidget *>(u"colorRules"_s)->setCurrentRow(1);
    QVERIFY(button("darkGroundClear")->isEnabled());
}

QTEST_MAIN(TestMainWindowColors)
#include "tst_mainwindowcolors.moc"
