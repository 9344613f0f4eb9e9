# SPDX-License-Identifier: MIT
# What the scripts share that make a page of docs/ from the labels of the headers.

cmake_path(SET root NORMALIZE ${CMAKE_CURRENT_LIST_DIR}/..)

# tool_headers(RESULT FOLDER...): the headers of these folders, of all but core/ if none is named.
function(tool_headers result)
    file(GLOB_RECURSE headers RELATIVE ${root}/include/regius ${root}/include/regius/*/*.hpp)
    list(FILTER headers EXCLUDE REGEX "^core/")
    if(ARGN)
        list(JOIN ARGN "|" folders)
        list(FILTER headers INCLUDE REGEX "^(${folders})/")
    endif()
    list(SORT headers)
    set(${result} ${headers} PARENT_SCOPE)
endfunction()

# next_match(REST REGEX): REST is what follows the first match; MATCH_0 and MATCH_1 are the match and its first group.
# One string, not a list of lines: C++ is full of brackets and semicolons, which lists do not survive.
macro(next_match rest regex)
    unset(MATCH_0)
    if(${rest} MATCHES "${regex}")
        set(MATCH_0 "${CMAKE_MATCH_0}")
        set(MATCH_1 "${CMAKE_MATCH_1}")
        string(FIND "${${rest}}" "${MATCH_0}" match_at)
        string(LENGTH "${MATCH_0}" match_length)
        math(EXPR match_at "${match_at} + ${match_length}")
        string(SUBSTRING "${${rest}}" ${match_at} -1 ${rest})
    endif()
endmacro()

# The text of a label, which goes on in lines that are indented as far as it.
function(label_regex result label)
    set(${result} "\n/// ${label} +([^\n]+(\n///           [^\n]+)*)" PARENT_SCOPE)
endfunction()

# table_cell(VARIABLE): several lines of a comment as one cell of a table.
function(table_cell variable)
    string(REGEX REPLACE "\n///? +" " " text "${${variable}}")
    string(REPLACE "|" "\\|" text "${text}")
    set(${variable} "${text}" PARENT_SCOPE)
endfunction()

# page(NAME TEXT SCRIPT): writes docs/NAME; with `check` set, fails where that would change it.
function(page name text script)
    set(file ${root}/docs/${name})
    set(present "")
    if(EXISTS ${file})
        file(READ ${file} present)
    endif()
    if(present STREQUAL text)
        return()
    endif()
    if(DEFINED check)
        message(FATAL_ERROR "docs/${name} is not what the headers say\nRun: cmake -P cmake/${script}")
    endif()
    file(WRITE ${file} "${text}")
    message("wrote docs/${name}")
endfunction()
