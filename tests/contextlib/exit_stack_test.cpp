// SPDX-License-Identifier: MIT

#include <regius/contextlib/exit_stack.hpp>

#include <regius/contextlib/suppress.hpp>
#include <regius/contextlib/with.hpp>
#include <support/catch.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <exception>
#include <memory>
#include <new>
#include <optional>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace {

std::size_t allocations = 0;
std::ptrdiff_t allocations_left = -1;  // until one fails; none fails below zero

}  // namespace

// Counts for this test, and serves the whole binary. Inlined, g++ 12 would take one half of a pair for a mismatch.
[[gnu::noinline]] void* operator new(std::size_t size) {
    if (allocations_left == 0) throw std::bad_alloc();
    if (allocations_left > 0) --allocations_left;
    ++allocations;
    if (void* const p = std::malloc(size != 0 ? size : 1)) return p;
    throw std::bad_alloc();
}
[[gnu::noinline]] void* operator new(std::size_t size, std::nothrow_t const&) noexcept {
    return std::malloc(size != 0 ? size : 1);
}
[[gnu::noinline]] void* operator new[](std::size_t size) { return operator new(size); }
[[gnu::noinline]] void operator delete(void* p) noexcept { std::free(p); }
[[gnu::noinline]] void operator delete(void* p, std::size_t) noexcept { std::free(p); }
[[gnu::noinline]] void operator delete(void* p, std::nothrow_t const&) noexcept { std::free(p); }
[[gnu::noinline]] void operator delete[](void* p) noexcept { std::free(p); }
[[gnu::noinline]] void operator delete[](void* p, std::size_t) noexcept { std::free(p); }

