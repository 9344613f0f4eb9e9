// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_SPACE_HPP
#define REGIUS_CORE_SPACE_HPP

#include <regius/core/find.hpp>
#include <regius/core/utf8.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace regius::core {

// White space is what str.isspace() says: \t \n \v \f \r \x1c-\x1f and ' ', and in UTF-8 U+0085, U+00A0, U+1680,
// U+2000-200A, U+2028, U+2029, U+202F, U+205F, U+3000. The lead bytes of the latter are C2, E1, E2 and E3; a lead
// byte stands only at the start of a character, so no other byte needs a look.

struct ascii_space_table {
    bool has[256] = {};

    consteval ascii_space_table() {
        for (unsigned byte = '\t'; byte <= '\r'; ++byte) has[byte] = true;
        for (unsigned byte = 0x1C; byte <= ' '; ++byte) has[byte] = true;
    }
};

inline constexpr ascii_space_table ascii_spaces;

// A table, because which of several characters of white space it is cannot be predicted.
constexpr bool is_ascii_space(char c) noexcept { return ascii_spaces.has[byte_of(c)]; }

/// The size of the white space character that starts at `at`, or 0; `at < last`.
constexpr std::size_t space_size(char const* at, char const* last) noexcept {
    auto const lead = byte_of(*at);
    if (lead < 0x80) return is_ascii_space(*at) ? 1 : 0;
    if (lead != 0xC2 && (lead < 0xE1 || lead > 0xE3)) return 0;
    auto const c = utf8_decode(at, last);
    switch (c.code) {
        case 0x85:
        case 0xA0:
        case 0x1680:
        case 0x2028:
        case 0x2029:
        case 0x202F:
        case 0x205F:
        case 0x3000: return c.size;
        default: return c.code >= 0x2000 && c.code <= 0x200A ? c.size : 0;
    }
}

/// The first character in [at, last) that is not white space, or last.
constexpr char const* skip_space(char const* at, char const* last) noexcept {
    for (;;) {
        while (at != last && is_ascii_space(*at)) ++at;
        if (at == last || byte_of(*at) < 0x80) return at;
        auto const size = space_size(at, last);
        if (size == 0) return at;
        at += size;
    }
}

/// Where the white space at the end of [first, at) starts.
constexpr char const* skip_space_back(char const* first, char const* at) noexcept {
    for (;;) {
        while (at != first && is_ascii_space(at[-1])) --at;
        if (at == first || byte_of(at[-1]) < 0x80) return at;
        auto const size = utf8_decode_back(first, at).size;
        if (space_size(at - size, at) == 0) return at;
        at -= size;
    }
}

/// The end of the last white space in [first, at), or first.
constexpr char const* find_space_back(char const* first, char const* at) noexcept {
    while (at != first) {
        auto const size = byte_of(at[-1]) < 0x80 ? 1 : utf8_decode_back(first, at).size;
        if (space_size(at - size, at) != 0) break;
        at -= size;
    }
    return at;
}

/// Every place in [at, last) where a word starts or ends, by turns. What stands before `at` counts as white space.
class word_scanner {
    char const* next_ = nullptr;  // everything before it has been looked at
    char const* last_ = nullptr;
    std::uint64_t turns_ = 0;        // in the 64 bytes before next_
    std::uint64_t after_space_ = 1;  // whether the byte before next_ is white space
    std::uint64_t still_space_ = 0;  // a bit for each byte at next_ that ends a character begun before it

#if defined(__SSE2__)
    struct masks {
        std::uint64_t spaces = 0;
        std::uint64_t wide = 0;

        void add(__m128i block, std::ptrdiff_t at) noexcept {
            auto const blanks = at_most(_mm_sub_epi8(block, _mm_set1_epi8(0x1C)), ' ' - 0x1C);
            auto const tabs = at_most(_mm_sub_epi8(block, _mm_set1_epi8('\t')), '\r' - '\t');
            spaces |= std::uint64_t{bits_of(_mm_or_si128(blanks, tabs))} << at;
            wide |= std::uint64_t{bits_of(block)} << at;
        }
    };
    /// Fewer than 64 bytes, as the last of 64.
    [[gnu::noinline]] static masks look_at_rest(char const* at, std::ptrdiff_t size) noexcept {
        masks m;
        auto unused = 64 - size;
        for (; size >= 16; size -= 16, at += 16, unused += 16) m.add(load_block(at), unused);
        if (size == 0) return m;
        masks tail;
        tail.add(load_tail(at, size), 0);
        m.spaces |= tail.spaces >> (16 - size) << unused;
        m.wide |= tail.wide >> (16 - size) << unused;
        return m;
    }
    struct wide_spaces {
        std::uint64_t here, behind;
    };
    /// White space of more than one byte, among the last bytes of 64 that have a bit in `wide`.
    [[gnu::noinline]] static wide_spaces look_for_wide(char const* next, char const* last,
                                                       std::uint64_t wide) noexcept {
        std::uint64_t here = 0, behind = 0;
        for (; wide != 0; wide &= wide - 1) {
            auto const at = std::countr_zero(wide);
            auto const size = space_size(next - (64 - at), last);
            auto const bits = (std::uint64_t{1} << size) - 1;
            here |= bits << at;
            if (at > 60) behind |= bits >> (64 - at);
        }
        return {here, behind};
    }

    [[gnu::always_inline]] void look() noexcept {
        auto const left = last_ - next_;
        auto unused = 0;
        masks m;
        if (left >= 64) {
            for (int i = 0; i < 64; i += 16) m.add(load_block(next_ + i), i);
            next_ += 64;
        } else {
            m = look_at_rest(next_, left);
            unused = static_cast<int>(64 - left);
            next_ = last_;
        }
        m.spaces |= still_space_ << unused;
        still_space_ = 0;
        if (m.wide != 0) {
            auto const found = look_for_wide(next_, last_, m.wide);
            m.spaces |= found.here;
            still_space_ = found.behind;
        }
        turns_ = (m.spaces ^ (m.spaces << 1 | after_space_ << unused)) >> unused << unused;
        after_space_ = m.spaces >> 63;
    }
#endif

public:
    word_scanner() = default;
    constexpr word_scanner(char const* at, char const* last) noexcept : next_(at), last_(last) {}

    constexpr char const* last() const noexcept { return last_; }

    /// The next start or end of a word, or last.
    constexpr char const* next() noexcept {
#if defined(__SSE2__)
        if (!std::is_constant_evaluated()) {
            while (turns_ == 0) {
                if (next_ == last_) return last_;
                look();
            }
            auto const place = next_ - (64 - std::countr_zero(turns_));
            turns_ &= turns_ - 1;
            return place;
        }
#endif
        while (next_ != last_) {
            auto const at = next_;
            auto const size = space_size(at, last_);
            next_ += size == 0 ? 1 : size;
            if ((size == 0) == (after_space_ == 1)) {
                after_space_ ^= 1;
                return at;
            }
        }
        return last_;
    }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_SPACE_HPP
