// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backupfilefault.h"

#include "core/store/tradeimport.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QStringList>

namespace arbscope {

namespace {

struct Stranger
{
    QByteArrayView start;
    const char16_t *why;
};

// In this order; what an ArbScope user may well have at hand.
const Stranger strangers[] = {
    {QByteArrayView("\x1f\x8b", 2), u"it is compressed (gzip); unpack it first"},
    {QByteArrayView("\x28\xb5\x2f\xfd", 4), u"it is compressed (zstd); unpack it first"},
    {QByteArrayView("\xfd\x37zXZ", 5), u"it is compressed (xz); unpack it first"},
    {QByteArrayView("PK\x03\x04", 4), u"it is compressed (zip); unpack it first"},
    {QByteArrayView("asset_1,"), u"it is a CSV export; only JSON lines keep everything of a report"},
    {QByteArrayView("*"), u"it looks like a Redis append-only file; a dump (RDB) can be opened"},
};

/// What a line of redis-server's log says, without process, time and level: "123:M 22 Nov 2026 15:47:01.031 # …".
QString withoutStamp(const QString &line)
{
    static const QRegularExpression stamp(QStringLiteral(R"(^\d+:[A-Z] .{20,26} [.*#-] )"));
    return QString(line).remove(stamp);
}

} // namespace

RedisError fileFault(const QString &path, const QString &why)
{
    return {.code = RedisErrorCode::Usage,
            .detail = QStringLiteral("%1 cannot be opened: %2").arg(QFileInfo(path).fileName(), why)};
}

QString whyNotABackup(const QByteArray &head)
{
    if (head.isEmpty())
        return QStringLiteral("it is empty");
    if (head.startsWith("REDIS")) {
        // A server before 7.0 began its append-only file with a dump; loading would stop silently where that ends.
        if (head.contains(QByteArrayLiteral("aof-preamble\xc0\x01")))
            return QString::fromUtf16(strangers[std::size(strangers) - 1].why);
        return {};
    }
    for (const Stranger &stranger : strangers) {
        if (head.startsWith(stranger.start))
            return QString::fromUtf16(stranger.why);
    }
    if (head.trimmed().startsWith('{'))
        return {};
    return QStringLiteral("it is neither a Redis dump (RDB) nor JSON lines with a report each");
}

RedisError rdbFault(const QString &path, RedisError error)
{
    if (error.code != RedisErrorCode::Unreachable)
        return error;
    const QStringList lines = error.detail.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString words = withoutStamp(lines[i]);
        if (words.startsWith(u"Can't handle RDB format version"))
            return fileFault(path,
                             QStringLiteral("it comes from a newer Redis than the redis-server installed here, "
                                            "which says: %1")
                                 .arg(words));
        if (words.startsWith(u"--- RDB ERROR DETECTED ---") && i + 1 < lines.size())
            return fileFault(path, QStringLiteral("it is damaged; redis-server says: %1").arg(lines[i + 1]));
        if (words.startsWith(u"Internal error in RDB") || words.startsWith(u"Wrong signature")
            || words.startsWith(u"Terminating server after rdb file reading failure")
            || words.startsWith(u"Fatal error loading the DB"))
            error = fileFault(path, QStringLiteral("redis-server says: %1").arg(words));
    }
    return error;
}

QString noReportIn(const std::vector<ImportProblem> &problems)
{
    QString why = QStringLiteral("none of its lines is a report that could be stored");
    if (!problems.empty() && !problems.front().issues.empty()) {
        const ImportProblem &first = problems.front();
        why += QStringLiteral("; line %1: %2")
                   .arg(QString::number(first.line), QString::fromStdString(first.issues.front().message));
    }
    return why;
}

} // namespace arbscope
