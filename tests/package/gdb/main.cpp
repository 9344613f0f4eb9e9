// SPDX-License-Identifier: MIT
// What GDB shows of each variable, by the printers that are installed.

#include <regius/builtins/dict.hpp>
#include <regius/builtins/generator.hpp>
#include <regius/collections/counter.hpp>
#include <regius/collections/defaultdict.hpp>
#include <regius/collections/deque.hpp>
#include <regius/collections/ordered_dict.hpp>

#include <string>

regius::generator<int> countdown(int n) {
    while (n > 0) co_yield n--;
}

regius::generator<std::string const&> words() {
    std::string const word = "spam";
    co_yield word;
}

[[gnu::noinline]] void stop_here(void const*) {}

int main() {
    regius::dict<std::string, int> ages{{"ada", 36}, {"alan", 41}, {"grace", 85}};
    ages.erase("alan");
    regius::dict<int, int> none;
    regius::counter<int> seen{7, 7, 8};
    regius::defaultdict<int, std::string> names;
    names[1] = "one";
    regius::ordered_dict<int, int> order{{1, 10}, {2, 20}, {3, 30}};
    order.move_to_end(1);
    auto const& same = order;
    regius::deque<int> recent({1, 2, 3, 4, 5}, regius::maxlen(3));
    regius::deque<int> all{1, 2};
    all.push_front(0);

    auto fresh = countdown(3);
    auto waiting = countdown(3);
    waiting.next();
    auto text = words();
    auto it = text.begin();
    auto over = countdown(1);
    for (int i : over) (void)i;
    auto gone = std::move(fresh);

    void const* everything[] = {&ages,  &none,    &seen, &names, &same, &recent, &all,
                                &fresh, &waiting, &it,   &over,  &gone, &text};
    stop_here(everything);
}

// ages: regius::dict of 2 = {["ada"] = 36, ["grace"] = 85}
// none: regius::dict of 0
// seen: regius::counter of 2 = {[7] = 2, [8] = 1}
// names: regius::defaultdict of 1 = {[1] = "one"}
// order: regius::ordered_dict of 3 = {[2] = 20, [3] = 30, [1] = 10}
// same: regius::ordered_dict of 3 = {[2] = 20, [3] = 30, [1] = 10}
// recent: regius::deque of 3, maxlen 3 = {3, 4, 5}
// all: regius::deque of 3 = {0, 1, 2}
// waiting: regius::generator of countdown, waiting at 3
// gone: regius::generator of countdown, not started
// fresh: regius::generator, empty
// text: regius::generator of words, waiting at "spam"
// over: regius::generator, finished
