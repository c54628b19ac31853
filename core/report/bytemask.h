// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

// Tests of 32 bytes at once: bit i of the answer is for byte i.
namespace arbscope {

inline constexpr std::size_t MaskWidth = 32;

#ifdef __SSE2__

template <typename Test> [[nodiscard]] inline std::uint32_t byteMask(const char *bytes, Test test)
{
    const auto half = [&](const char *from) {
        const auto block = _mm_loadu_si128(reinterpret_cast<const __m128i *>(from));
        return static_cast<std::uint32_t>(_mm_movemask_epi8(test(block)));
    };
    return half(bytes) | half(bytes + 16) << 16;
}

[[nodiscard]] inline std::uint32_t equalMask(const char *bytes, char c)
{
    return byteMask(bytes, [c](__m128i block) { return _mm_cmpeq_epi8(block, _mm_set1_epi8(c)); });
}

/// Bytes that are the same in both.
[[nodiscard]] inline std::uint32_t sameMask(const char *a, const char *b)
{
    const auto half = [](const char *fromA, const char *fromB) {
        const auto blockA = _mm_loadu_si128(reinterpret_cast<const __m128i *>(fromA));
        const auto blockB = _mm_loadu_si128(reinterpret_cast<const __m128i *>(fromB));
        return static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(blockA, blockB)));
    };
    return half(a, b) | half(a + 16, b + 16) << 16;
}

[[nodiscard]] inline std::uint32_t digitMask(const char *bytes)
{
    return byteMask(bytes, [](__m128i block) {
        const auto value = _mm_sub_epi8(block, _mm_set1_epi8('0'));
        return _mm_cmpeq_epi8(_mm_min_epu8(value, _mm_set1_epi8(9)), value);
    });
}

/// Bytes at which plain text of a JSON string stops: quote, backslash, control characters, DEL and all beyond ASCII.
[[nodiscard]] inline std::uint32_t stopMask(const char *bytes)
{
    return byteMask(bytes, [](__m128i block) {
        const auto quote = _mm_cmpeq_epi8(block, _mm_set1_epi8('"'));
        const auto backslash = _mm_cmpeq_epi8(block, _mm_set1_epi8('\\'));
        const auto low = _mm_cmplt_epi8(block, _mm_set1_epi8(0x20)); // signed: bytes from 0x80 are negative
        const auto high = _mm_cmpeq_epi8(block, _mm_set1_epi8(0x7f));
        return _mm_or_si128(_mm_or_si128(quote, backslash), _mm_or_si128(low, high));
    });
}

#else

template <typename Test> [[nodiscard]] inline std::uint32_t byteMask(const char *bytes, Test test)
{
    std::uint32_t mask = 0;
    for (std::size_t i = 0; i < MaskWidth; ++i)
        mask |= static_cast<std::uint32_t>(test(static_cast<unsigned char>(bytes[i]))) << i;
    return mask;
}

[[nodiscard]] inline std::uint32_t equalMask(const char *bytes, char c)
{
    return byteMask(bytes, [c](unsigned char byte) { return byte == static_cast<unsigned char>(c); });
}

[[nodiscard]] inline std::uint32_t sameMask(const char *a, const char *b)
{
    std::uint32_t mask = 0;
    for (std::size_t i = 0; i < MaskWidth; ++i)
        mask |= static_cast<std::uint32_t>(a[i] == b[i]) << i;
    return mask;
}

[[nodiscard]] inline std::uint32_t digitMask(const char *bytes)
{
    return byteMask(bytes, [](unsigned char byte) { return byte >= '0' && byte <= '9'; });
}

[[nodiscard]] inline std::uint32_t stopMask(const char *bytes)
{
    return byteMask(bytes, [](unsigned char b) { return b == '"' || b == '\\' || b < 0x20 || b >= 0x7f; });
}

#endif

} // namespace arbscope
