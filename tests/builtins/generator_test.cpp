// SPDX-License-Identifier: MIT
// Mirrors CPython 3.11, Lib/test/test_generators.py and test_yield_from.py: what is not about frames or garbage.

#include <regius/builtins/generator.hpp>  // first, so the header must stand on its own

#include <support/catch.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <forward_list>
#include <initializer_list>
#include <iterator>
#include <new>
#include <optional>
#include <ranges>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

using namespace std::literals;
using regius::generator;
using regius::generator_exit;
using regius::stop_iteration;
using regius::value_error;
using regius::yield_from;

namespace {

using strings = std::vector<std::string>;
using ints = std::vector<int>;

struct trace {
    strings lines;
    void operator()(std::string line) { lines.push_back(std::move(line)); }
};

/// Python's `finally`: says its line when the scope is left.
struct finally {
    trace& log;
    std::string line;
    finally(trace& t, std::string l) : log(t), line(std::move(l)) {}
    finally(finally const&) = delete;
    finally& operator=(finally const&) = delete;
    ~finally() { log(line); }
};

template <class R>
auto list(R&& range) {
    std::vector<std::ranges::range_value_t<R>> elements;
    for (auto&& x : range) elements.push_back(std::forward<decltype(x)>(x));
    return elements;
}

template <class T>
std::vector<T> first_n(generator<T>& g, int n) {
    std::vector<T> elements;
    for (int i = 0; i < n; ++i) elements.push_back(g.next());
    return elements;
}

generator<int> count_to(int n) {
    for (int i = 0; i < n; ++i) co_yield i;
}

generator<int> integers_from(int i) {
    for (;;) co_yield i++;
}

/// Whether next() raises StopIteration.
template <class G>
bool stops(G& g) {
    try {
        static_cast<void>(g.next());
        return false;
    } catch (stop_iteration const&) {
        return true;
    }
}

}  // namespace

// ---------------------------------------------------------------- 1. what Python says: test_generators

namespace {

generator<int> one_and_two() {
    co_yield 1;
    co_yield 2;
}

generator<int> nothing() { co_return; }

generator<int> returns_in_the_middle() {
    co_yield 1;
    co_return;
    co_yield 2;
}

}  // namespace

TEST_CASE("generator: next by hand, then StopIteration for good (tutorial)", "[builtins][generator][oracle]") {
    auto g = one_and_two();
    CHECK(g.next() == 1);
    CHECK(g.next() == 2);
    CHECK_THROWS_AS(g.next(), stop_iteration);
    CHECK_THROWS_AS(g.next(), stop_iteration);
    CHECK(list(returns_in_the_middle()) == ints{1});
    CHECK(list(nothing()).empty());
    CHECK(list(count_to(5)) == ints{0, 1, 2, 3, 4});
}

TEST_CASE("generator: returns to the most recent caller (tutorial)", "[builtins][generator][oracle]") {
    auto const creator = [](ints& seen) {
        auto g = count_to(5);
        seen.push_back(100 + g.next());
        return g;
    };
    ints seen;
    for (int i : creator(seen)) seen.push_back(i);
    CHECK(seen == ints{100, 1, 2, 3, 4});
}

namespace {

generator<int> resumes(generator<int>& me) {
    int const i = me.next();
    co_yield i;
}

generator<int> divides_by_zero() {
    co_yield 1;
    throw std::domain_error("division by zero");
}

generator<int> try_except_finally() {
    // PEP 255: f() of "Specification: Try/Except/Finally". C++ has no co_yield in a handler, hence the flags.
    bool outer = false;
    try {
        co_yield 1;
        bool inner = false;
        try {
            co_yield 2;
            throw std::domain_error("");
        } catch (std::domain_error const&) {
            inner = true;
        }
        if (inner) {
            co_yield 4;
            co_yield 5;
            throw std::domain_error("");
        }
        co_yield 7;
    } catch (...) {
        outer = true;
    }
    if (outer) co_yield 8;
    co_yield 9;
    co_yield 10;
    co_yield 11;
}

}  // namespace

TEST_CASE("generator: cannot be resumed while it runs (PEP 255)", "[builtins][generator][oracle]") {
    generator<int> me;
    me = resumes(me);
    CHECK_THROWS_WITH(me.next(), "generator already executing"s);
    CHECK(me.done());
}

TEST_CASE("generator: an exception leaves once and ends it (PEP 255)", "[builtins][generator][oracle]") {
    auto k = divides_by_zero();
    CHECK(k.next() == 1);
    CHECK_THROWS_AS(k.next(), std::domain_error);
    CHECK_THROWS_AS(k.next(), stop_iteration);
    CHECK(k.done());
    CHECK(list(try_except_finally()) == ints{1, 2, 4, 5, 8, 9, 10, 11});
}

namespace {

struct tree {
    char label;
    tree const* left;
    tree const* right;
};

tree const* plant(std::string_view labels, std::vector<tree>& forest) {
    if (labels.empty()) return nullptr;
    auto const i = labels.size() / 2;
    auto const* left = plant(labels.substr(0, i), forest);
    auto const* right = plant(labels.substr(i + 1), forest);
    forest.push_back({labels[i], left, right});
    return &forest.back();
}

generator<char const&> inorder(tree const* t) {
    if (!t) co_return;
    co_yield yield_from(inorder(t->left));
    co_yield t->label;
    co_yield yield_from(inorder(t->right));
}

generator<char const&> inorder_iterative(tree const* node) {
    std::vector<tree const*> stack;
    while (node) {
        while (node->left) {
            stack.push_back(node);
            node = node->left;
        }
        co_yield node->label;
        while (!node->right) {
            if (stack.empty()) co_return;
            node = stack.back();
            stack.pop_back();
            co_yield node->label;
        }
        node = node->right;
    }
}

generator<ints> combinations_of(ints x, std::size_t k) {
    if (k > x.size()) co_return;
    if (k == 0) {
        co_yield ints{};
    } else {
        int const first = x.front();
        x.erase(x.begin());
        for (auto&& c : combinations_of(x, k - 1)) {
            c.insert(c.begin(), first);
            co_yield std::move(c);
        }
        co_yield yield_from(combinations_of(x, k));
    }
}

}  // namespace

TEST_CASE("generator: Guido's binary tree, with and without recursion (PEP 255)", "[builtins][generator][oracle]") {
    auto const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"s;
    std::vector<tree> forest;
    forest.reserve(letters.size());
    auto const* const t = plant(letters, forest);
    std::string seen;
    for (char c : inorder(t)) seen += c;
    CHECK(seen == letters);
    seen.clear();
    for (char c : inorder_iterative(t)) seen += c;
    CHECK(seen == letters);
}

TEST_CASE("generator: k-combinations of a list (email tests)", "[builtins][generator][oracle]") {
    ints const seq{1, 2, 3, 4};
    using combs = std::vector<ints>;
    CHECK(list(combinations_of(seq, 0)) == combs{{}});
    CHECK(list(combinations_of(seq, 1)) == combs{{1}, {2}, {3}, {4}});
    CHECK(list(combinations_of(seq, 2)) == combs{{1, 2}, {1, 3}, {1, 4}, {2, 3}, {2, 4}, {3, 4}});
    CHECK(list(combinations_of(seq, 3)) == combs{{1, 2, 3}, {1, 2, 4}, {1, 3, 4}, {2, 3, 4}});
    CHECK(list(combinations_of(seq, 4)) == combs{{1, 2, 3, 4}});
    CHECK(list(combinations_of(seq, 5)) == combs{});
}

namespace {

struct disjoint_set {
    char name;
    disjoint_set* parent = nullptr;
    generator<disjoint_set*> chain = generate(this);

    explicit disjoint_set(char n) : name(n) {}
    disjoint_set(disjoint_set const&) = delete;
    disjoint_set& operator=(disjoint_set const&) = delete;
    ~disjoint_set() = default;

