// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Sorting the list of the real window by its header and keys.
#include "core/analysis/field.h"
#include "tests/support/oddtexts.h"
#include "tests/ui/main/windowfixture.h"
#include "ui/columns/columns.h"
#include "ui/list/tradelist.h"
#include "ui/models/tradetablemodel.h"
#include "ui/settings/keys.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace arbscope;
using namespace arbscope::test;
using namespace Qt::StringLiterals;

class TestMainWindowSort : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_store = std::make_unique<LiveStore>(); }
    void init();
    void clicksCycle_data();
    void clicksCycle();
    void severalColumns();
    void selectionStays();
    void selectionOfThousandsStays();
    void filterStaysAndGoes();
    void newTradesLandInTheirPlace();
    void escapeAndClockLeadBack();
    void rawAnswersAreRefused();
    void endsWithTheStore();
    void exportSaysItsOrder();

private:
    struct Key
    {
        const char *field;
        bool descending;
    };
    static QByteArray idOf(std::size_t i) { return "id-" + QByteArray::number(qsizetype(i)).rightJustified(6, '0'); }
    void put(std::size_t from, std::size_t to)
    {
        for (std::size_t i = from; i < to; ++i)
            m_store->put("s", idOf(i), QByteArray::fromStdString(m_texts[i % m_texts.size()]),
                         1'600'000'000 + double(i));
    }
    [[nodiscard]] QByteArrayList sorted(const std::vector<Key> &keys, std::size_t count) const;
    void open(WindowFixture &fixture, int rows) const
    {
        fixture.open(m_store->url());
        QTRY_COMPARE(fixture.trades()->rowCount(), rows);
        QTRY_VERIFY(!fixture.orderId(0).isEmpty());
    }
    static void click(WindowFixture &fixture, const char *column, Qt::KeyboardModifiers modifiers = {})
    {
        auto *list = fixture.child<TradeList>("tradeList");
        const int index = tradeColumnIndex(QString::fromLatin1(column));
        list->setColumnHidden(index, false);
        list->scrollTo(list->model()->index(std::max(0, list->rowAt(0)), index));
        QHeaderView *header = list->horizontalHeader();
        QTest::mouseClick(header->viewport(), Qt::LeftButton, modifiers,
                          QPoint(header->sectionViewportPosition(index) + 12, header->height() / 2));
    }
    static void compareTop(WindowFixture &fixture, const QByteArrayList &expected)
    {
        QTRY_COMPARE(fixture.trades()->rowCount(), int(expected.size()));
        for (int row = 0; row < std::min<int>(30, int(expected.size())); ++row)
            QTRY_COMPARE(fixture.orderId(row), expected[row]);
    }

    std::unique_ptr<LiveStore> m_store;
    std::vector<std::string> m_texts = oddTexts(500, 43);
};

/// By a comparison of values, one by one: another way than the table's.
QByteArrayList TestMainWindowSort::sorted(const std::vector<Key> &keys, std::size_t count) const
{
    std::vector<ReadReport> reports;
    reports.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        reports.push_back(readReport(m_texts[i % m_texts.size()]));
    const auto order = [](const MemberValue &a, const MemberValue &b) -> std::partial_ordering {
        return std::visit(
            [&b]<class T>(const T &left) -> std::partial_ordering {
                const T &right = std::get<T>(b);
                if constexpr (std::is_same_v<T, QString>)
                    return left.toUtf8().compare(right.toUtf8()) <=> 0;
                else if constexpr (std::is_same_v<T, std::monostate>)
                    return std::partial_ordering::equivalent;
                else
                    return left <=> right;
            },
            a);
    };
    const auto isNaN = [&order](const MemberValue &value) { return !std::is_eq(order(value, value)); };
    std::vector<std::size_t> rows(count);
    std::iota(rows.begin(), rows.end(), 0);
    std::ranges::stable_sort(rows, [&](std::size_t x, std::size_t y) {
        for (const Key &key : keys) {
            const FieldId field = fieldId(key.field);
            const auto valueOf = [&](std::size_t row) {
                return fieldValue(field, reports[row].verdict, reports[row].report ? &*reports[row].report : nullptr);
            };
            const MemberValue a = valueOf(x);
            const MemberValue b = valueOf(y);
            const bool knownA = a.index() != 0;
            const bool knownB = b.index() != 0;
            if (knownA != knownB)
                return knownA;
            if (!knownA)
                continue;
            if (isNaN(a) || isNaN(b)) {
                if (isNaN(a) != isNaN(b))
                    return isNaN(b);
                continue;
            }
            if (const auto compared = order(a, b); !std::is_eq(compared))
                return std::is_lt(compared) != key.descending;
        }
        return false;
    });
    QByteArrayList ids;
    for (const std::size_t row : rows)
        ids << idOf(row);
    return ids;
}

