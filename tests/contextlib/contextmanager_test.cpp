// SPDX-License-Identifier: MIT
// Mirrors CPython 3.11, Lib/test/test_contextlib.py, ContextManagerTestCase.

#include <regius/contextlib/contextmanager.hpp>  // first, so the header must stand on its own

#include <regius/contextlib/with.hpp>
#include <support/catch.hpp>

#include <exception>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

using namespace std::literals;
using regius::contextmanager;
using regius::generator;
using regius::stop_iteration;
using regius::with;

namespace {

using ints = std::vector<int>;
using strings = std::vector<std::string>;

struct zero_division : std::runtime_error {
    using std::runtime_error::runtime_error;
};

generator<int> woohoo(ints& state) {
    state.push_back(1);
    co_yield 42;
    state.push_back(999);
}

generator<int> woohoo_finally(ints& state) {
    struct finally {
        ints& state;
        ~finally() { state.push_back(999); }
    } const guard{state};
    state.push_back(1);
    co_yield 42;
}

generator<int> woohoo_except(ints& state) {
    state.push_back(1);
    try {
        co_yield 42;
    } catch (zero_division const& e) {
        state.push_back(std::stoi(e.what()));
    }
}

generator<int> plain() { co_yield 0; }
generator<int> no_yield() { co_return; }
generator<int> two_yields(strings* log = nullptr) {
    struct finally {
        strings* log;
        ~finally() {
            if (log) log->push_back("closed");
        }
    } const guard{log};
    co_yield 1;
    co_yield 2;
}
generator<int> yields_after_throw() {
    try {
        co_yield 1;
    } catch (...) {
    }
    co_yield 2;
}
generator<int> replaces() {
    try {
        co_yield 1;
    } catch (std::runtime_error const&) {
        throw std::logic_error("replaced");
    }
}
generator<int> chains() {
    try {
        co_yield 1;
    } catch (std::exception const&) {
        std::throw_with_nested(std::runtime_error("issue29692:Chained"));
    }
}

}  // namespace

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("contextmanager: enters before the yield and leaves after it (test_contextmanager_plain)",
          "[contextlib][contextmanager][oracle]") {
    ints state;
    with(contextmanager(woohoo)(state), [&](int& x) {
        CHECK(state == ints{1});
        CHECK(x == 42);
        state.push_back(x);
    });
    CHECK(state == ints{1, 42, 999});
}

TEST_CASE("contextmanager: an exception of the body passes through (test_contextmanager_finally)",
          "[contextlib][contextmanager][oracle]") {
    ints state;
    auto const cm = contextmanager(woohoo_finally);
    CHECK_THROWS_AS(with(cm(state),
                         [&](int x) {
                             state.push_back(x);
                             throw zero_division("0");
                         }),
                    zero_division);
    CHECK(state == ints{1, 42, 999});
}

TEST_CASE("contextmanager: an exception caught at the yield is suppressed (test_contextmanager_except)",
          "[contextlib][contextmanager][oracle]") {
    ints state;
    bool const suppressed = with(contextmanager(woohoo_except)(state), [&](int x) {
        state.push_back(x);
        throw zero_division("999");
    });
    CHECK(suppressed);
    CHECK(state == ints{1, 42, 999});
}

TEST_CASE("contextmanager: exit does not raise what it was given (test_contextmanager_no_reraise)",
          "[contextlib][contextmanager][oracle]") {
    auto ctx = contextmanager(plain)();
    ctx.enter();
    CHECK(!ctx.exit(std::make_exception_ptr(std::invalid_argument("foo"))));
}

TEST_CASE("contextmanager: no yield, two yields (test_contextmanager_trap_...)",
          "[contextlib][contextmanager][oracle]") {
    auto none = contextmanager(no_yield)();
    CHECK_THROWS_WITH(none.enter(), "generator didn't yield"s);

    strings log;
    auto two = contextmanager(two_yields)(&log);
    two.enter();
    CHECK_THROWS_WITH(two.exit(nullptr), "generator didn't stop"s);
    CHECK(log == strings{"closed"});

    auto after = contextmanager(yields_after_throw)();
    after.enter();
    CHECK_THROWS_WITH(after.exit(std::make_exception_ptr(std::invalid_argument("foo"))),
                      "generator didn't stop after throw()"s);
}

