# SPDX-License-Identifier: MIT
# cmake -P cmake/CheckSources.cmake
# Every source opens with its licence, guards are named after their path, and nothing of one machine is left behind.
cmake_minimum_required(VERSION 3.25)

cmake_path(SET root NORMALIZE ${CMAKE_CURRENT_LIST_DIR}/..)
set(faults "")
set(files CMakeLists.txt .ci/run)
foreach(folder .github benchmarks cmake docs examples include packaging scripts test_package tests tools)
    file(GLOB_RECURSE found RELATIVE ${root}
        ${root}/${folder}/*.hpp ${root}/${folder}/*.cpp ${root}/${folder}/*.inc ${root}/${folder}/*.cmake
        ${root}/${folder}/*.txt ${root}/${folder}/*.sh ${root}/${folder}/*.py ${root}/${folder}/*.md
        ${root}/${folder}/*.yml)
    list(APPEND files ${found})
endforeach()
file(GLOB found RELATIVE ${root} ${root}/*.md ${root}/*.py ${root}/*.json)
list(APPEND files ${found})

# A home folder, the build machine's own folders; a bracket keeps these lines from matching themselves.
set(machine "(^|[^A-Za-z0-9_.}>])/(work[/]|root[/]|home/[a-z])|TO[D]O|FIX[M]E|X[X]X[^A-Z]")

foreach(file IN LISTS files)
    if(NOT EXISTS ${root}/${file})
        continue()
    endif()
    file(STRINGS ${root}/${file} hits REGEX "${machine}")
    foreach(hit IN LISTS hits)
        list(APPEND faults "${file}: left behind: ${hit}")
    endforeach()

    # A vcpkg port carries no licence line in the index either.
    if(file MATCHES "\\.(md|json)$|^packaging/vcpkg/" OR file MATCHES "\\.txt$" AND NOT file MATCHES "CMakeLists.txt$")
        continue()
    endif()
    file(STRINGS ${root}/${file} head LIMIT_COUNT 3)
    list(GET head 0 first)
    if(first MATCHES "^#!")
        list(GET head 1 first)
    endif()
    if(NOT first MATCHES "^(//|#) SPDX-License-Identifier: MIT$")
        list(APPEND faults "${file}: the first line is not the licence: SPDX-License-Identifier: MIT")
    endif()

    if(file MATCHES "\\.hpp$")
        string(REGEX REPLACE "^include/" "" guard ${file})
        if(guard STREQUAL file)
            set(guard regius/${file})
        endif()
        string(REGEX REPLACE "[^A-Za-z0-9]" "_" guard ${guard})
        string(TOUPPER ${guard} guard)
        file(STRINGS ${root}/${file} guards REGEX "^#(ifndef|define|endif  //) ${guard}$")
        list(LENGTH guards count)
        if(NOT count EQUAL 3)
            list(APPEND faults "${file}: the guard is not ${guard} (#ifndef, #define, #endif  // ${guard})")
        endif()
    endif()
endforeach()

if(faults)
    list(JOIN faults "\n  " text)
    message(FATAL_ERROR "sources to mend:\n  ${text}")
endif()
list(LENGTH files count)
message("${count} files are in order")
