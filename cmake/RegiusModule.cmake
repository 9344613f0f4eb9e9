# SPDX-License-Identifier: MIT
# The target regius::module: `import regius;`. It is compiled in the user's build and never installed, because a compiled
# interface fits one compiler and one set of flags only.

if(CMAKE_VERSION VERSION_LESS 3.28)
    message(FATAL_ERROR "REGIUS_MODULE needs CMake 3.28 or newer; this is ${CMAKE_VERSION}")
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 16
    OR CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 14)
    message(FATAL_ERROR "REGIUS_MODULE needs Clang 16 or GCC 14 or newer; this is "
        "${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION}")
endif()
find_program(REGIUS_PYTHON NAMES python3 python DOC "Python 3; makes the single header and the module interface")
mark_as_advanced(REGIUS_PYTHON)
if(NOT REGIUS_PYTHON)
    message(FATAL_ERROR "REGIUS_MODULE needs Python 3, which makes the module interface")
endif()

set(interface ${PROJECT_BINARY_DIR}/module/regius.cppm)
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/module)
add_custom_command(OUTPUT ${interface}
    COMMAND ${REGIUS_PYTHON} ${PROJECT_SOURCE_DIR}/tools/module_interface.py > ${interface}
    DEPENDS ${headers} ${PROJECT_SOURCE_DIR}/tools/module_interface.py
    COMMENT "Writing module/regius.cppm"
    VERBATIM)

add_library(regius-module STATIC)
add_library(regius::module ALIAS regius-module)
target_sources(regius-module PUBLIC FILE_SET CXX_MODULES BASE_DIRS ${PROJECT_BINARY_DIR}/module FILES ${interface})
target_link_libraries(regius-module PUBLIC regius)
set_target_properties(regius-module PROPERTIES CXX_SCAN_FOR_MODULES ON)
