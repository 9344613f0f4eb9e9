// SPDX-License-Identifier: MIT
#ifndef REGIUS_TESTS_SUPPORT_MODEL_HPP
#define REGIUS_TESTS_SUPPORT_MODEL_HPP

#include <cstddef>
#include <random>
#include <string>
#include <vector>

namespace regius::tests {

/// One step of a random test: which operation, and a number for it to use.
struct step {
    unsigned operation;
    unsigned number;
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
