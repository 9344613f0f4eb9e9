# SPDX-License-Identifier: MIT
# The target regius-single-header: everything as one file, single_include/regius.hpp in the build folder. Python makes it.

find_program(REGIUS_PYTHON NAMES python3 python DOC "Python 3; makes the single header and the module interface")
mark_as_advanced(REGIUS_PYTHON)
if(NOT REGIUS_PYTHON)
    return()
endif()

set(single_header ${PROJECT_BINARY_DIR}/single_include/regius.hpp)
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/single_include)
add_custom_command(OUTPUT ${single_header}
    COMMAND ${REGIUS_PYTHON} ${PROJECT_SOURCE_DIR}/tools/single_header.py > ${single_header}
    DEPENDS ${headers} ${PROJECT_SOURCE_DIR}/tools/single_header.py ${PROJECT_SOURCE_DIR}/LICENSE
    COMMENT "Writing single_include/regius.hpp"
    VERBATIM)
add_custom_target(regius-single-header DEPENDS ${single_header})