    static generator<disjoint_set*> generate(disjoint_set* self) {
        while (!self->parent) co_yield self;
        for (auto* x : self->parent->chain) co_yield x;
    }
    disjoint_set* find() { return chain.next(); }
};

generator<int> exclude_multiples(int n, generator<int> numbers) {
    for (int i : numbers)
        if (i % n) co_yield i;
}

generator<int> sieve(generator<int> numbers) {
    int const prime = numbers.next();
    co_yield prime;
    if (prime > 100) co_return;
    co_yield yield_from(sieve(exclude_multiples(prime, std::move(numbers))));
}

generator<int> times(int n, generator<int> g) {
    for (int i : g) co_yield n* i;
}

generator<int> merge_two(generator<int> g, generator<int> h) {
    int ng = g.next();
    int nh = h.next();
    for (;;) {
        if (ng < nh) {
            co_yield ng;
            ng = g.next();
        } else if (ng > nh) {
            co_yield nh;
            nh = h.next();
        } else {
            co_yield ng;
            ng = g.next();
            nh = h.next();
        }
    }
}

generator<int> m235(bool ends = false) {
    co_yield 1;
    if (ends) co_return;
    co_yield yield_from(merge_two(merge_two(times(2, m235()), times(3, m235())), times(5, m235())));
}

generator<int> partial_sums(generator<int> g) {
    int sum = 0;
    for (int i : g) co_yield sum += i;
}

}  // namespace

TEST_CASE("generator: union-find through generators that share one loop (email tests)",
          "[builtins][generator][oracle]") {
    disjoint_set k('K'), b('B'), f('F'), g('G'), a('A');
    CHECK(k.find()->name == 'K');
    k.parent = &b;
    CHECK(k.find()->name == 'B');
    CHECK(k.find()->name == 'B');
    a.parent = &f;
    CHECK(a.find()->name == 'F');
    b.parent = &f;
    CHECK(b.find()->name == 'F');
    f.parent = &g;
    CHECK(f.find()->name == 'G');
    CHECK(a.find()->name == 'G');
}

TEST_CASE("generator: recursive sieve of Eratosthenes (fun tests)", "[builtins][generator][oracle]") {
    auto from_five = integers_from(5);
    CHECK(first_n(from_five, 7) == ints{5, 6, 7, 8, 9, 10, 11});
    auto odd = exclude_multiples(3, integers_from(1));
    CHECK(first_n(odd, 6) == ints{1, 2, 4, 5, 7, 8});
    auto primes = sieve(integers_from(2));
    CHECK(first_n(primes, 20) == ints{2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71});
}

TEST_CASE("generator: Hamming numbers 2^i 3^j 5^k (fun tests)", "[builtins][generator][oracle]") {
    auto tens = times(10, integers_from(1));
    CHECK(first_n(tens, 10) == ints{10, 20, 30, 40, 50, 60, 70, 80, 90, 100});
    auto result = m235();
    CHECK(first_n(result, 15) == ints{1, 2, 3, 4, 5, 6, 8, 9, 10, 12, 15, 16, 18, 20, 24});
    CHECK(first_n(result, 15) == ints{25, 27, 30, 32, 36, 40, 45, 48, 50, 54, 60, 64, 72, 75, 80});
    CHECK(first_n(result, 15) == ints{81, 90, 96, 100, 108, 120, 125, 128, 135, 144, 150, 160, 162, 180, 192});
    auto sums = partial_sums(integers_from(1));
    CHECK(first_n(sums, 6) == ints{1, 3, 6, 10, 15, 21});
}

namespace {

/// The n queens on n columns, as Lib/test's Queens: by row, leftmost column first.
generator<ints const&> queens(int n, ints row_to_column, std::vector<bool> column, std::vector<bool> up,
                              std::vector<bool> down) {
    int const row = static_cast<int>(row_to_column.size());
    if (row == n) {
        co_yield row_to_column;
        co_return;
    }
    for (int c = 0; c < n; ++c) {
        auto const i = static_cast<std::size_t>(c);
        auto const u = static_cast<std::size_t>(row + c);
        auto const d = static_cast<std::size_t>(row - c + n - 1);
        if (column[i] || up[u] || down[d]) continue;
        column[i] = up[u] = down[d] = true;
        row_to_column.push_back(c);
        co_yield yield_from(queens(n, row_to_column, column, up, down));
        row_to_column.pop_back();
        column[i] = up[u] = down[d] = false;
    }
}

}  // namespace

TEST_CASE("generator: eight queens (conjoin tests)", "[builtins][generator][oracle]") {
    std::vector<ints> solutions;
    for (auto const& s : queens(8, {}, std::vector<bool>(8), std::vector<bool>(15), std::vector<bool>(15)))
        solutions.push_back(s);
    REQUIRE(solutions.size() == 92);
    CHECK(solutions[0] == ints{0, 4, 7, 5, 2, 6, 1, 3});
    CHECK(solutions[1] == ints{0, 5, 7, 2, 6, 3, 1, 4});
}

// ---------------------------------------------------------------- 1. what Python says: send

namespace {

generator<int, int> prints_what_is_sent(trace& log) {
    log(std::to_string(co_yield 1));
    co_yield 2;
}

generator<int, std::string> yields_one() { co_yield 1; }

generator<std::optional<int>, int> adds_up(ints& seq) {
    int count = 0;
    while (count < 200) {
        count += co_yield std::nullopt;
        seq.push_back(count);
    }
}

generator<std::string, int> indexes(ints& data) {
    // d[(yield "a")] = d[(yield "b")] = 27, in Python's order of evaluation
    int const a = co_yield "a";
    int const b = co_yield "b";
    data[static_cast<std::size_t>(a)] = 27;
    data[static_cast<std::size_t>(b)] = 27;
}

generator<int, int, int> returns_what_is_sent() { co_return co_yield 1; }

generator<int, int, int> delegates_to_that() { co_return co_yield yield_from(returns_what_is_sent()); }

}  // namespace

TEST_CASE("generator: send gives co_yield its value (coroutine tests)", "[builtins][generator][oracle]") {
    trace log;
    auto g = prints_what_is_sent(log);
    CHECK(g.next() == 1);
    CHECK(g.send(42) == 2);
    CHECK(log.lines == strings{"42"});

    ints seq;
    auto c = adds_up(seq);
    CHECK(c.next() == std::nullopt);
    CHECK(seq.empty());
    c.send(10);
    CHECK(seq == ints{10});
    c.send(10);
    c.send(10);
    CHECK(seq == ints{10, 20, 30});
}

TEST_CASE("generator: a value cannot be sent before the first yield", "[builtins][generator][oracle]") {
    auto g = yields_one();
    CHECK_THROWS_AS(g.send("foo"), value_error);
    CHECK_THROWS_WITH(g.send("foo"), "can't send non-None value to a just-started generator"s);
    CHECK(g.next() == 1);  // test_send_non_none_to_new_gen: it is as it was
    CHECK_THROWS_AS(g.send("foo"), stop_iteration);
    CHECK_THROWS_AS(g.send("foo"), stop_iteration);
    CHECK_THROWS_AS((generator<int, std::string>{}.send("foo")), stop_iteration);
}

TEST_CASE("generator: sends within one statement (coroutine tests)", "[builtins][generator][oracle]") {
    ints data{1, 2};
    auto g = indexes(data);
    CHECK(g.next() == "a");
    CHECK(data == ints{1, 2});
    CHECK(g.send(0) == "b");
    CHECK_THROWS_AS(g.send(1), stop_iteration);
    CHECK(data == ints{27, 27});
}

TEST_CASE("generator: what is sent can be returned, through yield_from too (test_lambda_generator)",
          "[builtins][generator][oracle]") {
    for (auto* const make : {&returns_what_is_sent, &delegates_to_that}) {
        auto g = make();
        CHECK(g.next() == 1);
        CHECK_THROWS_AS(g.send(2), stop_iteration);
        CHECK(g.result() == 2);
    }
}

TEST_CASE("generator: next sends Send{}, as Python's next sends None", "[builtins][generator]") {
    trace log;
    auto g = prints_what_is_sent(log);
    CHECK(list(g) == ints{1, 2});
    CHECK(log.lines == strings{"0"});
}

namespace {

struct token {  // no default
    explicit token(int i) : value(i) {}
    token(token&&) = default;
    token& operator=(token&&) = default;
    token(token const&) = delete;
    token& operator=(token const&) = delete;
    ~token() = default;
    int value;
};

generator<int, token> takes_tokens() {
    int last = 0;
    for (;;) last = (co_yield last).value;
}

generator<int, token> passes_tokens_on() { co_yield yield_from(takes_tokens()); }

generator<int, int&> takes_references() {
    for (int i = 1;; ++i) (co_yield i) = 10 * i;
}

generator<int, int> delegates_and_takes() {
    int const sent = co_yield 1;
    co_yield 10 * sent;
    co_yield yield_from(returns_what_is_sent());
    co_yield 10 * (co_yield 2);
}

struct steps_when_converted {
    generator<int, int>& g;
    int steps;
    operator int() const {
        for (int i = 0; i < steps; ++i) static_cast<void>(g.next());
        return 7;
    }
};

}  // namespace

