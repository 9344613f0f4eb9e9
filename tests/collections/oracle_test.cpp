// SPDX-License-Identifier: MIT
// Replays the operations that tests/oracle/containers.py has run on CPython's containers: what each answers, which
// error it ends in and with which text, and what the container holds afterwards.

#include <regius/builtins/dict.hpp>
#include <regius/builtins/sorted.hpp>
#include <regius/builtins/to.hpp>
#include <regius/collections/chain_map.hpp>
#include <regius/collections/counter.hpp>
#include <regius/collections/defaultdict.hpp>
#include <regius/collections/deque.hpp>
#include <regius/collections/ordered_dict.hpp>
#include <regius/core/errors.hpp>

#include <support/catch.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace std::literals;
using regius::repr;
using ints = std::vector<int>;

struct collections_step {
    int count;
    char const* operation;
    int arguments[24];
    char const* answer;
    char const* state;
};

#include <oracle/containers.inc>

/// A text that is the answer itself.
struct shown_as {
    std::string text;
    std::string repr() const { return text; }
};

/// One operation on its way from the table to a container: the first name that fits answers.
class question {
    collections_step const& step_;
    std::string answer_ = "an operation this test does not know";

public:
    explicit question(collections_step const& step) : step_(step) {}

    int operator[](int i) const { return step_.arguments[i]; }
    ints all() const { return ints(step_.arguments, step_.arguments + step_.count); }
    regius::dict<int, int> pairs() const {
        regius::dict<int, int> result;
        for (int i = 0; i < step_.count; i += 2) result[step_.arguments[i]] = step_.arguments[i + 1];
        return result;
    }
    std::vector<std::pair<int, int>> list_of_pairs() const {
        std::vector<std::pair<int, int>> result;
        for (int i = 0; i < step_.count; i += 2) result.emplace_back(step_.arguments[i], step_.arguments[i + 1]);
        return result;
    }
    std::string const& answer() const { return answer_; }

    template <class F>
    void operator()(std::string_view operation, F f) {
        if (operation != step_.operation) return;
        try {
            if constexpr (std::is_void_v<decltype(f())>) {
                f();
                answer_ = "None";
            } else {
                answer_ = repr(f());
            }
        } catch (regius::key_error const& e) {
            answer_ = "KeyError: "s + e.what();
        } catch (regius::index_error const& e) {
            answer_ = "IndexError: "s + e.what();
        } catch (regius::value_error const& e) {
            answer_ = "ValueError: "s + e.what();
        }
    }
};

template <class D>
std::vector<std::pair<int, int>> listed(D const& d) {
    std::vector<std::pair<int, int>> result;
    for (auto const& [k, v] : d) result.emplace_back(static_cast<int>(k), static_cast<int>(v));
    return result;
}

template <class R>
ints ordered(R const& keys) {
    return regius::sorted(ints(keys.begin(), keys.end()));
}

// What dict, counter and chain_map have in common.
template <class D>
void ask_any(question& on, D& d) {
    on("at", [&] { return std::as_const(d).at(on[0]); });
    on("get", [&] { return std::as_const(d).get(on[0]); });
    on("get_or", [&] { return std::as_const(d).get(on[0], on[1]); });
    on("contains", [&] { return std::as_const(d).contains(on[0]); });
    on("setdefault", [&] { return d.setdefault(on[0], on[1]); });
    on("pop", [&] { return d.pop(on[0]); });
    on("pop_or", [&] { return d.pop(on[0], on[1]); });
    on("popitem", [&] { return d.popitem(); });
    on("keys", [&] { return regius::to<std::vector>(std::as_const(d).keys()); });
    on("values", [&] { return regius::to<std::vector>(std::as_const(d).values()); });
    on("items", [&] { return listed(std::as_const(d).items()); });
    on("len", [&] { return std::as_const(d).size(); });
    on("clear", [&] {
        if (on[0] == 0) d.clear();
    });
}

template <class D>
void ask_mapping(question& on, D& d) {
    ask_any(on, d);
    on("[]=", [&] { d[on[0]] = on[1]; });
    on("update", [&] { d.update(on.list_of_pairs()); });
    on("|", [&] { return listed(d | on.pairs()); });
    on("|=", [&] { return listed(d |= on.pairs()); });
    on("== itself", [&] {
        auto const copy = d;
        return d == copy;
    });
    on("==", [&] { return d == on.pairs(); });
    on("keys &", [&] { return ordered(d.keys() & on.all()); });
    on("keys -", [&] { return ordered(d.keys() - on.all()); });
}

