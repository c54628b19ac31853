// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/storecheck.h"

#include "core/redis/wait.h"
#include "core/store/keys.h"
#include "core/store/keyscan.h"
#include "core/store/replyshape.h"
#include "core/store/serverscan.h"
#include "core/store/walk.h"

#include <algorithm>
#include <span>
#include <utility>

namespace arbscope {

namespace {

constexpr std::size_t SuspectsAtOnce = 250; // asked about in one pipeline

/// A trade whose hash and index did not fit when the walk came by.
struct Suspect
{
    FindingKind kind = FindingKind::NoReport;
    QByteArray orderId;
    std::optional<double> clock;
};

class Check
{
public:
    Check(RedisSession &connection, const QByteArray &server, const CheckOptions &options,
          const std::function<void(const Finding &)> &onFinding, std::stop_token stop)
        : m_connection(connection)
        , m_server(server)
        , m_options(options)
        , m_onFinding(onFinding)
        , m_stop(std::move(stop))
    { }

    Result<CheckResult> run(const std::function<void(qint64, qint64)> &onProgress)
    {
        WalkOptions options;
        options.scores = true;
        TradeWalk walk(m_connection, {m_server}, options);
        qint64 seen = 0;
        for (;;) {
            const auto page = walk.next(m_stop);
            if (!page)
                return std::unexpected(page.error());
            if (!*page)
                break;
            for (const WalkPage::Entry &entry : (*page)->entries)
                look(entry, (*page)->orphans);
            seen += qint64((*page)->entries.size());
            if (onProgress)
                onProgress(seen, std::max(seen, walk.total()));
        }
        if (const auto confirmed = lookAgain(); !confirmed)
            return std::unexpected(confirmed.error());
        return m_result;
    }

private:
    void look(const WalkPage::Entry &entry, bool orphan)
    {
        if (!orphan)
            ++m_result.entries;
        if (!entry.present) {
            suspect({.kind = FindingKind::NoReport, .orderId = entry.orderId, .clock = {}});
            return;
        }
        ++m_result.reports;
        ReadReport read = readReport(entry.raw);
        const auto clock = read.report ? std::optional(read.report->clock) : std::nullopt;
        if (orphan)
            suspect({.kind = FindingKind::NotIndexed, .orderId = entry.orderId, .clock = clock});
        else if (clock && *clock != entry.score)
            suspect({.kind = FindingKind::ScoreDiffers, .orderId = entry.orderId, .clock = clock});

        Finding finding{.kind = FindingKind::Invalid,
                        .server = m_server,
                        .orderId = entry.orderId,
                        .score = orphan ? std::nullopt : std::optional(entry.score),
                        .clock = clock,
                        .found = {},
                        .issues = {}};
        if (read.report) {
            if (finding.found = read.report->orderId.toUtf8(); finding.found != entry.orderId)
                tell(FindingKind::OrderIdDiffers, finding);
            if (finding.found = read.report->serverName.toUtf8(); finding.found != m_server)
                tell(FindingKind::ServerDiffers, finding);
            finding.found.clear();
        }
        finding.issues = std::move(read.issues);
        if (read.verdict != Verdict::Valid)
            tell(read.verdict == Verdict::Invalid ? FindingKind::Invalid : FindingKind::Coerced, finding);
    }

    void suspect(Suspect &&suspect)
    {
        if (m_suspects.size() < m_options.maxSuspects)
            m_suspects.push_back(std::move(suspect));
        else
            ++m_result.unconfirmed;
    }

    void tell(FindingKind kind, Finding &finding)
    {
        finding.kind = kind;
        ++m_result.findings[std::size_t(kind)];
        m_onFinding(finding);
    }

    Result<void> lookAgain()
    {
        if (!m_suspects.empty()) {
            if (const auto settled = pauseFor(m_options.settle, m_stop); !settled)
                return settled;
        }
        for (std::size_t from = 0; from < m_suspects.size(); from += SuspectsAtOnce) {
            const std::span all(m_suspects);
            const auto told = lookAgain(all.subspan(from, std::min(SuspectsAtOnce, all.size() - from)));
            if (!told)
                return told;
        }
        return {};
    }

    Result<void> lookAgain(std::span<const Suspect> suspects)
    {
        std::vector<CommandArgs> commands;
        for (const Suspect &suspect : suspects) {
            commands.push_back({"ZSCORE", indexKey(m_server), suspect.orderId});
            commands.push_back({"HEXISTS", hashKey(m_server), suspect.orderId});
        }
        auto replies = m_connection.pipeline(commands, m_stop);
        if (!replies)
            return std::unexpected(std::move(replies.error()));
        for (std::size_t i = 0; i < suspects.size(); ++i) {
            const auto score = bulkIn(std::move((*replies)[2 * i]), commands[2 * i]);
            if (!score)
                return std::unexpected(score.error());
            const auto exists = integerIn((*replies)[2 * i + 1], commands[2 * i + 1]);
            if (!exists)
                return std::unexpected(exists.error());
            judge(suspects[i], *score ? scoreValue(**score) : std::nullopt, *exists == 1);
        }
        return {};
    }

    void judge(const Suspect &suspect, std::optional<double> score, bool exists)
    {
        Finding finding{.kind = suspect.kind,
                        .server = m_server,
                        .orderId = suspect.orderId,
                        .score = score,
                        .clock = suspect.clock,
                        .found = {},
                        .issues = {}};
        if (score && !exists)
            tell(FindingKind::NoReport, finding);
        else if (!score && exists && suspect.kind != FindingKind::NoReport)
            tell(FindingKind::NotIndexed, finding);
        else if (score && exists && suspect.clock && *suspect.clock != *score)
            tell(FindingKind::ScoreDiffers, finding);
    }

    RedisSession &m_connection;
    const QByteArray &m_server;
    const CheckOptions &m_options;
    const std::function<void(const Finding &)> &m_onFinding;
    std::stop_token m_stop;
    std::vector<Suspect> m_suspects;
    CheckResult m_result;
};

} // namespace

bool CheckResult::isClean() const
{
    return unconfirmed == 0 && std::ranges::all_of(findings, [](qint64 count) { return count == 0; });
}

Result<CheckResult> checkServer(RedisSession &connection, const QByteArray &server, const CheckOptions &options,
                                const std::function<void(const Finding &)> &onFinding,
                                const std::function<void(qint64, qint64)> &onProgress, std::stop_token stop)
{
    return Check(connection, server, options, onFinding, std::move(stop)).run(onProgress);
}

Result<std::vector<QByteArray>> serversToCheck(RedisSession &connection, const std::stop_token &stop)
{
    auto servers = serverNames(connection, stop);
    if (!servers)
        return servers;
    const QByteArray prefix = indexKey({});
    const auto take = [&](std::vector<QByteArray> &&keys) -> Result<bool> {
        for (const QByteArray &key : keys) {
            if (key.startsWith(prefix))
                servers->push_back(key.mid(prefix.size()));
        }
        return true;
    };
    const auto scanned = scanKeys(connection, {.pattern = QByteArray(prefix + '*'), .type = "zset"}, take, stop);
    if (!scanned)
        return std::unexpected(scanned.error());
    std::ranges::sort(*servers);
    servers->erase(std::ranges::unique(*servers).begin(), servers->end());
    return servers;
}

} // namespace arbscope
