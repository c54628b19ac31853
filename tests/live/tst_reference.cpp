// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/paths.h"
#include "tests/support/livestore.h"
#include "tests/support/why.h"

#include "core/report/schema.h"
#include "core/store/tradeexport.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

#include <bit>
#include <random>

using namespace arbscope;

namespace {

constexpr int Count = 1200;

/// What interop.py prints for a member's value.
QString valueText(const MemberValue &value)
{
    struct Printer
    {
        QString operator()(std::monostate) const { return QStringLiteral("n"); }
        QString operator()(const QString &text) const { return QChar(u's') + text; }
        QString operator()(bool flag) const { return flag ? QStringLiteral("bTrue") : QStringLiteral("bFalse"); }
        QString operator()(double number) const
        {
            return QStringLiteral("f%1").arg(std::bit_cast<quint64>(number), 16, 16, QLatin1Char('0'));
        }
        QString operator()(const Decimal &number) const { return QChar(u'd') + QString::fromStdString(number.text()); }
        QString operator()(qint64 number) const { return QStringLiteral("i%1").arg(number); }
    };
    return std::visit(Printer(), value);
}

QStringList valueTexts(const Report &report)
{
    QStringList texts;
    for (const Member &member : schema())
        texts.push_back(valueText(memberValue(report, member)));
    return texts;
}

/// Random values of all types, odd ones too.
class AnyReport
{
public:
    explicit AnyReport(unsigned seed)
        : m_random(seed)
    { }

    Report next(const QString &server)
    {
        Report report;
        for (const Member &member : schema())
            std::visit([&](auto place) { fill(report.*place); }, member.place);
        report.serverName = server;
        report.orderId += QStringLiteral(" %1").arg(++m_number);
        report.clock = double(m_random()) * 0.37;
        return report;
    }

private:
    void fill(QString &text)
    {
        static const QString characters
            = QStringLiteral("abcXYZ019 \"'\\/,;=+-@<>&\t\n\r\u0001\u007f\u00e9\u20ac\u2028\ufeff\u65e5");
        text.clear();
        for (auto size = m_random() % 30; size > 0; --size)
            text += characters[qsizetype(m_random() % std::size_t(characters.size()))];
        if (m_random() % 4 == 0)
            text += QStringLiteral("\U0001F600");
    }
    void fill(bool &flag) { flag = m_random() % 2 == 0; }
    void fill(double &number)
    {
        constexpr auto odd = std::to_array<double>({0.0, -0.0, 5e-324, 1.7976931348623157e308, 1e16, 9999999999999998,
                                                    1e-4, 9.999e-5, std::numeric_limits<double>::infinity(),
                                                    -std::numeric_limits<double>::infinity()});
        number = m_random() % 8 == 0 ? odd[m_random() % odd.size()]
                                     : std::bit_cast<double>((quint64(m_random()) << 32) | m_random());
        if (std::isnan(number)) // Python reads one NaN for all of them
            number = std::numeric_limits<double>::quiet_NaN();
    }
    void fill(Decimal &number)
    {
        constexpr auto odd
            = std::to_array<std::string_view>({"0", "-0", "0E-10", "NaN", "-sNaN7", "Infinity", "1E+400", "-1E-400"});
        std::string text(m_random() % 8 == 0 ? odd[m_random() % odd.size()] : std::string_view());
        if (text.empty()) {
            text = m_random() % 2 == 0 ? "-" : "";
            for (auto size = 1 + m_random() % (m_random() % 10 == 0 ? 300 : 18); size > 0; --size)
                text += char('0' + m_random() % 10);
            text += "E" + std::to_string(int(m_random() % 60) - 40);
        }
        number = *Decimal::fromText(text);
    }
    void fill(qint64 &number) { number = qint64((quint64(m_random()) << 32) | m_random()); }
    template <class T> void fill(std::optional<T> &value)
    {
        if (m_random() % 4 != 0)
            fill(value.emplace());
    }

    std::mt19937 m_random;
    int m_number = 0;
};

} // namespace

class TestReference : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void whatPythonStoresIsRead();
    void whatPythonStoredIsStoredTheSameAgain();
    void whatIsStoredPythonReads();
    void whatIsStoredIsWhatPythonWouldStore();
    void csvIsTheSame();

private:
    QByteArray python(const QStringList &arguments) const;
    QList<QStringList> pythonValues(const QString &server) const;
    std::vector<StoredTrade> all(const QByteArray &server);

    test::LiveStore m_live;
    std::vector<Report> m_made; ///< by ArbScope
};