void TestMainWindowSort::init()
{
    m_store->clear();
    put(0, 1200);
}

void TestMainWindowSort::clicksCycle_data()
{
    QTest::addColumn<QByteArray>("column");
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<bool>("descendsFirst");
    QTest::newRow("derived") << QByteArray("net") << QByteArray("net") << true;
    QTest::newRow("bps") << QByteArray("gap_bps") << QByteArray("gap_bps") << true;
    QTest::newRow("text") << QByteArray("pair") << QByteArray("pair") << false;
    QTest::newRow("as another unit") << QByteArray("latency_1") << QByteArray("order_1_latency") << true;
}

void TestMainWindowSort::clicksCycle()
{
    QFETCH(QByteArray, column);
    QFETCH(QByteArray, field);
    QFETCH(bool, descendsFirst);
    WindowFixture fixture;
    open(fixture, 1200);
    const QByteArray newest = fixture.orderId(0);
    click(fixture, column.constData());
    compareTop(fixture, sorted({{field.constData(), descendsFirst}}, 1200));
    QVERIFY(fixture.banner("sortBanner").startsWith(u"Sorted by "_s));
    const QHeaderView *header = fixture.child<TradeList>("tradeList")->horizontalHeader();
    QCOMPARE(header->sortIndicatorSection(), tradeColumnIndex(QString::fromLatin1(column)));
    QCOMPARE(header->sortIndicatorOrder(), descendsFirst ? Qt::DescendingOrder : Qt::AscendingOrder);
    click(fixture, column.constData());
    compareTop(fixture, sorted({{field.constData(), !descendsFirst}}, 1200));
    click(fixture, column.constData());
    QTRY_COMPARE(fixture.orderId(0), newest);
    QCOMPARE(fixture.banner("sortBanner"), QString());
    QCOMPARE(header->sortIndicatorSection(), tradeColumnIndex(u"clock"));
}

void TestMainWindowSort::severalColumns()
{
    WindowFixture fixture;
    open(fixture, 1200);
    click(fixture, "route");
    compareTop(fixture, sorted({{"buy_exchange", false}, {"sell_exchange", false}}, 1200));
    click(fixture, "outcome", Qt::ShiftModifier);
    compareTop(fixture, sorted({{"buy_exchange", false}, {"sell_exchange", false}, {"outcome", false}}, 1200));
    click(fixture, "clock", Qt::ShiftModifier);
    compareTop(fixture,
               sorted({{"buy_exchange", false}, {"sell_exchange", false}, {"outcome", false}, {"clock", true}}, 1200));
    QCOMPARE(fixture.child<TradeList>("tradeList")->sortMarks().size(), 3U);
    click(fixture, "route", Qt::ShiftModifier);
    click(fixture, "route", Qt::ShiftModifier); // the third: it goes, the others stay
    compareTop(fixture, sorted({{"outcome", false}, {"clock", true}}, 1200));
}

