// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/redisurl.h"

#include <QHostAddress>
#include <QUrl>

#include <limits>

namespace arbscope {

namespace {

using namespace Qt::StringLiterals;

constexpr quint16 redisPort = 6379;
constexpr quint16 sentinelPort = 26379;

struct Scheme
{
    QLatin1StringView name;
    RedisTopology topology;
    bool tls;
    bool unixSocket;
};

constexpr Scheme schemes[] = {
    {"redis"_L1, RedisTopology::Single, false, false},
    {"rediss"_L1, RedisTopology::Single, true, false},
    {"unix"_L1, RedisTopology::Single, false, true},
    {"redis-sentinel"_L1, RedisTopology::Sentinel, false, false},
    {"rediss-sentinel"_L1, RedisTopology::Sentinel, true, false},
    {"redis-cluster"_L1, RedisTopology::Cluster, false, false},
    {"rediss-cluster"_L1, RedisTopology::Cluster, true, false},
};

// Faults name a part and a place and never repeat text: what stands in the wrong place may be a password.
struct Fault
{
    QString what;
    qsizetype at; ///< in the text, from 0
};

// Reads the text part by part; a part that is wrong throws a Fault, caught in parse() alone.
class Parser
{
public:
    explicit Parser(const QString &text)
        : m_text(text)
    { }

    RedisUrl parse();

private:
    [[noreturn]] void fail(const QString &what, qsizetype at) const { throw Fault{what, at}; }
    [[nodiscard]] QString decoded(qsizetype from, qsizetype to, const QString &part) const;
    [[nodiscard]] int number(qsizetype from, qsizetype to, int least, int most, const QString &part) const;
    const Scheme &scheme();
    void userInfo(qsizetype from, qsizetype to);
    void endpoints(qsizetype from, qsizetype to);
    void endpoint(qsizetype from, qsizetype to);
    void path(qsizetype from, qsizetype to);
    void query(qsizetype from, qsizetype to);

