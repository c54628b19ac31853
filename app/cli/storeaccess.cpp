// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/storeaccess.h"

#include "app/cli/context.h"
#include "app/cli/failure.h"

#include <QFileInfo>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <cmath>
#include <string_view>

namespace arbscope {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto DefaultUrl = "redis://127.0.0.1:6379/0"_L1;
constexpr double LongestTimeout = 86400; ///< seconds

/// A file named in place of a store's address.
struct FileAddress
{
    QString path;
    int database = -1; ///< the first that holds reports
};

/// None for what is no file: then it has to be a URL.
std::optional<FileAddress> fileAddress(const QString &text)
{
    if (!text.contains("://"_L1)) {
        return QFileInfo::exists(text) ? std::optional(FileAddress{.path = text}) : std::nullopt;
    }
    if (!text.startsWith("file://"_L1, Qt::CaseInsensitive)) {
        return std::nullopt;
    }
    const QUrl url(text, QUrl::StrictMode);
    const bool isHere = url.host().isEmpty() || url.host() == "localhost"_L1;
    FileAddress address{.path = url.path(QUrl::FullyDecoded)};
    const QUrlQuery query(url);
    bool isNumber = true;
    if (url.hasQuery()) {
        address.database = query.queryItemValue(u"db"_s).toInt(&isNumber);
        isNumber = isNumber && address.database >= 0 && query.queryItems().size() == 1;
    }
    if (!url.isValid() || !isHere || address.path.isEmpty() || !isNumber) {
        throw CommandFailure::usage(u"the address of a file is a path, or file:///path[?db=N], not "_s + text);
    }
    return address;
}

std::optional<std::chrono::milliseconds> timeoutOption(const CommandLine &line)
{
    const std::optional<QString> timeout = line.text("--timeout");
    if (!timeout) {
        return std::nullopt;
    }
    bool isNumber = false;
    const double seconds = timeout->toDouble(&isNumber);
    if (!isNumber || !(seconds > 0 && seconds <= LongestTimeout)) {
        throw CommandFailure::usage(u"--timeout: seconds above 0, at most 86400, not "_s + *timeout);
    }
    return std::chrono::milliseconds(std::llround(std::ceil(seconds * 1000)));
}

RedisEndpoint endpointOf(const QString &text, const QString &option)
{
    const auto url = RedisUrl::parse(u"redis://"_s + text);
    if (!url || text.contains(u'/') || text.contains(u'@')) {
        throw CommandFailure::usage(u"--map: FROM and TO are each host:port, not "_s + option);
    }
    return url->endpoints.front();
}

std::vector<AddressMapping> mapOptions(const CommandLine &line)
{
    std::vector<AddressMapping> mappings;
    for (const QByteArray &bytes : line.all("--map")) {
        const QString text = textArgument(bytes, u"--map"_s);
        const qsizetype equals = text.indexOf(u'=');
        mappings.push_back({.from = endpointOf(text.first(std::max(equals, qsizetype{0})), text),
                            .to = endpointOf(text.sliced(equals + 1), text)});
    }
    return mappings;
}

} // namespace

StoreAccess::StoreAccess(const CommandLine &line, Messages &messages, std::stop_token stop)
    : m_line(line)
    , m_messages(messages)
    , m_stop(std::move(stop))
{ }

ConnectionOptions StoreAccess::optionsOfLine(bool writable) const
{
    ConnectionOptions options;
    options.writable = writable;
    options.caFile = m_line.text("--tls-ca").value_or(QString());
    options.certificateFile = m_line.text("--tls-cert").value_or(QString());
    options.keyFile = m_line.text("--tls-key").value_or(QString());
    options.addressMap = mapOptions(m_line);
    options.readFromReplicas = m_line.has("--replicas");
    options.sshDestination = m_line.text("--ssh").value_or(QString());
    options.sshConfigFile = m_line.text("--ssh-config").value_or(QString());
    if (m_line.has("--ssh") && options.sshDestination.isEmpty()) {
        throw CommandFailure::usage(u"--ssh needs a host"_s);
    }
    if (m_line.has("--ssh-config") && !m_line.has("--ssh")) {
        throw CommandFailure::usage(u"--ssh-config goes with --ssh"_s);
    }
    if (const auto timeout = timeoutOption(m_line)) {
        options.connectTimeout = *timeout;
        options.replyTimeout = *timeout;
        options.failoverTimeout = *timeout;
    }
    return options;
}

