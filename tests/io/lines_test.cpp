// SPDX-License-Identifier: MIT
// Mirrors CPython, Lib/test/test_io.py: universal newlines of TextIOWrapper, and what open() refuses.

#include <regius/io/lines.hpp>  // first, so the header must stand on its own

#include <support/catch.hpp>
#include <support/scratch_file.hpp>
#include <support/text.hpp>

#include <unistd.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace std::literals;
using regius::lines;
using regius::tests::scratch_file;
using regius::tests::strings;
using regius::tests::texts;

strings from_file(std::string_view bytes) {
    scratch_file const file(bytes);
    return texts(lines(file.path()));
}

strings from_stream(std::string_view bytes) {
    std::istringstream stream{std::string(bytes)};
    return texts(lines(stream));
}

/// Python's io.IncrementalNewlineDecoder, then split at "\n".
strings model(std::string_view bytes) {
    strings out;
    std::string line;
    bool open = false;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (bytes[i] == '\n' || bytes[i] == '\r') {
            if (bytes[i] == '\r' && i + 1 < bytes.size() && bytes[i + 1] == '\n') ++i;
            out.push_back(std::exchange(line, {}));
            open = false;
        } else {
            line += bytes[i];
            open = true;
        }
    }
    if (open) out.push_back(line);
    return out;
}

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("lines: the answers CPython gives", "[io][lines][oracle]") {
    struct {
        std::string_view bytes;
        strings expected;
    } const cases[] = {
        {"", {}},
        {"a", {"a"}},
        {"a\n", {"a"}},
        {"a\nb", {"a", "b"}},
        {"a\r\nb\rc\n", {"a", "b", "c"}},
        {"\n", {""}},
        {"\r", {""}},
        {"\r\n", {""}},
        {"\n\r", {"", ""}},
        {"\r\r\n", {"", ""}},
        {"a\r\r\nb", {"a", "", "b"}},
        {"a\r", {"a"}},
        {"a\n\nb\n", {"a", "", "b"}},
        {"a\0b\n"sv, {"a\0b"s}},
        {"\x80\xff\n", {"\x80\xff"}},
        {"a\vb\fc\x85\n", {"a\vb\fc\x85"}},  // str.splitlines splits here, a file does not
    };
    for (auto const& [bytes, expected] : cases) {
        CAPTURE(bytes);
        CHECK(from_file(bytes) == expected);
        CHECK(from_stream(bytes) == expected);
    }
}