TEST_CASE("generator: a Send without default is primed by next and must be sent from then on",
          "[builtins][generator]") {
    auto g = takes_tokens();
    CHECK(g.next() == 0);
    CHECK_THROWS_AS(g.next(), value_error);
    CHECK(g.send(token(7)) == 7);
    CHECK_THROWS_AS(g.next(), value_error);
    CHECK(g.send(token(8)) == 8);
}

TEST_CASE("generator: a Send without default reaches a delegate", "[builtins][generator]") {
    auto g = passes_tokens_on();
    CHECK(g.next() == 0);
    CHECK(g.send(token(7)) == 7);
    CHECK(g.send(token(8)) == 8);
}

TEST_CASE("generator: what is sent is made first, and may step the generator", "[builtins][generator]") {
    strings results;
    for (int steps = 0; steps < 6; ++steps) {
        auto g = delegates_and_takes();
        g.next();
        try {
            results.push_back(std::to_string(g.send(steps_when_converted{g, steps})));
            for (int x : g) results.back() += " "s + std::to_string(x);
        } catch (stop_iteration const&) {
            results.push_back("stop");
        }
    }
    // 1, 10 x sent, 1 of the delegate, 2, 10 x sent: 7 is sent where the steps have led
    CHECK(results == strings{"70 1 2 0", "1 2 0", "2 0", "70", "stop", "stop"});
}

TEST_CASE("generator: a reference can be sent", "[builtins][generator]") {
    int x = 0;
    auto g = takes_references();
    CHECK(g.next() == 1);
    CHECK(g.send(x) == 2);
    CHECK(x == 10);
    g.send(x);
    CHECK(x == 20);
}

// ---------------------------------------------------------------- 1. what Python says: throw

namespace {

generator<int, int> catches_invalid_arguments(trace& log) {
    for (;;) {
        try {
            log("sent " + std::to_string(co_yield 0));
        } catch (std::invalid_argument const& e) {
            log("caught ValueError ("s + e.what() + ")");
        }
    }
}

generator<int> passes_on() {
    try {
        co_yield 1;
    } catch (...) {
        throw;
    }
}

}  // namespace

TEST_CASE("generator: throw_exception raises at the yield (coroutine tests)", "[builtins][generator][oracle]") {
    trace log;
    auto g = catches_invalid_arguments(log);
    g.next();
    g.throw_exception(value_error("xyz"));
    g.throw_exception(std::make_exception_ptr(std::invalid_argument("1")));
    g.send(1);
    CHECK(log.lines == strings{"caught ValueError (xyz)", "caught ValueError (1)", "sent 1"});

    CHECK_THROWS_WITH(g.throw_exception(std::out_of_range("ends it")), "ends it"s);
    CHECK(g.done());
    CHECK_THROWS_AS(g.send(2), stop_iteration);
    CHECK_THROWS_WITH(g.throw_exception(value_error("6")), "6"s);  // on a finished generator: raised there
    CHECK_THROWS_AS(g.throw_exception(std::exception_ptr()), value_error);
}

TEST_CASE("generator: throw_exception before the start raises and the body never runs",
          "[builtins][generator][oracle]") {
    trace log;
    auto g = catches_invalid_arguments(log);
    CHECK_THROWS_WITH(g.throw_exception(value_error("7")), "7"s);
    CHECK(g.done());
    CHECK_THROWS_AS(g.next(), stop_iteration);
    CHECK(log.lines.empty());
    CHECK_THROWS_WITH(generator<int>().throw_exception(value_error("8")), "8"s);
}

TEST_CASE("generator: the exception that is thrown in comes out as the same object", "[builtins][generator]") {
    auto g = passes_on();
    g.next();
    auto const e = std::make_exception_ptr(std::logic_error("same"));
    std::exception_ptr out;
    try {
        g.throw_exception(e);
    } catch (...) {
        out = std::current_exception();
    }
    CHECK(out == e);
}

TEST_CASE("generator: throw_exception into a body that then returns is StopIteration", "[builtins][generator]") {
    auto const returns_on_error = [](trace& log) -> generator<int, void, std::string> {
        try {
            co_yield 1;
        } catch (std::exception const& e) {
            log(e.what());
        }
        co_return "handled";
    };
    trace log;
    auto g = returns_on_error(log);
    g.next();
    CHECK_THROWS_AS(g.throw_exception(value_error("x")), stop_iteration);
    CHECK(g.result() == "handled");
    CHECK(log.lines == strings{"x"});
}

// ---------------------------------------------------------------- 1. what Python says: PEP 479

namespace {

generator<int> raises_stop_iteration() {
    co_yield 1;
    throw stop_iteration();
}

generator<int> catches_stop_iteration() {
    int caught = 0;
    try {
        throw stop_iteration();
    } catch (...) {
        caught = 42;
    }
    co_yield caught;
}

generator<int> next_of_empty() {
    auto empty = nothing();
    co_yield empty.next();
}

}  // namespace

TEST_CASE("generator: StopIteration out of the body is a RuntimeError (PEP 479)", "[builtins][generator][oracle]") {
    auto g = raises_stop_iteration();
    CHECK(g.next() == 1);
    try {
        g.next();
        FAIL("nothing was thrown");
    } catch (std::runtime_error const& e) {
        CHECK(e.what() == "generator raised StopIteration"s);
        CHECK_THROWS_AS(std::rethrow_if_nested(e), stop_iteration);  // __cause__
    }
    CHECK_THROWS_AS(g.next(), stop_iteration);

    auto h = next_of_empty();
    CHECK_THROWS_WITH(h.next(), "generator raised StopIteration"s);
    CHECK(list(catches_stop_iteration()) == ints{42});
}

// ---------------------------------------------------------------- 1. what Python says: close

namespace {

generator<int> says_exiting(trace& log) {
    try {
        co_yield 1;
    } catch (generator_exit const&) {
        log("exiting");
    }
}

generator<int> finally_exiting(trace& log) {
    finally const f(log, "exiting");
    co_yield 1;
    co_yield 2;
}

generator<int> except_exception(trace& log) {
    finally const f(log, "finally");
    try {
        co_yield 1;
    } catch (std::exception const&) {
        log("except");
    }
}

generator<int> ignores_exit() {
    try {
        co_yield 1;
    } catch (generator_exit const&) {
    }
    co_yield 2;
}

generator<int> raises_on_exit() {
    try {
        co_yield 1;
    } catch (generator_exit const&) {
        throw std::domain_error("fie!");
    }
}

}  // namespace

TEST_CASE("generator: close raises GeneratorExit at the yield, once (coroutine tests)",
          "[builtins][generator][oracle]") {
    trace log;
    auto g = says_exiting(log);
    g.next();
    g.close();
    CHECK(log.lines == strings{"exiting"});
    CHECK(g.done());
    g.close();
    CHECK(log.lines == strings{"exiting"});
    CHECK_THROWS_AS(g.next(), stop_iteration);

    says_exiting(log).close();  // on a just-opened generator: the body does not run
    generator<int>().close();
    CHECK(log.lines == strings{"exiting"});
}

namespace {

generator<int, void, std::string> returns_on_exit() {
    try {
        co_yield 1;
    } catch (generator_exit const&) {
        co_return "early";
    }
    co_return "late";
}

generator<int, void, std::string> returns_what_is_left_of_it() {
    std::string s;
    try {
        s = co_yield yield_from(returns_on_exit());
    } catch (generator_exit const&) {
        co_return "outer";
    }
    co_return s;
}

}  // namespace

TEST_CASE("generator: what a closed body returns is its result (test_close_return_value)",
          "[builtins][generator][oracle]") {
    auto g = returns_on_exit();
    g.next();
    g.close();
    CHECK(g.result() == "early");
    g.close();
    CHECK(g.result() == "early");

    auto h = returns_what_is_left_of_it();
    h.next();
    h.close();
    CHECK(h.result() == "outer");

    auto unstarted = returns_on_exit();
    unstarted.close();
    CHECK_THROWS_AS(unstarted.result(), value_error);
}

TEST_CASE("generator: close and destruction both run what finally is for", "[builtins][generator][oracle]") {
    trace log;
    {
        auto g = finally_exiting(log);
        g.next();
        g.close();
        CHECK(log.lines == strings{"exiting"});
    }
    CHECK(log.lines == strings{"exiting"});
    {
        auto g = finally_exiting(log);
        g.next();
    }
    CHECK(log.lines == strings{"exiting", "exiting"});
    {
        auto const unstarted = finally_exiting(log);
    }
    CHECK(log.lines == strings{"exiting", "exiting"});
}

