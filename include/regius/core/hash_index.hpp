// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_HASH_INDEX_HPP
#define REGIUS_CORE_HASH_INDEX_HPP

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <type_traits>

#if defined(__SSE2__)
#include <regius/core/byte_vector.hpp>
#elif defined(__ARM_NEON) && defined(__aarch64__)
#include <arm_neon.h>
#else
#include <regius/core/portable_probing.hpp>
#endif

namespace regius::core {

namespace probing {

// Which of 16 bytes equal one byte, as a mask with bit i for byte i.

#if defined(__SSE2__)

struct native {
    static std::uint32_t equal(unsigned char const* bytes, unsigned char wanted) noexcept {
        auto const* const aligned = static_cast<char const*>(__builtin_assume_aligned(bytes, 16));
        return bits_of(load_block(aligned) == static_cast<char>(wanted));
    }
};

#elif defined(__ARM_NEON) && defined(__aarch64__)

struct native {
    static std::uint32_t equal(unsigned char const* bytes, unsigned char wanted) noexcept {
        constexpr unsigned char bit[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
        auto const found = vandq_u8(vceqq_u8(vld1q_u8(bytes), vdupq_n_u8(wanted)), vld1q_u8(bit));
        return static_cast<std::uint32_t>(vaddv_u8(vget_low_u8(found))) |
               static_cast<std::uint32_t>(vaddv_u8(vget_high_u8(found))) << 8;
    }
};

#else

using native = portable;

#endif

inline void prefetch([[maybe_unused]] void const* p) noexcept {
#if defined(__GNUC__)
    __builtin_prefetch(p);
#endif
}

}  // namespace probing

/// From a hash to the position of an entry that is kept elsewhere, in the order its owner chooses.
///
/// One cache line holds twelve entries: a tag of 8 hash bits each, the positions, and four counters of entries that
/// found the line full and went on to a later one. A search reads one line, the entry, and nothing else; it ends
/// where the counter of its kind is zero, so that erasing leaves no tombstones here.
///
/// A position has 32 bits. The bits beyond those have memory of their own, which an index of more than 2^32 entries
/// has and no other.
///
/// The owner allocates the memory, which is trivial, and says for how many lines: a power of two.
template <class Position = std::uint32_t, class Match = probing::native>
class hash_index {
public:
    static constexpr unsigned width = 12;

    struct alignas(64) line {
        unsigned char tags[width];  // 0: free
        unsigned char overflow[4];  // 255: too many to count, for ever
        Position positions[width];
    };

    struct place {
        line* where = nullptr;
        unsigned lane = 0;

        explicit operator bool() const noexcept { return where != nullptr; }
    };

    constexpr hash_index() noexcept = default;
    hash_index(line* memory, std::size_t lines) noexcept : lines_(memory), mask_((lines - 1) * sizeof(line)) {
        if (wide(lines)) high_ = reinterpret_cast<unsigned char*>(memory + lines);
    }

    line* lines() const noexcept { return lines_; }
    std::size_t line_count() const noexcept { return mask_ / sizeof(line) + 1; }
    void clear() noexcept { std::memset(static_cast<void*>(lines_), 0, line_count() * sizeof(line)); }

    /// The memory for so many lines, counted in lines.
    static constexpr std::size_t memory(std::size_t lines) noexcept {
        return lines + (wide(lines) ? (lines * high_width + sizeof(line) - 1) / sizeof(line) : 0);
    }

    /// How many entries this many lines may hold, and how many lines this many entries need. At 10 of 12 on average
    /// every fifth line is full.
    static constexpr std::size_t capacity(std::size_t lines) noexcept { return lines == 1 ? width : lines * 10; }
    static constexpr std::size_t lines_for(std::size_t entries) noexcept {
        return entries <= width ? 1 : std::bit_ceil((entries + 9) / 10);
    }

    std::size_t position(place of) const noexcept {
        std::size_t const low = of.where->positions[of.lane];
        if constexpr (always_narrow)
            return low;
        else
            return high_ == nullptr ? low : low | static_cast<std::size_t>(*high(of)) << low_bits;
    }
    void set_position(place of, std::size_t position) const noexcept {
        of.where->positions[of.lane] = static_cast<Position>(position);
        if constexpr (!always_narrow)
            if (high_ != nullptr) *high(of) = static_cast<unsigned char>(position >> low_bits);
    }

    void prefetch(std::uint64_t hash) const noexcept { probing::prefetch(home(hash)); }

