// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/demoanswers.h"

#include "core/store/demofixed.h"

#include <utility>

namespace arbscope {

using namespace Qt::Literals::StringLiterals;

namespace {

void appendRandom(std::string &out, DemoRandom &random, std::string_view alphabet, int count)
{
    for (int i = 0; i < count; ++i) {
        out += alphabet[random.bits() % alphabet.size()];
    }
}

QString latin1(const std::string &text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

/// Writes an order's numbers into an answer; each call appends its literal text and then the number.
class AnswerText
{
public:
    explicit AnswerText(const DemoOrder &order)
        : m_order(order)
    {
        m_text.reserve(512);
    }
    AnswerText &text(std::string_view literal)
    {
        m_text += literal;
        return *this;
    }
    AnswerText &word(const QString &ascii)
    {
        const QByteArray bytes = ascii.toLatin1();
        m_text.append(bytes.constData(), static_cast<std::size_t>(bytes.size()));
        return *this;
    }
    AnswerText &price(qint64 units) { return number(units, m_order.pair->pricePlaces); }
    AnswerText &amount(qint64 units) { return number(units, DemoAmountPlaces); }
    AnswerText &worth() { return amount(m_order.filled / demoPowerOfTen(m_order.pair->pricePlaces) * m_order.price); }
    AnswerText &seconds() { return number(m_order.microseconds, 6); }
    AnswerText &milliseconds() { return number(m_order.microseconds / 1000, 0); }
    AnswerText &number(qint64 units, int places)
    {
        appendDemoNumber(m_text, units, places);
        return *this;
    }
    [[nodiscard]] QString take() const { return latin1(m_text); }

private:
    const DemoOrder &m_order;
    std::string m_text;
};

QString krakenAnswer(const DemoOrder &order)
{
    AnswerText answer(order);
    answer.text(R"({"error":[],"result":{")").word(order.id).text(R"(":{"status":")");
    answer.text(order.filled > 0 ? "closed" : "canceled").text(R"(","opentm":)").seconds();
    answer.text(R"(,"descr":{"pair":")").word(order.pair->asset1 + order.pair->asset2).text(R"(","type":")");
    answer.text(order.buys ? "buy" : "sell").text(R"(","ordertype":"limit","price":")").price(order.limitPrice);
    answer.text(R"("},"vol":")").amount(order.quantity).text(R"(","vol_exec":")").amount(order.filled);
    answer.text(R"(","cost":")").worth().text(R"(","fee":")").amount(order.fee).text(R"(","price":")");
    return answer.price(order.filled > 0 ? order.price : 0).text(R"("}}})").take();
}

QString bitstampAnswer(const DemoOrder &order)
{
    AnswerText answer(order);
    answer.text(R"({"id": ")").word(order.id).text(R"(", "status": ")");
    answer.text(order.filled > 0 ? "Finished" : "Canceled").text(R"(", "type": ")").text(order.buys ? "0" : "1");
    answer.text(R"(", "price": ")").price(order.limitPrice).text(R"(", "amount_remaining": ")");
    answer.amount(order.quantity - order.filled).text(R"(", "transactions": [)");
    if (order.filled > 0) {
        answer.text(R"({"fee": ")").amount(order.fee).text(R"(", "price": ")").price(order.price).text(R"(", ")");
        answer.word(order.pair->asset1.toLower()).text(R"(": ")").amount(order.filled).text(R"(", ")");
        answer.word(order.pair->asset2.toLower()).text(R"(": ")").worth().text(R"(", "microtimestamp": ")");
        answer.number(order.microseconds, 0).text(R"(", "type": 2})");
    }
    return answer.text("]}").take();
}

