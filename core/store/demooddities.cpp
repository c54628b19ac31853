// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/demooddities.h"

#include <array>

namespace arbscope {

namespace {

/// Where a member's value stands in canonical text; the members used here hold neither commas nor braces.
struct Place
{
    qsizetype key; ///< its opening quote
    qsizetype value;
    qsizetype end; ///< the comma after it
};

Place placeOf(const QByteArray &text, const QByteArray &member)
{
    const QByteArray key = '"' + member + "\": ";
    const qsizetype at = text.indexOf(key);
    const qsizetype value = at + key.size();
    return {at, value, text.indexOf(',', value)};
}

QByteArray withValue(QByteArray text, const QByteArray &member, const QByteArray &value)
{
    const Place place = placeOf(text, member);
    return text.replace(place.value, place.end - place.value, value);
}

QByteArray valueOf(const QByteArray &text, const QByteArray &member)
{
    const Place place = placeOf(text, member);
    return text.mid(place.value, place.end - place.value);
}

QByteArray numberForDecimal(QByteArray text)
{
    return withValue(text, "quantity_1", valueOf(text, "quantity_1").replace('"', ""));
}

QByteArray textForFloat(QByteArray text)
{
    return withValue(text, "started_at", '"' + valueOf(text, "started_at") + '"');
}

QByteArray numberForBool(QByteArray text)
{
    return withValue(text, "unit_test", "0");
}

QByteArray nanForDecimal(QByteArray text)
{
    return withValue(text, "market_2_bid_price", "NaN");
}

QByteArray memberTwice(QByteArray text)
{
    return text.insert(1, "\"kind\": \"\", ");
}

QByteArray cutOff(QByteArray text)
{
    return text.left(text.size() / 2);
}

QByteArray notJson(QByteArray)
{
    return "Traceback (most recent call last):";
}

QByteArray memberMissing(QByteArray text)
{
    const Place place = placeOf(text, "session_name");
    return text.remove(place.key, place.end + 2 - place.key);
}

QByteArray memberUnknown(QByteArray text)
{
    return text.insert(1, "\"strategy\": \"triangular\", ");
}

QByteArray nullForRequired(QByteArray text)
{
    return withValue(text, "exchange_1_id", "null");
}

QByteArray wordForNumber(QByteArray text)
{
    return withValue(withValue(text, "clock", "\"soon\""), "executed_price_1", "\"unknown\"");
}

QByteArray notUtf8(QByteArray text)
{
    return withValue(text, "version", "\"2.4.0\xff\"");
}

constexpr std::array Oddities = {
    DemoOddity{Verdict::Coerced, numberForDecimal}, DemoOddity{Verdict::Invalid, cutOff},
    DemoOddity{Verdict::Coerced, textForFloat},     DemoOddity{Verdict::Invalid, memberMissing},
    DemoOddity{Verdict::Coerced, numberForBool},    DemoOddity{Verdict::Invalid, memberUnknown},
    DemoOddity{Verdict::Coerced, nanForDecimal},    DemoOddity{Verdict::Invalid, nullForRequired},
    DemoOddity{Verdict::Coerced, memberTwice},      DemoOddity{Verdict::Invalid, wordForNumber},
    DemoOddity{Verdict::Invalid, notJson},          DemoOddity{Verdict::Invalid, notUtf8},
};

} // namespace

std::span<const DemoOddity> demoOddities()
{
    return Oddities;
}

} // namespace arbscope
