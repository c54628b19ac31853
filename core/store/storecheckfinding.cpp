// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/storecheckfinding.h"

#include "core/store/keys.h"

#include <QStringList>

#include <algorithm>
#include <cctype>
#include <utility>

namespace arbscope {

namespace {

QString text(double number)
{
    return QString::fromLatin1(scoreText(number));
}

QString words(const std::vector<Issue> &issues)
{
    QStringList all;
    for (const Issue &issue : issues) {
        const QString message = QString::fromStdString(issue.message);
        all << (issue.member.empty() ? message : QString(QString::fromStdString(issue.member) + u": " + message));
    }
    return all.join(QStringLiteral("; "));
}

/// One argument as redis-cli reads it.
QString typed(const QByteArray &argument)
{
    static constexpr std::string_view plain = "+-./:=@_";
    const auto isPlain = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || plain.contains(c); };
    if (!argument.isEmpty() && std::ranges::all_of(argument, isPlain))
        return QString::fromLatin1(argument);
    QString text(u'"');
    for (const char c : argument) {
        if (c == '"' || c == '\\')
            text += u'\\';
        if (c >= ' ' && c <= '~')
            text += QLatin1Char(c);
        else
            text += QStringLiteral("\\x%1").arg(uint(static_cast<unsigned char>(c)), 2, 16, QLatin1Char('0'));
    }
    return text + u'"';
}

} // namespace

QString Finding::commandByHand() const
{
    return kind == FindingKind::NoReport ? QString(u"ZREM " + typed(indexKey(server)) + u' ' + typed(orderId))
                                         : QString();
}

QString Finding::message() const
{
    switch (kind) {
    case FindingKind::NoReport:
        return QStringLiteral("the index names it with the clock %1, but there is no report").arg(text(*score));
    case FindingKind::NotIndexed:
        return clock ? QStringLiteral("the report of clock %1 is not in the index").arg(text(*clock))
                     : QStringLiteral("the report, whose clock cannot be read, is not in the index");
    case FindingKind::ScoreDiffers:
        return QStringLiteral("the index has the clock %1, the report %2").arg(text(*score), text(*clock));
    case FindingKind::OrderIdDiffers:
        return QStringLiteral("the report's order_id is \"%1\"").arg(QString::fromUtf8(found));
    case FindingKind::ServerDiffers:
        return QStringLiteral("the report's server_name is \"%1\"").arg(QString::fromUtf8(found));
    case FindingKind::Invalid:
        return QStringLiteral("the report cannot be read: %1").arg(words(issues));
    case FindingKind::Coerced:
        return QStringLiteral("the report was read by converting: %1").arg(words(issues));
    }
    std::unreachable();
}

std::string_view findingName(FindingKind kind)
{
    switch (kind) {
    case FindingKind::NoReport:
        return "no-report";
    case FindingKind::NotIndexed:
        return "not-indexed";
    case FindingKind::ScoreDiffers:
        return "score-differs";
    case FindingKind::OrderIdDiffers:
        return "order-id-differs";
    case FindingKind::ServerDiffers:
        return "server-differs";
    case FindingKind::Invalid:
        return "invalid";
    case FindingKind::Coerced:
        return "coerced";
    }
    std::unreachable();
}

} // namespace arbscope
