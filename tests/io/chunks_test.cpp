// SPDX-License-Identifier: MIT
// The oracle is iter(functools.partial(open(path, "rb").read, n), b"").

#include <regius/io/chunks.hpp>  // first, so the header must stand on its own

#include <support/catch.hpp>
#include <support/scratch_file.hpp>
#include <support/text.hpp>

#include <cstddef>
#include <filesystem>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace std::literals;
using regius::chunks;
using regius::tests::scratch_file;
using regius::tests::strings;
using regius::tests::texts;

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("chunks: the last one may be short", "[io][chunks][oracle]") {
    scratch_file const file("ABCDEFG");
    CHECK(texts(chunks(file.path(), 3)) == strings{"ABC", "DEF", "G"});
    CHECK(texts(chunks(file.path(), 7)) == strings{"ABCDEFG"});
    CHECK(texts(chunks(file.path(), 8)) == strings{"ABCDEFG"});
    CHECK(texts(chunks(scratch_file("").path(), 3)) == strings{});
    CHECK(texts(chunks(scratch_file("a\0\r\n\xff"sv).path(), 2)) == strings{"a\0"s, "\r\n", "\xff"});
}

TEST_CASE("chunks: bad arguments are refused by the call", "[io][chunks]") {
    scratch_file const file("ABC");
    CHECK_THROWS_AS(chunks(file.path(), 0), regius::value_error);
    CHECK_THROWS_AS(chunks(file.path(), -1), regius::value_error);
    CHECK_THROWS_WITH(chunks(file.path(), -1), "chunks: n must be at least one: -1"s);
    CHECK_THROWS_WITH(chunks("no/such/file", 3), "[Errno 2] No such file or directory: 'no/such/file'"s);
    CHECK_THROWS_WITH(chunks(".", 3), "[Errno 21] Is a directory: '.'"s);
    CHECK_THROWS_AS(chunks("no/such/file", 0), regius::value_error);
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("chunks: nothing is lost, and only the last is shorter", "[io][chunks]") {
    std::string text;
    for (int i = 0; i < 400'000; ++i) text += static_cast<char>(i % 251);
    scratch_file const file(text);
    for (std::size_t const n : {std::size_t{1000}, std::size_t{262'143}, std::size_t{262'144}, std::size_t{262'145},
                                std::size_t{400'000}, std::numeric_limits<std::size_t>::max()}) {
        CAPTURE(n);
        auto const pieces = texts(chunks(file.path(), n));
        std::string whole;
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            whole += pieces[i];
            if (i + 1 < pieces.size()) CHECK(pieces[i].size() == n);
        }
        CHECK(whole == text);
    }
}

// ---------------------------------------------------------------- 3. what the types promise

using view = decltype(chunks("path", 1));

static_assert(std::ranges::view<view>);
static_assert(std::ranges::input_range<view>);
static_assert(not std::ranges::forward_range<view>);
static_assert(not std::copyable<view>);
static_assert(std::same_as<std::ranges::range_reference_t<view>, std::string_view>);

template <class Path, class N>
concept can_chunk = requires(Path&& path, N n) { chunks(std::forward<Path>(path), n); };

static_assert(can_chunk<std::filesystem::path, std::size_t>);
static_assert(not can_chunk<int, int>);
static_assert(not can_chunk<char const*, double>);

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("chunks: a second loop goes on where the first one stopped", "[io][chunks]") {
    scratch_file const file("aabbcc");
    auto pieces = chunks(file.path(), 2);
    CHECK(*pieces.begin() == "aa");
    auto moved = std::move(pieces);
    CHECK(texts(moved) == strings{"bb", "cc"});
    CHECK(texts(moved) == strings{});
}

TEST_CASE("chunks: a file that fails while it is read is an error and not an end", "[io][chunks]") {
    if (!std::filesystem::exists("/proc/self/mem")) {
        WARN("skipped: there is no /proc/self/mem here");
        return;
    }
    auto pieces = chunks("/proc/self/mem", 10);
    CHECK_THROWS_WITH(pieces.begin(), "[Errno 5] Input/output error: '/proc/self/mem'"s);
    CHECK_THROWS_AS(pieces.begin(), regius::os_error);
}

}  // namespace
