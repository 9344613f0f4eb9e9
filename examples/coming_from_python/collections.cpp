// SPDX-License-Identifier: MIT
// Lines of Python, and the lines of regius that say the same. A test runs both and compares what they print.

#include "print.hpp"

#include <regius/builtins.hpp>
#include <regius/collections.hpp>
#include <regius/heapq.hpp>

#include <string>
#include <string_view>
#include <vector>

using namespace regius;
using namespace std::literals;

int main() {
    // == collections

    // >>> from collections import *
    // >>> c = Counter("abracadabra")
    // >>> print(c.most_common(2), c["z"], c.total())
    counter const c("abracadabra"sv);
    print(c.most_common(2), c['z'], c.total());

    // >>> a, b = Counter("aab"), Counter("abc")
    // >>> print(dict(a + b), dict(a - b), dict(a & b))
    counter a("aab"sv), b("abc"sv);
    print(to<dict>(a + b), to<dict>(a - b), to<dict>(a & b));

    // >>> places = defaultdict(list)
    // >>> for word in ["spam", "ham", "eggs", "pie"]:
    // >>>     places[len(word)].append(word)
    // >>> print(dict(places))
    defaultdict<std::size_t, std::vector<std::string>> places;
    for (std::string word : {"spam", "ham", "eggs", "pie"})
        places[len(word)].push_back(word);
    print(to<dict>(places));

    // >>> d = deque(range(5), maxlen=3)
    // >>> d.appendleft(9)
    // >>> d.rotate(1)
    // >>> print(d, d[-1])
    deque d(range(5), maxlen(3));
    d.appendleft(9);
    d.rotate(1);
    print(d, d[-1]);

    // >>> o = OrderedDict(a=1, b=2, c=3)
    // >>> o.move_to_end("a")
    // >>> print(list(o), o.popitem(last=False))
    ordered_dict<std::string, int> o{{"a", 1}, {"b", 2}, {"c", 3}};
    o.move_to_end("a");
    auto keys = to<std::vector>(o.keys());
    print(keys, o.popitem(false));

    // >>> defaults = {"colour": "red", "user": "guest"}
    // >>> settings = ChainMap({"user": "ann"}, defaults)
    // >>> print(settings["user"], settings["colour"], len(settings))
    using text_map = dict<std::string, std::string>;
    text_map defaults{{"colour", "red"}, {"user", "guest"}};
    chain_map settings(text_map{{"user", "ann"}}, defaults);
    print(settings.at("user"), settings.at("colour"),
          settings.size());

    // == heapq

    // >>> from heapq import *
    // >>> h = [5, 1, 4]
    // >>> heapify(h)
    // >>> heappush(h, 2)
    // >>> least = heappop(h)
    // >>> print(least, h[0])
    std::vector h{5, 1, 4};
    heapify(h);
    heappush(h, 2);
    auto least = heappop(h);
    print(least, h[0]);

    // >>> tasks = [2, 5]
    // >>> low = heappushpop(tasks, 1)
    // >>> old = heapreplace(tasks, 9)
    // >>> print(low, old, tasks)
    std::vector tasks{2, 5};
    auto low = heappushpop(tasks, 1);
    auto old = heapreplace(tasks, 9);
    print(low, old, tasks);

    // >>> words = ["fig", "apple", "kiwi", "pears"]
    // >>> print(nlargest(2, words, key=len), nsmallest(1, words))
    std::vector words{"fig"s, "apple"s, "kiwi"s, "pears"s};
    print(nlargest(2, words, {}, len), nsmallest(1, words));

    // >>> print(list(merge([1, 4, 7], [2, 5])))
    print(merge(std::vector{1, 4, 7}, std::vector{2, 5}));
}

// Output:
// [('a', 5), ('b', 2)] 0 11
// {'a': 3, 'b': 2, 'c': 1} {'a': 1} {'a': 1, 'b': 1}
// {4: ['spam', 'eggs'], 3: ['ham', 'pie']}
// deque([3, 9, 2], maxlen=3) 2
// ['b', 'c', 'a'] ('b', 2)
// ann red 2
// 1 2
// 1 2 [5, 9]
// ['apple', 'pears'] ['apple']
// [1, 2, 4, 5, 7]
