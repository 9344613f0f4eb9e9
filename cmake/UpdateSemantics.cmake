# SPDX-License-Identifier: MIT
# cmake -P cmake/UpdateSemantics.cmake              writes docs/semantics.md from the "Python" and "Differs" lines of the
#                                                   headers of lazy ranges
# cmake -D check=ON -P cmake/UpdateSemantics.cmake  fails where it would change
# Fails where a header says nothing about Python.
cmake_minimum_required(VERSION 3.25)

include(${CMAKE_CURRENT_LIST_DIR}/HeaderPages.cmake)

set(text [[# What each tool does

"Same" means: the results, their order, ties, laziness, the edge cases, the errors and how much is pulled from a one-shot source are those of
CPython 3.13 and of more_itertools 11.1. The tests ask both; `tests/oracle/` holds what they answered. What follows from C++ alone, such as values,
lifetimes and spelling, is in [differences.md](differences.md).

This page is made of the headers' "Python" and "Differs" lines by `cmake -P cmake/UpdateSemantics.cmake`.
]])

# What a header keeps to itself.
function(without_namespace variable name)
    set(rest "${${variable}}")
    set(kept "")
    string(FIND "${rest}" "\nnamespace ${name} {" at)
    while(NOT at EQUAL -1)
        string(SUBSTRING "${rest}" 0 ${at} before)
        string(APPEND kept "${before}")
        string(FIND "${rest}" "\n}  // namespace ${name}\n" end)
        if(end EQUAL -1)
            message(FATAL_ERROR "${header}: namespace ${name} does not end")
        endif()
        string(SUBSTRING "${rest}" ${end} -1 rest)
        next_match(rest "\n}[^\n]*")
        string(FIND "${rest}" "\nnamespace ${name} {" at)
    endwhile()
    set(${variable} "${kept}${rest}" PARENT_SCOPE)
endfunction()

# declared(NAMES CODE REGEX): the tools that are declared so, in backquotes.
function(declared names code regex)
    set(found "")
    next_match(code "${regex}")
    while(DEFINED MATCH_0)
        string(REGEX REPLACE "_fn$" "" name "${MATCH_1}")
        list(APPEND found "`${name}`")
        next_match(code "${regex}")
    endwhile()
    list(REMOVE_DUPLICATES found)
    list(JOIN found ", " found)
    set(${names} "${found}" PARENT_SCOPE)
endfunction()

label_regex(python Python)
label_regex(differs Differs)
foreach(folder builtins itertools more_itertools)
    string(APPEND text "\n## ${folder}\n\n| tool | Python | what differs |\n|--|--|--|\n")
    tool_headers(headers ${folder})
    foreach(header IN LISTS headers)
        file(READ ${root}/include/regius/${header} rest)
        foreach(namespace core detail)
            without_namespace(rest ${namespace})
        endforeach()
        set(said OFF)
        next_match(rest "(\n///[^\n]*)+")
        while(DEFINED MATCH_0)
            set(comment "${MATCH_0}")
            string(FIND "${rest}" "\n///" end)
            string(SUBSTRING "${rest}" 0 ${end} code)
            declared(names "${code}" "\ninline constexpr [^\n=]*[ &]([a-z_0-9]+)({| = )")
            set(like "")
            if(comment MATCHES "${python}")
                set(said ON)
                set(like "${CMAKE_MATCH_1}")
                table_cell(like)
                set(difference "same")
                if(comment MATCHES "${differs}")
                    set(difference "${CMAKE_MATCH_1}")
                    table_cell(difference)
                endif()
                if(names STREQUAL "" AND code MATCHES "^[^;{]*struct [a-z_]+_fn")  # a member of another tool
                    string(REGEX REPLACE "^[a-z]+\\.([a-z_.]+)\\(.*" "`\\1`" names "${like}")
                endif()
                if(names STREQUAL "")
                    declared(names "${code}" "\n[^ \n][^\n]* constexpr auto ([a-z_]+)[(]")
                endif()
                if(names STREQUAL "")  # a form of a tool that is declared elsewhere
                    declared(names "${code}" "\n[^ \n][^\n]* ([a-z_]+)_fn::operator")
                endif()
                if(names STREQUAL "")
                    string(REGEX MATCH "\n(class|struct)( \\[\\[nodiscard\\]\\])? ([a-z_:]+)" class "${code}")
                    if(class STREQUAL "")
                        message(FATAL_ERROR "${header}: nothing is declared behind the line Python  ${like}")
                    endif()
                    set(names "`${CMAKE_MATCH_3}`")
                endif()
                string(REPLACE "`" "" like "${like}")
                set(like "`${like}`")
            elseif(NOT names STREQUAL "")
                string(REGEX REPLACE "^\n/// ([^\n]*)\\.(\n.*)?$" "\\1" difference "${comment}")
            endif()
            if(NOT names STREQUAL "")
                string(APPEND text "| ${names} | ${like} | ${difference} |\n")
            endif()
            next_match(rest "(\n///[^\n]*)+")
        endwhile()
        if(NOT said)
            message(FATAL_ERROR "${header} has no \"/// Python\" line")
        endif()
    endforeach()
endforeach()

page(semantics.md "${text}" UpdateSemantics.cmake)
