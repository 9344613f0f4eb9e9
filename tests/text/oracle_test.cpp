// SPDX-License-Identifier: MIT
// Every answer to every question of tests/oracle/text.py, which asked CPython. When a check fails, the text is
// printed; ask python3 about it.

#include <regius/core/flow.hpp>
#include <regius/core/repr.hpp>
#include <regius/text/endswith.hpp>
#include <regius/text/join.hpp>
#include <regius/text/lstrip.hpp>
#include <regius/text/partition.hpp>
#include <regius/text/removeprefix.hpp>
#include <regius/text/removesuffix.hpp>
#include <regius/text/replace.hpp>
#include <regius/text/rpartition.hpp>
#include <regius/text/rsplit.hpp>
#include <regius/text/rstrip.hpp>
#include <regius/text/split.hpp>
#include <regius/text/splitlines.hpp>
#include <regius/text/startswith.hpp>
#include <regius/text/strip.hpp>

#include <support/catch.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

using regius::none;

namespace {

#include "../oracle/text.inc"

class fingerprint {
    std::uint64_t state_ = 0xCBF29CE484222325;

public:
    void byte(std::size_t value) { state_ = (state_ ^ (value & 0xFF)) * 0x100000001B3; }
    void text(std::string_view s) {
        byte(s.size());
        for (char const c : s) byte(static_cast<unsigned char>(c));
    }
    void texts(std::tuple<std::string_view, std::string_view, std::string_view> const& three) {
        byte(3);
        std::apply([this](auto... each) { (text(each), ...); }, three);
    }
    void texts(auto const& pieces) {
        std::vector<std::string_view> stepped, driven;
        for (std::string_view const piece : pieces) stepped.push_back(piece);
        regius::core::for_each(pieces, [&](std::string_view piece) { driven.push_back(piece); });
        if (stepped != driven) FAIL("iterators and for_each_while disagree");
        byte(stepped.size());
        for (auto const piece : stepped) text(piece);
    }
    [[nodiscard]] std::uint32_t value() const { return static_cast<std::uint32_t>(state_ ^ state_ >> 32); }
};

constexpr struct {
    std::size_t before, after;
} padding[] = {{0, 0}, {11, 3}, {14, 0}, {15, 16}, {16, 5}};
constexpr int limits[] = {-1, 0, 1, 2, 3};

/// Ask the questions about every text over the alphabet, shortest first, and compare with the answers.
template <class Questions>
void check(std::span<char const* const> alphabet, int longest, std::span<std::uint32_t const> answers,
           Questions questions) {
    auto answer = answers.begin();
    for (int size = 0; size <= longest; ++size) {
        std::vector<std::size_t> digits(static_cast<std::size_t>(size));
        for (bool more = true; more; ++answer) {
            std::string letters;
            for (auto const digit : digits) letters += alphabet[digit];
            fingerprint h;
            for (auto const [before, after] : padding) {
                // A copy of exactly its size: a sanitizer sees a read before or behind it.
                auto const s = std::string(before, 'x') + letters + std::string(after, 'y');
                std::vector<char> const bytes(s.begin(), s.end());
                questions(h, std::string_view(bytes.data(), bytes.size()));
            }
            if (h.value() != *answer) {
                CAPTURE(regius::repr(letters));
                CHECK(h.value() == *answer);
            }
            more = false;
            for (auto digit = digits.rbegin(); digit != digits.rend() && !more; ++digit) {
                more = ++*digit < alphabet.size();
                if (!more) *digit = 0;
            }
        }
    }
    CHECK(answer == answers.end());
}

TEST_CASE("text: words, as CPython cuts and strips them", "[text][oracle]") {
    check(text_words_alphabet, text_words_longest, text_words_answers, [](fingerprint& h, std::string_view s) {
        for (int const n : limits) {
            h.texts(regius::split(s, none, n));
            h.texts(regius::rsplit(s, none, n));
        }
        h.text(regius::strip(s));
        h.text(regius::lstrip(s));
        h.text(regius::rstrip(s));
    });
}

TEST_CASE("text: lines, as CPython ends them", "[text][oracle]") {
    check(text_lines_alphabet, text_lines_longest, text_lines_answers, [](fingerprint& h, std::string_view s) {
        h.texts(regius::splitlines(s));
        h.texts(regius::splitlines(s, true));
    });
}

TEST_CASE("text: pieces between separators, as CPython cuts them", "[text][oracle]") {
    check(text_separators_alphabet, text_separators_longest, text_separators_answers,
          [](fingerprint& h, std::string_view s) {
              for (std::string_view const separator : text_separators) {
                  for (int const n : limits) {
                      if (separator.size() == 1) {
                          h.texts(regius::split(s, separator.front(), n));
                          h.texts(regius::rsplit(s, separator.front(), n));
                      } else {
                          h.texts(regius::split(s, separator, n));
                          h.texts(regius::rsplit(s, separator, n));
                      }
                  }
                  h.texts(regius::partition(s, separator));
                  h.texts(regius::rpartition(s, separator));
                  h.byte(regius::startswith(s, separator));
                  h.byte(regius::endswith(s, separator));
                  h.text(regius::removeprefix(s, separator));
                  h.text(regius::removesuffix(s, separator));
              }
          });
}

TEST_CASE("text: replacements, as CPython makes them", "[text][oracle]") {
    check(text_replacements_alphabet, text_replacements_longest, text_replacements_answers,
          [](fingerprint& h, std::string_view s) {
              for (std::string_view const with : text_replacements)
                  for (int const n : limits) {
                      h.text(regius::replace(s, "", with, n));
                      for (std::string_view const old : std::span(text_separators).first(6))
                          h.text(regius::replace(s, old, with, n));
                  }
              h.text(regius::join("-", s));
          });
}

TEST_CASE("text: sets of characters, as CPython strips them", "[text][oracle]") {
    check(text_sets_alphabet, text_sets_longest, text_sets_answers, [](fingerprint& h, std::string_view s) {
        for (std::string_view const characters : text_sets) {
            h.text(regius::strip(s, characters));
            h.text(regius::lstrip(s, characters));
            h.text(regius::rstrip(s, characters));
        }
    });
}

}  // namespace
