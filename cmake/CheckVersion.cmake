# SPDX-License-Identifier: MIT
# cmake [-D tag=v1.2.3] -P cmake/CheckVersion.cmake
# There is one version, that of version.hpp: the port, the changelog and the README say the same, and so does the tag of
# a release.
cmake_minimum_required(VERSION 3.25)

cmake_path(SET root NORMALIZE ${CMAKE_CURRENT_LIST_DIR}/..)
set(faults "")

file(READ ${root}/include/regius/version.hpp header)
string(REGEX MATCH "REGIUS_VERSION_STRING \"([0-9]+[.][0-9]+[.][0-9]+)\"" found "${header}")
set(version ${CMAKE_MATCH_1})
set(parts "")
foreach(part MAJOR MINOR PATCH)
    string(REGEX MATCH "REGIUS_VERSION_${part} ([0-9]+)" found "${header}")
    list(APPEND parts ${CMAKE_MATCH_1})
endforeach()
list(JOIN parts . parts)
if(NOT parts STREQUAL version)
    list(APPEND faults "version.hpp: the numbers are ${parts}, the text is ${version}")
endif()

# says(FILE REGEX): each match of the group in it must be the version, and there must be one.
function(says file regex)
    file(READ ${root}/${file} text)
    string(REGEX MATCHALL "${regex}" hits "${text}")
    if(NOT hits)
        set(faults ${faults} "${file}: says no version" PARENT_SCOPE)
    endif()
    foreach(hit IN LISTS hits)
        string(REGEX MATCH "[0-9]+[.][0-9]+[.][0-9]+" said "${hit}")
        if(NOT said STREQUAL version)
            set(faults ${faults} "${file}: says ${said}, version.hpp says ${version}" PARENT_SCOPE)
        endif()
    endforeach()
endfunction()

says(packaging/vcpkg/ports/regius/vcpkg.json "\"version\": \"[0-9.]+\"")
says(README.md "(GIT_TAG v|regius/)[0-9]+[.][0-9]+[.][0-9]+")
file(STRINGS ${root}/docs/changelog.md headings REGEX "^## ")
list(GET headings 0 newest)
if(NOT "${newest} " MATCHES "^## ${version}[ ,]")
    list(APPEND faults "docs/changelog.md: the newest heading is '${newest}', version.hpp says ${version}")
endif()

if(DEFINED tag)
    if(NOT tag STREQUAL "v${version}")
        list(APPEND faults "the tag is ${tag}, version.hpp says ${version}")
    endif()
    if(newest MATCHES "not released")
        list(APPEND faults "docs/changelog.md: '${newest}' is about to be released")
    endif()
endif()

if(faults)
    list(JOIN faults "\n  " text)
    message(FATAL_ERROR "more than one version:\n  ${text}")
endif()
message("${version} everywhere")