TEST_CASE("generator: GeneratorExit is not caught as an exception", "[builtins][generator][oracle]") {
    trace log;
    auto g = except_exception(log);
    g.next();
    g.close();
    CHECK(log.lines == strings{"finally"});
    static_assert(!std::derived_from<generator_exit, std::exception>);
}

TEST_CASE("generator: one that ignores GeneratorExit is an error, and can be closed again",
          "[builtins][generator][oracle]") {
    auto g = ignores_exit();
    g.next();
    CHECK_THROWS_AS(g.close(), std::runtime_error);
    g.close();
    auto h = ignores_exit();
    h.next();
    CHECK_THROWS_WITH(h.close(), "generator ignored GeneratorExit"s);
    CHECK(!h.done());
}

TEST_CASE("generator: an exception thrown while closing leaves close", "[builtins][generator][oracle]") {
    auto g = raises_on_exit();
    g.next();
    CHECK_THROWS_WITH(g.close(), "fie!"s);
    CHECK(g.done());
    g.close();
}

TEST_CASE("generator: a loop may close the generator it iterates", "[builtins][generator]") {
    auto g = count_to(5);
    int seen = 0;
    for (int i : g) {
        ++seen;
        if (i == 1) g.close();
    }
    CHECK(seen == 2);
}

// ---------------------------------------------------------------- 1. what Python says: test_yield_from

namespace {

generator<std::string> ham_and_eggs(trace& log, generator<std::string> inner) {
    finally const f(log, "Finishing g1");
    log("Starting g1");
    co_yield "g1 ham";
    co_yield yield_from(inner);
    co_yield "g1 eggs";
}

generator<std::string> spam(trace& log) {
    finally const f(log, "Finishing g2");
    log("Starting g2");
    co_yield "g2 spam";
    co_yield "g2 more spam";
}

generator<std::string> spam_and_error(trace& log) {
    finally const f(log, "Finishing g2");
    log("Starting g2");
    co_yield "g2 spam";
    throw value_error("hovercraft is full of eels");
}

generator<std::string> error_at_once(trace& log) {
    finally const f(log, "Finishing g2");
    log("Starting g2");
    throw value_error("spanish inquisition occurred");
    co_yield "";
}

generator<std::string> delegates_at_once(trace& log, generator<std::string> inner) {
    finally const f(log, "Finishing g1");
    log("Starting g1");
    co_yield yield_from(inner);
}

void run(trace& log, generator<std::string> g) {
    for (auto&& x : g) log("Yielded " + x);
}

}  // namespace

TEST_CASE("yield_from: delegation of next to a subgenerator", "[builtins][generator][oracle]") {
    SECTION("initial next") {
        trace log;
        run(log, delegates_at_once(log, spam(log)));
        CHECK(log.lines == strings{"Starting g1", "Starting g2", "Yielded g2 spam", "Yielded g2 more spam",
                                   "Finishing g2", "Finishing g1"});
    }
    SECTION("exception in the initial next") {
        trace log;
        CHECK_THROWS_WITH(run(log, delegates_at_once(log, error_at_once(log))), "spanish inquisition occurred"s);
        CHECK(log.lines == strings{"Starting g1", "Starting g2", "Finishing g2", "Finishing g1"});
    }
    SECTION("next") {
        trace log;
        run(log, ham_and_eggs(log, spam(log)));
        CHECK(log.lines == strings{"Starting g1", "Yielded g1 ham", "Starting g2", "Yielded g2 spam",
                                   "Yielded g2 more spam", "Finishing g2", "Yielded g1 eggs", "Finishing g1"});
    }
    SECTION("exception in a delegated next") {
        trace log;
        CHECK_THROWS_WITH(run(log, ham_and_eggs(log, spam_and_error(log))), "hovercraft is full of eels"s);
        CHECK(log.lines == strings{"Starting g1", "Yielded g1 ham", "Starting g2", "Yielded g2 spam", "Finishing g2",
                                   "Finishing g1"});
    }
}

namespace {

generator<std::string, int> spam_by_send(trace& log, bool fails) {
    log("Starting g2");
    int x = co_yield "g2 spam";
    log("g2 received " + std::to_string(x));
    if (fails) throw value_error("hovercraft is full of eels");
    x = co_yield "g2 more spam";
    log("g2 received " + std::to_string(x));
    log("Finishing g2");
}

generator<std::string, int> ham_by_send(trace& log, bool fails) {
    log("Starting g1");
    int x = co_yield "g1 ham";
    log("g1 received " + std::to_string(x));
    co_yield yield_from(spam_by_send(log, fails));
    x = co_yield "g1 eggs";
    log("g1 received " + std::to_string(x));
    log("Finishing g1");
}

void run_by_send(trace& log, generator<std::string, int> g) {
    try {
        g.next();
        for (int x = 1;; ++x) {
            auto const y = g.send(x);
            log("Yielded " + y);
        }
    } catch (stop_iteration const&) {
        log("StopIteration");
    }
}

}  // namespace

TEST_CASE("yield_from: delegation of send", "[builtins][generator][oracle]") {
    trace log;
    run_by_send(log, ham_by_send(log, false));
    CHECK(log.lines == strings{"Starting g1", "g1 received 1", "Starting g2", "Yielded g2 spam", "g2 received 2",
                               "Yielded g2 more spam", "g2 received 3", "Finishing g2", "Yielded g1 eggs",
                               "g1 received 4", "Finishing g1", "StopIteration"});
    log.lines.clear();
    CHECK_THROWS_AS(run_by_send(log, ham_by_send(log, true)), value_error);
    CHECK(log.lines == strings{"Starting g1", "g1 received 1", "Starting g2", "Yielded g2 spam", "g2 received 2"});
}

namespace {

generator<std::string> nybbles(trace& log) {
    bool failed = false;
    try {
        log("Starting g2");
        co_yield "g2 spam";
        co_yield "g2 more spam";
    } catch (generator_exit const&) {
        failed = true;
    }
    log("Finishing g2");
    if (failed) throw value_error("nybbles have exploded with delight");
}

}  // namespace

TEST_CASE("yield_from: delegation of close", "[builtins][generator][oracle]") {
    auto const expected =
        strings{"Starting g1", "Yielded g1 ham", "Starting g2", "Yielded g2 spam", "Finishing g2", "Finishing g1"};
    SECTION("to a generator") {
        trace log;
        auto g = ham_and_eggs(log, spam(log));
        for (int i = 0; i < 2; ++i) log("Yielded " + g.next());
        g.close();
        CHECK(log.lines == expected);
    }
    SECTION("exception while closing") {
        trace log;
        auto g = ham_and_eggs(log, nybbles(log));
        for (int i = 0; i < 2; ++i) log("Yielded " + g.next());
        CHECK_THROWS_WITH(g.close(), "nybbles have exploded with delight"s);
        CHECK(log.lines == expected);
    }
    SECTION("destruction instead") {
        trace log;
        {
            auto g = ham_and_eggs(log, spam(log));
            for (int i = 0; i < 2; ++i) log("Yielded " + g.next());
        }
        CHECK(log.lines == expected);
    }
}

namespace {

struct lunch_error : std::exception {};

generator<std::string> saves_lunch(trace& log) {
    finally const f(log, "Finishing g2");
    log("Starting g2");
    bool caught = false;
    try {
        co_yield "g2 spam";
        co_yield "g2 more spam";
    } catch (lunch_error const&) {
        log("Caught LunchError in g2");
        caught = true;
    }
    if (caught) {
        co_yield "g2 lunch saved";
        co_yield "g2 yet more spam";
    }
}

}  // namespace

