// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_CUTTING_TOOL_HPP
#define REGIUS_CORE_CUTTING_TOOL_HPP

#include <regius/core/none.hpp>
#include <regius/core/text.hpp>

#include <concepts>
#include <type_traits>
#include <utility>

namespace regius::core {

/// How `split` and `rsplit` are called: (text), (text, separator or none), (text, separator or none, maxsplit), and
/// each without the text to the right of `|`.
template <template <class Text> class Words, template <class Text, class Separator> class Pieces>
struct cutting_tool {
    template <text S>
    [[nodiscard]] constexpr auto operator()(S&& s) const {
        return (*this)(std::forward<S>(s), none, -1);
    }
    template <text S>
    [[nodiscard]] constexpr auto operator()(S&& s, none_t, count_of_times auto maxsplit) const {
        return Words<holder_of_t<S>>(core::hold(std::forward<S>(s)), times_from(maxsplit));
    }
    template <text S>
    [[nodiscard]] constexpr auto operator()(S&& s, none_t) const {
        return (*this)(std::forward<S>(s), none, -1);
    }
    template <text S, text_or_char Separator>
    [[nodiscard]] constexpr auto operator()(S&& s, Separator&& separator, count_of_times auto maxsplit) const {
        return Pieces<holder_of_t<S>, holder_of_t<Separator>>(
            core::hold(std::forward<S>(s)), core::hold(std::forward<Separator>(separator)), times_from(maxsplit));
    }
    template <text S, text_or_char Separator>
    [[nodiscard]] constexpr auto operator()(S&& s, Separator&& separator) const {
        return (*this)(std::forward<S>(s), std::forward<Separator>(separator), -1);
    }

    [[nodiscard]] constexpr auto operator()() const { return core::bind_text(*this, none); }
    template <class Separator>
    requires character<Separator> || std::same_as<Separator, none_t>
    [[nodiscard]] constexpr auto operator()(Separator separator) const {
        return core::bind_text(*this, separator);
    }
    template <class Separator>
    requires text_or_char<Separator> || std::same_as<std::remove_cvref_t<Separator>, none_t>
    [[nodiscard]] constexpr auto operator()(Separator&& separator, count_of_times auto maxsplit) const {
        return core::bind_text(*this, std::forward<Separator>(separator), maxsplit);
    }

    /// The first argument is not a text: one short error in place of a list of what else there is.
    template <class S, class... Args>
    requires(!text_or_char<S> && !std::same_as<std::remove_cvref_t<S>, none_t>)
    void operator()(S&& not_a_text, Args&&...) const = delete;
};

}  // namespace regius::core

#endif  // REGIUS_CORE_CUTTING_TOOL_HPP