    QString m_text;
    RedisUrl m_url;
};

QString Parser::decoded(qsizetype from, qsizetype to, const QString &part) const
{
    const auto hexDigit
        = [&](qsizetype at) { return at < to && m_text[at].unicode() < 128 && std::isxdigit(m_text[at].unicode()); };
    for (qsizetype i = from; i < to; ++i) {
        if (m_text[i] == u'%' && !(hexDigit(i + 1) && hexDigit(i + 2)))
            fail(part + u": % must be followed by two hexadecimal digits (%25 stands for % itself)"_s, i);
    }
    const QByteArray bytes = QByteArray::fromPercentEncoding(m_text.sliced(from, to - from).toUtf8());
    const QString result = QString::fromUtf8(bytes);
    if (result.toUtf8() != bytes)
        fail(part + u": the percent-encoded bytes are not UTF-8"_s, from);
    if (result.contains(QChar::Null))
        fail(part + u": it may not hold a null character"_s, from);
    return result;
}

int Parser::number(qsizetype from, qsizetype to, int least, int most, const QString &part) const
{
    qint64 value = 0;
    bool ok = from < to && to - from <= std::numeric_limits<int>::digits10 + 1;
    for (qsizetype i = from; ok && i < to; ++i) {
        ok = m_text[i] >= u'0' && m_text[i] <= u'9';
        value = value * 10 + (m_text[i].unicode() - u'0');
    }
    if (!ok || value < least || value > most)
        fail(u"%1 must be a number from %2 to %3"_s.arg(part).arg(least).arg(most), from);
    return static_cast<int>(value);
}

const Scheme &Parser::scheme()
{
    const qsizetype end = m_text.indexOf("://"_L1);
    if (end >= 0) {
        const QString name = m_text.first(end).toLower();
        for (const Scheme &known : schemes) {
            if (name == known.name)
                return known;
        }
    }
    fail(u"it must begin with redis://, rediss://, unix://, redis-sentinel://, rediss-sentinel://, "
         "redis-cluster:// or rediss-cluster://"_s,
         0);
}

RedisUrl Parser::parse()
{
    const Scheme &kind = scheme();
    m_url.topology = kind.topology;
    m_url.tls = kind.tls;
    const qsizetype start = m_text.indexOf("://"_L1) + 3;

    if (const qsizetype hash = m_text.indexOf(u'#', start); hash >= 0)
        fail(u"a # must be written as %23"_s, hash);
    qsizetype queryMark = m_text.indexOf(u'?', start);
    const qsizetype end = queryMark < 0 ? m_text.size() : queryMark;
    qsizetype slash = m_text.indexOf(u'/', start);
    slash = slash < 0 || slash > end ? end : slash;
    // An @ in a password should be written %40; where it is not, the last one still cannot be part of a host.
    const qsizetype at = m_text.lastIndexOf(u'@', slash - 1);
    qsizetype hostStart = start;
    if (at >= start && at < slash) {
        userInfo(start, at);
        hostStart = at + 1;
    }
    if (kind.unixSocket) {
        if (hostStart != slash)
            fail(u"the path of a unix socket must begin with a slash, as in unix:///run/redis/redis.sock"_s, hostStart);
        m_url.socketPath = decoded(slash, end, u"the path"_s);
        if (m_url.socketPath.size() < 2)
            fail(u"the path of the unix socket is missing"_s, slash);
    } else {
        endpoints(hostStart, slash);
        path(slash, end);
    }
    if (queryMark >= 0) {
        if (!kind.unixSocket)
            fail(u"a ? is not expected here; in a user name or password write %3F"_s, queryMark);
        query(queryMark + 1, m_text.size());
    }
    return m_url;
}

void Parser::userInfo(qsizetype from, qsizetype to)
{
    const qsizetype colon = m_text.indexOf(u':', from);
    const qsizetype userEnd = colon < 0 || colon > to ? to : colon;
    m_url.user = decoded(from, userEnd, u"the user name"_s);
    if (userEnd < to)
        m_url.password = decoded(userEnd + 1, to, u"the password"_s);
}

void Parser::endpoints(qsizetype from, qsizetype to)
{
    if (m_url.topology == RedisTopology::Single) {
        endpoint(from, to);
        return;
    }
    for (qsizetype start = from;;) {
        const qsizetype comma = m_text.indexOf(u',', start);
        const bool last = comma < 0 || comma >= to;
        endpoint(start, last ? to : comma);
        if (last)
            return;
        start = comma + 1;
    }
}

void Parser::endpoint(qsizetype from, qsizetype to)
{
    RedisEndpoint result;
    result.port = m_url.topology == RedisTopology::Sentinel ? sentinelPort : redisPort;
    qsizetype hostEnd = to;
    if (from < to && m_text[from] == u'[') {
        const qsizetype bracket = m_text.indexOf(u']', from);
        if (bracket < 0 || bracket >= to)
            fail(u"the IPv6 address has no closing bracket"_s, from);
        result.host = decoded(from + 1, bracket, u"the host"_s);
        if (QHostAddress(result.host).protocol() != QAbstractSocket::IPv6Protocol)
            fail(u"what stands in the brackets is not an IPv6 address"_s, from + 1);
        hostEnd = bracket + 1;
        if (hostEnd < to && m_text[hostEnd] != u':')
            fail(u"after the IPv6 address only a port may follow"_s, hostEnd);
    } else {
        const qsizetype colon = m_text.indexOf(u':', from);
        if (colon >= 0 && colon < to)
            hostEnd = colon;
        const qsizetype second = m_text.indexOf(u':', hostEnd + 1);
        if (second >= 0 && second < to)
            fail(u"there are two colons: an IPv6 address stands in brackets, as in [::1]:6379"_s, second);
        result.host = decoded(from, hostEnd, u"the host"_s);
        if (result.host.isEmpty())
            fail(u"the host name is missing"_s, from);
        for (const QChar character : result.host) {
            if (character.isSpace() || !character.isPrint() || u"/\\?#@[]<>^`{|}\"%,:"_s.contains(character))
                fail(u"the host name holds a character that no host name has"_s, from);
        }
    }
    if (hostEnd + 1 < to) // "host:" alone means the usual port, RFC 3986 3.2.3
        result.port
            = static_cast<quint16>(number(hostEnd + 1, to, 1, std::numeric_limits<quint16>::max(), u"the port"_s));
    m_url.endpoints.push_back(result);
}

void Parser::path(qsizetype from, qsizetype to)
{
    qsizetype start = from < to ? from + 1 : to; // after the slash
    if (m_url.topology == RedisTopology::Sentinel) {
        qsizetype end = m_text.indexOf(u'/', start);
        end = end < 0 || end > to ? to : end;
        m_url.masterName = decoded(start, end, u"the name of the master"_s);
        if (m_url.masterName.isEmpty())
            fail(u"the name of the master is missing, as in redis-sentinel://host/mymaster"_s, start);
        start = end < to ? end + 1 : to;
    }
    if (start == to)
        return;
    if (m_url.topology == RedisTopology::Cluster)
        fail(u"a cluster has no numbered databases; nothing may follow its hosts"_s, start);
    m_url.database = number(start, to, 0, std::numeric_limits<int>::max(), u"the database"_s);
}

void Parser::query(qsizetype from, qsizetype to)
{
    if (!QStringView(m_text).sliced(from).startsWith("db="_L1))
        fail(u"after the ? only db=N is known"_s, from);
    m_url.database = number(from + 3, to, 0, std::numeric_limits<int>::max(), u"the database"_s);
}

QString encoded(const QString &text, const QByteArray &alsoPlain = {})
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text, alsoPlain));
}

QString encoded(const RedisEndpoint &endpoint)
{
    const QString host
        = endpoint.host.contains(u':') ? QString(u'[' + encoded(endpoint.host, ":") + u']') : encoded(endpoint.host);
    return host + u':' + QString::number(endpoint.port);
}

} // namespace

std::expected<RedisUrl, QString> RedisUrl::parse(const QString &text)
{
    try {
        return Parser(text.trimmed()).parse();
    } catch (const Fault &fault) {
        return std::unexpected(
            u"The address of the store is wrong at character %1: %2."_s.arg(fault.at + 1).arg(fault.what));
    }
}

QString RedisUrl::display() const
{
    const QString userPart = user.isEmpty() ? QString() : QString(encoded(user) + u'@');
    if (isLocal() && endpoints.empty()) {
        const QString path = encoded(socketPath, "/:@!$&'()*+,;=");
        const QString query = database == 0 ? QString() : QString(u"?db="_s + QString::number(database));
        return u"unix://"_s + userPart + path + query;
    }
    QString result;
    for (const Scheme &known : schemes) {
        if (known.topology == topology && known.tls == tls && !known.unixSocket) {
            result = known.name + u"://"_s + userPart;
            break;
        }
    }
    for (size_t i = 0; i < endpoints.size(); ++i)
        result += (i == 0 ? QString() : u","_s) + encoded(endpoints[i]);
    if (topology == RedisTopology::Sentinel)
        result += u'/' + encoded(masterName);
    if (database != 0)
        result += u'/' + QString::number(database);
    return result;
}

} // namespace arbscope
