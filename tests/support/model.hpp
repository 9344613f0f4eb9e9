// SPDX-License-Identifier: MIT
#ifndef REGIUS_TESTS_SUPPORT_MODEL_HPP
#define REGIUS_TESTS_SUPPORT_MODEL_HPP

#include <cstddef>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace regius::tests {

/// One step of a random test: which operation, and a number for it to use.
struct step {
    unsigned operation;
    unsigned number;
};

/// A map that keeps the order of insertion, written so that it is easy to believe.
template <class K, class V>
struct ordered_model {
    std::map<K, std::pair<long, V>> by_key;  // key: when, value
    std::map<long, K> by_time;
    long now = 0;

    V& operator[](K const& k) {
        auto const [it, inserted] = by_key.try_emplace(k, now, V());
        if (inserted) by_time[now++] = k;
        return it->second.second;
    }
    V const* find(K const& k) const {
        auto const it = by_key.find(k);
        return it != by_key.end() ? &it->second.second : nullptr;
    }
    bool erase(K const& k) {
        auto const it = by_key.find(k);
        if (it == by_key.end()) return false;
        by_time.erase(it->second.first);
        by_key.erase(it);
        return true;
    }
    bool erase_last() { return !by_time.empty() && erase(K(by_time.rbegin()->second)); }
    std::size_t size() const { return by_key.size(); }
    /// Whether a map holds the same, in the same order.
    template <class Map>
    bool is(Map const& map) const {
        auto at = by_time.begin();
        for (auto const& [k, v] : map)
            if (at == by_time.end() || at->second != k || by_key.at((at++)->second).second != v) return false;
        return at == by_time.end();
    }
    std::vector<std::pair<K, V>> listed() const {
        std::vector<std::pair<K, V>> result;
        for (auto const& [t, k] : by_time) result.emplace_back(k, by_key.at(k).second);
        return result;
    }
};

/// Run random steps against a model: `disagrees(steps)` replays them on fresh objects and says whether they differ at
/// some point. Returns "", or the shortest failing sequence that leaving out steps leads to.
template <class Disagrees>
std::string random_steps(Disagrees disagrees, std::size_t rounds, std::size_t length, unsigned seed = 1) {
    std::mt19937 random(seed);
    for (std::size_t round = 0; round != rounds; ++round) {
        std::vector<step> steps(length);
        for (auto& [operation, number] : steps) {
            operation = static_cast<unsigned>(random());
            number = static_cast<unsigned>(random());
        }
        if (!disagrees(steps)) continue;

        for (std::size_t size = steps.size(); size != 0; size /= 2) {
            for (std::size_t at = 0; at + size <= steps.size();) {
                auto fewer = steps;
                auto const first = fewer.begin() + static_cast<std::ptrdiff_t>(at);
                fewer.erase(first, first + static_cast<std::ptrdiff_t>(size));
                if (disagrees(fewer))
                    steps = fewer;
                else
                    at += size;
            }
        }
        std::string text;
        for (auto const& [operation, number] : steps)
            text += "{" + std::to_string(operation) + ", " + std::to_string(number) + "} ";
        return text;
    }
    return "";
}

}  // namespace regius::tests

#endif  // REGIUS_TESTS_SUPPORT_MODEL_HPP
