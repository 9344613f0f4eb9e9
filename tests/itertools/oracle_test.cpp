// SPDX-License-Identifier: MIT
// Compares with the tables that tests/oracle/itertools.py has asked of CPython.

#include <regius/builtins/map.hpp>
#include <regius/builtins/range.hpp>
#include <regius/builtins/slice.hpp>
#include <regius/builtins/sum.hpp>
#include <regius/builtins/to.hpp>
#include <regius/itertools/batched.hpp>
#include <regius/itertools/combinations.hpp>
#include <regius/itertools/combinations_with_replacement.hpp>
#include <regius/itertools/islice.hpp>
#include <regius/itertools/permutations.hpp>
#include <regius/itertools/product.hpp>

#include <support/catch.hpp>
#include <support/sources.hpp>

#include <algorithm>
#include <limits>
#include <list>
#include <vector>

namespace {

using regius::none;
using regius::tests::list;
using regius::tests::one_shot;
using regius::tests::pushed;
using ints = std::vector<int>;

constexpr int absent = std::numeric_limits<int>::min();
constexpr double infinity = std::numeric_limits<double>::infinity();

struct range_answer {
    int start, stop, step;
    ints elements;
};
struct slice_answer {
    int n, start, stop, step;
    ints elements;
};
struct islice_answer {
    int n, start, stop, step;
    ints elements, left;
};
struct selection_answer {
    int n, k, count;
    ints elements;
};
struct batched_answer {
    int n, size;
    std::vector<ints> batches;
};
struct sum_answer {
    std::vector<double> elements;
    double total;
};

#include <oracle/itertools.inc>

ints numbers(int n) { return list(regius::range(n)); }

TEST_CASE("range: the elements CPython gives", "[builtins][range][oracle]") {
    for (auto const& [start, stop, step, elements] : range_answers) {
        CAPTURE(start, stop, step);
        auto const r = regius::range(start, stop, step);
        CHECK(list(r) == elements);
        CHECK(pushed(r) == elements);
        CHECK(r.size() == elements.size());
        for (int x = -10; x != 10; ++x) CHECK(r.contains(x) == (std::ranges::find(elements, x) != elements.end()));
        for (std::size_t i = 0; i != elements.size(); ++i) {
            CHECK(r[i] == elements[i]);
            CHECK(r[static_cast<int>(i) - static_cast<int>(elements.size())] == elements[i]);
            CHECK(r.index(elements[i]) == static_cast<std::ptrdiff_t>(i));
        }
        if (step == 1) CHECK(list(regius::range(start, stop)) == elements);
    }
}

TEST_CASE("slice: the elements CPython gives", "[builtins][slice][oracle]") {
    for (auto const& [n, start, stop, step, elements] : slice_answers) {
        CAPTURE(n, start, stop, step);
        auto const source = numbers(n);
        auto const with_step = [&, stride = step](auto from, auto until) {
            return list(stride == absent ? regius::slice(source, from, until)
                                         : regius::slice(source, from, until, stride));
        };
        auto const with_stop = [&, end = stop](auto from) {
            return end == absent ? with_step(from, none) : with_step(from, end);
        };
        CHECK((start == absent ? with_stop(none) : with_stop(start)) == elements);
    }
}

TEST_CASE("islice: the elements CPython gives, and what it leaves in the source", "[itertools][islice][oracle]") {
    for (auto const& [n, start, stop, step, elements, left] : islice_answers) {
        CAPTURE(n, start, stop, step);
        auto const check = [&, from = start, by = step, &taken = elements, &rest = left](auto until) {
            one_shot<int> source(numbers(n));
            CHECK(list(regius::islice(source, from, until, by)) == taken);
            CHECK(source.left() == rest);
            one_shot<int> again(numbers(n));
            CHECK(pushed(regius::islice(again, from, until, by)) == taken);
            CHECK(again.left() == rest);
            auto const v = numbers(n);
            CHECK(list(regius::islice(v, from, until, by)) == taken);
            CHECK(pushed(regius::islice(v, from, until, by)) == taken);
            std::list const l(v.begin(), v.end());
            CHECK(list(regius::islice(l, from, until, by)) == taken);
            CHECK(regius::islice(l, from, until, by).size() == taken.size());
        };
        if (stop == absent)
            check(none);
        else
            check(stop);
    }
}

template <class Select>
void check_selection(std::vector<selection_answer> const& answers, Select select) {
    for (auto const& [n, k, count, elements] : answers) {
        CAPTURE(n, k);
        ints flat;
        int rows = 0;
        for (auto row : select(numbers(n), k)) {
            CHECK(row.size() == static_cast<std::size_t>(k));
            flat.insert(flat.end(), row.begin(), row.end());
            ++rows;
        }
        CHECK(rows == count);
        CHECK(flat == elements);
        flat.clear();
        rows = 0;
        select(one_shot<int>(numbers(n)), k).for_each_while([&](auto row) {
            flat.insert(flat.end(), row.begin(), row.end());
            return ++rows, true;
        });
        CHECK(rows == count);
        CHECK(flat == elements);
    }
}

TEST_CASE("combinations and company: the choices CPython gives", "[itertools][combinations][oracle]") {
    check_selection(combinations_answers, regius::combinations);
    check_selection(replacement_answers, regius::combinations_with_replacement);
    check_selection(permutations_answers, regius::permutations);
    check_selection(product_answers, regius::product_repeat);
}

TEST_CASE("combinations and company: the forms of fixed width agree", "[itertools][combinations]") {
    auto const flat = [](auto const& rows) {
        ints out;
        for (auto const& row : rows) std::apply([&](auto... x) { (out.push_back(x), ...); }, row);
        return out;
    };
    auto const check = [&](std::vector<selection_answer> const& answers, auto select) {
        for (auto const& [n, k, count, elements] : answers)
            if (k == 2) {
                CHECK(flat(list(select(numbers(n)))) == elements);
                CHECK(flat(pushed(select(numbers(n)))) == elements);
            }
    };
    check(combinations_answers, regius::combinations_n<2>);
    check(permutations_answers, regius::permutations_n<2>);
    check(product_answers, regius::product_n<2>);
    check(product_answers, [](auto const& v) { return regius::product(v, v); });
}

TEST_CASE("batched: the batches CPython gives", "[itertools][batched][oracle]") {
    using rows = std::vector<ints>;
    for (auto const& [n, size, batches] : batched_answers) {
        CAPTURE(n, size);
        auto const v = numbers(n);
        CHECK(regius::to<rows>(regius::batched(v, size)) == batches);
        CHECK(regius::to<rows>(regius::batched(std::list(v.begin(), v.end()), size)) == batches);
        CHECK(list(regius::batched(one_shot<int>(v), size)) == batches);
        CHECK(pushed(regius::batched(one_shot<int>(v), size)) == batches);
        CHECK(regius::batched(v, size).size() == batches.size());
    }
}

TEST_CASE("sum: floating-point numbers add up as in CPython", "[builtins][sum][oracle]") {
    for (auto const& [elements, total] : sum_answers) CHECK(regius::sum(elements) == total);
}

}  // namespace
