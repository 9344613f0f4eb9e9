// SPDX-License-Identifier: MIT
#ifndef REGIUS_TESTS_SUPPORT_TRIE_HPP
#define REGIUS_TESTS_SUPPORT_TRIE_HPP

#include <support/catch.hpp>

#include <utility>

namespace regius::tests {

/// Writes the word "on" into a Trie, whose `next` maps letters to Tries: a map that holds what holds it.
template <class Trie>
void nests() {
    Trie words;
    words.next['o'].next['n'].ends = true;
    auto copy = words;
    copy.next['o'].ends = true;
    words = std::move(copy);
    CHECK(words.next['o'].ends);
    CHECK(words.next['o'].next['n'].ends);
    CHECK(words.next['o'].next['n'].next.empty());
}

}  // namespace regius::tests

#endif  // REGIUS_TESTS_SUPPORT_TRIE_HPP