void TestMainWindowSort::selectionStays()
{
    WindowFixture fixture;
    open(fixture, 1200);
    auto *list = fixture.child<TradeList>("tradeList");
    list->goToRow(3);
    for (const int row : {7, 11}) // with Ctrl, as by hand
        QTest::mouseClick(list->viewport(), Qt::LeftButton, Qt::ControlModifier,
                          list->visualRect(list->model()->index(row, 1)).center());
    const auto selectedIds = [&] {
        QSet<QByteArray> ids;
        for (const QModelIndex &index : list->selectionModel()->selectedRows())
            ids << fixture.orderId(index.row());
        return ids;
    };
    const auto before = selectedIds();
    QCOMPARE(before.size(), 3);
    const QByteArray current = fixture.orderId(11);
    click(fixture, "net");
    QTRY_COMPARE(fixture.orderId(0), sorted({{"net", true}}, 1200).front());
    QTRY_COMPARE(fixture.orderId(list->currentIndex().row()), current);
    QTRY_COMPARE(list->selectedCount(), 3);
    for (const QModelIndex &index : list->selectionModel()->selectedRows())
        QTRY_VERIFY(!fixture.orderId(index.row()).isEmpty());
    QCOMPARE(selectedIds(), before);
    QTest::keyClick(list, Qt::Key_Escape);
    QTRY_VERIFY(list->selectedCount() == 3 && list->currentIndex().row() == 11);
    QTRY_COMPARE(selectedIds(), before);
}

void TestMainWindowSort::selectionOfThousandsStays()
{
    put(1200, 2400);
    WindowFixture fixture;
    open(fixture, 2400);
    auto *list = fixture.child<TradeList>("tradeList");
    list->selectRows({{100, 899}, {1100, 1599}}); // newest first: id-002299 … id-001500, id-001299 … id-000800
    list->returnToRow(100);
    const auto isMeant = [](const QByteArray &id) {
        const int number = id.mid(3).toInt();
        return (number >= 1500 && number <= 2299) || (number >= 800 && number <= 1299);
    };
    const auto onlyMeant = [&](const std::vector<QByteArray> &ids) {
        std::vector<QByteArray> selected;
        for (const auto &[first, last] : list->selectedRows()) {
            for (int row = first; row <= last; ++row)
                selected.push_back(ids[size_t(row)]);
        }
        return selected.size() == 1300 && std::ranges::all_of(selected, isMeant);
    };
    click(fixture, "net");
    const QByteArrayList byNet = sorted({{"net", true}}, 2400);
    QTRY_COMPARE(fixture.orderId(0), byNet.front());
    QTRY_COMPARE(list->selectedCount(), 1300);
    QVERIFY(onlyMeant({byNet.begin(), byNet.end()}));
    QVERIFY(list->selectedRows().size() > 200); // far apart
    // The other way, then in the order of time.
    click(fixture, "net");
    const QByteArrayList upwards = sorted({{"net", false}}, 2400);
    QTRY_COMPARE(fixture.orderId(0), upwards.front());
    QTRY_COMPARE(list->selectedCount(), 1300);
    QVERIFY(onlyMeant({upwards.begin(), upwards.end()}));
    // One is taken out and put back by Ctrl, as by hand; then only one is chosen.
    const auto clickRow = [&](int row, Qt::KeyboardModifiers modifiers) {
        list->scrollTo(list->model()->index(row, 1));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, modifiers,
                          list->visualRect(list->model()->index(row, 1)).center());
    };
    const int row = list->selectedRows()[7].first;
    clickRow(row, Qt::ControlModifier);
    QCOMPARE(list->selectedCount(), 1299);
    clickRow(row, Qt::ControlModifier);
    QCOMPARE(list->selectedCount(), 1300);
    QTest::keyClick(list, Qt::Key_Escape);
    QTRY_VERIFY(list->selectedRows() == (std::vector<std::pair<int, int>>{{100, 899}, {1100, 1599}}));
    click(fixture, "net");
    QTRY_VERIFY(list->selectedRows().size() > 200);
    clickRow(5, Qt::NoModifier);
    QCOMPARE(list->selectedCount(), 1);
}

void TestMainWindowSort::filterStaysAndGoes()
{
    WindowFixture fixture;
    open(fixture, 1200);
    auto *line = fixture.child<QLineEdit>("filterLine");
    line->setFocus();
    QTest::keyClicks(line, u"failed "_s);
    QTest::keyClick(line, Qt::Key_Return);
    const auto isFailed = [this](const QByteArray &id) {
        const ReadReport read = readReport(m_texts[size_t(id.mid(3).toInt()) % m_texts.size()]);
        return read.report && fieldValue(fieldId("outcome"), read.verdict, &*read.report) == MemberValue(u"failed"_s);
    };
    QByteArrayList expected = sorted({{"net", true}}, 1200);
    expected.removeIf([&](const QByteArray &id) { return !isFailed(id); });
    QTRY_COMPARE(fixture.trades()->rowCount(), int(expected.size()));
    click(fixture, "net");
    compareTop(fixture, expected);
    fixture.trigger("clearFilterAction");
    compareTop(fixture, sorted({{"net", true}}, 1200));
}

