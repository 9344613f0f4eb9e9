# SPDX-License-Identifier: MIT
# cmake -P cmake/UpdateDifferences.cmake              writes docs/differences.md from the "Differs" lines of the headers
# cmake -D check=ON -P cmake/UpdateDifferences.cmake  fails where it would change
cmake_minimum_required(VERSION 3.25)

include(${CMAKE_CURRENT_LIST_DIR}/HeaderPages.cmake)

set(text [[# Differences from Python

What holds everywhere: order, ties, laziness, edge cases, errors and how much is pulled from a one-shot source are CPython's; values,
lifetimes and spelling are C++'s. `comp` and `proj` stand in for `key=` and `reverse=`, maps are iterated as `[key, value]`, an integer is as wide
as its type, an lvalue is borrowed and an rvalue is owned, and TypeError is a compile error. A string literal is text to the tools that take
text, and to counter, repr and join; to all others it is an array, the NUL at its end included: `batched("ABC"sv, 2)` is Python's `batched("ABC", 2)`.

The rest, tool by tool, is what the headers say after "Differs". This page is made of them by `cmake -P cmake/UpdateDifferences.cmake`.

| header | what differs |
|--|--|
]])

tool_headers(headers)
label_regex(differs Differs)
foreach(header IN LISTS headers)
    file(READ ${root}/include/regius/${header} rest)
    string(REGEX REPLACE "\\.hpp$" "" name ${header})
    next_match(rest "${differs}")
    while(DEFINED MATCH_0)
        set(difference "${MATCH_1}")
        table_cell(difference)
        string(APPEND text "| `${name}` | ${difference} |\n")
        next_match(rest "${differs}")
    endwhile()
endforeach()

page(differences.md "${text}" UpdateDifferences.cmake)
