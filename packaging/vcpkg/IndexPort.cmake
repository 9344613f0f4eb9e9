# SPDX-License-Identifier: MIT
# cmake -D repository=OWNER/regius -D archive=FILE -D to=FOLDER [-D name=PORT] -P packaging/vcpkg/IndexPort.cmake
# Write the port in the form that vcpkg's index takes into FOLDER: the overlay port of this checkout, with the sources
# fetched from the release. FILE is what GitHub serves at /archive/vX.Y.Z.tar.gz. The index calls a young library
# <owner>-<repository>; PORT is another name.
cmake_minimum_required(VERSION 3.25)

set(port ${CMAKE_CURRENT_LIST_DIR}/ports/regius)
string(TOLOWER "${repository}" lower)
if(NOT lower MATCHES "^([a-z0-9-]+)/regius$")
    message(FATAL_ERROR "repository is OWNER/regius, not '${repository}'")
endif()
if(NOT DEFINED name)
    set(name ${CMAKE_MATCH_1}-regius)
endif()
file(SHA512 ${archive} hash)

# The head of the overlay port, up to the empty line behind SOURCE_PATH, is what differs.
set(sources "vcpkg_from_github(
    OUT_SOURCE_PATH SOURCE_PATH
    REPO ${repository}
    REF \"v\${VERSION}\"
    SHA512 ${hash}
    HEAD_REF main
)
")
file(READ ${port}/portfile.cmake portfile)
string(REGEX REPLACE "^(#[^\n]*\n)+" "" portfile "${portfile}")
string(REGEX REPLACE "(#[^\n]*\n)*cmake_path[(][^\n]*\n" "${sources}" submitted "${portfile}")
if(submitted STREQUAL portfile)
    message(FATAL_ERROR "${port}/portfile.cmake has no line cmake_path(SET SOURCE_PATH ...) to replace")
endif()
file(WRITE ${to}/portfile.cmake "${submitted}")

file(READ ${port}/vcpkg.json manifest)
string(REPLACE "\"name\": \"regius\"" "\"name\": \"${name}\"" manifest "${manifest}")
string(REPLACE "  \"license\":" "  \"homepage\": \"https://github.com/${repository}\",\n  \"license\":"
    manifest "${manifest}")
file(WRITE ${to}/vcpkg.json "${manifest}")
