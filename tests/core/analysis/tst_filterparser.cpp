// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/filterparser.h"

#include <QTest>

using namespace arbscope;
using namespace Qt::StringLiterals;

namespace {

QString name(FieldId field)
{
    return QString::fromStdString(std::string(fields()[std::size_t(field)].name));
}

QString sign(Comparison comparison)
{
    static const QStringList signs{u"=="_s, u"!="_s, u"<"_s, u"<="_s, u">"_s, u">="_s};
    return signs[int(comparison)];
}

QString text(const FilterLiteral &literal)
{
    if (const auto *text = std::get_if<std::string>(&literal.value))
        return u'"' + QString::fromStdString(*text) + u'"';
    if (const auto *flag = std::get_if<bool>(&literal.value))
        return *flag ? u"true"_s : u"false"_s;
    return QString::fromStdString(std::get<Decimal>(literal.value).text());
}

QString tree(const FilterExpression &expression);

QString shape(const CompareLiteral &part)
{
    return u"%1 %2 %3"_s.arg(name(part.field), sign(part.comparison), text(part.literal));
}
QString shape(const CompareFields &part)
{
    return u"%1 %2 %3"_s.arg(name(part.left), sign(part.comparison), name(part.right));
}
QString shape(const OneOf &part)
{
    QStringList literals;
    for (const FilterLiteral &literal : part.literals)
        literals += text(literal);
    return u"%1 in {%2}"_s.arg(name(part.field), literals.join(u", "_s));
}
QString shape(const IsNull &part)
{
    return name(part.field) + u" is null"_s;
}
QString shape(const Contains &part)
{
    return u"%1 contains \"%2\""_s.arg(name(part.field), QString::fromStdString(part.text));
}
QString shape(const Matches &part)
{
    return u"%1 matches \"%2\""_s.arg(name(part.field), part.pattern.pattern());
}
QString shape(const AnyTextHas &part)
{
    return u"words "_s + QStringList(part.words.begin(), part.words.end()).join(u'+');
}
QString shape(const Not &part)
{
    return u"not "_s + tree(*part.part);
}
QString shape(const And &part)
{
    return u"(%1 and %2)"_s.arg(tree(*part.left), tree(*part.right));
}
QString shape(const Or &part)
{
    return u"(%1 or %2)"_s.arg(tree(*part.left), tree(*part.right));
}

QString tree(const FilterExpression &expression)
{
    return std::visit([](const auto &part) { return shape(part); }, expression.node);
}

} // namespace

class TestFilterParser : public QObject
{
    Q_OBJECT
private slots:
    void trees_data();
    void trees();
    void errors_data();
    void errors();
    void deepNesting();
    void fieldsThatAreAsked();
    void everyFieldHasAName();
};

void TestFilterParser::trees_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *filter, const char *expected) {
        QTest::addRow("%s", filter) << QString::fromUtf8(filter) << QString::fromUtf8(expected);
    };
    row("realised_profitability < 0 and order_2_latency > 1.5",
        "(realised_profitability < 0 and order_2_latency > 1.5)");
    row(R"(kind == "buy_2_sell_1")", R"(kind == "buy_2_sell_1")");
    row(R"(exchange_1 in {"Kraken", "Gemini"})", R"(exchange_1 in {"Kraken", "Gemini"})");
    row("exchange_2_id is null", "exchange_2_id is null");
    row("exchange_2_id is not null", "not exchange_2_id is null");
    row(R"(order_2_data contains "insufficient")", R"(order_2_data contains "insufficient")");
    row(R"(version matches "^2\\.")", R"(version matches "^2\.")");
    row(R"(version matches "^2\.")", R"(version matches "^2\.")");
    row("clock >= 2021-03-01 and clock < 2021-03-02T12:00Z", "(clock >= 1614556800 and clock < 1614686400)");
    row("clock >= 2021-03-01T00:00:00.5+01:00", "clock >= 1614553200.5");
    row("failed", R"(outcome == "failed")");
    row("one_legged", "one_legged == true");
    row("unit_test == false", "unit_test == false");
    row("gap_bps < -5", "gap_bps < -5");
    row("executed_price_2 > market_2_ask_price", "executed_price_2 > market_2_ask_price");
    row("5 < quantity_1", "quantity_1 > 5");
    row("5 >= quantity_1", "quantity_1 <= 5");
    row("5 <> quantity_1", "quantity_1 != 5");
    row("not failed", R"(not outcome == "failed")");
    row("!failed", R"(not outcome == "failed")");
    row("failed || one_legged && unit_test", R"((outcome == "failed" or (one_legged == true and unit_test == true)))");
    row("(failed or one_legged) and unit_test",
        R"(((outcome == "failed" or one_legged == true) and unit_test == true))");
    row("NOT failed OR closed", R"((not outcome == "failed" or outcome == "closed"))");
    row(R"(exchange_1 not in {"Kraken"})", R"((not exchange_1 is null and not exchange_1 in {"Kraken"}))");
    row(R"(order_1_data not contains "x")", R"((not order_1_data is null and not order_1_data contains "x"))");
    row("realised_profitability < 0.5%", "realised_profitability < 0.005");
    row("quantity_1 = 0.10000000000000000000000000001", "quantity_1 == 0.10000000000000000000000000001");
    row("exchange_2_fok_attempts in {1, 2.0, 3e0}", "exchange_2_fok_attempts in {1, 2.0, 3}");
    row(R"(session_name == "a \"quoted\" \\ name")", R"(session_name == "a "quoted" \ name")");
    row(R"(verdict != "valid")", R"(verdict != "valid")");
    row("  Kraken   insufficient ", "words Kraken+insufficient");
    row("ef471dce-1c91-434a", "words ef471dce-1c91-434a");
    row("ünïcode 漢字", "words ünïcode+漢字");
}

