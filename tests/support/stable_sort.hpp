// SPDX-License-Identifier: MIT
#ifndef REGIUS_TESTS_SUPPORT_STABLE_SORT_HPP
#define REGIUS_TESTS_SUPPORT_STABLE_SORT_HPP

#include <algorithm>
#include <cstddef>
#include <functional>
#include <numeric>
#include <utility>
#include <vector>

namespace regius::tests {

/// std::ranges::stable_sort, which clang refuses to compile with libstdc++ 12 where warnings are errors: it uses the
/// deprecated std::get_temporary_buffer.
template <class T, class Comp = std::ranges::less, class Proj = std::identity>
void stable_sort(std::vector<T>& v, Comp comp = {}, Proj proj = {}) {
    std::vector<std::size_t> order(v.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        if (std::invoke(comp, std::invoke(proj, v[a]), std::invoke(proj, v[b]))) return true;
        return a < b && !std::invoke(comp, std::invoke(proj, v[b]), std::invoke(proj, v[a]));
    });
    std::vector<T> sorted;
    sorted.reserve(v.size());
    for (auto const i : order) sorted.push_back(v[i]);
    v = std::move(sorted);
}

}  // namespace regius::tests

#endif  // REGIUS_TESTS_SUPPORT_STABLE_SORT_HPP