template <class D>
void ask_dict(question& on, D& d) {
    ask_mapping(on, d);
    on("insert_or_assign", [&] { d.insert_or_assign(on[0], on[1]); });
    on("erase", [&] { return d.erase(on[0]); });
    on("reversed", [&] {
        return std::vector<std::pair<int, int>>(std::make_reverse_iterator(d.end()),
                                                std::make_reverse_iterator(d.begin()));
    });
    on("keys |", [&] { return ordered(d.keys() | on.all()); });
    on("keys ^", [&] { return ordered(d.keys() ^ on.all()); });
    on("isdisjoint", [&] { return d.keys().isdisjoint(on.all()); });
}

template <std::size_t N, class State, class Ask>
void replay(collections_step const (&steps)[N], State state, Ask ask) {
    for (std::size_t i = 0; i != N; ++i) {
        question on(steps[i]);
        ask(on);
        CAPTURE(i, steps[i].operation, on.all());
        CHECK(on.answer() == steps[i].answer);
        REQUIRE(state() == steps[i].state);
    }
}

TEST_CASE("dict: answers what CPython answers", "[builtins][dict][oracle]") {
    regius::dict<int, int> d;
    replay(dict_steps, [&] { return repr(d); }, [&](question& on) { ask_dict(on, d); });
}

TEST_CASE("counter: answers what CPython answers", "[collections][counter][oracle]") {
    using counts = regius::counter<int>;
    counts c;
    replay(
        counter_steps, [&] { return repr(regius::dict<int, int>(listed(c))); },
        [&](question& on) {
            ask_any(on, c);
            auto const other = [&] { return counts(on.pairs()); };
            on("erase", [&] { return c.erase(on[0]); });
            on("[]", [&] { return static_cast<std::int64_t>(c[on[0]]); });
            on("[]=", [&] { return c[on[0]] = on[1]; });
            on("++", [&] { return ++c[on[0]]; });
            on("--", [&] { return --c[on[0]]; });
            on("[]+=", [&] { return c[on[0]] += on[1]; });
            on("[]-=", [&] { return c[on[0]] -= on[1]; });
            on("update", [&] { c.update(on.all()); });
            on("update counts", [&] { c.update(on.pairs()); });
            on("subtract", [&] { c.subtract(on.all()); });
            on("subtract counts", [&] { c.subtract(on.pairs()); });
            on("total", [&] { return std::as_const(c).total(); });
            on("elements", [&] { return std::as_const(c).elements(); });
            on("most_common", [&] { return std::as_const(c).most_common(); });
            on("most_common n", [&] { return std::as_const(c).most_common(on[0]); });
            on("+", [&] { return listed(c + other()); });
            on("-", [&] { return listed(c - other()); });
            on("|", [&] { return listed(c | other()); });
            on("&", [&] { return listed(c & other()); });
            on("+=", [&] { return listed(c += other()); });
            on("-=", [&] { return listed(c -= other()); });
            on("|=", [&] { return listed(c |= other()); });
            on("&=", [&] { return listed(c &= other()); });
            on("unary +", [&] { return listed(+c); });
            on("unary -", [&] { return listed(-c); });
            on("compare", [&] {
                auto const e = other();
                return std::vector<bool>{c == e, c != e, c <= e, c<e, c >= e, c> e};
            });
            on("repr", [&] { return shown_as{repr(c)}; });
        });
}

TEST_CASE("defaultdict: answers what CPython answers", "[collections][defaultdict][oracle]") {
    int calls = 0;
    auto const factory = [&calls] {
        if (++calls % 4 == 0) throw regius::value_error("no value");
        return calls;
    };
    regius::defaultdict<int, int, std::function<int()>> d(factory);
    replay(
        defaultdict_steps, [&] { return repr(static_cast<regius::dict<int, int> const&>(d)); },
        [&](question& on) {
            ask_dict(on, d);
            on("[]", [&] { return d[on[0]]; });
        });
}