TEST_CASE("yield_from: delegation of throw", "[builtins][generator][oracle]") {
    SECTION("not caught") {
        trace log;
        auto g = ham_and_eggs(log, spam(log));
        for (int i = 0; i < 2; ++i) log("Yielded " + g.next());
        CHECK_THROWS_WITH(g.throw_exception(value_error("tomato ejected")), "tomato ejected"s);
        CHECK(log.lines == strings{"Starting g1", "Yielded g1 ham", "Starting g2", "Yielded g2 spam", "Finishing g2",
                                   "Finishing g1"});
    }
    SECTION("caught: test_returning_value_from_delegated_throw") {
        trace log;
        auto g = ham_and_eggs(log, saves_lunch(log));
        for (int i = 0; i < 2; ++i) log("Yielded " + g.next());
        CHECK(g.throw_exception(lunch_error()) == "g2 lunch saved");
        for (auto&& x : g) log("Yielded " + x);
        CHECK(log.lines == strings{"Starting g1", "Yielded g1 ham", "Starting g2", "Yielded g2 spam",
                                   "Caught LunchError in g2", "Yielded g2 yet more spam", "Finishing g2",
                                   "Yielded g1 eggs", "Finishing g1"});
    }
}

namespace {

generator<std::string, void, std::optional<int>> returns_or_not(trace& log, std::optional<int> v) {
    log("Starting g2");
    co_yield "g2 spam";
    log("Finishing g2");
    if (v) co_return v;
    co_return std::nullopt;
}

generator<std::string> takes_return_values(trace& log) {
    for (std::optional<int> v : {std::optional<int>(), std::optional<int>(1)}) {
        auto const ret = co_yield yield_from(returns_or_not(log, v));
        log("g2 returned " + (ret ? std::to_string(*ret) : "None"s));
    }
}

generator<int, void, std::string> catches_and_returns(trace& log) {
    try {
        co_yield 1;
    } catch (value_error const&) {
        log("inner caught ValueError");
    }
    co_return "value";
}

generator<int> yields_length_of_result(trace& log) {
    std::string const v = co_yield yield_from(catches_and_returns(log));
    log("inner returned " + v + " to outer");
    co_yield static_cast<int>(v.size());
}

}  // namespace

namespace {

generator<int, void, int> yields_and_returns(int i) {
    co_yield i;
    co_return 10 * i;
}

generator<int> two_in_one_expression() {
    co_yield (co_yield yield_from(yields_and_returns(1))) + (co_yield yield_from(yields_and_returns(2)));
}

}  // namespace

TEST_CASE("yield_from: twice in one expression", "[builtins][generator]") {
    CHECK(list(two_in_one_expression()) == ints{1, 2, 30});
}

namespace {

generator<int> one_value(int x) { co_yield x; }

generator<int> with_and_without_a_value() {
    int const sum = ((co_yield yield_from(one_value(1))), 10) + (co_yield yield_from(yields_and_returns(2)));
    co_yield sum;
    co_yield ((co_yield yield_from(one_value(3))), (co_yield yield_from(one_value(4))), 5);
}

}  // namespace

TEST_CASE("yield_from: with and without a value in one expression", "[builtins][generator]") {
    CHECK(list(with_and_without_a_value()) == ints{1, 2, 30, 3, 4, 5});
}

TEST_CASE("yield_from: what two in one expression hold is destroyed, whenever that is", "[builtins][generator]") {
    for (int steps = 0; steps < 5; ++steps) {
        auto g = two_in_one_expression();
        for (int i = 0; i < steps; ++i) static_cast<void>(g.begin());
    }
}

namespace {

generator<int> fails_after(int x) {
    co_yield x;
    throw lunch_error();
}

generator<int> fails_in_an_expression() {
    int const sum = ((co_yield yield_from(fails_after(1))), 10) + (co_yield yield_from(yields_and_returns(2)));
    co_yield sum;
}

}  // namespace

TEST_CASE("yield_from: one of two in one expression fails", "[builtins][generator]") {
    for (int steps = 0; steps < 3; ++steps) {  // or is destroyed before it is asked
        auto g = fails_in_an_expression();
        for (int i = 0; i < steps && !g.done(); ++i) try {
                static_cast<void>(g.begin());
            } catch (lunch_error const&) {
            }
    }
    auto g = fails_in_an_expression();
    CHECK_THROWS_AS(list(g), lunch_error);
    CHECK(g.done());
}

TEST_CASE("yield_from: its value is what the subgenerator returned", "[builtins][generator][oracle]") {
    trace log;
    run(log, takes_return_values(log));
    CHECK(log.lines == strings{"Starting g2", "Yielded g2 spam", "Finishing g2", "g2 returned None", "Starting g2",
                               "Yielded g2 spam", "Finishing g2", "g2 returned 1"});
    log.lines.clear();
    auto g = yields_length_of_result(log);  // test_catching_exception_from_subgen_and_returning
    CHECK(g.next() == 1);
    CHECK(g.throw_exception(value_error("")) == 5);
    CHECK(log.lines == strings{"inner caught ValueError", "inner returned value to outer"});
}

namespace {

generator<int> over_range(trace& log, int n) {
    finally const f(log, "finishing g");
    log("starting g");
    co_yield yield_from(std::views::iota(0, n));
    log("end of g");
}

generator<int, int> over_range_with_send(trace& log, int n) {
    finally const f(log, "finishing g");
    log("starting g");
    co_yield yield_from(std::views::iota(0, n));
    log("g should not be here");
}

}  // namespace

TEST_CASE("yield_from: a range instead of a generator", "[builtins][generator][oracle]") {
    trace log;
    SECTION("next") {
        CHECK(list(over_range(log, 3)) == ints{0, 1, 2});
        CHECK(log.lines == strings{"starting g", "end of g", "finishing g"});
    }
    SECTION("an empty one") {
        auto g = over_range(log, 0);
        CHECK(stops(g));
    }
    SECTION("close") {
        auto g = over_range(log, 3);
        g.next();
        g.close();
        CHECK(log.lines == strings{"starting g", "finishing g"});
    }
    SECTION("throw") {
        auto g = over_range(log, 10);
        for (int i = 0; i < 5; ++i) CHECK(g.next() == i);
        CHECK_THROWS_WITH(g.throw_exception(value_error("tomato ejected")), "tomato ejected"s);
        CHECK(log.lines == strings{"starting g", "finishing g"});
    }
    SECTION("send") {
        auto g = over_range_with_send(log, 3);
        g.next();
        CHECK_THROWS_AS(g.send(42), value_error);
        CHECK(log.lines == strings{"starting g", "finishing g"});
    }
}

namespace {

generator<std::string> loop_one(trace& log, generator<std::string>& gi, bool second) {
    log(second ? "g2: starting" : "g1: starting");
    co_yield second ? "y2" : "y1";
    log(second ? "g2: about to yield from g1" : "g1: about to yield from g2");
    if (second)
        co_yield yield_from(gi);
    else
        co_yield yield_from(loop_one(log, gi, true));
    log("should not be here");
}

generator<int, int> claims_two(generator<int, int>& g1) {
    co_yield 1;
    try {
        co_yield yield_from(g1);
    } catch (value_error const&) {
    }
    co_yield 2;
}

generator<int, int> claims_one(generator<int, int>& g1) {
    co_yield 0;
    co_yield yield_from(claims_two(g1));
    co_yield 3;
}

generator<int> lends_itself(generator<int>& middle) {
    co_yield 1;
    co_yield yield_from(middle);  // delegated to by the root: lent
}

generator<int> borrows(generator<int>& middle) { co_yield yield_from(middle); }

}  // namespace

TEST_CASE("yield_from: a loop of delegations is an error", "[builtins][generator][oracle]") {
    SECTION("test_attempted_yield_from_loop") {
        trace log;
        generator<std::string> gi;
        gi = loop_one(log, gi, false);
        CHECK_THROWS_WITH(
            [&] {
                for (auto&& y : gi) log("Yielded: " + y);
            }(),
            "generator already executing"s);
        CHECK(log.lines == strings{"g1: starting", "Yielded: y1", "g1: about to yield from g2", "g2: starting",
                                   "Yielded: y2", "g2: about to yield from g1"});
    }
    SECTION("test_delegating_generators_claim_to_be_running") {
        generator<int, int> g1;
        g1 = claims_one(g1);
        CHECK(list(g1) == ints{0, 1, 2, 3});
        g1 = claims_one(g1);
        ints seen{g1.next()};
        for (int i = 0; i < 3; ++i) seen.push_back(g1.send(42));
        CHECK_THROWS_AS(g1.send(42), stop_iteration);
        CHECK(seen == ints{0, 1, 2, 3});
    }
    SECTION("a generator in the middle of the chain") {
        generator<int> middle;
        middle = lends_itself(middle);
        auto root = borrows(middle);
        CHECK(root.next() == 1);
        CHECK_THROWS_WITH(root.next(), "generator already executing"s);
        CHECK(root.done());
        CHECK(middle.done());
    }
}

