# SPDX-License-Identifier: MIT
# Everything goes to include/ and share/: nothing here depends on the machine.

include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

# STRING and not PATH: a relative PATH given on the command line becomes an absolute one in the build folder.
set(REGIUS_INSTALL_CMAKEDIR ${CMAKE_INSTALL_DATADIR}/cmake/regius
    CACHE STRING "Where regius-config.cmake goes, relative to the prefix")
set(REGIUS_INSTALL_PKGCONFIGDIR ${CMAKE_INSTALL_DATADIR}/pkgconfig
    CACHE STRING "Where regius.pc goes, relative to the prefix")
mark_as_advanced(REGIUS_INSTALL_CMAKEDIR REGIUS_INSTALL_PKGCONFIGDIR)

# INCLUDES DESTINATION beside the file set: consumers on CMake before 3.23 do not know file sets.
install(TARGETS regius EXPORT regius-targets
    FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
    INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT regius-targets NAMESPACE regius:: DESTINATION ${REGIUS_INSTALL_CMAKEDIR})

configure_file(${CMAKE_CURRENT_LIST_DIR}/regius-config.cmake.in
    ${PROJECT_BINARY_DIR}/regius-config.cmake @ONLY)
# Before 1.0 the minor number is where breaking changes go.
write_basic_package_version_file(${PROJECT_BINARY_DIR}/regius-config-version.cmake
    COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)
install(FILES
    ${PROJECT_BINARY_DIR}/regius-config.cmake
    ${PROJECT_BINARY_DIR}/regius-config-version.cmake
    DESTINATION ${REGIUS_INSTALL_CMAKEDIR})

# The .pc file finds the headers from its own place, so that a moved prefix still works; an include or
# pkg-config directory given as an absolute path is kept as it is.
cmake_path(IS_ABSOLUTE CMAKE_INSTALL_INCLUDEDIR include_is_absolute)
cmake_path(IS_ABSOLUTE REGIUS_INSTALL_PKGCONFIGDIR pkgconfig_is_absolute)
if(include_is_absolute OR pkgconfig_is_absolute)
    set(pc_prefix ${CMAKE_INSTALL_PREFIX})
    set(pc_includedir ${CMAKE_INSTALL_FULL_INCLUDEDIR})
else()
    cmake_path(RELATIVE_PATH CMAKE_INSTALL_PREFIX
        BASE_DIRECTORY ${CMAKE_INSTALL_PREFIX}/${REGIUS_INSTALL_PKGCONFIGDIR} OUTPUT_VARIABLE up)
    cmake_path(SET up NORMALIZE ${up}/.)
    string(REGEX REPLACE "/$" "" up "${up}")
    set(pc_prefix "\${pcfiledir}/${up}")
    set(pc_includedir "\${prefix}/${CMAKE_INSTALL_INCLUDEDIR}")
endif()
configure_file(${CMAKE_CURRENT_LIST_DIR}/regius.pc.in ${PROJECT_BINARY_DIR}/regius.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/regius.pc DESTINATION ${REGIUS_INSTALL_PKGCONFIGDIR})

# How debuggers show what regius holds.
install(FILES ${PROJECT_SOURCE_DIR}/tools/gdb/regius_printers.py DESTINATION ${CMAKE_INSTALL_DATADIR}/regius/gdb)
if(WIN32)  # elsewhere vcpkg would take it for a program and fetch patchelf to look into it
    install(FILES ${PROJECT_SOURCE_DIR}/tools/natvis/regius.natvis DESTINATION ${CMAKE_INSTALL_DATADIR}/regius/natvis)
endif()

install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DATADIR}/licenses/regius)
