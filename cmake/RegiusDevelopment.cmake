# SPDX-License-Identifier: MIT
# What a contributor's build has and a user's build never sees.

# Warnings are errors where CMAKE_COMPILE_WARNING_AS_ERROR says so, as the presets do.
set(regius_warnings
    $<$<CXX_COMPILER_ID:GNU,Clang,AppleClang>:-Wall;-Wextra;-Wpedantic;-Wconversion;-Wshadow>
    $<$<CXX_COMPILER_ID:MSVC>:/W4;/permissive-;/utf-8;/bigobj>)

find_package(Threads REQUIRED)

add_library(regius-development INTERFACE)
target_link_libraries(regius-development INTERFACE regius::regius Threads::Threads)
target_compile_options(regius-development INTERFACE ${regius_warnings})

if(PROJECT_IS_TOP_LEVEL AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
    find_program(REGIUS_CCACHE ccache DOC "Compiler cache; used when found")
    if(REGIUS_CCACHE)
        set(CMAKE_CXX_COMPILER_LAUNCHER ${REGIUS_CCACHE})
    endif()
endif()
if(PROJECT_IS_TOP_LEVEL)
    set(CMAKE_CXX_EXTENSIONS OFF)
endif()

# regius_check(NAME ARGUMENT...): a ctest entry that runs cmake, for what a script can check; it is skipped by saying so.
function(regius_check name)
    add_test(NAME ${name} COMMAND ${CMAKE_COMMAND} ${ARGN})
    set_tests_properties(${name} PROPERTIES SKIP_REGULAR_EXPRESSION "SKIPPED:")
endfunction()

# regius_skip(NAME WHY): a ctest entry that is skipped, visibly.
function(regius_skip name why)
    regius_check(${name} -E echo "SKIPPED: ${why}")
endfunction()

# regius_link_needs(TARGET SOURCE LINKED): a source that needs more than the standard library says so in a line
# "// Needs: SQLite3". LINKED is false where the package is not there.
function(regius_link_needs target source linked)
    set(${linked} TRUE PARENT_SCOPE)
    file(STRINGS ${source} needs REGEX "^// Needs: ")
    foreach(need IN LISTS needs)
        string(REPLACE "// Needs: " "" need "${need}")
        if(need STREQUAL "SQLite3")
            find_package(SQLite3 QUIET)
            set(library SQLite::SQLite3)
        elseif(need STREQUAL "PostgreSQL")  # and Debian's way to a server that lasts as long as a program
            find_program(regius_pg_virtualenv pg_virtualenv)
            if(regius_pg_virtualenv)
                find_package(PostgreSQL QUIET)
            endif()
            set(library PostgreSQL::PostgreSQL)
        else()
            message(FATAL_ERROR "${source}: '// Needs: ${need}' is not known; see regius_link_needs")
        endif()
        if(${need}_FOUND)
            target_link_libraries(${target} PRIVATE ${library})
        else()
            set(${linked} FALSE PARENT_SCOPE)
        endif()
    endforeach()
endfunction()
