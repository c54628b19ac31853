// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/clocktext.h"

#include "core/report/pynumbers.h"

#include <QDateTime>
#include <QFileInfo>
#include <QRegularExpression>

#include <cmath>

namespace arbscope {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A zone that the system has a file of: Qt lists only the principal names, not "CET" or "US/Eastern", and takes any
/// other word for a POSIX zone of that name without an offset, which is UTC under a wrong name.
bool isKnownZone(const QByteArray &id)
{
    return QTimeZone::isTimeZoneIdAvailable(id)
        || (!id.isEmpty() && QFileInfo(u"/usr/share/zoneinfo/"_s + QString::fromUtf8(id)).isFile());
}

} // namespace

bool settleLocalTimeZone()
{
    if (QTimeZone::systemTimeZone().isValid()) {
        return true;
    }
    const QByteArray folder = "zoneinfo/";
    QByteArray file = qgetenv("TZ");
    file = QFileInfo(QString::fromUtf8(file.startsWith(':') ? file.sliced(1) : file)).canonicalFilePath().toUtf8();
    const qsizetype at = file.indexOf(folder);
    const QByteArray name = at < 0 ? QByteArray() : file.sliced(at + folder.size());
    const bool isNamed = isKnownZone(name) && QTimeZone(name).isValid();
    qputenv("TZ", isNamed ? name : QByteArray("UTC"));
    return isNamed;
}

std::optional<QTimeZone> timeZoneNamed(const QString &name)
{
    if (name.compare(u"local"_s, Qt::CaseInsensitive) == 0) {
        return QTimeZone::systemTimeZone();
    }
    if (name.compare(u"UTC"_s, Qt::CaseInsensitive) == 0) {
        return QTimeZone::utc();
    }
    const QByteArray id = name.toUtf8();
    if (!id.startsWith("UTC+") && !id.startsWith("UTC-") && !isKnownZone(id)) {
        return std::nullopt;
    }
    const QTimeZone zone(id);
    return zone.isValid() ? std::optional(zone) : std::nullopt;
}

std::optional<double> parseClock(const QString &text, const QTimeZone &zone)
{
    static const QRegularExpression seconds(uR"(\A[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?\z)"_s);
    if (seconds.match(text).hasMatch()) {
        bool isFinite = false;
        const double clock = text.toDouble(&isFinite);
        return isFinite ? std::optional(clock) : std::nullopt;
    }
    static const QRegularExpression iso(uR"(\A(\d{4}-\d\d-\d\d)(?:[Tt ](\d\d:\d\d)(?::(\d\d)([.,]\d+)?)?)"
                                        uR"(\s?(?:([Zz])|([+-])(\d\d)(?::?(\d\d))?)?)?\z)"_s);
    const QRegularExpressionMatch match = iso.match(text);
    const QDate date = QDate::fromString(match.captured(1), Qt::ISODate);
    const QTime time = match.hasCaptured(2) && !match.captured(2).isEmpty()
        ? QTime::fromString(match.captured(2), u"HH:mm"_s)
        : QTime(0, 0);
    const int second = match.captured(3).toInt();
    if (!match.hasMatch() || !date.isValid() || !time.isValid() || second > 59) {
        return std::nullopt;
    }
    const double fraction = u"0."_s.append(match.captured(4).mid(1)).toDouble();
    QDateTime moment(date, time, zone);
    if (!match.captured(5).isEmpty()) {
        moment = QDateTime(date, time, QTimeZone::utc());
    } else if (!match.captured(6).isEmpty()) {
        const int hours = match.captured(7).toInt();
        const int minutes = match.captured(8).toInt();
        if (hours > 14 || minutes > 59) {
            return std::nullopt;
        }
        const int offset = hours * 3600 + minutes * 60;
        moment = QDateTime(date, time, Qt::OffsetFromUTC, match.captured(6) == u"-"_s ? -offset : offset);
    }
    return static_cast<double>(moment.toSecsSinceEpoch() + second) + fraction;
}

QString clockText(double epochSeconds, const QTimeZone &zone)
{
    constexpr double year1 = -62135596800;
    constexpr double year10000 = 253402300800;
    if (!(epochSeconds >= year1 && epochSeconds < year10000)) {
        std::string text;
        appendFloatRepr(text, epochSeconds);
        return QString::fromStdString(text);
    }
    // By way of microseconds, so that .123 is not shown as .122; then cut, not rounded.
    const qint64 microseconds = std::llround(epochSeconds * 1e6);
    const qint64 milliseconds = microseconds / 1000 - (microseconds % 1000 < 0 ? 1 : 0);
    return QDateTime::fromMSecsSinceEpoch(milliseconds, zone).toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s);
}

QString zoneText(const QTimeZone &zone)
{
    return QString::fromUtf8(zone.id());
}

} // namespace arbscope