void TestFilterParser::trees()
{
    QFETCH(QString, filter);
    const auto parsed = parseFilter(filter, QTimeZone::utc());
    QVERIFY2(parsed, qPrintable(parsed ? QString() : parsed.error().message()));
    QTEST(tree(**parsed), "expected");
}

void TestFilterParser::errors_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<int>("at");
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *filter, int at, int length, const char *message) {
        QTest::addRow("%s", filter) << QString::fromUtf8(filter) << at << length << QString::fromUtf8(message);
    };
    row("", 0, 0, "expected a member such as clock or order_id here, not the end");
    row("clock", 5, 0, "expected a comparison after “clock”, such as == or <, not the end");
    row("clock <", 7, 0, "expected a member such as clock or order_id here, not the end");
    row("realised_profitabilty < 0", 0, 21,
        "there is no member or value “realised_profitabilty”; did you mean “realised_profitability”?");
    row("order_1_lat > 0", 0, 11, "there is no member or value “order_1_lat”; did you mean “order_1_latency”?");
    row("xyzzy_plugh < 0", 0, 11, "there is no member or value “xyzzy_plugh”");
    row("exchange_1 == Kraken", 14, 6, "text goes between quotes: \"Kraken\"");
    row("exchange_1 == 5", 14, 1, "expected a text between quotes here");
    row("quantity_1 == \"5\"", 14, 3, "expected a number here");
    row("unit_test == 1", 13, 1, "expected true or false here");
    row("clock >= 2021-02-30", 9, 10, "there is no such time; write 2021-03-01 or 2021-03-01T12:00:00Z");
    row("quantity_1 > 2021-03-01", 13, 10, "expected a number here");
    row("1 < quantity_1 < 5", 15, 1, "comparisons do not chain; join two of them by and");
    row("1 < 2", 4, 1, "one side must be a member or derived value");
    row("failed one_legged == true", 7, 10, "expected and, or, or the end of the filter, not “one_legged”");
    row("(failed", 7, 0, "expected ) here, not the end");
    row("failed)", 6, 1, "expected and, or, or the end of the filter, not “)”");
    row("exchange_1 in \"Kraken\"", 14, 8, "expected { here, not “Kraken”: in {\"Kraken\", \"Gemini\"}");
    row("exchange_1 in {\"Kraken\"", 23, 0, "expected , or } here, not the end");
    row("exchange_1 in {}", 15, 1, "expected a text between quotes here");
    row("clock contains \"1\"", 6, 8, "only texts have contains and matches, and this is a time");
    row("version matches \"(\"", 18, 1, "no regular expression: missing closing parenthesis");
    row("version contains 5", 17, 1, "expected a text between quotes here, not “5”");
    row("version == \"2", 11, 2, "this text has no closing quote");
    row("clock == null", 9, 4, "write “is null” or “is not null”");
    row("clock is 5", 9, 1, "expected null here, not “5”");
    row("exchange_1 < clock", 13, 5, "“exchange_1” is a text, “clock” is a time: they do not compare");
    row("failed == true", 7, 2, "“failed” is an outcome; write outcome == \"failed\"");
    row("quantity_1 == 5x", 14, 2, "“5x” is neither a number nor a time");
    row("quantity_1 == 1.2.3", 14, 5, "“1.2.3” is neither a number nor a time");
    row("quantity_1 == #5", 14, 1, "“#” means nothing here; text goes between quotes");
    row("quantity_1 == 😀", 14, 2, "“😀” means nothing here; text goes between quotes");
    row("quantity_1 < 1e99999999999999999999999", 13, 25, "this number is out of range");
}

void TestFilterParser::errors()
{
    QFETCH(QString, filter);
    const auto parsed = parseFilter(filter, QTimeZone::utc());
    QVERIFY(!parsed);
    QTEST(parsed.error().message(), "message");
    QTEST(int(parsed.error().at), "at");
    QTEST(int(parsed.error().length), "length");
}

void TestFilterParser::deepNesting()
{
    const auto nested = [](int depth) {
        return parseFilter(QString(depth, u'(') + u"failed"_s + QString(depth, u')'), QTimeZone::utc());
    };
    QVERIFY(nested(150));
    QVERIFY(!nested(100'000));
    QVERIFY(!parseFilter(u"not "_s.repeated(100'000) + u"failed"_s, QTimeZone::utc()));
}

void TestFilterParser::fieldsThatAreAsked()
{
    const auto parsed = parseFilter(u"net < 0 and clock > 5 or net > executed_price_1"_s, QTimeZone::utc());
    QVERIFY(parsed);
    const std::vector<FieldId> expected{fieldId("clock"), fieldId("executed_price_1"), fieldId("net")};
    QCOMPARE(fieldsOf(**parsed), expected);
}

void TestFilterParser::everyFieldHasAName()
{
    for (FieldId field = 0; const Field &known : fields()) {
        QCOMPARE(fieldId(known.name), field++);
        QVERIFY(!known.title.empty() && !known.meaning.empty());
    }
    QCOMPARE(fieldId("no_such_field"), -1);
}

QTEST_GUILESS_MAIN(TestFilterParser)
#include "tst_filterparser.moc"
