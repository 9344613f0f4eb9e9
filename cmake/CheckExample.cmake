# SPDX-License-Identifier: MIT
# cmake -D program=... -D source=... -P CheckExample.cmake
# The program prints what the "// Output:" block at the end of its source says. A line "// Arguments: a b" gives it
# arguments; files among them are found from the folder examples/.
cmake_minimum_required(VERSION 3.25)

file(READ ${source} text)
string(FIND "${text}" "\n// Output:\n" at)
if(at EQUAL -1)
    message(FATAL_ERROR "${source} has no '// Output:' block")
endif()
string(SUBSTRING "${text}" ${at} -1 block)
string(REPLACE "\n// Output:\n" "" block "${block}")
string(REGEX REPLACE "(^|\n)// ?" "\\1" expected "${block}")

set(arguments "")
if(text MATCHES "\n// Arguments: ([^\n]+)\n")
    separate_arguments(arguments UNIX_COMMAND "${CMAKE_MATCH_1}")
endif()

cmake_path(SET examples NORMALIZE ${CMAKE_CURRENT_LIST_DIR}/../examples)
execute_process(COMMAND ${program} ${arguments} WORKING_DIRECTORY ${examples}
    OUTPUT_VARIABLE actual RESULT_VARIABLE status ERROR_VARIABLE complaint)
if(NOT status EQUAL 0)
    message(FATAL_ERROR "${program} ends with ${status}\n${actual}${complaint}")
endif()

# No editor keeps spaces at the end of a comment line.
foreach(side expected actual)
    string(REPLACE "\r\n" "\n" ${side} "${${side}}")
    string(REGEX REPLACE "[ \t]+\n" "\n" ${side} "${${side}}")
    string(REGEX REPLACE "[ \t\n]+$" "" ${side} "${${side}}")
endforeach()
if(NOT actual STREQUAL expected)
    message(FATAL_ERROR "${source} promises\n[${expected}]\nand prints\n[${actual}]")
endif()
