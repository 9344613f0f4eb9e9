// SPDX-License-Identifier: MIT

#include <regius/contextlib/redirect_stdout.hpp>

#include <regius/contextlib/redirect_stderr.hpp>

#include <regius/contextlib/exit_stack.hpp>
#include <regius/contextlib/temp_file.hpp>
#include <regius/contextlib/with.hpp>
#include <support/catch.hpp>

#include <cstdio>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <type_traits>

namespace {

using regius::redirect_stderr;
using regius::redirect_stdout;
using regius::with;

// ---------------------------------------------------------------- 1. what Python says: TestRedirectStream

TEST_CASE("redirect_stdout: test_redirect_to_string_io", "[contextlib][redirect]") {
    std::ostringstream f;
    auto* const orig = std::cout.rdbuf();
    with(redirect_stdout(f),
         [&] { std::cout << "Consider an API like help(), which prints directly to stdout" << std::endl; });
    CHECK(f.str() == "Consider an API like help(), which prints directly to stdout\n");
    CHECK(std::cout.rdbuf() == orig);
}

TEST_CASE("redirect_stderr: test_redirect_to_string_io", "[contextlib][redirect]") {
    std::ostringstream f;
    auto* const cerr = std::cerr.rdbuf();
    auto* const clog = std::clog.rdbuf();
    {
        redirect_stderr guard(f);
        std::cerr << "one ";
        std::clog << "two";
    }
    CHECK(f.str() == "one two");
    CHECK(std::cerr.rdbuf() == cerr);
    CHECK(std::clog.rdbuf() == clog);
}

TEST_CASE("redirect_stdout: test_enter_result_is_target", "[contextlib][redirect]") {
    std::ostringstream f;  // a guard gives itself: the target is the caller's already
    CHECK(with(redirect_stdout(f), [&](redirect_stdout&) { return static_cast<bool>(std::cout << "to f"); }));
    CHECK(f.str() == "to f");
}

TEMPLATE_TEST_CASE("redirect: test_cm_is_reusable", "[contextlib][redirect]", redirect_stdout, redirect_stderr) {
    auto& stream = std::is_same_v<TestType, redirect_stdout> ? std::cout : std::cerr;
    std::ostringstream f;
    auto* const orig = stream.rdbuf();
    for (auto const* text : {"Hello ", "World!\n"}) with(TestType(f), [&] { stream << text; });
    CHECK(stream.rdbuf() == orig);
    CHECK(f.str() == "Hello World!\n");
}

TEMPLATE_TEST_CASE("redirect: test_cm_is_reentrant, into the same text", "[contextlib][redirect]", redirect_stdout,
                   redirect_stderr) {
    auto& stream = std::is_same_v<TestType, redirect_stdout> ? std::cout : std::cerr;
    std::ostringstream f;
    auto* const orig = stream.rdbuf();
    with(TestType(f), [&] {
        stream << "Hello ";
        with(TestType(f), [&] { stream << "World!\n"; });
    });
    CHECK(stream.rdbuf() == orig);
    CHECK(f.str() == "Hello World!\n");
}

TEST_CASE("redirect_stdout: test_cm_is_reentrant", "[contextlib][redirect]") {
    std::ostringstream f;
    std::ostringstream g;
    auto* const orig = std::cout.rdbuf();
    {
        redirect_stdout outer(f);
        std::cout << "Hello ";
        {
            redirect_stdout other(g);
            redirect_stdout inner(f);
            std::cout << "World";
        }
        std::cout << "!";
    }
    CHECK(std::cout.rdbuf() == orig);
    CHECK(f.str() == "Hello World!");
    CHECK(g.str().empty());
}

// ---------------------------------------------------------------- 2. properties

TEST_CASE("redirect_stdout: restored when an exception leaves the scope", "[contextlib][redirect]") {
    std::ostringstream f;
    auto* const orig = std::cout.rdbuf();
    auto const body = [&] {
        redirect_stdout guard(f);
        throw std::runtime_error("x");
    };
    CHECK_THROWS_AS(body(), std::runtime_error);
    CHECK(std::cout.rdbuf() == orig);
}

TEST_CASE("redirect_stdout: an exit_stack keeps it", "[contextlib][redirect]") {
    std::ostringstream f;
    auto* const orig = std::cout.rdbuf();
    {
        regius::exit_stack stack;
        stack.enter_context(redirect_stdout(f));
        std::cout << "kept";
    }
    CHECK(f.str() == "kept");
    CHECK(std::cout.rdbuf() == orig);
}

#if __has_include(<unistd.h>)
std::string content(std::FILE* file) {
    std::string text;
    std::rewind(file);
    for (int c = std::fgetc(file); c != EOF; c = std::fgetc(file)) text += static_cast<char>(c);
    return text;
}

TEST_CASE("redirect_stdout: a file catches std::printf and std::cout, in order", "[contextlib][redirect]") {
    regius::temp_file f;
    regius::temp_file g;
    {
        redirect_stdout outer(f.stream());
        std::printf("one ");
        std::cout << "two ";
        {
            redirect_stdout inner(g.stream());
            std::printf("elsewhere");
        }
        std::printf("three");
    }
    CHECK(content(f.stream()) == "one two three");
    CHECK(content(g.stream()) == "elsewhere");
}

TEST_CASE("redirect_stderr: a file catches std::fprintf, std::cerr and std::clog", "[contextlib][redirect]") {
    regius::temp_file f;
    {
        redirect_stderr guard(f.stream());
        std::fprintf(stderr, "one ");
        std::cerr << "two ";
        std::clog << "three";
    }
    CHECK(content(f.stream()) == "one two three");
}

TEST_CASE("redirect_stdout: a file that is none is an error, and nothing is redirected", "[contextlib][redirect]") {
    CHECK_THROWS_AS(redirect_stdout(static_cast<std::FILE*>(nullptr)), regius::value_error);
}
#endif

// ---------------------------------------------------------------- 3. what the types promise

static_assert(!std::is_copy_constructible_v<redirect_stdout>);
static_assert(!std::is_constructible_v<redirect_stdout, std::string&>);

}  // namespace
