// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/textprobe.h"

#include "core/report/bytemask.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <iterator>
#include <utility>

namespace arbscope {

namespace {

/// Whether a character stands in JSON as itself or as \uXXXX, but in no other way.
bool isPlain(char c)
{
    return c >= ' ' && c < '\x7f' && c != '"' && c != '\\' && c != '/';
}

/// Whether it can be of a text that stands as a number, true or false, and is read as Python prints these.
bool isOfConverted(char c)
{
    constexpr std::string_view characters = "0123456789+-.einfaTrueFalse";
    return characters.contains(c);
}

/// The longest part of a text that must stand in the JSON as it is; empty when there is none.
std::string plainPartOf(std::string_view text)
{
    std::string_view longest;
    for (const auto *at = text.begin(); at != text.end();) {
        const auto *begin = std::find_if(at, text.end(), isPlain);
        at = std::find_if_not(begin, text.end(), isPlain);
        const std::string_view part(begin, at);
        if (part.size() > longest.size() && !std::ranges::all_of(part, isOfConverted))
            longest = part;
    }
    return std::string(longest);
}

/// `needle` is not empty.
bool hasIn(std::string_view text, std::string_view needle)
{
    const std::size_t last = needle.size() - 1;
    std::size_t at = 0;
    for (; at + last + MaskWidth <= text.size(); at += MaskWidth) {
        const char *block = text.data() + at;
        for (auto both = equalMask(block, needle.front()) & equalMask(block + last, needle.back()); both != 0;
             both &= both - 1) {
            if (std::memcmp(block + std::countr_zero(both), needle.data(), needle.size()) == 0)
                return true;
        }
    }
    return text.substr(at).contains(needle);
}

bool isTextMember(FieldId field)
{
    const Field &known = fields()[std::size_t(field)];
    return known.origin == Field::Origin::Member && known.type == MemberType::Text;
}

} // namespace

std::vector<TextProbe::AnyOf> TextProbe::needlesOf(const FilterExpression &filter)
{
    const auto ofTexts = [](FieldId field, const auto &texts) -> std::vector<AnyOf> {
        if (!isTextMember(field))
            return {};
        AnyOf any;
        for (const std::string_view text : texts)
            any.push_back(plainPartOf(text));
        std::vector<AnyOf> all;
        if (std::ranges::none_of(any, &std::string::empty))
            all.push_back(std::move(any));
        return all;
    };
    const auto textOf = [](const FilterLiteral &literal) {
        const auto *text = std::get_if<std::string>(&literal.value);
        return text ? std::string_view(*text) : std::string_view();
    };
    return std::visit(
        [&]<class T>(const T &part) -> std::vector<AnyOf> {
            if constexpr (std::is_same_v<T, Contains>) {
                return ofTexts(part.field, std::array{std::string_view(part.text)});
            } else if constexpr (std::is_same_v<T, CompareLiteral>) {
                if (part.comparison == Comparison::Equal)
                    return ofTexts(part.field, std::array{textOf(part.literal)});
            } else if constexpr (std::is_same_v<T, OneOf>) {
                std::vector<std::string_view> texts;
                std::ranges::transform(part.literals, std::back_inserter(texts), textOf);
                return ofTexts(part.field, texts);
            } else if constexpr (std::is_same_v<T, And>) {
                auto all = needlesOf(*part.left);
                std::ranges::move(needlesOf(*part.right), std::back_inserter(all));
                return all;
            } else if constexpr (std::is_same_v<T, Or>) {
                auto left = needlesOf(*part.left);
                auto right = needlesOf(*part.right);
                if (left.empty() || right.empty())
                    return {};
                std::ranges::move(right.front(), std::back_inserter(left.front()));
                left.resize(1);
                return left;
            }
            return {};
        },
        filter.node);
}

TextProbe::TextProbe(const FilterExpression &filter)
    : m_needles(needlesOf(filter))
{ }

bool TextProbe::mayBeTrue(std::string_view json) const
{
    const auto isThere = [json](const AnyOf &needles) {
        return std::ranges::any_of(needles, [json](const std::string &needle) { return hasIn(json, needle); });
    };
    return std::ranges::all_of(m_needles, isThere) || hasIn(json, "\\u");
}

} // namespace arbscope