TEST_CASE("lines: what cannot be opened is refused by the call, with Python's text", "[io][lines]") {
    CHECK_THROWS_WITH(lines("no/such/file"), "[Errno 2] No such file or directory: 'no/such/file'"s);
    CHECK_THROWS_WITH(lines("."), "[Errno 21] Is a directory: '.'"s);
    CHECK_THROWS_AS(lines(""), regius::os_error);
    try {
        (void)lines("no/such/file");
    } catch (std::system_error const& e) {
        CHECK(e.code() == std::errc::no_such_file_or_directory);
    }
    std::ifstream missing("no/such/file");
    CHECK_THROWS_AS(lines(missing), regius::os_error);
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("lines: every short text over the interesting bytes", "[io][lines]") {
    constexpr std::string_view alphabet = "a\n\r";
    for (std::size_t length = 0; length <= 7; ++length) {
        std::string text(length, ' ');
        std::size_t count = 1;
        for (std::size_t i = 0; i < length; ++i) count *= alphabet.size();
        for (std::size_t code = 0; code < count; ++code) {
            auto rest = code;
            for (auto& c : text) c = alphabet[std::exchange(rest, rest / 3) % 3];
            CAPTURE(text);
            REQUIRE(from_stream(text) == model(text));
            if (length <= 5) REQUIRE(from_file(text) == model(text));
        }
    }
}

TEST_CASE("lines: line ends on every side of the borders of blocks and reads", "[io][lines]") {
    constexpr std::size_t read_size = 256 << 10;
    for (std::size_t const border : {std::size_t{64}, std::size_t{128}, read_size, 2 * read_size}) {
        for (std::size_t shift = 0; shift <= 4; ++shift) {
            for (std::string_view const end : {"\n", "\r", "\r\n", "\r\r\n", "\n\r", "\r\r"}) {
                auto text = std::string(border - shift, 'x');
                text += end;
                text += "tail";
                CAPTURE(border, shift);
                REQUIRE(from_file(text) == model(text));
                text.resize(text.size() - 4);
                REQUIRE(from_file(text) == model(text));
            }
        }
    }
}

TEST_CASE("lines: random files of short, long and empty lines", "[io][lines]") {
    std::mt19937 random(20240229);
    for (int round = 0; round < 20; ++round) {
        std::string text;
        while (text.size() < 700'000) {
            text.append(random() % (random() % 50 == 0 ? 300'000 : 120), 'y');
            text += std::string_view("\n\n\r\r\n\n").substr(random() % 5, 1 + random() % 2);
        }
        REQUIRE(from_file(text) == model(text));
    }
}

TEST_CASE("lines: the portable search finds what the vector one finds", "[io][lines]") {
    std::mt19937 random(7);
    for (int round = 0; round < 20'000; ++round) {
        char bytes[regius::core::newline_block + 1];
        for (auto& c : bytes) c = "\n\rab\x8a\x8d\x0b\x0c\x0e\x09\x00\xff"[random() % 12];
        REQUIRE(regius::core::newlines(bytes) == regius::core::newlines_portable(bytes));
    }
}

// ---------------------------------------------------------------- 3. what the types promise

using file_view = decltype(lines("path"));
using stream_view = decltype(lines(std::declval<std::istringstream&>()));

static_assert(std::ranges::view<file_view>);
static_assert(std::ranges::input_range<file_view>);
static_assert(not std::ranges::forward_range<file_view>);
static_assert(not std::copyable<file_view>);
static_assert(std::same_as<std::ranges::range_reference_t<file_view>, std::string_view>);
static_assert(std::ranges::view<stream_view>);
static_assert(std::ranges::input_range<stream_view>);
static_assert(std::ranges::view<decltype(lines(std::istringstream()))>);

template <class Source>
concept can_read_lines = requires(Source&& source) { lines(std::forward<Source>(source)); };

static_assert(can_read_lines<char const*>);
static_assert(can_read_lines<std::string>);
static_assert(can_read_lines<std::filesystem::path const&>);
static_assert(can_read_lines<std::istream&>);
static_assert(not can_read_lines<int>);
static_assert(not can_read_lines<std::ostream&>);

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("lines: a second loop goes on where the first one stopped", "[io][lines]") {
    scratch_file const file("1\n2\n3\n4\n");
    auto view = lines(file.path());
    for (auto line : view)
        if (line == "2") break;
    CHECK(texts(view) == strings{"3", "4"});
    CHECK(texts(view) == strings{});
}

TEST_CASE("lines: pushing and pulling share one position", "[io][lines]") {
    scratch_file const file("1\n2\n3\n4\n");
    auto view = lines(file.path());
    CHECK(not view.for_each_while([](std::string_view line) { return line != "2"; }));
    CHECK(*view.begin() == "3");
    CHECK(view.for_each_while([](std::string_view line) { return line == "4"; }));
}

TEST_CASE("lines: a view that has been moved goes on", "[io][lines]") {
    scratch_file const file("1\n2\n3\n");
    auto view = lines(file.path());
    CHECK(*view.begin() == "1");
    auto moved = std::move(view);
    CHECK(texts(moved) == strings{"2", "3"});
}

TEST_CASE("lines: a temporary stream is owned", "[io][lines]") {
    CHECK(texts(lines(std::istringstream("a\r\nb"))) == strings{"a", "b"});
}

TEST_CASE("lines: a stream is read no further than the line that was asked for", "[io][lines]") {
    std::istringstream stream("first\r\nsecond\nthird");
    auto view = lines(stream);
    CHECK(*view.begin() == "first");
    std::string rest;
    std::getline(stream, rest);
    CHECK(rest == "second");
    CHECK(texts(view) == strings{"third"});
}

TEST_CASE("lines: one line of a hundred megabytes is one line", "[io][lines]") {
    constexpr std::size_t length = 100'000'000;
    scratch_file const file(std::string(length, 'z') + "\nend");
    auto view = lines(file.path());
    auto it = view.begin();
    CHECK((*it).size() == length);
    CHECK((*it).find_first_not_of('z') == std::string_view::npos);
    CHECK(*++it == "end");
    CHECK(++it == view.end());
}

TEST_CASE("lines: a file that fails while it is read is an error and not an end", "[io][lines]") {
    if (!std::filesystem::exists("/proc/self/mem")) {
        WARN("skipped: there is no /proc/self/mem here");
        return;
    }
    auto view = lines("/proc/self/mem");  // opens, and fails at the first read
    CHECK_THROWS_WITH(view.begin(), "[Errno 5] Input/output error: '/proc/self/mem'"s);
    CHECK_THROWS_AS(view.begin(), regius::os_error);
    CHECK_THROWS_AS(texts(view), regius::os_error);
}

TEST_CASE("lines: a line that came through a pipe is there before the next one is written", "[io][lines]") {
    if (!std::filesystem::exists("/dev/fd")) {
        WARN("skipped: there is no /dev/fd here");
        return;
    }
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    auto const write = [&](std::string_view text) {
        REQUIRE(::write(ends[1], text.data(), text.size()) == static_cast<::ssize_t>(text.size()));
    };
    write("one\ntw");
    auto view = lines("/dev/fd/" + std::to_string(ends[0]));
    CHECK(*view.begin() == "one");
    write("o\r");
    write("\nthree");
    CHECK(*view.begin() == "two");
    ::close(ends[1]);
    CHECK(*view.begin() == "three");
    CHECK(view.begin() == view.end());
    ::close(ends[0]);
}

struct broken : std::stringbuf {
    using std::stringbuf::stringbuf;
    int_type underflow() override {
        if (gptr() < egptr()) return std::stringbuf::underflow();
        throw std::runtime_error("the cable was pulled");
    }
};

TEST_CASE("lines: a stream that breaks is an error and not an end", "[io][lines]") {
    broken buffer("one\ntwo\n");
    std::istream stream(&buffer);
    auto view = lines(stream);
    CHECK(*view.begin() == "one");
    CHECK(*view.begin() == "two");
    CHECK_THROWS_AS(view.begin(), regius::os_error);
    CHECK_THROWS_AS(view.begin(), regius::os_error);
}

TEST_CASE("lines: what was read of a line when the stream broke is no line", "[io][lines]") {
    broken buffer("one\nhalf of two");
    std::istream stream(&buffer);
    auto view = lines(stream);
    CHECK(*view.begin() == "one");
    CHECK_THROWS_AS(view.begin(), regius::os_error);
    CHECK_THROWS_AS(view.begin(), regius::os_error);
}

TEST_CASE("lines: the end of a stream is no error, whatever it is told to throw for", "[io][lines]") {
    using std::ios;
    for (auto const throwing : {ios::failbit, ios::eofbit, ios::failbit | ios::badbit, ios::failbit | ios::eofbit}) {
        for (std::string_view const text : {"", "\n", "one\ntwo", "one\ntwo\n", "one\r", "one\rtwo", "\r\n"}) {
            std::istringstream stream{std::string(text)};
            stream.exceptions(throwing);
            auto view = lines(stream);
            CHECK(texts(view) == model(text));
            CHECK(texts(view).empty());
        }
    }
}

}  // namespace
