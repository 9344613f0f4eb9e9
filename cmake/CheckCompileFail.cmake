# SPDX-License-Identifier: MIT
# cmake -D compiler=... -D id=... -D flags=... -D source=... -P CheckCompileFail.cmake
# The source must not compile, the error must say every "// expect: TEXT" of it (for one compiler only:
# "// expect-gcc: TEXT", "// expect-clang: TEXT"), and with TWIN defined, the nearest right program, it must compile.
cmake_minimum_required(VERSION 3.25)

set(lines_allowed 12)

separate_arguments(flags UNIX_COMMAND "${flags}")
set(family gcc)
if(id MATCHES "Clang")
    set(family clang)
endif()

# One string a line, not a list: C++ is full of brackets and semicolons, which lists do not survive.
file(READ ${source} text)
set(expected 0)
while(text MATCHES "(^|\n)// expect(-${family})?: ([^\n]+)")
    math(EXPR expected "${expected} + 1")
    set(expect_${expected} "${CMAKE_MATCH_3}")
    string(FIND "${text}" "${CMAKE_MATCH_0}" at)
    string(LENGTH "${CMAKE_MATCH_0}" length)
    math(EXPR at "${at} + ${length}")
    string(SUBSTRING "${text}" ${at} -1 text)
endwhile()
if(expected EQUAL 0)
    message(FATAL_ERROR "${source} has no '// expect: ' line for ${family}")
endif()

set(ENV{LC_ALL} C)
execute_process(COMMAND ${compiler} ${flags} -fsyntax-only -D TWIN ${source}
    RESULT_VARIABLE twin OUTPUT_VARIABLE output ERROR_VARIABLE output)
if(NOT twin EQUAL 0)
    message("${output}")
    message(FATAL_ERROR "the right half (TWIN defined) does not compile")
endif()

execute_process(COMMAND ${compiler} ${flags} -fsyntax-only ${source}
    RESULT_VARIABLE wrong OUTPUT_VARIABLE output ERROR_VARIABLE output)
if(wrong EQUAL 0)
    message(FATAL_ERROR "the wrong half compiles")
endif()

# How much is there to read until everything expected has been said?
set(furthest 0)
foreach(i RANGE 1 ${expected})
    string(FIND "${output}" "${expect_${i}}" at)
    if(at EQUAL -1)
        message("${output}")
        message(FATAL_ERROR "the error does not say: ${expect_${i}}")
    endif()
    string(SUBSTRING "${output}" 0 ${at} before)
    string(REGEX REPLACE "[^\n]" "" before "${before}")
    string(LENGTH "${before}" line)
    math(EXPR line "${line} + 1")
    if(line GREATER furthest)
        set(furthest ${line})
    endif()
endforeach()
string(REGEX REPLACE "[^\n]" "" total "${output}")
string(LENGTH "${total}" total)
cmake_path(GET source FILENAME name)
string(REGEX MATCH "${name}:[0-9:]+ (fatal )?error: " own "${output}")

message("error text: said by line ${furthest} of ${total}")
if(own STREQUAL "")
    message("no error line in ${name} itself")
endif()
if(furthest GREATER lines_allowed)
    message("${output}")
    message(FATAL_ERROR "what is wrong is said after more than ${lines_allowed} lines")
endif()
