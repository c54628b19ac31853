// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/timeformat.h"

#include <QCoreApplication>
#include <QDateTime>

#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>

namespace arbscope {

namespace {

constexpr double FirstSecond = -62135596800; // 0001-01-01T00:00:00Z
constexpr double EndSecond = 253402300800; // 10000-01-01T00:00:00Z

/// Milliseconds since the epoch, cut from the shortest text of the number: 1600000000.123 is held as …122999907 and
/// is still meant to be .123.
std::optional<qint64> milliseconds(double seconds)
{
    if (!(seconds >= FirstSecond && seconds < EndSecond))
        return {};
    std::array<char, 400> buffer; // the longest fixed form of a double in range
    const auto end = std::to_chars(buffer.begin(), buffer.end(), std::abs(seconds), std::chars_format::fixed).ptr;
    const std::string_view text(buffer.data(), std::size_t(end - buffer.data()));
    const auto point = text.find('.');
    const std::string_view fraction = point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
    qint64 value = 0;
    for (const char digit : text.substr(0, point))
        value = value * 10 + (digit - '0');
    for (std::size_t i = 0; i < 3; ++i)
        value = value * 10 + (i < fraction.size() ? fraction[i] - '0' : 0);
    if (seconds >= 0)
        return value;
    const bool rest = fraction.size() > 3 && fraction.substr(3).find_first_not_of('0') != std::string_view::npos;
    return -value - (rest ? 1 : 0); // towards the past, as for the times after the epoch
}

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(arbscope::TimeFormat)

public:
    static QString duration(qint64 ms, bool showMs)
    {
        const qint64 seconds = ms / 1000;
        const auto two = [](qint64 number) { return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0')); };
        if (seconds < 60 && showMs)
            return tr("%1 s", "seconds")
                .arg(QStringLiteral("%1.%2").arg(seconds).arg(ms % 1000, 3, 10, QLatin1Char('0')));
        if (seconds < 60)
            return tr("%1 s", "seconds").arg(seconds);
        if (seconds < 3600)
            return tr("%1 min %2 s", "minutes, seconds").arg(seconds / 60).arg(two(seconds % 60));
        if (seconds < 86400)
            return tr("%1 h %2 min", "hours, minutes").arg(seconds / 3600).arg(two(seconds / 60 % 60));
        return tr("%1 d %2 h", "days, hours").arg(seconds / 86400).arg(two(seconds / 3600 % 24));
    }
    static QString age(qint64 since)
    {
        const qint64 ms = QDateTime::currentMSecsSinceEpoch() - since;
        return ms < 0 ? tr("in %1").arg(duration(-ms, false)) : duration(ms, false);
    }
    static QString ageLabel() { return tr("age"); }
};

} // namespace

TimeFormat TimeFormat::make(TimeZoneKind kind, const QByteArray &name, TimeStyle style)
{
    TimeFormat format{kind, QTimeZone::utc(), style};
    if (kind == TimeZoneKind::Local)
        format.zone = QTimeZone::systemTimeZone();
    else if (kind == TimeZoneKind::Named)
        format.zone = QTimeZone(name);
    if (!format.zone.isValid()) {
        format.zone = QTimeZone::utc();
        format.kind = TimeZoneKind::Utc;
    }
    return format;
}

QString TimeFormat::text(double epochSeconds) const
{
    const auto since = style == TimeStyle::Epoch ? std::nullopt : milliseconds(epochSeconds);
    if (!since)
        return numberText(epochSeconds);
    if (style == TimeStyle::Age)
        return Words::age(*since);
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(*since, zone);
    if (style != TimeStyle::Iso8601)
        return time.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
    const int offset = time.offsetFromUtc();
    if (offset == 0)
        return QString(time.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz")) + QLatin1Char('Z'));
    const QDateTime fixed = time.toOffsetFromUtc(offset);
    return fixed.toString(Qt::ISODateWithMs);
}

QString TimeFormat::zoneLabel() const
{
    if (style == TimeStyle::Epoch)
        return QStringLiteral("epoch");
    if (style == TimeStyle::Age)
        return Words::ageLabel();
    const QByteArray id = zone.id();
    return id == "Etc/UTC" ? QStringLiteral("UTC") : QString::fromUtf8(id); // its name where UTC is the system's zone
}

QString durationText(double seconds, bool milliseconds)
{
    constexpr double Longest = 1e12;
    if (!(std::abs(seconds) < Longest))
        return numberText(seconds);
    // To the microsecond first: a difference of clocks is a little beside what it stands for.
    const auto ms = static_cast<qint64>(std::llround(std::abs(seconds) * 1e6) / 1000);
    const QString text = Words::duration(ms, milliseconds);
    return seconds < 0 && ms > 0 ? QString(QChar(0x2212) + text) : text;
}

QString numberText(double value)
{
    if (std::isnan(value))
        return QStringLiteral("nan");
    if (std::isinf(value))
        return value > 0 ? QStringLiteral("inf") : QStringLiteral("-inf");
    const double size = std::abs(value);
    const bool scientific = size != 0 && (size >= 1e16 || size < 1e-4);
    std::array<char, 400> buffer;
    const auto format = scientific ? std::chars_format::scientific : std::chars_format::fixed;
    const auto end = std::to_chars(buffer.begin(), buffer.end(), value, format).ptr;
    const QString text = QString::fromLatin1(buffer.data(), end - buffer.data());
    return scientific || text.contains(QLatin1Char('.')) ? text : QString(text + QStringLiteral(".0"));
}

} // namespace arbscope
