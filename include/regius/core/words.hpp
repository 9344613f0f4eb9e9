// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_WORDS_HPP
#define REGIUS_CORE_WORDS_HPP

#include <regius/core/byte_vector.hpp>
#include <regius/core/find.hpp>
#include <regius/core/space.hpp>
#include <regius/core/text.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace regius::core {

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

        void add(byte_vector block, std::ptrdiff_t at) noexcept {
            spaces |= std::uint64_t{bits_of(between(0x1C, block, ' ') | between('\t', block, '\r'))} << at;
            wide |= std::uint64_t{bits_of(block)} << at;
        }
    };
    /// Fewer than 64 bytes, as the last of 64.
    [[gnu::noinline]] static masks look_at_rest(char const* at, std::ptrdiff_t size) noexcept {
        masks m;
        auto unused = 64 - size;
        for (; size >= 16; size -= 16, at += 16, unused += 16) m.add(load_block(at), unused);
        if (size != 0) m.add(load_tail(at, size), 48);  // the bytes before it are '\0'
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

/// The pieces between runs of white space.
class word_cursor {
    char const* at_ = nullptr;
    char const* stop_ = nullptr;
    std::ptrdiff_t cuts_ = 0;
    word_scanner scan_;

    constexpr void find() {
        at_ = scan_.next();
        if (at_ == scan_.last()) {
            at_ = nullptr;
        } else if (cuts_ == 0) {
            stop_ = scan_.last();
            scan_ = word_scanner(stop_, stop_);
        } else {
            --cuts_;
            stop_ = scan_.next();
        }
    }

public:
    word_cursor() = default;
    constexpr word_cursor(std::string_view text, std::ptrdiff_t cuts)
        : cuts_(cuts), scan_(text.data(), text.data() + text.size()) {
        find();
    }
    /// The first piece is known: it ends at the white space at `stop`.
    constexpr word_cursor(std::string_view text, char const* stop)
        : at_(text.data()), stop_(stop), cuts_(any_number_of_times), scan_(stop, text.data() + text.size()) {}

    constexpr std::string_view read() const { return {at_, static_cast<std::size_t>(stop_ - at_)}; }
    constexpr void next() { find(); }
    [[nodiscard]] constexpr bool equal(word_cursor const& that) const { return at_ == that.at_; }
    [[nodiscard]] constexpr bool done() const { return at_ == nullptr; }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_WORDS_HPP
