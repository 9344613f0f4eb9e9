# SPDX-License-Identifier: MIT
# Included by CheckPackage.cmake: the recipe and its test_package/, by the real Conan 2, in a cache of its own, without a
# network.

find_program(conan conan)
if(NOT conan)
    message("SKIPPED: there is no conan")
    return()
endif()
run(${conan} --version)
if(NOT output MATCHES "version 2")
    message("SKIPPED: Conan 2 is needed: ${output}")
    return()
endif()

set(ENV{CONAN_HOME} ${work}/home)
run(${conan} profile detect)
run(${conan} remote disable *)

# A copy without .git and build folders, so that what is written beside the sources would be seen.
foreach(name conanfile.py CMakeLists.txt LICENSE cmake include tools test_package)
    file(COPY ${source}/${name} DESTINATION ${work}/checkout PATTERN build EXCLUDE)
endforeach()
file(GLOB_RECURSE before ${work}/checkout/*)

# profile(NAME COMPILER BUILD_TYPE): a Conan profile of that name for GCC or Clang.
function(profile name compiler build_type)
    execute_process(COMMAND ${compiler} --version OUTPUT_VARIABLE says)
    execute_process(COMMAND ${compiler} -dumpversion OUTPUT_VARIABLE number)
    string(REGEX MATCH "^[0-9]+" number "${number}")
    if(says MATCHES "clang")
        set(id clang)
    else()
        set(id gcc)
    endif()
    file(WRITE ${work}/home/profiles/${name} "include(default)\n[settings]\n"
        "build_type=${build_type}\ncompiler=${id}\ncompiler.version=${number}\n"
        "compiler.libcxx=libstdc++11\ncompiler.cppstd=20\n"
        "[conf]\ntools.build:compiler_executables={'cpp':'${compiler}'}\n")
endfunction()

profile(release ${compiler} Release)
profile(debug ${compiler} Debug)
set(profiles release debug)
if(EXISTS "${clang}")
    profile(clang ${clang} Release)
    list(APPEND profiles clang)
endif()
foreach(one IN LISTS profiles)
    run(${conan} create ${work}/checkout -pr:a ${one})
    set(said "${output}${complaint}")
    expect("test_package/ runs: ${said}" said MATCHES "a row of 3\na row of 2\n")
endforeach()

file(GLOB_RECURSE after ${work}/checkout/*)
list(FILTER after EXCLUDE REGEX "/checkout/test_package/build/")  # which git ignores
expect("nothing is written beside the sources" after STREQUAL before)

# One recipe, one package, one content, whoever built it.
run(${conan} list "regius/${version}#*:*#*" --format=json)
string(JSON recipes GET "${output}" "Local Cache" regius/${version} revisions)
string(JSON count LENGTH "${recipes}")
expect("one recipe revision: ${recipes}" count EQUAL 1)
string(JSON revision MEMBER "${recipes}" 0)
string(JSON packages GET "${recipes}" ${revision} packages)
string(JSON count LENGTH "${packages}")
string(JSON id MEMBER "${packages}" 0)
expect("one package id, of nothing at all: ${packages}"
    count EQUAL 1 AND id STREQUAL "da39a3ee5e6b4b0d3255bfef95601890afd80709")
string(JSON count LENGTH "${packages}" ${id} revisions)
expect("one package revision: ${packages}" count EQUAL 1)

execute_process(COMMAND ${conan} cache path regius/${version}:${id} OUTPUT_VARIABLE folder
    OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY ERROR_QUIET)
file(GLOB entries RELATIVE ${folder} ${folder}/*)
list(FILTER entries EXCLUDE REGEX "^conan(info.txt|manifest.txt)$")  # Conan's own
list(JOIN entries " " entries)
expect("only include/ and licenses/: ${entries}" entries STREQUAL "include licenses")
expect("the licence is there" EXISTS ${folder}/licenses/LICENSE)
file(GLOB_RECURSE headers RELATIVE ${source}/include ${source}/include/*)
file(GLOB_RECURSE packaged RELATIVE ${folder}/include ${folder}/include/*)
expect("every header is in the package, and nothing else" headers STREQUAL packaged)

execute_process(COMMAND ${conan} create ${work}/checkout -pr:a release -s compiler.cppstd=17
    RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE complaint)
expect("C++17 is refused: ${complaint}" NOT status EQUAL 0 AND complaint MATCHES "required C[+][+] standard [(]20[)]")

# Another system takes the same package; a name given on the command line wins over the header's.
run(${conan} install --requires=regius/${version} -pr:b release -s os=Windows -s arch=armv8 -s compiler=msvc
    -s compiler.version=193 -s compiler.runtime=dynamic -s compiler.cppstd=20 --output-folder=${work}/windows)
expect("the same package for Windows on ARM: ${complaint}" complaint MATCHES ":${id}")
run(${conan} export ${work}/checkout --version=9.9.9)
expect("--version wins: ${complaint}" complaint MATCHES "regius/9[.]9[.]9")

# What CMakeDeps makes of it answers the same requests as the installed files do.
run(${conan} install --requires=regius/${version} -pr:a release -g CMakeDeps -g PkgConfigDeps
    --output-folder=${work}/generated)
run(${CMAKE_COMMAND} -S ${here}/versions -B ${work}/versions -G ${generator} -D CMAKE_BUILD_TYPE=Release
    -D CMAKE_PREFIX_PATH=${work}/generated -D VERSION=${version} -D CONAN=ON)
expect("pkg-config's name is regius" EXISTS ${work}/generated/regius.pc)