TEST_CASE("contextmanager: another exception takes the place of the first", "[contextlib][contextmanager][oracle]") {
    auto ctx = contextmanager(replaces)();
    ctx.enter();
    CHECK_THROWS_WITH(ctx.exit(std::make_exception_ptr(std::runtime_error("first"))), "replaced"s);
}

TEST_CASE("contextmanager: StopIteration of the body comes out as it was (test_contextmanager_except_stopiter)",
          "[contextlib][contextmanager][oracle]") {
    struct derived : stop_iteration {};
    CHECK_THROWS_AS(with(contextmanager(plain)(), [] { throw stop_iteration(); }), stop_iteration);
    CHECK_THROWS_AS(with(contextmanager(plain)(), [] { throw derived(); }), derived);
    // test_contextmanager_do_not_unchain_non_stopiteration_exceptions
    CHECK_THROWS_WITH(with(contextmanager(chains)(), [] { throw zero_division(""); }), "issue29692:Chained"s);
    CHECK_THROWS_AS(with(contextmanager(chains)(), [] { throw stop_iteration(); }), stop_iteration);
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("contextmanager: a context is entered once, its function any number of times",
          "[contextlib][contextmanager]") {
    ints state;
    auto const cm = contextmanager(woohoo);
    with(cm(state), [] {});
    with(cm(state), [] {});
    CHECK(state == ints{1, 999, 1, 999});
    auto once = cm(state);
    once.enter();
    once.exit(nullptr);
    CHECK_THROWS_WITH(once.enter(), "generator didn't yield"s);
    CHECK(state == ints{1, 999, 1, 999, 1, 999});
}

TEST_CASE("contextmanager: takes a generator too", "[contextlib][contextmanager]") {
    ints state;
    with(contextmanager(woohoo(state)), [&](int& x) { state.push_back(x); });
    CHECK(state == ints{1, 42, 999});
}

TEST_CASE("contextmanager: contexts nest, innermost left first", "[contextlib][contextmanager]") {
    strings log;
    auto const cm = contextmanager([&log](std::string name) -> generator<std::string const&> {
        log.push_back("+" + name);
        co_yield name;
        log.push_back("-" + name);
    });
    with(cm("a"), cm("b"), [&](std::string const& a, std::string const& b) { log.push_back(a + b); });
    CHECK(log == strings{"+a", "+b", "ab", "-b", "-a"});
}

// ---------------------------------------------------------------- 3. what the types promise

template <class F, class... Args>
concept can_make = requires(F const& f, Args&&... args) { contextmanager(f)(std::forward<Args>(args)...); };

static_assert(can_make<generator<int> (*)(ints&), ints&>);
static_assert(!can_make<generator<int> (*)(ints&), ints>);
static_assert(!can_make<int (*)()>);
static_assert(std::same_as<decltype(std::declval<regius::generator_context<generator<int>>&>().enter()), int&>);
static_assert(
    std::same_as<decltype(std::declval<regius::generator_context<generator<int const&>>&>().enter()), int const&>);

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("contextmanager: captures and arguments live as long as the context", "[contextlib][contextmanager]") {
    std::string seen;
    auto const make = [] {
        return contextmanager([text = "long enough to be on the heap, surely"s](
                                  std::string const& more, std::unique_ptr<int> n) -> generator<std::string> {
            co_yield text + more + std::to_string(*n);
        });
    };
    auto ctx = make()("!"s, std::make_unique<int>(7));  // function and arguments were temporaries
    with(ctx, [&](std::string& s) { seen = s; });
    CHECK(seen == "long enough to be on the heap, surely!7");
}

TEST_CASE("contextmanager: what was yielded can be changed by the body", "[contextlib][contextmanager]") {
    std::string left;
    auto const buffer = [](std::string& out) -> generator<std::string&> {
        std::string text;
        co_yield text;
        out = text;
    };
    with(contextmanager(buffer)(left), [](std::string& text) { text = "written"; });
    CHECK(left == "written");
}

TEST_CASE("contextmanager: a context that is dropped after entry cleans up", "[contextlib][contextmanager]") {
    ints state;
    {
        auto ctx = contextmanager(woohoo_finally)(state);
        ctx.enter();
    }
    CHECK(state == ints{1, 999});
}

// ---------------------------------------------------------------- 5. at compile time: coroutines cannot be
