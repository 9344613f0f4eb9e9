// SPDX-License-Identifier: MIT

#include <regius/core/flow.hpp>  // first, so the header must stand on its own

#include <support/catch.hpp>

#include <array>
#include <list>
#include <map>
#include <memory>
#include <ranges>
#include <set>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace {

using regius::core::for_each_while;
using regius::core::gives_elements_away;
using regius::core::passed_t;
using texts = std::vector<std::string>;

/// Refers to elements that lie elsewhere, and nothing says that it is a view.
struct excerpt {
    std::string* first;
    std::string* last;

    std::string* begin() const { return first; }
    std::string* end() const { return last; }
};

static_assert(gives_elements_away<texts> && gives_elements_away<std::list<std::string>>);
static_assert(gives_elements_away<std::array<std::string, 2>> && gives_elements_away<std::map<int, int>>);
static_assert(not gives_elements_away<texts&> && not gives_elements_away<texts const>);
static_assert(not gives_elements_away<std::set<int>> && not gives_elements_away<std::vector<bool>>);
static_assert(not gives_elements_away<std::span<std::string>> && not gives_elements_away<excerpt>);
static_assert(not gives_elements_away<std::ranges::owning_view<texts>>);

static_assert(std::is_same_v<passed_t<texts>, std::string&&> && std::is_same_v<passed_t<texts&>, std::string&>);
static_assert(std::is_same_v<passed_t<excerpt>, std::string&>);
static_assert(std::is_same_v<passed_t<std::ranges::iota_view<int, int>>, int>);

/// All elements, each as it is passed.
template <class R>
texts collected(R&& source) {
    texts kept;
    CHECK(for_each_while(std::forward<R>(source), [&kept](auto&& x) {
        static_assert(std::is_same_v<decltype(x), passed_t<R>&&>);
        kept.push_back(std::forward<decltype(x)>(x));
        return true;
    }));
    return kept;
}

TEST_CASE("for_each_while: only a container that is given away loses its elements", "[core][flow]") {
    texts const two{"a text that is too long to be stored in place", "another text that is too long for that"};
    auto source = two;
    CHECK(collected(source) == two);
    CHECK(collected(excerpt{source.data(), source.data() + 2}) == two);
    CHECK(collected(std::span(source)) == two);
    CHECK(source == two);

    auto const* const lies_at = source.front().data();
    auto const given = collected(std::move(source));
    CHECK(given == two);
    CHECK(given.front().data() == lies_at);
}

TEST_CASE("for_each_while: what the sink did not see is not moved from", "[core][flow]") {
    texts source{"a text that is too long to be stored in place", "another text that is too long for that"};
    std::string taken;
    CHECK_FALSE(for_each_while(std::move(source), [&taken](std::string&& x) {
        taken = std::move(x);
        return false;
    }));
    CHECK(taken.starts_with("a text"));
    CHECK(source[1].starts_with("another"));
}

}  // namespace
