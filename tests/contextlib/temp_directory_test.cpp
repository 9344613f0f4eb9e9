// SPDX-License-Identifier: MIT

#include <regius/contextlib/temp_directory.hpp>

#include <support/catch.hpp>

#include <filesystem>
#include <fstream>
#include <set>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>

namespace {

namespace fs = std::filesystem;
using regius::temp_directory;

void touch(fs::path const& path) { std::ofstream(path) << "x"; }

// ---------------------------------------------------------------- 1. what Python says

TEST_CASE("temp_directory: is there while the object is, and gone with all in it after",
          "[contextlib][temp_directory]") {
    fs::path path;
    try {
        temp_directory d;
        path = d.path();
        CHECK(fs::is_directory(path));
        CHECK(fs::is_empty(path));
        fs::create_directories(path / "a" / "b");
        touch(path / "a" / "b" / "file");
        throw std::runtime_error("body");
    } catch (std::runtime_error const&) {
    }
    CHECK_FALSE(fs::exists(path));
}

TEST_CASE("temp_directory: prefix, suffix and parent make the name", "[contextlib][temp_directory]") {
    temp_directory outer;
    temp_directory d({.prefix = "build-", .suffix = ".d", .parent = outer.path()});
    CHECK(d.path().parent_path() == outer.path());
    CHECK(d.path().filename().string().starts_with("build-"));
    CHECK(d.path().extension() == ".d");
    CHECK_THROWS_AS(temp_directory({.parent = outer.path() / "missing"}), fs::filesystem_error);
}

TEST_CASE("temp_directory: cleanup twice, or after somebody else, does nothing", "[contextlib][temp_directory]") {
    temp_directory d;
    d.cleanup();
    CHECK_FALSE(fs::exists(d.path()));
    d.cleanup();

    temp_directory e;
    fs::remove(e.path());
    CHECK_NOTHROW(e.cleanup());
}

TEST_CASE("temp_directory: kept directories stay", "[contextlib][temp_directory]") {
    temp_directory outer;
    {
        temp_directory a({.prefix = "a", .parent = outer.path(), .keep = true});
        temp_directory b({.prefix = "b", .parent = outer.path()});
        b.keep();
        b.cleanup();
    }
    std::set<char> left;
    for (auto const& entry : fs::directory_iterator(outer.path())) left.insert(entry.path().filename().string()[0]);
    CHECK(left == std::set{'a', 'b'});
}

// ---------------------------------------------------------------- 2. properties

#if __has_include(<unistd.h>)
TEST_CASE("temp_directory: nobody else may look inside", "[contextlib][temp_directory]") {
    temp_directory d;
    CHECK((fs::status(d.path()).permissions() & fs::perms::all) == fs::perms::owner_all);
}

TEST_CASE("temp_directory: removal goes into read-only directories", "[contextlib][temp_directory]") {
    fs::path path;
    {
        temp_directory d;
        path = d.path();
        fs::create_directories(path / "a" / "b");
        touch(path / "a" / "b" / "file");
        fs::permissions(path / "a" / "b" / "file", fs::perms::owner_read);
        fs::permissions(path / "a" / "b", fs::perms::none);
        fs::permissions(path / "a", fs::perms::owner_read | fs::perms::owner_exec);
        fs::permissions(path, fs::perms::owner_read | fs::perms::owner_exec);
    }
    CHECK_FALSE(fs::exists(path));
}

TEST_CASE("temp_directory: removal does not go through symbolic links, nor change what they point at",
          "[contextlib][temp_directory]") {
    temp_directory precious;
    touch(precious.path() / "file");
    fs::create_directory(precious.path() / "locked");
    fs::permissions(precious.path() / "locked", fs::perms::owner_read);
    {
        temp_directory d;
        fs::create_directory(d.path() / "locked");
        fs::create_directory_symlink(precious.path(), d.path() / "locked" / "link");
        fs::create_directory_symlink(precious.path() / "locked", d.path() / "link");
        fs::permissions(d.path() / "locked", fs::perms::owner_read | fs::perms::owner_exec);
    }
    CHECK(fs::exists(precious.path() / "file"));
    CHECK((fs::status(precious.path() / "locked").permissions() & fs::perms::all) == fs::perms::owner_read);
}
#endif

// ---------------------------------------------------------------- 3. what the types promise

static_assert(std::is_nothrow_move_constructible_v<temp_directory>);
static_assert(std::is_nothrow_move_assignable_v<temp_directory>);
static_assert(!std::is_copy_constructible_v<temp_directory>);

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("temp_directory: the one moved from owns nothing; assignment removes what was there",
          "[contextlib][temp_directory]") {
    temp_directory a;
    temp_directory b;
    auto const path_a = a.path();
    auto const path_b = b.path();
    a = std::move(b);
    CHECK_FALSE(fs::exists(path_a));
    CHECK(fs::exists(path_b));
    {
        temp_directory c(std::move(a));
        CHECK(c.path() == path_b);
    }
    CHECK_FALSE(fs::exists(path_b));
}

}  // namespace