void TestMainWindowSort::newTradesLandInTheirPlace()
{
    WindowFixture fixture;
    open(fixture, 1200);
    auto *list = fixture.child<TradeList>("tradeList");
    fixture.trigger("followAction");
    click(fixture, "net");
    compareTop(fixture, sorted({{"net", true}}, 1200));
    QTRY_COMPARE(fixture.orderId(list->currentIndex().row()), idOf(1199)); // was the current one, and is again
    list->goToRow(600);
    QTRY_VERIFY(!fixture.orderId(600).isEmpty());
    const QByteArray current = fixture.orderId(600);
    const int y = list->visualRect(list->currentIndex()).top();
    put(1200, 1212);
    compareTop(fixture, sorted({{"net", true}}, 1212));
    QCOMPARE(fixture.orderId(list->currentIndex().row()), current);
    QCOMPARE(list->visualRect(list->currentIndex()).top(), y); // what one looks at does not move
    QCOMPARE(list->currentIndex().row(), int(sorted({{"net", true}}, 1212).indexOf(current)));
}

void TestMainWindowSort::escapeAndClockLeadBack()
{
    WindowFixture fixture;
    open(fixture, 1200);
    const QByteArray newest = fixture.orderId(0);
    const QByteArray top = sorted({{"fees", true}}, 1200).front();
    const auto sort = [&] {
        click(fixture, "fees");
        QTRY_COMPARE(fixture.orderId(0), top);
    };
    sort();
    QTest::keyClick(fixture.child<QWidget>("tradeList"), Qt::Key_Escape);
    QTRY_COMPARE(fixture.orderId(0), newest);
    sort();
    click(fixture, "clock"); // back, and not turned round
    QTRY_COMPARE(fixture.orderId(0), newest);
    sort();
    fixture.trigger("clearSortingAction");
    QTRY_COMPARE(fixture.orderId(0), newest);
    sort();
    fixture.clickBanner("sortBanner", u"Clear sorting"_s);
    QTRY_COMPARE(fixture.orderId(0), newest);
    sort();
    QTest::keyClick(fixture.child<QWidget>("tradeList"), Qt::Key_D, Qt::ControlModifier);
    QTRY_COMPARE(fixture.orderId(0), idOf(0));
    QVERIFY(!fixture.settings().value(keys::NewestFirst));
}

void TestMainWindowSort::rawAnswersAreRefused()
{
    WindowFixture fixture;
    open(fixture, 1200);
    const QByteArray newest = fixture.orderId(0);
    click(fixture, "order_2_data");
    QCOMPARE(fixture.orderId(0), newest);
    QCOMPARE(fixture.banner("sortBanner"), QString());
}

void TestMainWindowSort::endsWithTheStore()
{
    WindowFixture fixture;
    open(fixture, 1200);
    const QByteArray newest = fixture.orderId(0);
    click(fixture, "net");
    QTRY_COMPARE(fixture.orderId(0), sorted({{"net", true}}, 1200).front());
    fixture.open(m_store->url());
    QTRY_COMPARE(fixture.trades()->rowCount(), 1200);
    QTRY_COMPARE(fixture.orderId(0), newest);
    QCOMPARE(fixture.banner("sortBanner"), QString());
}

void TestMainWindowSort::exportSaysItsOrder()
{
    WindowFixture fixture;
    open(fixture, 1200);
    click(fixture, "net");
    QTRY_COMPARE(fixture.orderId(0), sorted({{"net", true}}, 1200).front());
    fixture.trigger("exportAction");
    QTRY_VERIFY(!fixture.banner("noticeBanner").isEmpty());
    const auto *detail = fixture.child<QWidget>("noticeBanner")->findChild<QLabel *>(u"bannerDetail"_s);
    QVERIFY(detail->text().contains(u"in the order of time, oldest first"_s));
}

QTEST_MAIN(TestMainWindowSort)
#include "tst_mainwindowsort.moc"
