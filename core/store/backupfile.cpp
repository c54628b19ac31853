// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backupfile.h"

#include "core/store/backupfilefault.h"
#include "core/store/keys.h"
#include "core/store/keyscan.h"
#include "core/store/replyshape.h"
#include "core/store/reportstore.h"

#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace arbscope {

namespace {

constexpr qint64 headSize = 4096; // bytes that tell what a file is
constexpr std::size_t maxProblems = 1000;

// What everybody may do in the private server; ours is the only writer, before anybody else comes.
QStringList readersOnly()
{
    return {QStringLiteral("--user"), QStringLiteral("default"), QStringLiteral("on"),
            QStringLiteral("nopass"), QStringLiteral("~*"),      QStringLiteral("resetchannels"),
            QStringLiteral("-@all"),  QStringLiteral("+@read"),  QStringLiteral("+@connection"),
            QStringLiteral("+info")};
}

const QString &loader()
{
    static const QString name = QStringLiteral("loader");
    return name;
}

QString randomPassword()
{
    QString password;
    for (int i = 0; i < 4; ++i)
        password += QString::number(QRandomGenerator::system()->generate64(), 36);
    return password;
}

/// Numbers of the databases that hold any key, from INFO's "db3:keys=5,…".
Result<std::vector<int>> usedDatabases(RedisSession &connection, const std::stop_token &stop)
{
    const CommandArgs command{"INFO", "keyspace"};
    auto reply = connection.call(command, stop);
    if (!reply)
        return std::unexpected(std::move(reply.error()));
    const auto text = bulkIn(std::move(*reply), command);
    if (!text)
        return std::unexpected(text.error());
    std::vector<int> numbers;
    for (const QByteArray &line : text->value_or(QByteArray()).split('\n')) {
        const qsizetype colon = line.indexOf(':');
        bool isNumber = false;
        const int number = line.mid(2, colon - 2).toInt(&isNumber);
        if (line.startsWith("db") && isNumber)
            numbers.push_back(number);
    }
    std::ranges::sort(numbers);
    return numbers;
}

Result<bool> holdsReports(RedisSession &connection, const std::stop_token &stop)
{
    bool found = false;
    const auto take = [&found](std::vector<QByteArray> &&keys) -> Result<bool> {
        found = !keys.empty();
        return !found;
    };
    const auto scanned = scanKeys(connection, {.pattern = hashKeyPattern(), .type = "hash"}, take, stop);
    if (!scanned)
        return std::unexpected(scanned.error());
    return found;
}

/// Databases that hold reports. Error Usage when none does.
Result<std::vector<int>> databasesWithReports(RedisUrl url, const std::stop_token &stop)
{
    auto connection = RedisSession::open(url, {}, stop);
    if (!connection)
        return std::unexpected(std::move(connection.error()));
    const auto used = usedDatabases(*connection, stop);
    if (!used)
        return std::unexpected(used.error());
    std::vector<int> databases;
    for (const int database : *used) {
        url.database = database;
        connection = RedisSession::open(url, {}, stop);
        if (!connection)
            return std::unexpected(std::move(connection.error()));
        const auto found = holdsReports(*connection, stop);
        if (!found)
            return std::unexpected(found.error());
        if (*found)
            databases.push_back(database);
    }
    return databases;
}

} // namespace

BackupFile::BackupFile(BackupKind kind, QString path, PrivateServer server)
    : m_kind(kind)
    , m_path(std::move(path))
    , m_server(std::move(server))
{ }

Result<BackupKind> BackupFile::kindOf(const QString &path)
{
    QFile file(path);
    if (QFileInfo(path).isDir())
        return std::unexpected(fileFault(path, QStringLiteral("it is a folder")));
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(fileFault(path, file.errorString()));
    const QByteArray head = file.read(headSize);
    if (head.isEmpty() && file.error() != QFile::NoError)
        return std::unexpected(fileFault(path, file.errorString()));
    if (const QString why = whyNotABackup(head); !why.isEmpty())
        return std::unexpected(fileFault(path, why));
    return head.startsWith("REDIS") ? BackupKind::Rdb : BackupKind::JsonLines;
}

Result<BackupFile> BackupFile::open(const QString &path, const std::function<void(qint64, qint64)> &onProgress,
                                    std::stop_token stop)
{
    const auto kind = kindOf(path);
    if (!kind)
        return std::unexpected(kind.error());
    if (*kind == BackupKind::Rdb) {
        auto server = PrivateServer::startWithData(path, readersOnly(), onProgress, stop);
        if (!server)
            return std::unexpected(rdbFault(path, std::move(server.error())));
        BackupFile backup(*kind, path, std::move(*server));
        auto databases = databasesWithReports(backup.m_server.url(), stop);
        if (!databases)
            return std::unexpected(std::move(databases.error()));
        if (databases->empty())
            return std::unexpected(fileFault(path, QStringLiteral("it is a Redis dump without execution reports")));
        backup.m_databases = std::move(*databases);
        if (onProgress)
            onProgress(QFileInfo(path).size(), QFileInfo(path).size());
        return backup;
    }

    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(fileFault(path, file.errorString()));
    const QString password = randomPassword();
    auto server
        = PrivateServer::start(readersOnly()
                               + QStringList{QStringLiteral("--user"), loader(), QStringLiteral("on"),
                                             QString(u'>' + password), QStringLiteral("~*"), QStringLiteral("+@all")});
    if (!server)
        return std::unexpected(std::move(server.error()));
    BackupFile backup(*kind, path, std::move(*server));
    backup.m_databases = {0};
    RedisUrl url = backup.m_server.url();
    url.user = loader();
    url.password = password;
    ConnectionOptions options;
    options.writable = true;
    ReportStore store(url, options);
    const auto note = [&backup](const ImportProblem &problem) {
        if (backup.m_problems.size() < maxProblems)
            backup.m_problems.push_back(problem);
    };
    const auto tell = [&](qint64 bytes) {
        if (onProgress)
            onProgress(bytes, file.size());
    };
    backup.m_lines = importReports(store, file, note, tell, stop);
    if (backup.m_lines.error)
        return std::unexpected(*backup.m_lines.error);
    if (!backup.m_lines.fileError.isEmpty())
        return std::unexpected(fileFault(path, backup.m_lines.fileError));
    if (backup.m_lines.stored == 0)
        return std::unexpected(fileFault(path, noReportIn(backup.m_problems)));
    return backup;
}

RedisUrl BackupFile::url() const
{
    RedisUrl url = m_server.url();
    url.database = m_databases.front();
    return url;
}

} // namespace arbscope
