// SPDX-License-Identifier: MIT

#include <regius/contextlib/temp_file.hpp>

#include <support/catch.hpp>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#if __has_include(<unistd.h>)
#include <sys/stat.h>
#endif

namespace {

namespace fs = std::filesystem;
using regius::temp_file;

std::string content(fs::path const& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("temp_file: is there while the object is, and gone after", "[contextlib][temp_file]") {
    fs::path path;
    {
        temp_file f;
        path = f.path();
        CHECK(fs::exists(path));
        CHECK(path.is_absolute());
        CHECK(fs::equivalent(path.parent_path(), fs::temp_directory_path()));
        CHECK(path.filename().string().starts_with("tmp"));
        CHECK(path.filename().string().size() == 11);
    }
    CHECK_FALSE(fs::exists(path));
}

TEST_CASE("temp_file: prefix, suffix and parent make the name", "[contextlib][temp_file]") {
    temp_file first;
    fs::path const parent = first.path().parent_path();
    temp_file f({.prefix = "log-", .suffix = ".txt", .parent = parent});
    CHECK(f.path().parent_path() == parent);
    CHECK(f.path().filename().string().starts_with("log-"));
    CHECK(f.path().extension() == ".txt");
}

TEST_CASE("temp_file: a parent that is not there is an error that names it", "[contextlib][temp_file]") {
    temp_file f;
    auto const missing = f.path().string() + "-missing";
    try {
        temp_file g({.parent = missing});
        FAIL("nothing was thrown");
    } catch (fs::filesystem_error const& e) {
        CHECK(e.code() == std::errc::no_such_file_or_directory);
        CHECK(std::string(e.what()).find(missing) != std::string::npos);
    }
}

#if __has_include(<unistd.h>)
TEST_CASE("temp_file: nobody else may read it", "[contextlib][temp_file]") {
    temp_file f;
    CHECK((fs::status(f.path()).permissions() & fs::perms::all) == (fs::perms::owner_read | fs::perms::owner_write));
}
#endif

// ---------------------------------------------------------------- 2. properties

TEST_CASE("temp_file: what is written can be read back", "[contextlib][temp_file]") {
    temp_file f;
    f.write("one ");
    std::fprintf(f.stream(), "%s", "two");
    f.flush();
    CHECK(content(f.path()) == "one two");
    std::rewind(f.stream());
    CHECK(std::fgetc(f.stream()) == 'o');
    f.close();
    CHECK(f.stream() == nullptr);
    CHECK(fs::exists(f.path()));
    CHECK_THROWS_AS(f.write("more"), fs::filesystem_error);
}

TEST_CASE("temp_file: persist replaces the target in one step", "[contextlib][temp_file]") {
    temp_file old({.prefix = "target"});
    old.write("old");
    old.flush();
    auto const target = old.path();
    fs::path before;
    {
        temp_file f({.parent = target.parent_path()});
        before = f.path();
        f.write("new");
        CHECK(content(target) == "old");
        f.persist(target);
        CHECK(f.path() == target);
        CHECK_FALSE(fs::exists(before));
    }
    CHECK(content(target) == "new");
}

#if __has_include(<unistd.h>)
TEST_CASE("temp_file: persist replaces no pipe, device or directory", "[contextlib][temp_file]") {
    temp_file place;
    auto const pipe = place.path().string() + ".pipe";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    temp_file f;
    f.write("new");
    CHECK_THROWS_AS(f.persist(pipe), fs::filesystem_error);
    CHECK(fs::is_fifo(pipe));
    CHECK(fs::exists(f.path()));
    fs::remove(pipe);
    CHECK_THROWS_AS(temp_file().persist(place.path().parent_path()), fs::filesystem_error);
}
#endif

TEST_CASE("temp_file: when persist fails the target is as it was and the file is removed at the end",
          "[contextlib][temp_file]") {
    temp_file target;
    target.write("whole");
    target.flush();
    fs::path path;
    {
        temp_file f;
        path = f.path();
        CHECK_THROWS_AS(f.persist(target.path() / "not" / "a directory"), fs::filesystem_error);
        CHECK(fs::exists(path));
    }
    CHECK_FALSE(fs::exists(path));
    CHECK(content(target.path()) == "whole");
}

TEST_CASE("temp_file: kept files stay, and one that is gone already is no error", "[contextlib][temp_file]") {
    fs::path kept;
    fs::path from_start;
    {
        temp_file f;
        f.keep();
        kept = f.path();
        temp_file g({.keep = true});
        from_start = g.path();
        temp_file h;
        fs::remove(h.path());
    }
    CHECK(fs::remove(kept));
    CHECK(fs::remove(from_start));
}

TEST_CASE("temp_file: names do not repeat", "[contextlib][temp_file]") {
    std::vector<temp_file> files;
    std::set<fs::path> names;
    for (int i = 0; i < 50; ++i) {
        files.emplace_back();
        names.insert(files.back().path());
    }
    CHECK(names.size() == 50);
}

// ---------------------------------------------------------------- 3. what the types promise

static_assert(std::is_nothrow_move_constructible_v<temp_file>);
static_assert(std::is_nothrow_move_assignable_v<temp_file>);
static_assert(!std::is_copy_constructible_v<temp_file>);

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("temp_file: the one moved from owns nothing; assignment removes what was there", "[contextlib][temp_file]") {
    temp_file a;
    temp_file b;
    auto const path_a = a.path();
    auto const path_b = b.path();
    a = std::move(b);
    CHECK_FALSE(fs::exists(path_a));
    CHECK(fs::exists(path_b));
    CHECK(a.path() == path_b);
    CHECK_THROWS_AS(b.flush(), fs::filesystem_error);
    temp_file c(std::move(a));
    CHECK(fs::exists(path_b));
}

}  // namespace
