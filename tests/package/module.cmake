# SPDX-License-Identifier: MIT
# Included by CheckPackage.cmake: the module interface, by Clang itself and, where CMake can, by the option REGIUS_MODULE.

find_program(python NAMES python3 python)
if(NOT python)
    message("SKIPPED: there is no python3")
    return()
endif()
if(NOT EXISTS "${clang}")
    message("SKIPPED: there is no clang++ 16 or newer")
    return()
endif()

file(STRINGS ${here}/module/main.cpp wanted)
list(JOIN wanted "\n" wanted)
string(REGEX REPLACE ".*\n// Output:\n" "" wanted "${wanted}")
string(REGEX REPLACE "(^|\n)// " "\\1" wanted "${wanted}")

# expect_output(): what the importer printed is what its source says.
macro(expect_output)
    expect("the importer prints what it says it does: ${output}" "${output}" STREQUAL "${wanted}\n")
endmacro()

run(${python} ${source}/tools/module_interface.py)
file(WRITE ${work}/regius.cppm "${output}")
run(${clang} -std=c++20 -I${source}/include --precompile regius.cppm -o regius.pcm)
run(${clang} -std=c++20 -fmodule-file=regius=regius.pcm ${here}/module/main.cpp regius.pcm -o importer)
run(${work}/importer)
expect_output()

# The compiler knows every name in namespace regius; what the interface does not export, it must refuse to find there:
# friends, which are found through their operands, and namespaces.
file(WRITE ${work}/all.cpp "#include <regius/regius.hpp>\n")
execute_process(COMMAND ${clang} -std=c++20 -I${source}/include -fsyntax-only -Xclang -ast-list ${work}/all.cpp
    OUTPUT_FILE ${work}/names COMMAND_ERROR_IS_FATAL ANY)
file(STRINGS ${work}/names names REGEX "^regius::[A-Za-z_0-9]+$")
file(STRINGS ${work}/regius.cppm exported REGEX "^using regius::")
list(TRANSFORM exported REPLACE "^using |;" "")
list(REMOVE_DUPLICATES names)
list(LENGTH names count)
list(REMOVE_ITEM names ${exported})
list(LENGTH names left)
expect("most names are exported: all but ${left} of ${count}" count GREATER 100 AND left LESS 20)
foreach(name IN LISTS names)
    file(APPEND ${work}/all.cpp "using ${name};\n")
endforeach()
execute_process(COMMAND ${clang} -std=c++20 -I${source}/include -fsyntax-only -ferror-limit=0 ${work}/all.cpp
    ERROR_VARIABLE refused)
foreach(name IN LISTS names)
    string(REGEX MATCH "error: [^\n]*\n[^\n]*using ${name};" hit "${refused}")
    expect("${name} is exported" hit)
endforeach()

# And by CMake.
if(CMAKE_VERSION VERSION_LESS 3.28 OR NOT generator STREQUAL "Ninja")
    message("REGIUS_MODULE is not tried: it takes CMake 3.28 and Ninja")
    return()
endif()
configure(${here}/module ${work}/build -D REGIUS_SOURCE=${source} -D REGIUS_MODULE=ON -D CMAKE_CXX_COMPILER=${clang})
run(${CMAKE_COMMAND} --build ${work}/build)
run(${work}/build/importer)
expect_output()
