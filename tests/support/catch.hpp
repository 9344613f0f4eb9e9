// SPDX-License-Identifier: MIT
#ifndef REGIUS_TESTS_SUPPORT_CATCH_HPP
#define REGIUS_TESTS_SUPPORT_CATCH_HPP

// Catch2 3 (vcpkg, Conan, FetchContent) and Debian 12's 2.13 spell their headers differently; nothing else here does.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif

#endif  // REGIUS_TESTS_SUPPORT_CATCH_HPP
