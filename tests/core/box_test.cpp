// SPDX-License-Identifier: MIT
#include <regius/core/box.hpp>

#include <support/catch.hpp>

#include <concepts>
#include <memory>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>

namespace {

using regius::core::box;

/// Can be copied, but never assigned to.
struct fixed {
    std::string const text;
};
/// Can be moved, but neither copied nor assigned to.
struct fixed_pointer {
    std::unique_ptr<int> const pointer;

    explicit fixed_pointer(int x) : pointer(std::make_unique<int>(x)) {}
    fixed_pointer(fixed_pointer&& that) noexcept : pointer(std::make_unique<int>(*that.pointer)) {}
};
struct copy_throws {
    int const x = 0;

    explicit copy_throws(int n) : x(n) {}
    copy_throws(copy_throws const&) : x(0) { throw std::runtime_error("copied"); }
    copy_throws(copy_throws&& that) noexcept : x(that.x) {}
};

// ---------------------------------------------------------------- what the types promise

static_assert(!std::copyable<fixed> && std::copyable<box<fixed>>);
static_assert(std::movable<box<fixed_pointer>> && !std::is_copy_assignable_v<box<fixed_pointer>>);
static_assert(std::is_nothrow_move_assignable_v<box<fixed_pointer>>);
static_assert(std::is_nothrow_move_assignable_v<box<copy_throws>>);
static_assert(!std::is_nothrow_copy_assignable_v<box<copy_throws>>);
static_assert(sizeof(box<int>) == sizeof(int) && std::is_trivially_copyable_v<box<int>>);
static_assert(std::movable<box<std::unique_ptr<int>>> && !std::copyable<box<std::unique_ptr<int>>>);

TEST_CASE("box: what cannot be assigned to is assigned by making it anew", "[core]") {
    box<fixed> a(fixed{"a"});
    box const b(fixed{"b"});
    a = b;
    CHECK((*a).text == "b");
    CHECK((*b).text == "b");
    auto& same = a;
    a = same;
    CHECK((*a).text == "b");
    a = box(fixed{"c"});
    CHECK((*a).text == "c");

    box<fixed_pointer> p(fixed_pointer(1));
    p = box(fixed_pointer(2));
    CHECK(*(*p).pointer == 2);
}

TEST_CASE("box: a copy that throws leaves what was there", "[core]") {
    box<copy_throws> a(copy_throws(1));
    box<copy_throws> const b(copy_throws(2));
    CHECK_THROWS_AS(a = b, std::runtime_error);
    CHECK((*a).x == 1);
    CHECK((*b).x == 2);
}

// ---------------------------------------------------------------- at compile time

static_assert([] {
    int const two = 2, three = 3;
    auto const times = [](int const& n) { return [n](int x) { return n * x; }; };
    box a(times(two)), b(times(three));
    a = b;
    return (*a)(5);
}() == 15);

}  // namespace
