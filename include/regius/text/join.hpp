// SPDX-License-Identifier: MIT
#ifndef REGIUS_TEXT_JOIN_HPP
#define REGIUS_TEXT_JOIN_HPP

#include <regius/core/flow.hpp>
#include <regius/core/pipe.hpp>
#include <regius/core/text.hpp>
#include <regius/core/utf8.hpp>

#include <cstddef>
#include <initializer_list>
#include <ranges>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace regius {

namespace detail {

template <class R>
concept join_pieces =
    core::text<R> || (std::ranges::input_range<R> && core::text_or_char<std::ranges::range_reference_t<R>>);

}  // namespace detail

/// The texts of a range as one, with a separator between each two.
///
///     join(", ", names)               // Python's order
///     join(names, ", ")               // the same
///     names | join(", ")              // the same
///     join("/", {home, "data"})
///     join("-", "abc")                // "a-b-c"
///
/// Python    sep.join(iterable)
/// Accepts   a separator (text or char) and a range of texts or chars; a text is the range of its code points, and of
///           two texts the first is the separator
/// Returns   std::string
/// Cost      O(length of the result); one allocation over a container, whose sizes are added up first; a view is
///           walked once, since that may compute its elements
struct join_fn {
    template <core::text_or_char Separator, detail::join_pieces R>
    [[nodiscard]] constexpr std::string operator()(Separator&& separator, R&& source) const {
        return joined(core::view_of(separator), source);
    }
    template <std::ranges::input_range R, core::text_or_char Separator>
    requires(detail::join_pieces<R> && !core::text<R>)
    [[nodiscard]] constexpr std::string operator()(R&& source, Separator&& separator) const {
        return joined(core::view_of(separator), source);
    }
    template <core::text_or_char Separator>
    [[nodiscard]] constexpr std::string operator()(Separator&& separator,
                                                   std::initializer_list<std::string_view> pieces) const {
        return joined(core::view_of(separator), pieces);
    }
    template <core::text_or_char Separator>
    [[nodiscard]] constexpr auto operator()(Separator&& separator) const {
        return core::bind_text(core::range_first<join_fn>{}, std::forward<Separator>(separator));
    }

private:
    template <class R>
    static constexpr std::string joined(std::string_view separator, R& source) {
        if constexpr (core::text<R&>)
            return between_code_points(separator, core::view_of(source));
        else if constexpr (std::ranges::forward_range<R> &&
                           (!std::ranges::view<std::remove_cv_t<R>> || std::ranges::contiguous_range<R>))
            return of_known_size(separator, source);

        std::string out;
        bool at_start = true;
        core::for_each(source, [&](auto&& piece) {
            if (!at_start) out.append(separator);
            at_start = false;
            out.append(core::view_of(piece));
        });
        return out;
    }

    template <class R>
    static constexpr std::string of_known_size(std::string_view separator, R& source) {
        std::size_t size = 0;
        for (auto const& piece : source) size += core::view_of(piece).size() + separator.size();
        if (size == 0) return {};
        size -= separator.size();
        std::string out(size, '\0');
        char* to = out.data();
        bool at_start = true;
        for (auto const& piece : source) {
            if (!at_start) to = copy(to, separator);
            at_start = false;
            to = copy(to, core::view_of(piece));
        }
        return out;
    }

    static constexpr std::string between_code_points(std::string_view separator, std::string_view rest) {
        std::string out;
        out.reserve(rest.size() * (separator.size() + 1));
        for (bool at_start = true; !rest.empty(); at_start = false) {
            auto const size = core::utf8_decode(rest.data(), rest.data() + rest.size()).size;
            if (!at_start) out.append(separator);
            out.append(rest.substr(0, size));
            rest.remove_prefix(size);
        }
        return out;
    }

    static constexpr char* copy(char* to, std::string_view piece) {
        std::char_traits<char>::copy(to, piece.data(), piece.size());
        return to + piece.size();
    }
};

inline constexpr join_fn join{};

}  // namespace regius

#endif  // REGIUS_TEXT_JOIN_HPP
