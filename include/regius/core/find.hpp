// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_FIND_HPP
#define REGIUS_CORE_FIND_HPP

#include <regius/core/byte_vector.hpp>
#include <regius/core/utf8.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace regius::core {

// Searching text for every place of something. Fields and words are short: a call of memchr for each costs more than
// the search itself. A scanner looks at 16 bytes at once and remembers all that it found there; the next place is
// then a bit of a mask. What it searches for is a class with
//
//     constexpr bool operator()(char const* at) const     whether it is there
//     unsigned mask(load) const                           where it may be in the 16 bytes load(0): bit 0 is the first;
//                                                         load(n) are the 16 bytes n further on

#if defined(__SSE2__)

/// The `size` bytes at `at`, 1 to 15 of them, as the last bytes of a block. Reads nothing else. Not inlined: it is
/// called once a text, and the loop around it must stay in registers.
[[gnu::noinline]] inline byte_vector load_tail(char const* at, std::ptrdiff_t size) noexcept {
    auto const load = [](char const* from, auto word) {
        std::memcpy(&word, from, sizeof(word));
        return std::uint64_t{word};
    };
    std::uint64_t words[2] = {};
    auto& [low, high] = words;
    auto const unused = 8 * static_cast<unsigned>((16 - size) % 8);
    if (size >= 8) {
        high = load(at + size - 8, std::uint64_t{});
        if (size != 8) low = load(at, std::uint64_t{}) << unused;
    } else if (size >= 4) {
        auto const first = load(at, std::uint32_t{}), last = load(at + size - 4, std::uint32_t{});
        high = last << 32 | ((first << unused) & 0xFFFFFFFF);
    } else {
        auto const bytes = std::uint64_t{byte_of(at[0])} | std::uint64_t{byte_of(at[size / 2])} << size / 2 * 8 |
                           std::uint64_t{byte_of(at[size - 1])} << (size - 1) * 8;
        high = bytes << unused;
    }
    return load_block(reinterpret_cast<char const*>(words));
}

/// Which of the bytes, as numbers from 0 to 255, are from `least` to `most`.
inline byte_vector between(unsigned char least, byte_vector bytes, unsigned char most) noexcept {
    using numbers [[gnu::vector_size(16)]] = unsigned char;
    return reinterpret_cast<numbers>(bytes) - least <= static_cast<unsigned char>(most - least);
}

#endif

/// Every place of something in [at, last), from the left.
template <class What>
class scanner {
    char const* next_ = nullptr;  // everything before it has been looked at
    char const* last_ = nullptr;
    std::uint64_t found_ = 0;  // in the 64 bytes before next_
    [[no_unique_address]] What what_{};

#if defined(__SSE2__)
    static std::uint64_t look_at(char const* at, What const& what) noexcept {
        return std::uint64_t{what.mask([at](std::ptrdiff_t n) { return load_block(at + n); })};
    }
    /// The same for fewer than 64 bytes, as the last of 64.
    [[gnu::noinline]] static std::uint64_t look_at_rest(char const* at, std::ptrdiff_t size, What what) noexcept {
        std::uint64_t found = 0;
        auto unused = 64 - size;
        for (; size >= 16; size -= 16, at += 16, unused += 16) found |= look_at(at, what) << unused;
        if (size == 0) return found;
        std::uint64_t const tail = what.mask([=](std::ptrdiff_t n) { return load_tail(at + n, size); });
        return found | tail >> (16 - size) << unused;
    }
    [[gnu::always_inline]] void look() noexcept {
        auto const left = last_ - next_;
        if (left >= 64) {
            found_ = look_at(next_, what_) | look_at(next_ + 16, what_) << 16 | look_at(next_ + 32, what_) << 32 |
                     look_at(next_ + 48, what_) << 48;
            next_ += 64;
        } else {
            found_ = look_at_rest(next_, left, what_);
            next_ = last_;
        }
    }
#endif

public:
    scanner() = default;
    constexpr scanner(char const* at, char const* last, What what) : next_(at), last_(last), what_(what) {}

    /// The next place, or last.
    constexpr char const* next() noexcept {
#if defined(__SSE2__)
        if (!std::is_constant_evaluated()) {
            for (;;) {
                for (; found_ != 0; found_ &= found_ - 1) {
                    auto const place = next_ - (64 - std::countr_zero(found_));
                    if (!what_.certain() && !what_(place)) continue;
                    found_ &= found_ - 1;
                    return place;
                }
                if (next_ == last_) return last_;
                look();
            }
        }
#endif
        while (next_ != last_)
            if (what_(next_++)) return next_ - 1;
        return last_;
    }
};

class one_byte {
    char byte_{};

public:
    one_byte() = default;
    constexpr explicit one_byte(char byte) noexcept : byte_(byte) {}

    constexpr bool operator()(char const* at) const noexcept { return *at == byte_; }
    [[nodiscard]] constexpr bool certain() const noexcept { return true; }
#if defined(__SSE2__)
    unsigned mask(auto load) const noexcept { return bits_of(load(0) == byte_); }
#endif
};

/// A text that is not empty. A scanner for it ends where the text no longer fits.
class whole_text {
    std::string_view text_;

public:
    whole_text() = default;
    constexpr explicit whole_text(std::string_view text) noexcept : text_(text) {}

    [[nodiscard]] constexpr std::ptrdiff_t size() const noexcept { return static_cast<std::ptrdiff_t>(text_.size()); }
    constexpr bool operator()(char const* at) const noexcept {
        return *at == text_.front() && std::char_traits<char>::compare(at + 1, text_.data() + 1, text_.size() - 1) == 0;
    }
    [[nodiscard]] constexpr bool certain() const noexcept { return text_.size() <= 2; }
#if defined(__SSE2__)
    // The first and the last byte at once: in most text that leaves the true places.
    unsigned mask(auto load) const noexcept {
        return bits_of((load(0) == text_.front()) & (load(size() - 1) == text_.back()));
    }
#endif
};

}  // namespace regius::core

#endif  // REGIUS_CORE_FIND_HPP
