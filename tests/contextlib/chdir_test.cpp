// SPDX-License-Identifier: MIT

#include <regius/contextlib/chdir.hpp>

#include <regius/contextlib/temp_directory.hpp>
#include <regius/contextlib/with.hpp>
#include <support/catch.hpp>

#include <filesystem>
#include <stdexcept>
#include <utility>

namespace {

namespace fs = std::filesystem;

// ---------------------------------------------------------------- 1. what Python says: TestChdir

TEST_CASE("chdir: test_simple", "[contextlib][chdir]") {
    regius::temp_directory target;
    auto const old = fs::current_path();
    REQUIRE(old != target.path());
    {
        regius::chdir inside(target.path());
        CHECK(fs::equivalent(fs::current_path(), target.path()));
    }
    CHECK(fs::current_path() == old);
}

TEST_CASE("chdir: test_reentrant", "[contextlib][chdir]") {
    regius::temp_directory target1;
    regius::temp_directory target2;
    auto const old = fs::current_path();
    {
        regius::chdir one(target1.path());
        CHECK(fs::equivalent(fs::current_path(), target1.path()));
        {
            regius::chdir two(target2.path());
            CHECK(fs::equivalent(fs::current_path(), target2.path()));
            {
                regius::chdir three(target1.path());
                CHECK(fs::equivalent(fs::current_path(), target1.path()));
            }
            CHECK(fs::equivalent(fs::current_path(), target2.path()));
        }
        CHECK(fs::equivalent(fs::current_path(), target1.path()));
    }
    CHECK(fs::current_path() == old);
}

TEST_CASE("chdir: test_exception", "[contextlib][chdir]") {
    regius::temp_directory target;
    auto const old = fs::current_path();
    CHECK_THROWS_AS(regius::with(regius::chdir(target.path()),
                                 [&] {
                                     CHECK(fs::equivalent(fs::current_path(), target.path()));
                                     throw std::runtime_error("boom");
                                 }),
                    std::runtime_error);
    CHECK_THROWS_WITH(regius::with(regius::chdir(target.path()), [] { throw std::runtime_error("boom"); }), "boom");
    CHECK(fs::current_path() == old);
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("chdir: a directory that is not there changes nothing", "[contextlib][chdir]") {
    regius::temp_directory target;
    auto const old = fs::current_path();
    CHECK_THROWS_AS(regius::chdir(target.path() / "missing"), fs::filesystem_error);
    CHECK(fs::current_path() == old);
}

// ---------------------------------------------------------------- 4. lifetime and cost

TEST_CASE("chdir: the end fails when the directory that was is gone, unless an exception is on its way",
          "[contextlib][chdir]") {
    auto const old = fs::current_path();
    for (bool fails : {false, true}) {
        auto const lose_the_way = [&] {
            regius::temp_directory gone;
            regius::chdir first(gone.path());
            regius::chdir second(old);
            gone.cleanup();
            if (fails) throw std::runtime_error("body");
        };
        if (fails)
            CHECK_THROWS_AS(lose_the_way(), std::runtime_error);
        else
            CHECK_THROWS_AS(lose_the_way(), fs::filesystem_error);
        CHECK(fs::current_path() == old);
    }
}

TEST_CASE("chdir: moves", "[contextlib][chdir]") {
    regius::temp_directory target;
    auto const old = fs::current_path();
    {
        regius::chdir first(target.path());
        regius::chdir second(std::move(first));
        CHECK(fs::equivalent(fs::current_path(), target.path()));
    }
    CHECK(fs::current_path() == old);
}

}  // namespace
