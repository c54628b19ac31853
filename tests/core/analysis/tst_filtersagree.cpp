// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A short and repeatable part of what tests/fuzz does with the filter language.
#include "tests/support/filtersagree.h"

#include "tests/paths.h"

#include <QFile>
#include <QTest>

#include <random>

using namespace arbscope;

class TestFiltersAgree final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void onGoldenFilters();
    void onMutatedFilters_data();
    void onMutatedFilters();

private:
    QByteArrayList m_filters;
};

void TestFiltersAgree::initTestCase()
{
    QFile file(QStringLiteral(ARBSCOPE_TEST_DATA "/filters.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_filters = file.readAll().split('\n');
    QVERIFY(m_filters.size() > 50);
}

void TestFiltersAgree::onGoldenFilters()
{
    for (const QByteArray &filter : m_filters) {
        const std::string difference = test::filterDisagreement(filter.toStdString());
        QVERIFY2(difference.empty(), (filter.toStdString() + ": " + difference).c_str());
    }
}

void TestFiltersAgree::onMutatedFilters_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 10; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

/// A piece of one filter in place of a piece of another one.
void TestFiltersAgree::onMutatedFilters()
{
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    const auto below = [&random](qsizetype limit) { return qsizetype(random() % unsigned(limit)); };
    const auto anyFilter = [&] { return m_filters[below(m_filters.size())]; };
    for (int i = 0; i < 100; ++i) {
        QByteArray filter = anyFilter();
        for (qsizetype changes = 1 + below(3); changes > 0; --changes) {
            const QByteArray other = anyFilter();
            const qsizetype from = below(other.size() + 1);
            filter.replace(below(filter.size() + 1), below(6), other.mid(from, below(12)));
        }
        const std::string difference = test::filterDisagreement(filter.toStdString());
        QVERIFY2(difference.empty(), (filter.toStdString() + ": " + difference).c_str());
    }
}

QTEST_GUILESS_MAIN(TestFiltersAgree)
#include "tst_filtersagree.moc"