QString geminiAnswer(const DemoOrder &order)
{
    AnswerText answer(order);
    answer.text(R"({"order_id":")").word(order.id).text(R"(","symbol":")");
    answer.word(order.pair->asset1.toLower() + order.pair->asset2.toLower()).text(R"(","exchange":"gemini","side":")");
    answer.text(order.buys ? "buy" : "sell").text(R"(","type":"exchange limit","options":["fill-or-kill"])");
    answer.text(R"(,"timestampms":)").milliseconds().text(R"(,"is_live":false,"is_cancelled":)");
    answer.text(order.filled > 0 ? "false" : "true").text(R"(,"price":")").price(order.limitPrice);
    answer.text(R"(","avg_execution_price":")").price(order.filled > 0 ? order.price : 0);
    answer.text(R"(","original_amount":")").amount(order.quantity).text(R"(","executed_amount":")");
    return answer.amount(order.filled).text(R"("})").take();
}

QString coinbaseAnswer(const DemoOrder &order)
{
    AnswerText answer(order);
    answer.text(R"({"id":")").word(order.id).text(R"(","product_id":")");
    answer.word(order.pair->asset1 + u'-' + order.pair->asset2).text(R"(","side":")");
    answer.text(order.buys ? "buy" : "sell").text(R"(","type":"limit","time_in_force":"FOK","price":")");
    answer.price(order.limitPrice).text(R"(","size":")").amount(order.quantity).text(R"(","filled_size":")");
    answer.amount(order.filled).text(R"(","executed_value":")").worth().text(R"(","fill_fees":")").amount(order.fee);
    answer.text(R"(","status":"done","done_reason":")").text(order.filled > 0 ? "filled" : "canceled");
    return answer.text(R"(","settled":true})").take();
}

} // namespace

QString demoUuid(DemoRandom &random)
{
    std::string text;
    for (const int count : {8, 4, 4, 4, 12}) {
        text += text.empty() ? "" : "-";
        quint64 bits = random.bits();
        for (int i = 0; i < count; ++i, bits >>= 4) {
            text += "0123456789abcdef"[bits & 15];
        }
    }
    return latin1(text);
}

QString demoOrderId(DemoRandom &random, DemoVenueApi api)
{
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string text;
    switch (api) {
    case DemoVenueApi::Kraken:
        text = "O";
        appendRandom(text, random, letters, 5);
        text += '-';
        appendRandom(text, random, letters, 5);
        text += '-';
        appendRandom(text, random, letters, 6);
        return latin1(text);
    case DemoVenueApi::Bitstamp:
        return QString::number(random.between(1'340'000'000'000'000, 1'399'999'999'999'999));
    case DemoVenueApi::Gemini:
        return QString::number(random.between(70'000'000'000'000'000, 79'999'999'999'999'999));
    case DemoVenueApi::Coinbase:
        return demoUuid(random);
    }
    std::unreachable();
}

QString demoAnswer(DemoVenueApi api, const DemoOrder &order)
{
    switch (api) {
    case DemoVenueApi::Kraken:
        return krakenAnswer(order);
    case DemoVenueApi::Bitstamp:
        return bitstampAnswer(order);
    case DemoVenueApi::Gemini:
        return geminiAnswer(order);
    case DemoVenueApi::Coinbase:
        return coinbaseAnswer(order);
    }
    std::unreachable();
}

QString demoRefusal(DemoRandom &random, DemoVenueApi api, const DemoOrder &order)
{
    if (random.chance(0.15)) {
        return u"<html>\r\n<head><title>504 Gateway Time-out</title></head>\r\n<body>504 Gateway Time-out</body></html>"_s;
    }
    if (random.chance(0.5)) {
        return demoAnswer(api, order); // the fill-or-kill order was killed
    }
    switch (api) {
    case DemoVenueApi::Kraken:
        return uR"({"error":["EOrder:Insufficient funds"]})"_s;
    case DemoVenueApi::Bitstamp:
        return uR"({"status": "error", "reason": {"__all__": ["You have insufficient funds: 0.00 available."]}})"_s;
    case DemoVenueApi::Gemini:
        return uR"({"result":"error","reason":"InsufficientFunds","message":"Failed to place an order: insufficient funds"})"_s;
    case DemoVenueApi::Coinbase:
        return uR"({"message":"Insufficient funds"})"_s;
    }
    std::unreachable();
}

} // namespace arbscope
