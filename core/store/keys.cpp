// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/keys.h"

#include <array>
#include <charconv>
#include <cmath>

namespace arbscope {

namespace {

constexpr QByteArrayView HashPrefix("execution_report:");
constexpr QByteArrayView IndexPrefix("execution_report_sorted:");

} // namespace

QByteArray hashKey(const QByteArray &server)
{
    return HashPrefix.toByteArray().append(server);
}

QByteArray indexKey(const QByteArray &server)
{
    return IndexPrefix.toByteArray().append(server);
}

std::optional<QByteArray> serverOfHashKey(const QByteArray &key)
{
    if (!key.startsWith(HashPrefix))
        return std::nullopt;
    return key.mid(HashPrefix.size());
}

QByteArray hashKeyPattern()
{
    return HashPrefix.toByteArray().append('*');
}

QByteArray scoreText(double score)
{
    std::array<char, 32> text; // the shortest form of any double takes at most 24 characters
    const auto end = std::to_chars(text.data(), text.data() + text.size(), score).ptr;
    return QByteArray(text.data(), end - text.data());
}

std::optional<double> scoreValue(const QByteArray &text)
{
    double score = 0;
    const char *end = text.constData() + text.size();
    const auto [stop, error] = std::from_chars(text.constData(), end, score);
    if (error != std::errc() || stop != end || std::isnan(score))
        return std::nullopt;
    return score;
}

} // namespace arbscope