QByteArray TestReference::python(const QStringList &arguments) const
{
    QStringList all{QStringLiteral(ARBSCOPE_TEST_DATA "/reference/interop.py"), arguments.front(),
                    m_live.url().socketPath};
    all += arguments.mid(1);
    QProcess process;
    // Debian's own Python, where its package python3-redis is: another one may stand before it in PATH.
    process.start(QStringLiteral("/usr/bin/python3"), all);
    if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        qFatal("interop.py: %s%s\nDebian: python3-redis", qPrintable(process.errorString()),
               process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

QList<QStringList> TestReference::pythonValues(const QString &server) const
{
    QList<QStringList> reports;
    for (const QByteArray &line : python({QStringLiteral("values"), server}).trimmed().split('\n')) {
        QStringList values;
        for (const QJsonValue value : QJsonDocument::fromJson(line).array())
            values.push_back(value.toString());
        reports.push_back(values);
    }
    return reports;
}

std::vector<StoredTrade> TestReference::all(const QByteArray &server)
{
    auto page = m_live.store().pageByRank(server, 0, -1, TradeOrder::OldestFirst);
    if (!page)
        qFatal("%s", qPrintable(page.error().message()));
    return std::move(page->trades);
}

void TestReference::initTestCase()
{
    python({QStringLiteral("store"), QStringLiteral("bot é:1"), QStringLiteral("7"), QString::number(Count)});
    AnyReport any(3);
    for (int i = 0; i < Count; ++i)
        m_made.push_back(any.next(QStringLiteral("made \"here\"")));
    m_live.create(m_made);
}

void TestReference::whatPythonStoresIsRead()
{
    const QList<QStringList> expected = pythonValues(QStringLiteral("bot é:1"));
    const std::vector<StoredTrade> trades = all("bot é:1");
    QCOMPARE(expected.size(), Count);
    QCOMPARE(qsizetype(trades.size()), expected.size());
    for (std::size_t i = 0; i < trades.size(); ++i) {
        QCOMPARE(trades[i].read.verdict, Verdict::Valid);
        QCOMPARE(valueTexts(*trades[i].report()), expected[qsizetype(i)]);
    }
}

void TestReference::whatPythonStoredIsStoredTheSameAgain()
{
    const std::vector<StoredTrade> trades = all("bot é:1");
    test::LiveStore other;
    for (const StoredTrade &trade : trades)
        other.create({*trade.report()});
    const auto page = other.store().pageByRank("bot é:1", 0, -1, TradeOrder::OldestFirst);
    QVERIFY2(page, test::why(page));
    QCOMPARE(page->trades.size(), trades.size());
    for (std::size_t i = 0; i < trades.size(); ++i) {
        QCOMPARE(page->trades[i].orderId, trades[i].orderId);
        QCOMPARE(page->trades[i].raw, trades[i].raw);
    }
}

void TestReference::whatIsStoredPythonReads()
{
    const QList<QStringList> read = pythonValues(QStringLiteral("made \"here\""));
    QCOMPARE(read.size(), Count);
    std::ranges::sort(m_made, {}, [](const Report &r) { return std::pair(r.clock, r.orderId.toUtf8()); });
    for (qsizetype i = 0; i < read.size(); ++i)
        QCOMPARE(read[i], valueTexts(m_made[std::size_t(i)]));
}

void TestReference::whatIsStoredIsWhatPythonWouldStore()
{
    const QByteArrayList written
        = python({QStringLiteral("rewrite"), QStringLiteral("made \"here\"")}).trimmed().split('\n');
    const std::vector<StoredTrade> trades = all("made \"here\"");
    QCOMPARE(written.size(), Count);
    QCOMPARE(qsizetype(trades.size()), written.size());
    for (std::size_t i = 0; i < trades.size(); ++i)
        QCOMPARE(trades[i].raw, written[qsizetype(i)]);
}

void TestReference::csvIsTheSame()
{
    ExportRequest request;
    request.csvMode = CsvMode::Exact;
    QBuffer out;
    QVERIFY(out.open(QIODevice::WriteOnly));
    const auto exported = exportTradesTo(m_live.connection(), request, out);
    QVERIFY(exported);
    QCOMPARE(exported->trades, 2 * Count);
    const QByteArray expected
        = python({QStringLiteral("csv"), QStringLiteral("bot é:1"), QStringLiteral("made \"here\"")});
    const QByteArrayList lines = expected.split('\n');
    const QByteArrayList ours = out.data().split('\n');
    for (qsizetype i = 0; i < std::min(lines.size(), ours.size()); ++i)
        QCOMPARE(ours[i], lines[i]);
    QVERIFY(out.data() == expected);
}

QTEST_GUILESS_MAIN(TestReference)
#include "tst_reference.moc"