namespace {

generator<int> inner_of_exit(int what) {
    try {
        co_yield 1;
    } catch (generator_exit const&) {
        if (what == 2) throw value_error("Vorpal bunny encountered");
    }
    if (what == 1) co_yield 2;
}

generator<int> outer_of_exit(trace& log, int what) {
    log("Enter g");
    co_yield yield_from(inner_of_exit(what));
    log("Exit g");
}

}  // namespace

TEST_CASE("yield_from: GeneratorExit thrown into a subgenerator", "[builtins][generator][oracle]") {
    trace log;
    SECTION("that returns: raised in the outer one all the same") {
        auto g = outer_of_exit(log, 0);
        g.next();
        CHECK_THROWS_AS(g.throw_exception(generator_exit{}), generator_exit);
    }
    SECTION("that yields") {
        auto g = outer_of_exit(log, 1);
        g.next();
        CHECK_THROWS_WITH(g.throw_exception(generator_exit{}), "generator ignored GeneratorExit"s);
    }
    SECTION("that raises") {
        auto g = outer_of_exit(log, 2);
        g.next();
        CHECK_THROWS_WITH(g.throw_exception(std::make_exception_ptr(generator_exit{})), "Vorpal bunny encountered"s);
    }
    SECTION("by close") {
        auto g = outer_of_exit(log, 0);
        g.next();
        g.close();
        CHECK(g.done());
    }
    SECTION("by close, that yields") {
        auto g = outer_of_exit(log, 1);
        g.next();
        CHECK_THROWS_WITH(g.close(), "generator ignored GeneratorExit"s);
        CHECK(g.done());
    }
    CHECK(log.lines == strings{"Enter g"});
}

namespace {

generator<int> swallows_exit() {
    try {
        co_yield yield_from(one_value(1));
    } catch (generator_exit const&) {
    }
}

generator<int> delegates_to_one_that_swallows(bool& exited) {
    try {
        co_yield yield_from(swallows_exit());
        co_yield 2;
    } catch (generator_exit const&) {
        exited = true;
    }
}

}  // namespace

