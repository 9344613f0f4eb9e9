// SPDX-License-Identifier: MIT
// Sum what can be read as a number, leave out what cannot.

#include <regius/builtins/sum.hpp>
#include <regius/more_itertools/filter_map.hpp>

#include <charconv>
#include <cstdio>
#include <optional>
#include <string_view>
#include <vector>

std::optional<int> number(std::string_view text) {
    int value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

int main() {
    std::vector<std::string_view> const fields{"12", "n/a", "30", "", "0"};

    long const total = regius::sum(fields | regius::filter_map(number));
    std::printf("%ld\n", total);
}

// Output:
// 42