    /// The first position whose entry may have this hash; what a prefetch of the entry wants to know.
    place first_candidate(std::uint64_t hash) const noexcept {
        auto* const at = home(hash);
        auto const found = lanes(*at, tag(hash));
        return found == 0 ? place{} : place{at, static_cast<unsigned>(std::countr_zero(found))};
    }

    /// Ask `look(place, position)` about every place that may have this hash, until its answer is true; that answer.
    template <class Look>
    [[gnu::always_inline]] auto search(std::uint64_t hash, Look look) const
        -> std::invoke_result_t<Look&, place, std::size_t> {
        auto const wanted = tag(hash);
        auto at = hash & mask_;
        for (std::size_t step = sizeof(line);; step += sizeof(line)) {
            auto* const here = line_at(at);
            for (auto found = lanes(*here, wanted); found != 0; found &= found - 1) {
                place const candidate{here, static_cast<unsigned>(std::countr_zero(found))};
                if (auto const answer = look(candidate, position(candidate))) [[likely]]
                    return answer;
            }
            if (here->overflow[kind(hash)] == 0) [[likely]]
                return {};
            at = (at + step) & mask_;
        }
    }

    /// The place with this hash for whose position same(position) holds.
    template <class Same>
    place find(std::uint64_t hash, Same same) const {
        return search(hash, [&](place at, std::size_t position) { return same(position) ? at : place{}; });
    }

    /// Add a position. There must be room, and nothing equal.
    void insert(std::uint64_t hash, std::size_t at_position) noexcept {
        auto at = hash & mask_;
        for (std::size_t step = sizeof(line);; step += sizeof(line)) {
            auto* const here = line_at(at);
            if (auto const free = lanes(*here, 0); free != 0) [[likely]] {
                auto const lane = static_cast<unsigned>(std::countr_zero(free));
                here->tags[lane] = tag(hash);
                set_position({here, lane}, at_position);
                return;
            }
            if (auto& passed = here->overflow[kind(hash)]; passed != 255) ++passed;
            at = (at + step) & mask_;
        }
    }

    void erase(std::uint64_t hash, place found) noexcept {
        found.where->tags[found.lane] = 0;
        auto at = hash & mask_;
        for (std::size_t step = sizeof(line); line_at(at) != found.where; step += sizeof(line)) {
            if (auto& passed = line_at(at)->overflow[kind(hash)]; passed != 255) --passed;
            at = (at + step) & mask_;
        }
    }

    /// Give every entry a new position.
    template <class F>
    void renumber(F moved_to) noexcept {
        for (auto* at = lines_; at != lines_ + line_count(); ++at)
            for (unsigned lane = 0; lane < width; ++lane)
                if (at->tags[lane] != 0) set_position({at, lane}, moved_to(position({at, lane})));
    }

private:
    // One line that is empty and never written: an index without memory is searched like any other.
    static constexpr line nothing{};

    line* lines_ = const_cast<line*>(&nothing);
    unsigned char* high_ = nullptr;
    std::uint64_t mask_ = 0;  // in bytes, so that the low bits of a hash are a line's address without a shift

    static constexpr int low_bits = std::numeric_limits<Position>::digits;
    static constexpr bool always_narrow = sizeof(Position) >= sizeof(std::size_t);
    static constexpr std::size_t high_width = 16;  // bytes a line: one for each lane

    static constexpr bool wide(std::size_t lines) noexcept {
        return !always_narrow && capacity(lines) - 1 > std::size_t{std::numeric_limits<Position>::max()};
    }

    unsigned char* high(place of) const noexcept {
        return high_ + static_cast<std::size_t>(of.where - lines_) * high_width + of.lane;
    }

    line* line_at(std::uint64_t offset) const noexcept {
        return reinterpret_cast<line*>(reinterpret_cast<char*>(lines_) + offset);
    }
    line* home(std::uint64_t hash) const noexcept { return line_at(hash & mask_); }

    static unsigned char tag(std::uint64_t hash) noexcept {
        auto const top = static_cast<unsigned char>(hash >> 56);
        return static_cast<unsigned char>(top + (top == 0));
    }
    static unsigned kind(std::uint64_t hash) noexcept { return static_cast<unsigned>(hash >> 54) & 3U; }

    static std::uint32_t lanes(line const& in, unsigned char wanted) noexcept {
        return Match::equal(in.tags, wanted) & ((1U << width) - 1);
    }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_HASH_INDEX_HPP