TEST_CASE("yield_from: one in the middle that swallows GeneratorExit does not stop it",
          "[builtins][generator][oracle]") {
    bool exited = false;
    auto g = delegates_to_one_that_swallows(exited);
    CHECK(g.next() == 1);
    g.close();
    CHECK(exited);
    CHECK(g.done());
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("generator: starts lazily", "[builtins][generator]") {
    bool ran = false;
    auto const body = [](bool& flag) -> generator<int> {
        flag = true;
        co_yield 1;
    };
    auto g = body(ran);
    CHECK(!ran);
    CHECK(!g.done());
    auto it = g.begin();
    CHECK(ran);
    CHECK(*it == 1);
}

TEST_CASE("generator: a second loop continues the first, and sees nothing after the end", "[builtins][generator]") {
    auto g = count_to(5);
    for (int i : g)
        if (i == 1) break;
    CHECK(list(g) == ints{2, 3, 4});
    CHECK(list(g).empty());
    CHECK(g.begin() == g.end());
    CHECK(g.done());
}

TEST_CASE("generator: next, loops and internal iteration share one position", "[builtins][generator]") {
    auto g = count_to(6);
    CHECK(g.next() == 0);
    ints seen;
    CHECK(!g.for_each_while([&](int i) {
        seen.push_back(i);
        return i < 2;
    }));
    CHECK(seen == ints{1, 2});
    CHECK(*g.begin() == 3);
    CHECK(g.for_each_while([&](int i) {
        seen.push_back(i);
        return true;
    }));
    CHECK(seen == ints{1, 2, 4, 5});
    CHECK(g.for_each_while([](int) { return false; }));
}

TEST_CASE("generator: a moved-from or default generator is empty", "[builtins][generator]") {
    auto g = count_to(3);
    g.next();
    auto h = std::move(g);
    CHECK(g.done());  // NOLINT: what is left is defined
    CHECK(list(g).empty());
    CHECK_THROWS_AS(g.next(), stop_iteration);
    CHECK_THROWS_AS(g.result(), value_error);
    CHECK(list(h) == ints{1, 2});

    generator<int> none;
    CHECK(none.done());
    CHECK(list(none).empty());
    none = count_to(2);
    CHECK(list(none) == ints{0, 1});
    auto& same = none;
    none = count_to(2);
    none = std::move(same);
    CHECK(list(none) == ints{0, 1});
}

TEST_CASE("generator: a move in the middle of a loop does not disturb it", "[builtins][generator]") {
    auto g = count_to(3);
    auto it = g.begin();
    auto h = std::move(g);
    CHECK(*it == 0);
    ++it;
    CHECK(*it == 1);
    CHECK(h.next() == 2);
}

TEST_CASE("generator: result is there once it has returned", "[builtins][generator]") {
    auto g = returns_what_is_sent();
    CHECK_THROWS_AS(g.result(), value_error);
    g.next();
    CHECK_THROWS_AS(g.result(), value_error);
    CHECK_THROWS_AS(g.send(5), stop_iteration);
    CHECK(g.result() == 5);
    CHECK(g.result() == 5);
    CHECK(std::move(g).result() == 5);

    auto h = count_to(1);
    CHECK_THROWS_AS(h.result(), value_error);
    list(h);
    h.result();
    auto failed = divides_by_zero();
    failed.next();
    CHECK_THROWS_AS(failed.next(), std::domain_error);
    CHECK_THROWS_AS(failed.result(), value_error);
}

namespace {

generator<int, void, std::string&> returns_a_reference(std::string& s) {
    co_yield 1;
    co_return s;
}

generator<int, void, token> returns_a_move_only() {
    co_yield 1;
    co_return token(9);
}

generator<int> takes_a_move_only(int& out) { out = (co_yield yield_from(returns_a_move_only())).value; }

}  // namespace

TEST_CASE("generator: Return may be a reference or move-only", "[builtins][generator]") {
    std::string s = "x";
    auto g = returns_a_reference(s);
    list(g);
    CHECK(&g.result() == &s);
    auto h = returns_a_move_only();
    list(h);
    CHECK(h.result().value == 9);
    token const t = std::move(h).result();
    CHECK(t.value == 9);
    int out = 0;
    CHECK(list(takes_a_move_only(out)) == ints{1});
    CHECK(out == 9);
}

namespace {

generator<int> down(int depth) {
    co_yield depth;
    if (depth > 0) co_yield yield_from(down(depth - 1));
    co_yield -depth;
}

generator<int> echo_through(int depth) {
    if (depth > 0)
        co_yield yield_from(echo_through(depth - 1));
    else
        for (int i = 0; i < 1'000'000; ++i) co_yield i;
}

struct counts_its_end {
    int& live;
    explicit counts_its_end(int& n) : live(n) { ++live; }
    counts_its_end(counts_its_end const&) = delete;
    counts_its_end& operator=(counts_its_end const&) = delete;
    ~counts_its_end() { --live; }
};

generator<int> chain_of(int depth, int& live) {
    counts_its_end const c(live);
    if (depth > 0)
        co_yield yield_from(chain_of(depth - 1, live));
    else
        co_yield 0;
}

constexpr int deep = 100'000;  // 2 MB of stack at 20 bytes a level: any recursion would overflow

}  // namespace

TEST_CASE("yield_from: a chain 100,000 deep is built, walked and unwound without stack", "[builtins][generator]") {
    std::int64_t sum = 0;
    int n = 0;
    for (int i : down(deep)) {
        sum += i;
        ++n;
    }
    CHECK(sum == 0);
    CHECK(n == 2 * (deep + 1));
}

TEST_CASE("yield_from: a chain 100,000 deep is destroyed from the inside out, without stack", "[builtins][generator]") {
    int live = 0;
    {
        auto g = chain_of(deep, live);
        g.next();
        CHECK(live == deep + 1);
    }
    CHECK(live == 0);
}

TEST_CASE("yield_from: an exception and a close pass a deep chain without stack", "[builtins][generator]") {
    int live = 0;
    auto g = chain_of(20'000, live);
    g.next();
    CHECK_THROWS_WITH(g.throw_exception(value_error("up")), "up"s);
    CHECK(live == 0);
    auto h = chain_of(20'000, live);
    h.next();
    h.close();
    CHECK(live == 0);
}

TEST_CASE("yield_from: an element costs the same at any depth", "[builtins][generator]") {
    auto g = echo_through(deep);
    for (int i = 0; i < deep; ++i)  // quadratic work would not end
        if (g.next() != i) FAIL();
    SUCCEED();
}

TEST_CASE("yield_from: delegates are destroyed before those who delegate, locals in reverse", "[builtins][generator]") {
    struct walk {
        static generator<int> down(trace& log, int depth) {
            finally const a(log, "a" + std::to_string(depth));
            finally const b(log, "b" + std::to_string(depth));
            if (depth > 0)
                co_yield yield_from(down(log, depth - 1));
            else
                co_yield 1;
        }
    };
    auto const expected = strings{"b0", "a0", "b1", "a1", "b2", "a2"};
    trace log;
    {
        auto g = walk::down(log, 2);
        g.next();
    }
    CHECK(log.lines == expected);
    log.lines.clear();
    auto g = walk::down(log, 2);
    g.next();
    g.close();
    CHECK(log.lines == expected);
}

namespace {

generator<int> from_lvalue(generator<int>& g) {
    co_yield -1;
    co_yield yield_from(g);
    co_yield -2;
}

generator<int, void, int> returns_seven() {
    co_yield 1;
    co_return 7;
}

generator<int> delegates_twice(generator<int, void, int>& g, ints& results) {
    results.push_back(co_yield yield_from(g));
    results.push_back(co_yield yield_from(g));
}

}  // namespace

TEST_CASE("yield_from: a generator that has begun is taken on from where it is", "[builtins][generator]") {
    auto g = down(3);
    CHECK(g.next() == 3);
    CHECK(g.next() == 2);  // it waits inside its own delegate
    auto outer = from_lvalue(g);
    CHECK(list(outer) == ints{-1, 1, 0, 0, -1, -2, -3, -2});
    CHECK(g.done());
}

TEST_CASE("yield_from: a borrowed generator is executing until the delegation ends", "[builtins][generator]") {
    auto g = count_to(3);
    {
        auto outer = from_lvalue(g);
        CHECK(outer.next() == -1);
        CHECK(g.next() == 0);  // not yet delegated to
        CHECK(outer.next() == 1);
        CHECK(!g.done());
        CHECK_THROWS_WITH(g.next(), "generator already executing"s);
        CHECK_THROWS_WITH(g.close(), "generator already executing"s);
        CHECK_THROWS_WITH(list(g), "generator already executing"s);
        CHECK_THROWS_WITH(g.throw_exception(lunch_error()), "generator already executing"s);
        CHECK(outer.next() == 2);
    }
    CHECK(g.done());  // destroying the outer generator ended the inner one, as in Python
    CHECK(list(g).empty());
}

namespace {

generator<int> steps(generator<int>& outermost) {
    outermost.next();
    co_yield 0;
}

generator<int> delegates_to_one_that_steps(int before, generator<int>& outermost) {
    for (int i = 0; i < before; ++i) co_yield yield_from(count_to(1));
    co_yield yield_from(steps(outermost));
}

}  // namespace

TEST_CASE("yield_from: who delegates is executing as soon as its delegate runs", "[builtins][generator][oracle]") {
    for (int before = 0; before < 3; ++before) {
        generator<int> g;
        g = delegates_to_one_that_steps(before, g);
        for (int i = 0; i < before; ++i) CHECK(g.next() == 0);
        CHECK_THROWS_WITH(g.next(), "generator already executing"s);
        CHECK(g.done());
    }
}

TEST_CASE("yield_from: a generator that is given away is empty from then on", "[builtins][generator]") {
    auto g = count_to(3);
    auto outer = [](generator<int>& from) -> generator<int> { co_yield yield_from(std::move(from)); }(g);
    CHECK(g.next() == 0);
    CHECK(outer.next() == 1);
    CHECK(g.done());
    CHECK(list(g).empty());
    CHECK(list(outer) == ints{2});
}

TEST_CASE("yield_from: a borrowed generator may be replaced meanwhile", "[builtins][generator]") {
    auto g = count_to(3);
    auto outer = from_lvalue(g);
    outer.next();
    CHECK(outer.next() == 0);
    g = count_to(2);
    CHECK(list(outer) == ints{1, 2, -2});
    CHECK(list(g) == ints{0, 1});
}

TEST_CASE("yield_from: the value is handed over once", "[builtins][generator]") {
    auto g = returns_seven();
    ints results;
    auto outer = delegates_twice(g, results);
    CHECK(outer.next() == 1);
    CHECK_THROWS_AS(outer.next(), value_error);
    CHECK(results == ints{7});
}

namespace {

struct one_shot {  // an iterator that can only be moved, and counts what is pulled
    int* pulled;
    struct iterator {
        using value_type = int;
        using difference_type = std::ptrdiff_t;
        int* pulled;
        explicit iterator(int* p) : pulled(p) {}
        iterator(iterator&&) = default;
        iterator& operator=(iterator&&) = default;
        int operator*() const { return *pulled; }
        iterator& operator++() {
            ++*pulled;
            return *this;
        }
        void operator++(int) { ++*this; }
        bool operator==(std::default_sentinel_t) const { return *pulled == 3; }
    };
    iterator begin() { return iterator(pulled); }
    std::default_sentinel_t end() { return {}; }
};

std::vector<std::string> words() {
    std::vector<std::string> w;
    w.push_back("a");
    w.push_back("b");
    return w;
}

generator<std::string const&> over_many() {
    std::vector<std::string> const own = words();
    co_yield yield_from(own);
    co_yield yield_from(words());
    std::forward_list<char const*> const literals(1, "c");
    co_yield yield_from(literals);
}

generator<std::string&> over_lvalues(std::vector<std::string>& v) { co_yield yield_from(v); }

generator<std::string> moves_out_of_copies(std::vector<std::string>& v) { co_yield yield_from(v); }

generator<bool> over_bits(std::vector<bool>& v) { co_yield yield_from(v); }

generator<long> over_move_only(one_shot r) { co_yield yield_from(r); }

generator<std::string> over_other_generator(generator<std::string_view> g) {
    for (auto x : g) co_yield std::string(x);
}

generator<int> over_failing() {
    auto const fails = [](int i) {
        if (i == 2) throw std::out_of_range("2");
        return i;
    };
    bool caught = false;
    try {
        co_yield yield_from(std::views::iota(0, 5) | std::views::transform(fails));
    } catch (std::out_of_range const&) {
        caught = true;
    }
    if (caught) co_yield -2;
}

}  // namespace

TEST_CASE("yield_from: any range, its iterators never copied", "[builtins][generator]") {
    CHECK(list(over_many()) == strings{"a", "b", "a", "b", "c"});

    auto v = words();
    for (auto& s : over_lvalues(v)) s += "!";
    CHECK(v == strings{"a!", "b!"});
    for (auto&& s : moves_out_of_copies(v)) {
        auto const taken = std::move(s);
    }
    CHECK(v == strings{"a!", "b!"});

    std::vector<bool> bits(3);
    bits[1] = true;
    CHECK(list(over_bits(bits)) == std::vector<bool>{false, true, false});

    int pulled = 0;
    auto g = over_move_only(one_shot{&pulled});
    CHECK(pulled == 0);
    CHECK(list(g) == std::vector<long>{0, 1, 2});
    CHECK(pulled == 3);

    auto const views = []() -> generator<std::string_view> { co_yield "x"; };
    CHECK(list(over_other_generator(views())) == strings{"x"});
    CHECK(list(over_failing()) == ints{0, 1, -2});
}

// ---------------------------------------------------------------- 3. what the types promise

template <class G>
using reference_of = std::ranges::range_reference_t<G>;

static_assert(std::ranges::input_range<generator<int>>);
static_assert(!std::ranges::forward_range<generator<int>>);
static_assert(std::ranges::view<generator<int>>);
static_assert(std::movable<generator<int>> && !std::copyable<generator<int>>);
static_assert(std::ranges::view<generator<std::string&, int, token>>);
static_assert(!std::ranges::borrowed_range<generator<int>>);

// Yield as in std::generator<Ref>: reference, value
static_assert(std::same_as<reference_of<generator<int>>, int&&>);
static_assert(std::same_as<reference_of<generator<int&>>, int&>);
static_assert(std::same_as<reference_of<generator<int const&>>, int const&>);
static_assert(std::same_as<reference_of<generator<int&&>>, int&&>);
static_assert(std::same_as<std::ranges::range_value_t<generator<int const&>>, int>);
static_assert(std::same_as<decltype(std::declval<generator<int>&>().next()), int>);
static_assert(std::same_as<decltype(std::declval<generator<int&>&>().next()), int&>);
static_assert(std::same_as<decltype(std::declval<generator<int const&>&>().next()), int const&>);

template <class G, class X>
concept can_send = requires(G& g, X x) { g.send(x); };

static_assert(can_send<generator<int, double>, double>);
static_assert(can_send<generator<int, double>, int>);
static_assert(!can_send<generator<int>, int>);
static_assert(!can_send<generator<int, std::string>, int>);
static_assert(!can_send<generator<int, int&>, int const>);

static_assert(noexcept(std::declval<generator<int>&>().done()));
static_assert(std::is_nothrow_move_constructible_v<generator<int>>);
static_assert(std::is_nothrow_move_assignable_v<generator<int>>);
static_assert(sizeof(generator<int>) <= 2 * sizeof(void*));

// ---------------------------------------------------------------- 4. lifetime and cost

namespace {

struct counted {
    int* copies;
    int* moves;
    counted(int& c, int& m) : copies(&c), moves(&m) {}
    counted(counted const& that) : copies(that.copies), moves(that.moves) { ++*copies; }
    counted(counted&& that) noexcept : copies(that.copies), moves(that.moves) { ++*moves; }
    counted& operator=(counted const&) = default;
    ~counted() = default;
};

generator<counted const&> yields_in_place(int& copies, int& moves) {
    counted const c(copies, moves);
    co_yield c;
    co_yield counted(copies, moves);
}

generator<counted> yields_lvalue_and_rvalue(int& copies, int& moves, bool lvalue) {
    counted c(copies, moves);
    if (lvalue)
        co_yield c;
    else
        co_yield std::move(c);
}

generator<std::vector<int>&> yields_itself(std::vector<int> v) {
    for (;;) co_yield v;
}

generator<token> yields_move_only() {
    co_yield token(1);
    token t(2);
    co_yield std::move(t);
}

}  // namespace

TEST_CASE("generator: a yielded reference is not copied, a yielded lvalue of a value type once",
          "[builtins][generator]") {
    int copies = 0;
    int moves = 0;
    for (auto const& c : yields_in_place(copies, moves)) static_cast<void>(c);
    CHECK(copies == 0);
    CHECK(moves == 0);
    for (auto&& c : yields_lvalue_and_rvalue(copies, moves, true)) static_cast<void>(c);
    CHECK(copies == 1);
    CHECK(moves == 0);
    for (auto&& c : yields_lvalue_and_rvalue(copies, moves, false)) static_cast<void>(c);
    CHECK(copies == 1);
    CHECK(moves == 0);
    auto g = yields_lvalue_and_rvalue(copies, moves, false);
    [[maybe_unused]] auto const c = g.next();
    CHECK(copies == 1);
    CHECK(moves == 1);
}

TEST_CASE("generator: elements may be move-only, or written to by the consumer", "[builtins][generator]") {
    ints seen;
    for (auto&& t : yields_move_only()) seen.push_back(t.value);
    auto g = yields_move_only();
    token const first = g.next();
    seen.push_back(first.value);
    CHECK(seen == ints{1, 2, 1});

    auto h = yields_itself({1});
    h.next().push_back(2);
    CHECK(h.next() == ints{1, 2});
}

TEST_CASE("generator: works with std views and algorithms", "[builtins][generator]") {
    auto g = count_to(10);
    auto even = std::ranges::ref_view(g) | std::views::filter([](int i) { return i % 2 == 0; }) |
                std::views::transform([](int i) { return i * i; });
    CHECK(list(even) == ints{0, 4, 16, 36, 64});
    CHECK(std::ranges::count_if(count_to(10), [](int i) { return i > 6; }) == 3);
    CHECK(list(integers_from(3) | std::views::take_while([](int i) { return i < 6; })) == ints{3, 4, 5});
}

TEST_CASE("generator: arguments live as long as it does", "[builtins][generator]") {
    int live = 0;
    struct argument {
        int* live;
        explicit argument(int& n) : live(&n) { ++*live; }
        argument(argument&& that) noexcept : live(that.live) { ++*live; }
        argument(argument const&) = delete;
        argument& operator=(argument const&) = delete;
        ~argument() { --*live; }
    };
    auto const body = [](argument) -> generator<int> { co_yield 1; };
    {
        auto g = body(argument(live));
        CHECK(live == 1);
    }
    CHECK(live == 0);  // never started
    auto g = body(argument(live));
    g.close();
    CHECK(live == 0);
}

namespace {

struct tally {
    std::ptrdiff_t bytes = 0;
    int allocations = 0;
};

/// Stateful, without a default, and counts.
template <class T>
struct counting {
    using value_type = T;
    tally* to;
    explicit counting(tally& t) : to(&t) {}
    template <class U>
    counting(counting<U> const& that) : to(that.to) {}
    T* allocate(std::size_t n) {
        ++to->allocations;
        to->bytes += static_cast<std::ptrdiff_t>(n * sizeof(T));
        return static_cast<T*>(::operator new(n * sizeof(T)));
    }
    void deallocate(T* p, std::size_t n) {
        to->bytes -= static_cast<std::ptrdiff_t>(n * sizeof(T));
        ::operator delete(p);
    }
    template <class U>
    bool operator==(counting<U> const& that) const {
        return to == that.to;
    }
};

generator<int> with_allocator(std::allocator_arg_t, counting<int>, int n) {
    for (int i = 0; i < n; ++i) co_yield i;
}

struct owner {
    int base;
    generator<int> member(std::allocator_arg_t, counting<std::byte>, int n) {
        for (int i = 0; i < n; ++i) co_yield base + i;
    }
};

generator<int> with_std_allocator(std::allocator_arg_t, std::allocator<char>, int n) { co_yield n; }

generator<int> mixes(counting<int> alloc) {
    auto* volatile const inner = &with_allocator;
    co_yield yield_from(inner(std::allocator_arg, alloc, 2));
    co_yield yield_from(count_to(2));
}

template <class T>
struct failing : counting<T> {
    explicit failing(tally& t) : counting<T>(t) {}
    template <class U>
    failing(failing<U> const& that) : counting<T>(that) {}
    T* allocate(std::size_t) { throw std::bad_alloc(); }
};

generator<int> with_failing(std::allocator_arg_t, failing<int>, std::string) { co_yield 1; }

}  // namespace

namespace {

/// A call that the optimiser cannot see through: one it does see through may need no frame at all.
template <class F>
F opaque(F f) {
    F volatile hidden = f;
    return hidden;
}

}  // namespace

TEST_CASE("generator: a stateful allocator gives the frame and gets it back", "[builtins][generator]") {
    tally t;
    {
        auto g = opaque(&with_allocator)(std::allocator_arg, counting<int>(t), 3);
        CHECK(t.allocations == 1);
        CHECK(t.bytes > 0);
        CHECK(list(g) == ints{0, 1, 2});
        CHECK(t.bytes > 0);
    }
    CHECK(t.bytes == 0);
    owner o{10};
    CHECK(list((o.*opaque(&owner::member))(std::allocator_arg, counting<std::byte>(t), 2)) == ints{10, 11});
    CHECK(t.allocations == 2);
    auto const lambda = [](std::allocator_arg_t, counting<char>, int n) -> generator<int> { co_yield n; };
    CHECK(list(opaque(+lambda)(std::allocator_arg, counting<char>(t), 5)) == ints{5});
    CHECK(t.allocations == 3);
    CHECK(list(opaque(&mixes)(counting<int>(t))) == ints{0, 1, 0, 1});
    CHECK(t.allocations == 4);
    CHECK(t.bytes == 0);
    CHECK(list(opaque(&with_std_allocator)(std::allocator_arg, {}, 6)) == ints{6});
    CHECK_THROWS_AS(opaque(&with_failing)(std::allocator_arg, failing<int>(t), "long enough to be on the heap, surely"),
                    std::bad_alloc);
    CHECK(t.bytes == 0);
}

TEST_CASE("generator: the frames a thread keeps are bounded", "[builtins][generator]") {
    auto const& frames = regius::detail::generator_frames::of_this_thread();
    {
        std::vector<generator<int>> many;
        for (int i = 0; i < 5000; ++i) many.push_back(count_to(i));
    }
    CHECK(frames.kept() <= 16 * 64);
    auto const before = frames.kept();
    for (int i = 0; i < 100; ++i) list(count_to(3));
    CHECK(frames.kept() == before);
}

// ---------------------------------------------------------------- 5. at compile time: coroutines cannot be
