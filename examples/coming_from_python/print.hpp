// SPDX-License-Identifier: MIT
// Python's print, for programs that are compared with Python: text as it is, anything else as repr shows it.

#ifndef REGIUS_EXAMPLES_COMING_FROM_PYTHON_PRINT_HPP
#define REGIUS_EXAMPLES_COMING_FROM_PYTHON_PRINT_HPP

#include <regius/core/repr.hpp>

#include <concepts>
#include <cstdio>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

template <class... Ts>
void print(Ts&&... xs) {
    std::string line;
    auto const add = [&line](auto&& x) {
        if (!line.empty()) line += ' ';
        if constexpr (std::convertible_to<decltype(x),
                                          std::string_view>)
            line += std::string_view(x);
        else if constexpr (std::same_as<
                               std::remove_cvref_t<decltype(x)>,
                               char>)
            line += x;
        else
            line += regius::repr(std::forward<decltype(x)>(x));
    };
    (add(std::forward<Ts>(xs)), ...);
    std::puts(line.c_str());
}

#endif  // REGIUS_EXAMPLES_COMING_FROM_PYTHON_PRINT_HPP
