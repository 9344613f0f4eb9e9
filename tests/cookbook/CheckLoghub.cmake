# SPDX-License-Identifier: MIT
# cmake -D program=... -D log=... -D format=... -D entries=... -D errors=... -P CheckLoghub.cmake
# A real log of the loghub collection: CRLF line ends, and in some no end after the last line.
cmake_minimum_required(VERSION 3.25)

if(NOT EXISTS ${log})
    message("SKIPPED: ${log} is not here (see REGIUS_LOGHUB_DIR)")
    return()
endif()

execute_process(COMMAND ${program} --json --reproducible ${log}
    OUTPUT_VARIABLE report ERROR_VARIABLE complaint RESULT_VARIABLE status)
if(NOT status EQUAL 0)
    message(FATAL_ERROR "${log}: exit status ${status}\n${complaint}")
endif()

set(other_lines 0)
foreach(member format entries errors other_lines)
    string(JSON actual GET "${report}" files 0 ${member})
    if(NOT actual STREQUAL "${${member}}")
        message(FATAL_ERROR "${log}: ${member} is ${actual}, expected ${${member}}")
    endif()
endforeach()
string(JSON actual GET "${report}" timeline entries)
if(NOT actual EQUAL entries)
    message(FATAL_ERROR "${log}: the timeline has ${actual} entries, expected ${entries}")
endif()
