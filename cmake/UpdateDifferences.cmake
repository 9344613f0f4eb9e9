# SPDX-License-Identifier: MIT
# cmake -P cmake/UpdateDifferences.cmake              writes docs/differences.md from the "Differs" lines of the headers
# cmake -D check=ON -P cmake/UpdateDifferences.cmake  fails where it would change
cmake_minimum_required(VERSION 3.25)

cmake_path(SET root NORMALIZE ${CMAKE_CURRENT_LIST_DIR}/..)
set(text [[# Differences from Python

What holds everywhere: order, ties, laziness, edge cases, errors and how much is pulled from a one-shot source are CPython's; values,
lifetimes and spelling are C++'s. `comp` and `proj` stand in for `key=` and `reverse=`, maps are iterated as `[key, value]`, an integer is as wide
as its type, an lvalue is borrowed and an rvalue is owned, and TypeError is a compile error.

The rest, tool by tool, is what the headers say after "Differs". This page is made of them by `cmake -P cmake/UpdateDifferences.cmake`.

| header | what differs |
|--|--|
]])

file(GLOB_RECURSE headers RELATIVE ${root}/include/regius ${root}/include/regius/*/*.hpp)
list(FILTER headers EXCLUDE REGEX "^core/")
list(SORT headers)
foreach(header IN LISTS headers)
    # One string, not a list of lines: C++ is full of brackets and semicolons, which lists do not survive.
    file(READ ${root}/include/regius/${header} rest)
    while(rest MATCHES "\n/// Differs +([^\n]+(\n///           [^\n]+)*)")
        set(found "${CMAKE_MATCH_0}")
        set(difference "${CMAKE_MATCH_1}")
        string(FIND "${rest}" "${found}" at)
        string(LENGTH "${found}" length)
        math(EXPR at "${at} + ${length}")
        string(SUBSTRING "${rest}" ${at} -1 rest)
        string(REGEX REPLACE "\n/// +" " " difference "${difference}")
        string(REPLACE "|" "\\|" difference "${difference}")
        string(REGEX REPLACE "\\.hpp$" "" name ${header})
        string(APPEND text "| `${name}` | ${difference} |\n")
    endwhile()
endforeach()

set(file ${root}/docs/differences.md)
set(present "")
if(EXISTS ${file})
    file(READ ${file} present)
endif()
if(present STREQUAL text)
    return()
endif()
if(DEFINED check)
    message(FATAL_ERROR "docs/differences.md is not what the headers say\nRun: cmake -P cmake/UpdateDifferences.cmake")
endif()
file(WRITE ${file} "${text}")
message("wrote docs/differences.md")