namespace {

using regius::exit_stack;
using regius::with_stack;

struct zero_division : std::domain_error {
    zero_division() : std::domain_error("division by zero") {}
};

// The texts of an exception and of those it carries, outermost first.
std::string chain_of(std::exception const& e) {
    std::string text = e.what();
    try {
        std::rethrow_if_nested(e);
    } catch (std::exception const& inner) {
        text += " < " + chain_of(inner);
    }
    return text;
}

std::string chain_of(std::exception_ptr const& e) {
    try {
        std::rethrow_exception(e);
    } catch (std::exception const& x) {
        return chain_of(x);
    }
}

template <class E>
bool is(std::exception_ptr const& e) {
    try {
        if (e) std::rethrow_exception(e);
    } catch (E const&) {
        return true;
    } catch (...) {
    }
    return false;
}

auto raises(char const* text) {
    return [text] { throw std::runtime_error(text); };
}

bool suppress_exc(std::exception_ptr const&) { return true; }

// ---------------------------------------------------------------- 1. what Python says: TestBaseExitStack

TEST_CASE("exit_stack: test_no_resources", "[contextlib][exit_stack]") {
    {
        exit_stack stack;
    }
    CHECK_FALSE(with_stack([](exit_stack&) {}));
}

TEST_CASE("exit_stack: test_callback", "[contextlib][exit_stack]") {
    using call = std::vector<int>;
    std::vector<call> result;
    {
        exit_stack stack;
        auto const note = [&result](auto... x) { result.push_back(call{x...}); };
        stack.callback(note, 1, 2);
        stack.callback(note, 1);
        stack.callback(note);
    }
    CHECK(result == std::vector<call>{{}, {1}, {1, 2}});
}

TEST_CASE("exit_stack: arguments of a callback are bound when it is pushed", "[contextlib][exit_stack]") {
    std::vector<std::string> result;
    {
        exit_stack stack;
        std::string word = "early";
        stack.callback([&](std::string const& s) { result.push_back(s); }, word);
        stack.callback(&std::vector<std::string>::clear, &result);
        word = "late";
    }
    CHECK(result == std::vector<std::string>{"early"});
}

TEST_CASE("exit_stack: test_push", "[contextlib][exit_stack]") {
    int seen = 0;
    auto const expect_exc = [&](std::exception_ptr const& e) {
        CHECK(is<zero_division>(e));
        ++seen;
    };
    auto const expect_ok = [&](std::exception_ptr const& e) {
        CHECK(e == nullptr);
        ++seen;
    };
    struct exit_only {
        decltype(expect_exc)& check;
        void exit(std::exception_ptr const& e) { check(e); }
    };
    struct exit_only_ok {
        decltype(expect_ok)& check;
        void exit(std::exception_ptr const& e) { check(e); }
    };
    exit_only_ok ok{expect_ok};
    CHECK(with_stack([&](exit_stack& stack) {
        stack.push(expect_ok);
        stack.push(ok);
        stack.push(suppress_exc);
        stack.push(exit_only{expect_exc});
        stack.push(expect_exc);
        stack.push(expect_exc);
        throw zero_division();
    }));
    CHECK(seen == 5);
}

struct logs_one_and_three {
    std::vector<int>& result;
    void enter() { result.push_back(1); }
    void exit(std::exception_ptr) { result.push_back(3); }
};

TEST_CASE("exit_stack: test_enter_context", "[contextlib][exit_stack]") {
    for (bool borrowed : {false, true}) {
        std::vector<int> result;
        logs_one_and_three cm{result};
        {
            exit_stack stack;
            stack.callback([&] { result.push_back(4); });
            if (borrowed)
                stack.enter_context(cm);
            else
                stack.enter_context(logs_one_and_three{result});
            result.push_back(2);
        }
        CHECK(result == std::vector{1, 2, 3, 4});
    }
}

TEST_CASE("exit_stack: test_close", "[contextlib][exit_stack]") {
    std::vector<int> result;
    {
        exit_stack stack;
        stack.callback([&] { result.push_back(1); });
        stack.close();
        stack.close();
        result.push_back(2);
    }
    CHECK(result == std::vector{1, 2});
}

TEST_CASE("exit_stack: test_pop_all", "[contextlib][exit_stack]") {
    std::vector<int> result;
    exit_stack later;
    {
        exit_stack stack;
        stack.callback([&] { result.push_back(3); });
        later = stack.pop_all();
        CHECK(stack.empty());
        result.push_back(1);
    }
    result.push_back(2);
    later.close();
    CHECK(result == std::vector{1, 2, 3});
}

TEST_CASE("exit_stack: test_exit_raise", "[contextlib][exit_stack]") {
    CHECK_THROWS_AS(with_stack([](exit_stack& stack) {
                        stack.push([](std::exception_ptr const&) { return false; });
                        throw zero_division();
                    }),
                    zero_division);
}

TEST_CASE("exit_stack: test_exit_suppress, test_body_exception_suppress", "[contextlib][exit_stack]") {
    CHECK(with_stack([](exit_stack& stack) {
        stack.push(suppress_exc);
        throw zero_division();
    }));
}

TEST_CASE("exit_stack: test_exit_exception_chaining", "[contextlib][exit_stack]") {
    std::exception_ptr saved;
    try {
        with_stack([&](exit_stack& stack) {
            stack.callback(raises("IndexError"));
            stack.callback(raises("KeyError"));
            stack.callback(raises("AttributeError"));
            stack.push([&](std::exception_ptr e) {
                saved = std::move(e);
                return true;
            });
            stack.callback(raises("ValueError"));
            throw zero_division();
        });
        FAIL("nothing was thrown");
    } catch (std::runtime_error const& e) {
        CHECK(chain_of(e) == "IndexError < KeyError < AttributeError");
    }
    CHECK(chain_of(saved) == "ValueError < division by zero");
}

TEST_CASE("exit_stack: test_exit_exception_chaining_reference, the same by contexts inside each other",
          "[contextlib][exit_stack]") {
    struct raises_exc {
        char const* text;
        void enter() {}
        void exit(std::exception_ptr const&) { throw std::runtime_error(text); }
    };
    struct raises_with_context {
        char const* outer;
        char const* inner;
        void enter() {}
        void exit(std::exception_ptr const&) {
            try {
                throw std::runtime_error(inner);
            } catch (...) {
                std::throw_with_nested(std::runtime_error(outer));
            }
        }
    };
    std::exception_ptr saved;
    struct suppresses {
        std::exception_ptr& saved;
        void enter() {}
        bool exit(std::exception_ptr const& e) { return saved = e, true; }
    };
    auto const check = [&](auto const& run) {
        saved = nullptr;
        try {
            run();
            FAIL("nothing was thrown");
        } catch (std::runtime_error const& e) {
            CHECK(chain_of(e) == "IndexError < KeyError < AttributeError");
        }
        CHECK(chain_of(saved) == "ValueError < division by zero");
    };
    check([&] {
        regius::with(raises_exc{"IndexError"}, raises_with_context{"KeyError", "AttributeError"}, suppresses{saved},
                     raises_exc{"ValueError"}, [] { throw zero_division(); });
    });
    check([&] {
        with_stack([&](exit_stack& stack) {
            stack.enter_context(raises_exc{"IndexError"});
            stack.enter_context(raises_with_context{"KeyError", "AttributeError"});
            stack.enter_context(suppresses{saved});
            stack.enter_context(raises_exc{"ValueError"});
            throw zero_division();
        });
    });
}

TEST_CASE("exit_stack: test_exit_exception_explicit_none_context", "[contextlib][exit_stack]") {
    struct my_exception : std::exception {  // of a class that is not the library's: nothing is added to it
        [[nodiscard]] char const* what() const noexcept override { return "mine"; }
    };
    struct my_cm {
        void enter() {}
        void exit(std::exception_ptr const& e) {
            if (e) throw my_exception();
        }
    };
    auto const check = [](auto const& run) {
        try {
            run();
            FAIL("nothing was thrown");
        } catch (std::exception const& e) {
            CHECK(chain_of(e) == "mine");
        }
    };
    check([] { regius::with(my_cm(), raises("IndexError")); });
    check([] {
        with_stack([](exit_stack& stack) {
            stack.enter_context(my_cm());
            throw std::out_of_range("IndexError");
        });
    });
}

TEST_CASE("exit_stack: test_exit_exception_with_existing_context", "[contextlib][exit_stack]") {
    auto const raise_nested = [](char const* inner, char const* outer) {
        try {
            std::throw_with_nested(std::runtime_error(inner));
        } catch (...) {
            std::throw_with_nested(std::runtime_error(outer));
        }
    };
    try {
        with_stack([&](exit_stack& stack) {
            stack.callback(raise_nested, "exc4", "exc5");
            stack.callback(raise_nested, "exc2", "exc3");
            throw std::runtime_error("exc1");
        });
        FAIL("nothing was thrown");
    } catch (std::runtime_error const& e) {
        CHECK(chain_of(e) == "exc5 < exc4 < exc3 < exc2 < exc1");
    }
}

TEST_CASE("exit_stack: test_exit_exception_non_suppressing", "[contextlib][exit_stack]") {
    CHECK_THROWS_WITH(with_stack([](exit_stack& stack) {
                          stack.callback([] {});
                          stack.callback(raises("IndexError"));
                      }),
                      "IndexError");
    CHECK_THROWS_WITH(with_stack([](exit_stack& stack) {
                          stack.callback(raises("KeyError"));
                          stack.push(suppress_exc);
                          stack.callback(raises("IndexError"));
                      }),
                      "KeyError");
}

TEST_CASE("exit_stack: test_exit_exception_with_correct_context", "[contextlib][exit_stack]") {
    struct gets_the_context_right {
        char const* text;
        void enter() {}
        void exit(std::exception_ptr) { std::throw_with_nested(std::runtime_error(text)); }
    };
    try {
        with_stack([](exit_stack& stack) {
            stack.enter_context(gets_the_context_right{"exc4"});
            stack.enter_context(gets_the_context_right{"exc3"});
            stack.enter_context(gets_the_context_right{"exc2"});
            throw std::runtime_error("exc1");
        });
        FAIL("nothing was thrown");
    } catch (std::runtime_error const& e) {
        CHECK(chain_of(e) == "exc4 < exc3 < exc2 < exc1");
    }
}

TEST_CASE("exit_stack: test_exit_exception_chaining_suppress", "[contextlib][exit_stack]") {
    CHECK_FALSE(with_stack([](exit_stack& stack) {
        stack.push(suppress_exc);
        stack.push([](std::exception_ptr const&) { throw zero_division(); });
        stack.push([](std::exception_ptr const&) { throw std::out_of_range("1"); });
    }));
}

TEST_CASE("exit_stack: test_excessive_nesting", "[contextlib][exit_stack]") {
    int calls = 0;
    {
        exit_stack stack;
        for (int i = 0; i < 10000; ++i) stack.callback([&] { ++calls; });
    }
    CHECK(calls == 10000);
}

TEST_CASE("exit_stack: test_dont_reraise_RuntimeError", "[contextlib][exit_stack]") {
    struct unique_exception : std::exception {
        [[nodiscard]] char const* what() const noexcept override { return "new exception"; }
    };
    struct raises_unique {
        void enter() {}
        void exit(std::exception_ptr const& e) {
            if (e) std::throw_with_nested(unique_exception());
        }
    };
    struct raises_again {
        void enter() {}
        void exit(std::exception_ptr const& e) {
            if (e) std::rethrow_exception(e);
        }
    };
    try {
        with_stack([](exit_stack& stack) {
            stack.enter_context(raises_unique());
            stack.enter_context(raises_again());
            throw std::runtime_error("please no infinite loop.");
        });
        FAIL("nothing was thrown");
    } catch (unique_exception const& e) {
        CHECK(chain_of(e) == "new exception < please no infinite loop.");
    }
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("exit_stack: a callback pushed while unwinding still runs", "[contextlib][exit_stack]") {
    std::string log;
    {
        exit_stack stack;
        stack.callback([&] { log += 'a'; });
        stack.callback([&] {
            log += 'b';
            for (char c : {'1', '2', '3', '4', '5', '6'}) stack.callback([&log, c] { log += c; });
        });
        stack.callback([&] { log += 'c'; });
    }
    CHECK(log == "cb654321a");
}

TEST_CASE("exit_stack: pushing, popping and growing keep the order", "[contextlib][exit_stack]") {
    for (int n = 0; n <= 40; ++n) {
        CAPTURE(n);
        std::vector<int> ran;
        std::vector<int> expected;
        for (int i = n - 1; i >= 0; --i) expected.push_back(i);
        {
            exit_stack stack;
            for (int i = 0; i < n; ++i) {
                switch (i % 3) {
                    case 0: stack.callback([&ran, i] { ran.push_back(i); }); break;
                    case 1: stack.callback([&ran, p = std::make_unique<int>(i)] { ran.push_back(*p); }); break;
                    case 2: {
                        std::array<int, 20> big{};
                        big.back() = i;
                        stack.callback([&ran, big] { ran.push_back(big.back()); });
                    }
                }
            }
            exit_stack second(stack.pop_all());
            exit_stack third;
            third = std::move(second);
        }
        CHECK(ran == expected);
    }
}

TEST_CASE("exit_stack: assignment runs what was there", "[contextlib][exit_stack]") {
    std::string log;
    exit_stack a;
    a.callback([&] { log += 'a'; });
    exit_stack b;
    b.callback([&] { log += 'b'; });
    a = std::move(b);
    CHECK(log == "a");
    a.close();
    CHECK(log == "ab");
}

TEST_CASE("exit_stack: contexts keep their address", "[contextlib][exit_stack]") {
    struct giver {
        int value = 5;
        int& enter() { return value; }
        void exit(std::exception_ptr) {}
    };
    exit_stack stack;
    int& x = stack.enter_context(giver());
    auto& p = stack.enter_context(std::make_unique<int>(6));
    for (int i = 0; i < 20; ++i) stack.callback([] {});
    auto const moved = stack.pop_all();
    CHECK(x == 5);
    CHECK(*p == 6);
}

TEST_CASE("exit_stack: a stack, and suppress, are contexts too", "[contextlib][exit_stack]") {
    std::string log;
    CHECK(with_stack([&](exit_stack& stack) {
        stack.enter_context(regius::suppress<zero_division>);
        exit_stack& inner = stack.enter_context(exit_stack());
        inner.callback([&] { log += 'i'; });
        stack.callback([&] { log += 'o'; });
        throw zero_division();
    }));
    CHECK(log == "oi");
}

TEST_CASE("with_stack: gives what the body returns", "[contextlib][exit_stack]") {
    CHECK(with_stack([](exit_stack&) { return 5; }) == std::optional(5));
    CHECK(with_stack([](exit_stack& stack) -> int {
              stack.push(suppress_exc);
              throw zero_division();
          }) == std::nullopt);
}

// ---------------------------------------------------------------- 3. what the types promise

static_assert(std::is_same_v<decltype(&exit_stack::pop_all), exit_stack (exit_stack::*)() noexcept>);
static_assert(!std::is_copy_constructible_v<exit_stack>);
static_assert(!std::is_nothrow_destructible_v<exit_stack>);

template <class X>
concept can_enter = requires(exit_stack& stack, X&& x) { stack.enter_context(std::forward<X>(x)); };
struct lacks_enter {
    void exit(std::exception_ptr) {}
};
static_assert(can_enter<logs_one_and_three>);
static_assert(can_enter<logs_one_and_three&>);
static_assert(can_enter<regius::suppress_fn<int> const&>);
struct lacks_exit {
    void enter() {}
};
struct lacks_both {};
static_assert(!can_enter<lacks_exit&> && !can_enter<lacks_both&>);  // test_enter_context_errors
static_assert(!can_enter<lacks_enter&>);  // an lvalue that is no context would be entered and left by nobody
static_assert(!can_enter<int>);

template <class X>
concept can_push = requires(exit_stack& stack, X&& x) { stack.push(std::forward<X>(x)); };
static_assert(can_push<lacks_enter>);
static_assert(can_push<bool (&)(std::exception_ptr const&)>);
static_assert(!can_push<int>);

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("exit_stack: what a callback throws leaves the destructor at a normal end, and the rest run",
          "[contextlib][exit_stack]") {
    int calls = 0;
    auto const scope = [&] {
        exit_stack stack;
        for (int i = 0; i < 10; ++i) stack.callback([&] { ++calls; });
        stack.callback(raises("first"));
        stack.callback([&] { ++calls; });
        stack.callback(raises("second"));
    };
    try {
        scope();
        FAIL("nothing was thrown");
    } catch (std::runtime_error const& e) {
        CHECK(chain_of(e) == "first < second");
    }
    CHECK(calls == 11);
}

TEST_CASE("exit_stack: while an exception unwinds, the destructor runs all, tells exits, and lets it go on",
          "[contextlib][exit_stack]") {
    std::string log;
    auto const scope = [&] {
        exit_stack stack;
        stack.push([&](std::exception_ptr const& e) { log += e ? "told " : "not told "; });
        stack.callback(raises("dropped"));
        stack.push([&](std::exception_ptr const& e) {
            log += is<regius::exception_in_flight>(e) ? "in flight " : "not in flight ";
            return true;
        });
        throw zero_division();
    };
    CHECK_THROWS_AS(scope(), zero_division);
    CHECK(log == "in flight told ");
}

TEST_CASE("exit_stack: an exit pushed while an exception unwinds is told of it", "[contextlib][exit_stack]") {
    for (bool before : {false, true}) {
        bool told = false;
        auto const scope = [&] {
            exit_stack stack;
            if (before) stack.push([](std::exception_ptr const&) {});
            stack.callback([&] { stack.push([&](std::exception_ptr const& e) { told = e != nullptr; }); });
            throw zero_division();
        };
        CHECK_THROWS_AS(scope(), zero_division);
        CHECK(told);
    }
}

TEST_CASE("exit_stack: a stack whose exits were taken away drops what callbacks throw while an exception unwinds",
          "[contextlib][exit_stack]") {
    auto const scope = [&] {
        exit_stack stack;
        exit_stack taken;
        struct pushes_while_unwinding {
            exit_stack& stack;
            exit_stack& taken;
            ~pushes_while_unwinding() {
                stack.push([](std::exception_ptr const&) {});  // counted while one exception is on its way
                taken = stack.pop_all();
                stack.callback(raises("dropped"));
            }
        } const last{stack, taken};
        throw zero_division();
    };
    CHECK_THROWS_AS(scope(), zero_division);
}

TEST_CASE("exit_stack: a callback that closes the stack, or refills it, ends it in order", "[contextlib][exit_stack]") {
    std::string log;
    auto const note = [&log](char c) { return [&log, c] { log += c; }; };
    {
        exit_stack stack;
        stack.callback(note('a'));
        stack.callback(note('b'));
        stack.callback([&] {
            stack.close();
            stack.callback(note('c'));
            stack.callback(note('d'));  // as many as were there
        });
    }
    CHECK(log == "badc");
    log.clear();
    {
        exit_stack stack;
        stack.callback(note('a'));
        stack.callback([&] {
            stack.callback(note('x'));
            stack.callback([&] { stack.push([&](std::exception_ptr const& e) { log += e ? '!' : 'e'; }); });
        });
    }
    CHECK(log == "exa");
}

TEST_CASE("exit_stack: ends well inside a destructor that runs while an exception unwinds",
          "[contextlib][exit_stack]") {
    struct cleans_up {
        bool& well;
        ~cleans_up() {
            exit_stack stack;
            stack.push([this](std::exception_ptr const& e) { well = e == nullptr; });
        }
    };
    bool well = false;
    try {
        cleans_up c{well};
        throw zero_division();
    } catch (zero_division const&) {
    }
    CHECK(well);
}

TEST_CASE("exit_stack: when entering throws, nothing was pushed", "[contextlib][exit_stack]") {
    struct refuses {
        exit_stack& stack;
        std::string& log;
        void enter() {
            stack.callback([l = &log] { *l += "pushed meanwhile "; });
            throw zero_division();
        }
        void exit(std::exception_ptr) { log += "exit "; }
    };
    std::string log;
    exit_stack stack;
    stack.callback([&] { log += "first"; });
    CHECK_THROWS_AS(stack.enter_context(refuses{stack, log}), zero_division);
    stack.close();
    CHECK(log == "pushed meanwhile first");
}

TEST_CASE("exit_stack: a callback that cannot be stored is called at once", "[contextlib][exit_stack]") {
    struct cannot_be_copied {
        int* calls;
        explicit cannot_be_copied(int* n) : calls(n) {}
        cannot_be_copied(cannot_be_copied const&) { throw std::bad_alloc(); }
        void operator()() const { ++*calls; }
    };
    int calls = 0;
    cannot_be_copied const f(&calls);
    {
        exit_stack stack;
        CHECK_THROWS_AS(stack.callback(f), std::bad_alloc);
        CHECK(calls == 1);
        CHECK(stack.empty());
    }
    CHECK(calls == 1);
}

TEST_CASE("exit_stack: four small callbacks allocate nothing", "[contextlib][exit_stack]") {
    long n = 0;
    auto const before = allocations;
    {
        exit_stack stack;
        for (long i = 0; i < 4; ++i) stack.callback([&n, i, j = 2 * i] { n += i + j; });
        exit_stack const moved = stack.pop_all();
        stack.callback([&n](long by) { n += by; }, 100);
    }
    auto const after = allocations;
    CHECK(after == before);
    CHECK(n == 118);
}

TEST_CASE("exit_stack: whichever allocation fails, what could not be pushed runs at once, and the rest in its turn",
          "[contextlib][exit_stack]") {
    struct context {
        std::vector<int>* log;
        int value = 0;
        int& enter() {
            log->push_back(100);
            return value;
        }
        void exit(std::exception_ptr) { log->push_back(-100); }
    };
    for (std::ptrdiff_t n = 0; n < 12; ++n) {
        CAPTURE(n);
        std::vector<int> log;
        log.reserve(100);
        std::vector<int> failed;
        failed.reserve(100);
        {
            exit_stack stack;
            allocations_left = n;
            for (int i = 0; i < 10; ++i) {
                try {
                    std::array<int, 10> big{};
                    if (i % 2 == 0)
                        stack.callback([&log, i] { log.push_back(i); });
                    else
                        stack.callback([&log, i, big] { log.push_back(i + big[0]); });
                } catch (std::bad_alloc const&) {
                    failed.push_back(i);
                    CHECK(log == failed);  // this one just ran, and none of those that were pushed
                }
            }
            bool entered = true;
            try {
                stack.enter_context(context{&log});
            } catch (std::bad_alloc const&) {
                entered = false;
            }
            allocations_left = -1;
            CHECK(entered == (log.size() > failed.size()));
        }
        auto const ran = std::count_if(log.begin(), log.end(), [](int x) { return 0 <= x && x < 10; });
        CHECK(ran == 10);
        CHECK(std::count(log.begin(), log.end(), 100) == std::count(log.begin(), log.end(), -100));
    }
}

TEST_CASE("exit_stack: each callback and context is destroyed once", "[contextlib][exit_stack]") {
    auto const alive = std::make_shared<int>(0);
    {
        exit_stack stack;
        for (int i = 0; i < 9; ++i) stack.callback([alive] { static_cast<void>(alive); });
        stack.enter_context(std::shared_ptr<int>(alive));
        stack.callback([alive, big = std::array<int, 30>()] { static_cast<void>(big); });
        stack.callback([alive] { throw zero_division(); });
        CHECK(alive.use_count() == 13);
        CHECK_THROWS_AS(stack.close(), zero_division);
        CHECK(alive.use_count() == 1);
    }
}

}  // namespace
