// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_SKIP_SPACE_HPP
#define REGIUS_CORE_SKIP_SPACE_HPP

#include <regius/core/space.hpp>
#include <regius/core/utf8.hpp>

namespace regius::core {

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

}  // namespace regius::core

#endif  // REGIUS_CORE_SKIP_SPACE_HPP