TEST_CASE("ordered_dict: answers what CPython answers", "[collections][ordered_dict][oracle]") {
    regius::ordered_dict<int, int> d;
    replay(
        ordered_dict_steps, [&] { return repr(static_cast<regius::dict<int, int> const&>(d)); },
        [&](question& on) {
            ask_dict(on, d);
            on("move_to_end", [&] { d.move_to_end(on[0]); });
            on("move_to_front", [&] { d.move_to_end(on[0], false); });
            on("popitem first", [&] { return d.popitem(false); });
            on("== reordered", [&] {
                regius::ordered_dict<int, int> reordered;
                for (auto const& [k, v] : d) {
                    reordered[k] = v;
                    reordered.move_to_end(k, false);
                }
                return d == reordered;
            });
        });
}

template <std::size_t N>
void replay_deque(collections_step const (&steps)[N], regius::deque<int> d) {
    using numbers = regius::deque<int>;
    replay(
        steps, [&] { return repr(regius::to<std::vector>(d)); },
        [&](question& on) {
            on("append", [&] { d.append(on[0]); });
            on("appendleft", [&] { d.appendleft(on[0]); });
            on("pop", [&] { return d.pop(); });
            on("popleft", [&] { return d.popleft(); });
            on("extend", [&] { d.extend(on.all()); });
            on("extendleft", [&] { d.extendleft(on.all()); });
            on("extend itself", [&] {
                if (on[0] == 0) d.extend(d);
            });
            on("rotate", [&] { d.rotate(on[0]); });
            on("insert", [&] { d.insert(on[0], on[1]); });
            on("erase", [&] {
                auto const size = static_cast<int>(d.size()), i = on[0] < 0 ? on[0] + size : on[0];
                if (0 <= i && i < size) d.erase(d.begin() + i);
            });
            on("remove", [&] { d.remove(on[0]); });
            on("index", [&] { return d.index(on[0]); });
            on("index between", [&] { return d.index(on[0], on[1], on[2]); });
            on("count", [&] { return d.count(on[0]); });
            on("contains", [&] { return d.contains(on[0]); });
            on("reverse", [&] { d.reverse(); });
            on("clear", [&] {
                if (on[0] == 0) d.clear();
            });
            on("[]", [&] { return d[on[0]]; });
            on("[]=", [&] { d[on[0]] = on[1]; });
            on("+", [&] { return regius::to<std::vector>(d + numbers(on.all())); });
            on("+=", [&] { return regius::to<std::vector>(d += on.all()); });
            on("*", [&] { return regius::to<std::vector>(d * on[0]); });
            on("*=", [&] { return regius::to<std::vector>(d *= on[0]); });
            on("compare", [&] {
                numbers const e(on.all());
                return std::vector<bool>{d == e, d != e, d <= e, d<e, d >= e, d> e};
            });
            on("reversed", [&] { return ints(d.rbegin(), d.rend()); });
            on("maxlen", [&] { return d.maxlen(); });
            on("copy", [&] { return shown_as{repr(d.copy())}; });
            on("len", [&] { return d.size(); });
        });
}

TEST_CASE("deque: answers what CPython answers", "[collections][deque][oracle]") {
    replay_deque(deque_none_steps, regius::deque<int>());
    replay_deque(deque_0_steps, regius::deque<int>(regius::maxlen(0)));
    replay_deque(deque_1_steps, regius::deque<int>(regius::maxlen(1)));
    replay_deque(deque_5_steps, regius::deque<int>(regius::maxlen(5)));
}

TEST_CASE("chain_map: answers what CPython answers", "[collections][chain_map][oracle]") {
    regius::dict<int, int> a, b{{1, 2}, {7, 3}}, c{{1, 5}, {3, 4}, {2, 0}};
    regius::chain_map chain(a, b, c);
    replay(
        chain_map_steps, [&] { return repr(a) + ", " + repr(b) + ", " + repr(c); },
        [&](question& on) {
            ask_mapping(on, chain);
            on("erase", [&] { chain.erase(on[0]); });
            on("write below", [&] { std::get<1>(chain.maps())[on[0]] = on[1]; });
            on("erase below", [&] { return std::get<2>(chain.maps()).erase(on[0]); });
            on("parents", [&] { return listed(chain.parents()); });
            on("new_child", [&] { return listed(chain.new_child(on.pairs())); });
            on("copy", [&] {
                auto copy = chain.copy();
                copy[on[0]] = on[1];
                return listed(copy);
            });
        });
}

}  // namespace
