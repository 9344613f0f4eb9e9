// SPDX-License-Identifier: MIT
// What a lazy range throws, it throws when it is walked: nobody retries then.

// expect: finished_when_it_returns

#include <regius/functools/retry.hpp>

#include <ranges>
#include <vector>

void subject() {
    auto const fetch = [](std::vector<int>& pages) {
        auto lazy = pages | std::views::transform([](int page) { return page + 1; });
#ifdef TWIN  // the nearest right program: it must compile
        return std::vector<int>(lazy.begin(), lazy.end());
#else
        return lazy;
#endif
    };
    std::vector<int> pages{1, 2, 3};
    (void)regius::retry({.max_attempts = 3})(fetch)(pages);
}