StoreAddress StoreAccess::open(bool writable)
{
    const QString fromEnvironment = qEnvironmentVariable("ARBSCOPE_URL");
    const QString fallback = fromEnvironment.isEmpty() ? QString(DefaultUrl) : fromEnvironment;
    const QString text = m_line.text("--url").value_or(fallback);
    if (const auto file = fileAddress(text)) {
        if (writable) {
            throw CommandFailure::usage(u"a file is opened for reading only: "_s + text);
        }
        if (m_line.has("--ssh")) {
            throw CommandFailure::usage(u"--ssh leads to a store, not to a file: "_s + text);
        }
        return {.url = openFile(file->path, file->database), .options = optionsOfLine(false)};
    }
    auto url = RedisUrl::parse(text);
    if (!url) {
        throw CommandFailure::usage(
            text.contains("://"_L1) ? url.error() : url.error() + u" There is no file of that name either."_s);
    }
    for (const std::string_view option : {"--tls-ca", "--tls-cert", "--tls-key"}) {
        if (!url->tls && m_line.has(option)) {
            m_messages.note(QString::fromUtf8(option.data(), static_cast<qsizetype>(option.size()))
                            + u" is not used: only addresses with rediss are reached by TLS."_s);
        }
    }
    if (url->password.isEmpty()) {
        url->password = qEnvironmentVariable("ARBSCOPE_PASSWORD");
    }
    return {.url = std::move(*url), .options = optionsOfLine(writable)};
}

RedisUrl StoreAccess::openFile(const QString &path, int database)
{
    const auto onProgress = [this](qint64 done, qint64 total) { m_messages.progress(done, total, u"bytes"_s); };
    auto file = BackupFile::open(path, onProgress, m_stop);
    m_messages.endProgress();
    if (!file) {
        if (file.error().code == RedisErrorCode::Usage) { // its own sentence, with the file's name
            throw CommandFailure::file(file.error().detail);
        }
        throw CommandFailure::store(file.error());
    }
    m_file = std::move(*file);
    RedisUrl url = m_file->url();
    const std::vector<int> &databases = m_file->databases();
    const auto names = [&databases] {
        QStringList numbers;
        for (const int number : databases) {
            numbers << QString::number(number);
        }
        return numbers.join(u", "_s);
    };
    if (database >= 0) {
        if (std::ranges::find(databases, database) == databases.end()) {
            throw CommandFailure::usage(path + u" holds reports in database "_s + names() + u", not in "_s
                                        + QString::number(database));
        }
        url.database = database;
    } else if (databases.size() > 1) {
        m_messages.note(path + u" holds reports in the databases "_s + names() + u"; this is "_s
                        + QString::number(databases.front()) + u". file:///path?db=N opens another."_s);
    }
    if (hasLeftOutLines()) {
        const ImportResult &lines = m_file->lines();
        m_messages.note(path + u": "_s + countText(lines.lines - lines.stored, u"line"_s, u"lines"_s) + u" of "_s
                        + QString::number(lines.lines) + u" left out, no storable reports or repeated; the first is "_s
                        + QString::number(m_file->problems().front().line) + u". The command validate tells more."_s);
    }
    return url;
}

bool StoreAccess::hasLeftOutLines() const
{
    return m_file && m_file->lines().stored < m_file->lines().lines;
}

} // namespace arbscope
